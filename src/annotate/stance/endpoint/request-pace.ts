/** Holds requests back so that no more begin within any minute than allowed. */
export interface RequestPace {
  /** Waits for the turn of a request of so many tokens. One above the limit alone goes when nothing else went. */
  turn(tokens: number, signal: AbortSignal): Promise<void>;
  /** Lets no request begin before a time. */
  pauseUntil(time: number): void;
}

/** What the pace is set by; null = no limit. */
export interface PaceLimits {
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
}

/** How time passes. */
export interface PaceClock {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

const MINUTE_MS = 60_000;

/** A pace over a sliding minute: exact, in the order in which turns are asked for. */
export function createRequestPace(limits: PaceLimits, clock: PaceClock): RequestPace {
  const begun: { readonly at: number; readonly tokens: number }[] = [];
  let notBefore = 0;
  let line: Promise<void> = Promise.resolve();
  const requests = limits.requestsPerMinute ?? Number.POSITIVE_INFINITY;
  const mostTokens = limits.tokensPerMinute ?? Number.POSITIVE_INFINITY;

  /** Milliseconds until the oldest requests that stand in the way are a minute old. */
  const waitFor = (tokens: number): number => {
    const now = clock.now();
    while (begun[0] !== undefined && begun[0].at + MINUTE_MS <= now) begun.shift();
    let wait = Math.max(0, notBefore - now);
    let [n, sum] = [begun.length, begun.reduce((total, one) => total + one.tokens, 0)];
    for (const one of begun) {
      if (n < requests && sum + tokens <= mostTokens) break;
      wait = Math.max(wait, one.at + MINUTE_MS - now);
      n--;
      sum -= one.tokens;
    }
    return wait;
  };

  const turn = async (tokens: number, signal: AbortSignal): Promise<void> => {
    for (let wait = waitFor(tokens); wait > 0 && !signal.aborted; wait = waitFor(tokens))
      await clock.sleep(wait, signal);
    if (requests < Number.POSITIVE_INFINITY || mostTokens < Number.POSITIVE_INFINITY)
      begun.push({ at: clock.now(), tokens });
  };
  return {
    turn: (tokens, signal) => {
      line = line.then(() => turn(tokens, signal));
      return line;
    },
    pauseUntil: (time) => {
      notBefore = Math.max(notBefore, time);
    },
  };
}
