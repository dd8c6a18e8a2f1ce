import { hash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { refuse } from './refuse.ts';

/** Who may open the page. */
export interface SessionOptions {
  /** Secret of the opening link and of the cookie: as hard to guess as 32 random bytes. */
  readonly token: string;
  readonly port: number;
}

/**
 * Lets in who opens the link with the token, and from then on who has the cookie. The token leaves the address bar by a
 * redirect; the cookie is out of reach of scripts and of requests that other sites make.
 */
export function requireSession({ token, port }: SessionOptions): MiddlewareHandler {
  // Cookies know no ports: each served study has its own.
  const name = `groundswell-${port}`;
  return async (context, next) => {
    const given = context.req.query('token');
    if (given !== undefined && context.req.method === 'GET') {
      if (!isSame(given, token)) return refuse(context, 'token');
      setCookie(context, name, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect(withoutToken(context), 303);
    }
    if (!isSame(getCookie(context, name) ?? '', token)) return refuse(context, 'token');
    await next();
    return undefined;
  };
}

/** Compares digests, which have one length, in constant time. */
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', token, 'buffer'));
}

function withoutToken(context: Context): string {
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.delete('token');
  const rest = searchParams.toString();
  // One slash in front: `//host` would lead elsewhere.
  return `/${pathname.replace(/^\/+/, '')}${rest === '' ? '' : `?${rest}`}`;
}
