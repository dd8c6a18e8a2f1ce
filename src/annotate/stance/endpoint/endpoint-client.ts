import type { Network } from '../../../domain/effects.ts';
import { SourceError, StudyError } from '../../../errors/errors.ts';
import type { EndpointConfig } from '../../../study/endpoint-config.ts';
import { ANSWER_FORMATS, type EndpointPrompt, requestBody, STANCE_PROMPT } from './endpoint-prompt.ts';
import {
  type EndpointReply,
  type HttpAnswer,
  printable,
  readEndpointReply,
  retryAfterMs,
} from './endpoint-reply.ts';
import { createRequestBudget, type Tokens } from './request-budget.ts';
import { createRequestPace } from './request-pace.ts';
import { tokenEstimate } from './token-estimate.ts';

/** One question: a message with the data of some mentions. */
interface Question {
  readonly user: string;
  readonly maxTokens: number;
  /** How often these mentions were asked before. */
  readonly attempt: number;
  /** Names the mentions in messages. */
  readonly batch: string;
  /** Aborted when the run stops: what is under way is awaited, nothing more is sent. */
  readonly stop: AbortSignal;
}

/** What came of a question. */
type Said =
  | { readonly kind: 'content'; readonly content: string }
  | { readonly kind: 'declined' }
  | { readonly kind: 'stopped' };

/** Asks a service within its limits and the caps of the study. */
export interface EndpointClient {
  /** @throws {SourceError} `annotator/unreachable`, `annotator/refused`; StudyError `annotator/cap-reached`, `annotator/no-key` */
  ask(question: Question): Promise<Said>;
}

/** Tokens by which a service marks messages. */
const FRAME_TOKENS = 20;
const LONGEST_ANSWER = 1_000_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_BACKOFF_MS = 60_000;
/** A service that asks for a longer wait is taken to be closed. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** Tokens of a request with this message, by estimate. */
export function requestTokens(user: string, { instructions }: EndpointPrompt = STANCE_PROMPT): number {
  return tokenEstimate(instructions) + tokenEstimate(user) + FRAME_TOKENS;
}

/** Opens no connection before the first question. */
export function createEndpointClient(
  config: EndpointConfig,
  network: Network,
  prompt: EndpointPrompt = STANCE_PROMPT,
): EndpointClient {
  const shared: Shared = {
    config,
    network,
    prompt,
    url: completionsAddress(config.url),
    host: new URL(config.url).host,
    pace: createRequestPace(config, network),
    budget: createRequestBudget(config),
    format: 0,
  };
  return { ask: (question) => askUntilAnswered(question, shared) };
}

interface Shared {
  readonly config: EndpointConfig;
  readonly network: Network;
  readonly prompt: EndpointPrompt;
  readonly url: string;
  readonly host: string;
  readonly pace: ReturnType<typeof createRequestPace>;
  readonly budget: ReturnType<typeof createRequestBudget>;
  /** Place in `ANSWER_FORMATS` of the strictest form that the service is not known to refuse. */
  format: number;
}

function completionsAddress(written: string): string {
  const url = new URL(written);
  if (!url.pathname.endsWith('/chat/completions'))
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  return url.href;
}

async function askUntilAnswered(question: Question, shared: Shared): Promise<Said> {
  const { config, network, pace, host } = shared;
  const { stop, batch } = question;
  let [failures, format] = [0, shared.format];
  for (;;) {
    const { reply, wait } = await sendOnce(question, format, shared);
    switch (reply.kind) {
      case 'content':
      case 'declined':
        shared.format = Math.max(shared.format, format);
        return reply;
      case 'stopped':
        return reply;
      case 'other-format':
        if (format + 1 < ANSWER_FORMATS.length) {
          format++;
          continue;
        }
        throw refused(question, shared, { ...reply, status: reply.status });
      case 'refused':
        throw refused(question, shared, reply);
      case 'again': {
        failures++;
        const tooLong = wait > LONGEST_WAIT_MS;
        if (failures > config.retries || tooLong) {
          const asks = tooLong ? `; it asks for a pause of ${Math.ceil(wait / 60_000)} minutes` : '';
          const problem = `${reply.problem}${asks}`;
          throw new SourceError('annotator/unreachable', {
            name: config.name,
            batch,
            host,
            attempts: failures,
            problem,
          });
        }
        if (wait > 0) pace.pauseUntil(network.now() + wait);
        await network.sleep(
          Math.max(wait, Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS)),
          stop,
        );
      }
    }
  }
}

