import { hash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { OWNER, type User } from '../domain/account.ts';
import type { MayGoOn } from './guard.ts';
import { mayAsk } from './may-ask.ts';
import { refuse } from './refuse.ts';
import type { Route } from './route.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who asks. */
    user: User;
  }
}

/** Who may open the page. */
export interface SessionOptions {
  /** Secret of the opening link and of the cookie: as hard to guess as 32 random bytes. */
  readonly token: string;
  readonly port: number;
  /** Whose link has this token; null = nobody's, or a revoked one. */
  readonly findUser: (token: string) => Promise<User | null>;
  /** Told when a person opens their link. */
  readonly onOpen: (user: User) => Promise<void>;
  /** What roles may ask. */
  readonly routes: readonly Route[];
  readonly mayGoOn: MayGoOn;
}

/** Who has no link: no name is empty. */
const NOBODY = '';

/**
 * Lets in who opens the link with the token, and from then on who has the cookie. The token leaves the address bar by a
 * redirect; the cookie is out of reach of scripts and of requests that other sites make. What a role may not ask never
 * reaches a route.
 */
export function requireSession(options: SessionOptions): MiddlewareHandler {
  const { token, port, findUser, onOpen, routes, mayGoOn } = options;
  // Cookies know no ports: each served study has its own.
  const name = `groundswell-${port}`;
  const userOf = async (given: string): Promise<User | null> =>
    isSame(given, token) ? { name: OWNER, role: 'analyst' } : findUser(given);
  return async (context, next) => {
    const given = context.req.query('token');
    if (given !== undefined && context.req.method === 'GET') {
      const user = await userOf(given);
      if (!mayGoOn(user?.name ?? NOBODY)) return refuse(context, 'rate');
      if (user === null) return refuse(context, 'token');
      await onOpen(user);
      setCookie(context, name, given, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect(withoutToken(context), 303);
    }
    const user = await userOf(getCookie(context, name) ?? '');
    if (!mayGoOn(user?.name ?? NOBODY)) return refuse(context, 'rate');
    if (user === null) return refuse(context, 'token');
    if (!mayAsk(user.role, context.req, routes)) return refuse(context, 'role');
    context.set('user', user);
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
