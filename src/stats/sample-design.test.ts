import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BugError } from '../errors/errors.ts';
import {
  allocateSample,
  keyedDraw,
  leastAllocation,
  type SampledUnit,
  type StratumSize,
  shuffleByKey,
} from './sample-design.ts';

interface Allocated {
  readonly strata: readonly (readonly [size: number, spread: number])[];
  readonly n: number;
  readonly neymanShare: number;
  readonly leastShare: number;
  readonly allocation: readonly number[];
  readonly variance: number;
}
const golden = JSON.parse(readFileSync('test/golden/sample-design.json', 'utf8')) as {
  readonly exact: readonly Allocated[];
  readonly large: readonly Omit<Allocated, 'leastShare'>[];
  readonly draw: {
    readonly key: string;
    readonly sizes: readonly number[];
    readonly units: readonly (readonly [string, number])[];
    readonly ids: readonly (readonly string[])[];
  };
};

const sizesOf = (strata: Allocated['strata']): StratumSize[] =>
  strata.map(([size, spread]) => ({ size, spread }));
function drawSample(units: readonly SampledUnit[], sizes: readonly number[], key: string) {
  const draw = keyedDraw(sizes, key);
  for (const unit of units) draw.add(unit);
  return draw.drawn();
}
const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

function varianceOf(strata: readonly StratumSize[], allocation: readonly number[], share: number): number {
  const mean = sum(strata.map((s) => s.size * s.spread)) / sum(strata.map((s) => s.size));
  return sum(
    strata.map((s, h) => (s.size * (share * s.spread + (1 - share) * mean)) ** 2 / (allocation[h] as number)),
  );
}

test('no other allocation within the bounds has a smaller variance (exhaustive search in Python)', () => {
  expect(golden.exact.length).toBe(40);
  for (const { strata, variance, ...options } of golden.exact) {
    const sizes = sizesOf(strata);
    const found = varianceOf(sizes, allocateSample(sizes, options), options.neymanShare);
    expect(found).toBeLessThanOrEqual(variance * (1 + 1e-12));
  }
});

test('large samples follow the textbook formula n N S / Σ N S', () => {
  for (const { strata, allocation, ...options } of golden.large)
    allocateSample(sizesOf(strata), { ...options, leastShare: 0 }).forEach((n, h) => {
      expect(Math.abs(n - (allocation[h] as number))).toBeLessThan(1.5);
    });
});

test('a draw is the one that sorting by SHA-256 in Python gives', () => {
  const { key, sizes, units, ids } = golden.draw;
  const mine = units.map(([id, stratum]) => ({ id, stratum }));
  expect(drawSample(mine, sizes, key)).toEqual(ids);
});

test('the example of the docstring holds', () => {
  const strata = [
    { size: 900, spread: 0.1 },
    { size: 100, spread: 0.9 },
  ];
  expect(allocateSample(strata, { n: 50, neymanShare: 1, leastShare: 0.2 })).toEqual([25, 25]);
});

const strataOf = fc.array(
  fc.record({ size: fc.integer({ min: 1, max: 500 }), spread: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { minLength: 1, maxLength: 12 },
);

test('probabilities are at most 1, at least their bound, never 0, and sum to n', () => {
  fc.assert(
    fc.property(
      strataOf,
      fc.record({
        n: fc.integer({ min: 1, max: 400 }),
        neymanShare: fc.double({ min: 0, max: 1, noNaN: true }),
        leastShare: fc.double({ min: 0, max: 0.9, noNaN: true }),
      }),
      (strata, options) => {
        const population = sum(strata.map((s) => s.size));
        if (sum(leastAllocation(strata, options)) > options.n) {
          expect(() => allocateSample(strata, options)).toThrow(BugError);
          return;
        }
        const allocation = allocateSample(strata, options);
        expect(sum(allocation)).toBe(Math.min(options.n, population));
        strata.forEach(({ size }, h) => {
          const probability = (allocation[h] as number) / size;
          expect(probability).toBeLessThanOrEqual(1);
          expect(probability).toBeGreaterThan(0);
          expect(probability).toBeGreaterThanOrEqual(
            Math.min(1, (options.leastShare * options.n) / population) - 1e-12,
          );
        });
      },
    ),
  );
});

test('equal spreads, or none, give every stratum about its share', () => {
  const strata = [100, 300, 600].map((size) => ({ size, spread: 0 }));
  expect(allocateSample(strata, { n: 100, neymanShare: 1, leastShare: 0.2 })).toEqual([10, 30, 60]);
});

test('over many keys every unit, and every pair, is drawn as often as its probability says', () => {
  const units = Array.from({ length: 30 }, (_, i) => ({ id: `unit ${i}`, stratum: i < 10 ? 0 : 1 }));
  const sizes = [5, 4];
  const keys = 4_000;
  const drawn = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (let k = 0; k < keys; k++) {
    const [first = [], second = []] = drawSample(units, sizes, `${k}/wave`);
    for (const id of [...first, ...second]) drawn.set(id, (drawn.get(id) ?? 0) + 1);
    const sorted = [...first].sort();
    sorted.forEach((a, i) => {
      for (const b of sorted.slice(i + 1)) pairs.set(`${a}|${b}`, (pairs.get(`${a}|${b}`) ?? 0) + 1);
    });
  }
  /** Within 4.5 standard errors: one false alarm in thousands of runs, and the keys are fixed. */
  const near = (count: number, p: number): void => {
    expect(Math.abs(count / keys - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / keys));
  };
  for (const { id, stratum } of units) near(drawn.get(id) ?? 0, stratum === 0 ? 0.5 : 0.2);
  expect(pairs.size).toBe(45);
  for (const count of pairs.values()) near(count, (5 * 4) / (10 * 9));
});

test('a draw depends on the units, not on their order, and one stratum not on the others', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer(),
      (ids, size, key) => {
        const units = ids.map((id, i) => ({ id, stratum: i % 2 }));
        const draw = drawSample(units, [size, size], String(key));
        expect(drawSample([...units].reverse(), [size, size], String(key))).toEqual(draw);
        const only = drawSample(
          units.filter((unit) => unit.stratum === 0),
          [size],
          String(key),
        );
        expect(only[0]).toEqual(draw[0]);
        expect(shuffleByKey([...ids].reverse(), String(key))).toEqual(shuffleByKey(ids, String(key)));
      },
    ),
  );
});

test('a stratum far larger than its sample is drawn the same in one go and in passing', () => {
  const units = Array.from({ length: 9_000 }, (_, i) => ({ id: String(i), stratum: 0 }));
  const whole = shuffleByKey(
    units.map((unit) => unit.id),
    'k',
  );
  expect(drawSample(units, [7], 'k')).toEqual([whole.slice(0, 7)]);
});
