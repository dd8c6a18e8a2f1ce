import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRequestPace, type PaceLimits } from './request-pace.ts';

const NEVER = new AbortController().signal;

/** Begins requests one after another by a clock that jumps; `idle` is the time that passes before each. */
async function begin(limits: PaceLimits, requests: readonly (readonly [tokens: number, idle: number])[]) {
  let time = 0;
  const pace = createRequestPace(limits, {
    now: () => time,
    sleep: async (ms) => {
      time += ms;
    },
  });
  const begun: { at: number; tokens: number }[] = [];
  for (const [tokens, idle] of requests) {
    time += idle;
    await pace.turn(tokens, NEVER);
    begun.push({ at: time, tokens });
  }
  return begun;
}

test('in no minute do more begin than allowed, and none waits without need', async () => {
  const requests = fc.array(fc.tuple(fc.nat(400), fc.nat(20_000)), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(
      requests,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 400, max: 2_000 }),
      async (some, n, tokens) => {
        const begun = await begin({ requestsPerMinute: n, tokensPerMinute: tokens }, some);
        begun.forEach(({ at, tokens: mine }, i) => {
          const before = begun.slice(0, i).filter((one) => one.at > at - 60_000);
          expect(before.length).toBeLessThan(n);
          expect(before.reduce((sum, one) => sum + one.tokens, mine)).toBeLessThanOrEqual(tokens);
          const asked = (begun[i - 1]?.at ?? 0) + (some[i]?.[1] ?? 0);
          if (at === asked) return;
          // A millisecond earlier it would have been too many.
          const then = begun.slice(0, i).filter((one) => one.at > at - 60_001);
          const tooMany = then.length >= n || then.reduce((sum, one) => sum + one.tokens, mine) > tokens;
          expect(tooMany).toBe(true);
        });
      },
    ),
    { seed: 5, numRuns: 200 },
  );
});

test('a request above the limit goes alone instead of never', async () => {
  const limits = { requestsPerMinute: null, tokensPerMinute: 100 };
  const begun = await begin(limits, [
    [10, 0],
    [500, 0],
    [10, 0],
  ]);
  expect(begun.map(({ at }) => at)).toEqual([0, 60_000, 120_000]);
});

test('without limits nothing waits; a stop ends the waiting', async () => {
  const free = await begin({ requestsPerMinute: null, tokensPerMinute: null }, Array(99).fill([9_999, 0]));
  expect(free.every(({ at }) => at === 0)).toBe(true);
  const stop = new AbortController();
  const pace = createRequestPace(
    { requestsPerMinute: 1, tokensPerMinute: null },
    { now: () => 0, sleep: async () => stop.abort() },
  );
  await pace.turn(1, stop.signal);
  await pace.turn(1, stop.signal);
  expect(stop.signal.aborted).toBe(true);
});
