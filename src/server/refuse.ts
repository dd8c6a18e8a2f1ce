import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const REFUSALS = {
  token: {
    status: 401,
    message: 'this page is opened by the link that `groundswell serve` prints',
    hint: 'copy the whole link from the terminal; it is new each time the program starts',
  },
  host: {
    status: 403,
    message: 'the request does not name this machine',
    hint: 'open the link that `groundswell serve` printed, without another name for the machine',
  },
  origin: {
    status: 403,
    message: 'the request was made by another page',
    hint: 'nothing outside the workbench may ask it',
  },
  role: {
    status: 403,
    message: 'your link does not allow this',
    hint: 'ask the analyst who gave you the link',
  },
  size: { status: 413, message: 'the request is too large', hint: 'send fewer labels at once' },
  rate: { status: 429, message: 'too many requests at once', hint: 'wait a second and try again' },
  missing: { status: 404, message: 'there is nothing at this address', hint: 'go back to the overview: /' },
} as const satisfies Readonly<
  Record<string, { status: ContentfulStatusCode; message: string; hint: string }>
>;

/** Turns a request down: as JSON where a program asks, else as a line of text. */
export function refuse(context: Context, why: keyof typeof REFUSALS): Response {
  const { status, message, hint } = REFUSALS[why];
  return context.req.path.startsWith('/api/')
    ? context.json({ code: `server/${why}`, message, hint }, status)
    : context.text(`${message}\n${hint}\n`, status);
}
