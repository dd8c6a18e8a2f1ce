import { parsedAnswer, type WrittenAnswer } from '../stance-answer.ts';

/** An HTTP answer, read to its end. */
export interface HttpAnswer {
  readonly status: number;
  /** Seconds or a date, as the server wrote it. */
  readonly retryAfter: string | null;
  readonly text: string;
}

/** What an HTTP answer means for the request. */
export type EndpointReply =
  /** `inputTokens`, `outputTokens`: as the service counted, null where it does not say. */
  | {
      readonly kind: 'content';
      readonly content: string;
      readonly inputTokens: number | null;
      readonly outputTokens: number | null;
    }
  /** The service or the model does not want to judge these texts. */
  | { readonly kind: 'declined' }
  /** The service may not know the form in which the answer was asked for. */
  | { readonly kind: 'other-format'; readonly problem: string }
  | { readonly kind: 'again'; readonly problem: string }
  | { readonly kind: 'refused'; readonly problem: string };

/** Reads what an OpenAI-compatible service answered; `hide` takes out of its messages what must not be shown. */
export function readEndpointReply(
  { status, text }: HttpAnswer,
  hide: (message: string) => string,
): EndpointReply {
  const body = parsedAnswer(text);
  if (status >= 200 && status < 300) return readCompletion(body, text);
  const error = groupIn(body?.['error']);
  const code = error?.['code'] ?? body?.['code'];
  const said = [error?.['message'], body?.['message'], body?.['error'], body?.['detail'], text].find(
    (one) => typeof one === 'string',
  );
  const problem = printable(hide(String(said ?? '')));
  if (status >= 300 && status < 400)
    return {
      kind: 'refused',
      problem: 'it redirects, and texts go only to the address in the study',
    };
  if (code === 'content_filter') return { kind: 'declined' };
  if (code === 'insufficient_quota') return { kind: 'refused', problem };
  if ([408, 425, 429].includes(status) || (status >= 500 && status !== 501))
    return { kind: 'again', problem: `status ${status}${problem === '' ? '' : `: ${problem}`}` };
  if ([400, 415, 422, 501].includes(status)) return { kind: 'other-format', problem };
  return { kind: 'refused', problem };
}

/** Milliseconds that a server asks to wait; 0 where it does not say. */
export function retryAfterMs(written: string | null, now: number): number {
  if (written === null) return 0;
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(written.trim())) return Number(written) * 1000;
  const date = Date.parse(written);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

/** What a stranger wrote, fit for a terminal: one line, no control characters, at most 200 characters. */
export function printable(text: string): string {
  const line = text
    .slice(0, 1_000)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return line.length > 200 ? `${line.slice(0, 199).toWellFormed()}…` : line;
}

function readCompletion(body: WrittenAnswer | null, text: string): EndpointReply {
  const [choice] = Array.isArray(body?.['choices']) ? body['choices'] : [];
  const message = groupIn(groupIn(choice)?.['message']);
  const finish = groupIn(choice)?.['finish_reason'];
  const refusal = message?.['refusal'];
  if (finish === 'content_filter' || (typeof refusal === 'string' && refusal !== ''))
    return { kind: 'declined' };
  const content = message?.['content'];
  const usage = groupIn(body?.['usage']);
  return {
    kind: 'content',
    content: typeof content === 'string' ? content : body === null ? text : '',
    inputTokens: countIn(usage?.['prompt_tokens']),
    outputTokens: countIn(usage?.['completion_tokens']),
  };
}

function groupIn(value: unknown): WrittenAnswer | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as WrittenAnswer)
    : null;
}

function countIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
