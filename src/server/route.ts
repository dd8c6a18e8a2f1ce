import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Role } from '../domain/account.ts';

/** One named request of the interface: what goes in and what comes out. */
export interface Route<Body extends z.ZodType = z.ZodType, Result extends z.ZodType = z.ZodType> {
  readonly method: 'get' | 'post' | 'put';
  /** As Hono writes paths: `/api/coding/:wave`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  /** Who may ask; absent = analysts, and readers where it only reads. */
  readonly roles?: readonly Role[];
  /** What the body must be; null = none is read. */
  readonly body: Body;
  readonly result: Result;
  /** True = server-sent events, each of them a `result`. */
  readonly isStream?: boolean;
}

/** The body of a request that has none. */
export const NO_BODY = z.null();

/** A problem as the interface reports it. */
export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
});

/** Answers a route: the body is checked first, and one that does not fit never reaches the handler. A handler may give its result as JSON text. */
export function mount<Body extends z.ZodType, Result extends z.ZodType>(
  app: Hono,
  route: Route<Body, Result>,
  handle: (body: z.output<Body>, context: Context) => Promise<z.input<Result> | Response>,
): void {
  app.on(route.method.toUpperCase(), route.path, async (context) => {
    const read: unknown =
      route.method === 'get' ? null : await context.req.json().catch(() => 'this is not JSON');
    const parsed = route.body.safeParse(read);
    if (!parsed.success) {
      const problem = {
        code: 'server/invalid-request',
        message: z.prettifyError(parsed.error),
        hint: '/api/openapi.json describes every request',
      } satisfies z.infer<typeof problemSchema>;
      return context.json(problem, 400);
    }
    const answer = await handle(parsed.data, context);
    return answer instanceof Response ? answer : context.json(answer as object | null);
  });
}
