import type { MiddlewareHandler } from 'hono';
import { refuse } from './refuse.ts';

/** Most bytes of a request. */
export const BODY_LIMIT = 1_000_000;

/** Requests of one person that may come at once, and that come back each second. */
const BURST = 200;
const PER_SECOND = 100;

/** Nothing is loaded from elsewhere, nothing inline runs, nobody frames the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
};

/** Puts the headers on every answer, refusals among them. Nothing is kept by caches unless it says so. */
export function secureHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
  };
}

/**
 * Turns down what does not name this machine (a foreign name that was made to point here), and what another page asks
 * for: by `Origin`, and by what browsers say of where a request comes from. A link to the page itself may come from anywhere.
 */
export function requireSameOrigin(port: number): MiddlewareHandler {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  return async (context, next) => {
    const host = context.req.header('host');
    if (host === undefined || !hosts.has(host)) return refuse(context, 'host');
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (origin !== undefined ? origin !== `http://${host}` : !isRead) return refuse(context, 'origin');
    const isVisit = isRead && context.req.header('sec-fetch-mode') === 'navigate';
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isVisit)
      return refuse(context, 'origin');
    await next();
    return undefined;
  };
}

/** Whether somebody may ask once more now; nobody's requests count against another's. */
export type MayGoOn = (who: string) => boolean;

/** Lets each go on as fast as a person and their pages ask; those without a link share one measure. */
export function limitRate(now: () => number): MayGoOn {
  const buckets = new Map<string, { left: number; at: number }>();
  return (who) => {
    const at = now();
    const bucket = buckets.get(who) ?? { left: BURST, at };
    buckets.set(who, bucket);
    bucket.left = Math.min(BURST, bucket.left + ((at - bucket.at) / 1000) * PER_SECOND);
    bucket.at = at;
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  };
}