type Sent = { readonly kind: 'stopped' } | (EndpointReply & { readonly status: number });

/** Sends a question once, when pace and budget let it, and books what it used. */
async function sendOnce(
  question: Question,
  format: number,
  shared: Shared,
): Promise<{ readonly reply: Sent; readonly wait: number }> {
  const { config, network, prompt, pace, budget } = shared;
  const { user, stop, batch, maxTokens } = question;
  const key = keyOf(config, network);
  const output = outputLimit(config) ?? maxTokens;
  const most: Tokens = { input: requestTokens(user, prompt), output };
  await pace.turn(most.input + most.output, stop);
  const book = stop.aborted ? null : await budget.reserve(most);
  if (typeof book === 'string')
    throw new StudyError('annotator/cap-reached', {
      name: config.name,
      batch,
      cap: book,
      spent: budget.spent(),
    });
  if (book === null || stop.aborted) {
    book?.(NOTHING);
    return { reply: { kind: 'stopped' }, wait: 0 };
  }
  const body = requestBody(config, question, { prompt, format: ANSWER_FORMATS[format] ?? 'text' });
  const answer = await exchange(body, key, shared);
  if (typeof answer === 'string') {
    // What came too late may have been worked on, and then it is paid.
    book(answer === LATE ? most : NOTHING);
    const problem = answer === LATE ? `no answer within ${config.timeoutSeconds} s` : answer;
    return { reply: { kind: 'again', problem, status: 0 }, wait: 0 };
  }
  // A service may repeat the key in what it says.
  const reply = readEndpointReply(answer, (message) => hidden(message, key));
  book(
    reply.kind === 'content'
      ? { input: reply.inputTokens ?? most.input, output: reply.outputTokens ?? tokenEstimate(reply.content) }
      : NOTHING,
  );
  const wait = retryAfterMs(answer.retryAfter, network.now());
  return { reply: { ...reply, status: answer.status }, wait };
}

/** The most tokens of an answer, where the study says it in the words of the service. */
function outputLimit({ request }: EndpointConfig): number | undefined {
  return [request['max_tokens'], request['max_completion_tokens']].find((one) => typeof one === 'number');
}

const NOTHING: Tokens = { input: 0, output: 0 };
const LATE = 'late';

/** One HTTP exchange, the whole answer within the time; gives the problem where there is none. */
async function exchange(body: string, key: string | null, shared: Shared): Promise<HttpAnswer | string> {
  const { config, network, url } = shared;
  const giveUp = new AbortController();
  const answered = new AbortController();
  const headers = {
    'content-type': 'application/json',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
  const init: RequestInit = { method: 'POST', headers, body, redirect: 'manual', signal: giveUp.signal };
  const received = receive(network.fetch(url, init)).catch((error: unknown) => problemOf(error, key));
  const late = network.sleep(config.timeoutSeconds * 1000, answered.signal).then(() => LATE);
  try {
    return await Promise.race([received, late]);
  } finally {
    answered.abort();
    giveUp.abort();
  }
}

async function receive(sent: Promise<Response>): Promise<HttpAnswer> {
  const response = await sent;
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > LONGEST_ANSWER) break;
  }
  return { status: response.status, retryAfter: response.headers.get('retry-after'), text };
}

function problemOf(error: unknown, key: string | null): string {
  const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined };
  const inner = cause as { code?: unknown; message?: unknown } | undefined;
  return printable(hidden(String(inner?.code ?? inner?.message ?? message), key));
}

function hidden(text: string, key: string | null): string {
  return key === null ? text : text.replaceAll(key, '…');
}

function keyOf({ keyVariable: variable, name }: EndpointConfig, network: Network): string | null {
  if (variable === null) return null;
  const key = network.env[variable]?.trim() ?? '';
  if (key === '') throw new StudyError('annotator/no-key', { name, variable, problem: 'is empty' });
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new StudyError('annotator/no-key', { name, variable, problem: 'holds characters that no key has' });
  return key;
}

function refused(
  { batch }: Question,
  { config, host }: Shared,
  { problem, status }: { readonly problem: string; readonly status: number },
): SourceError {
  const { name, keyVariable } = config;
  const isKey = status === 401 || status === 403;
  const aboutKey =
    keyVariable === null
      ? 'it wants a key: name its variable under keyVariable'
      : `the key in ${keyVariable} is not accepted`;
  return new SourceError('annotator/refused', {
    name,
    batch,
    host,
    status,
    problem: isKey ? aboutKey : problem,
  });
}
