import type { Network } from '../../src/domain/effects.ts';
import { type ChatBody, chatAnswers, completion } from './stub-chat.ts';

/** A request as the stub got it. */
export interface FakeRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ChatBody;
  readonly signal: AbortSignal;
  /** Milliseconds since the start, by the fake clock. */
  readonly at: number;
  /** Counts from 0. */
  readonly number: number;
}

/** A network without sockets and with a clock that jumps to the next thing awaited. */
export interface FakeNetwork extends Network {
  readonly requests: readonly FakeRequest[];
  /** Most requests under way at once so far. */
  readonly peak: () => number;
}

/** Turns of the event loop without news after which everybody is taken to wait for the clock. */
const QUIET_TURNS = 8;

/** Makes a network that answers by a function; without one every mention is judged right. */
export function fakeNetwork(
  answer: (request: FakeRequest) => Response | Promise<Response> = ({ body }) => answered(body),
  env: Readonly<Record<string, string>> = {},
): FakeNetwork {
  const requests: FakeRequest[] = [];
  let [time, open, peak] = [0, 0, 0];
  const timers = new Set<{ readonly due: number; readonly wake: () => void }>();
  let [quiet, isTurning] = [0, false];
  const turn = (): void => {
    quiet++;
    isTurning = timers.size > 0;
    if (!isTurning) return;
    if (quiet > QUIET_TURNS) {
      const next = [...timers].reduce((a, b) => (b.due < a.due ? b : a));
      time = Math.max(time, next.due);
      next.wake();
      quiet = 0;
    }
    setImmediate(turn);
  };
  return {
    requests,
    peak: () => peak,
    env,
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        quiet = 0;
        const timer = {
          due: time + ms,
          wake: () => {
            timers.delete(timer);
            resolve();
          },
        };
        timers.add(timer);
        if (!isTurning) setImmediate(turn);
        isTurning = true;
        if (signal.aborted) timer.wake();
        signal.addEventListener('abort', timer.wake);
      }),
    fetch: async (url, init) => {
      quiet = 0;
      const request = {
        url,
        headers: init.headers as Record<string, string>,
        body: JSON.parse(String(init.body)) as ChatBody,
        signal: init.signal as AbortSignal,
        at: time,
        number: requests.length,
      };
      requests.push(request);
      open++;
      peak = Math.max(peak, open);
      await new Promise((resolve) => setImmediate(resolve));
      try {
        return await answer(request);
      } finally {
        open--;
      }
    },
  };
}

/** The right answer to a request. */
export function answered(body: ChatBody): Response {
  return new Response(completion(JSON.stringify({ answers: chatAnswers(body) })));
}

/** An answer that never comes, until the request is given up. */
export function silence({ signal }: FakeRequest): Promise<Response> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as unknown));
  });
}
