import { describe, expect, test } from 'vitest';
import { adjustedRandIndex } from './adjusted-rand-index.ts';
import { continuedPartition } from './continued-partition.ts';
import { seededRandom } from './random.ts';

const OPTIONS = {
  seed: 1,
  sizes: [8, 6, 5, 4, 3, 2],
  stableFrom: 0.7,
  nBootstraps: 6,
  dimensions: 8,
  leastRows: 20,
  leastCosine: 0.25,
};
const OWN = 30;

/** Rows of eight columns, six of them among the thirty of their part. */
function planted(n: number, nParts: number, own = 6) {
  const random = seededRandom(7);
  const truth = Int32Array.from({ length: n }, (_, i) => i % nParts);
  const starts = [0];
  const columns: number[] = [];
  for (const part of truth) {
    const row = new Set<number>();
    while (row.size < own) row.add(OWN * part + Math.floor(OWN * random()));
    while (row.size < 8) row.add(Math.floor(OWN * nParts * random()));
    columns.push(...[...row].sort((a, b) => a - b));
    starts.push(columns.length);
  }
  const rows = { starts: Int32Array.from(starts), columns: Int32Array.from(columns), nColumns: OWN * nParts };
  return { rows, groups: Int32Array.from({ length: n }, (_, i) => i), truth };
}

describe('a partition that goes on', () => {
  test('keeps its parts in their order where the rows show the same', () => {
    const { rows, groups, truth } = planted(400, 4);
    const earlier = truth.map((part) => (part + 1) % 4);
    const found = continuedPartition({ rows, groups, earlier }, OPTIONS);
    expect(found?.nParts).toBe(4);
    const same = found?.parts.filter((part, i) => part === earlier[i]).length ?? 0;
    expect(same).toBeGreaterThan(380);
  });

  test('gets more parts where there is one more, and fewer where one is gone', () => {
    const five = planted(500, 5);
    const earlier = five.truth.map((part) => (part === 4 ? -1 : part));
    const more = continuedPartition({ ...five, earlier }, OPTIONS);
    expect(more?.nParts).toBe(5);
    expect(
      adjustedRandIndex(
        Int32Array.from(more?.parts ?? [], (p) => p + 1),
        five.truth,
      ),
    ).toBeGreaterThan(0.9);
    const fewer = continuedPartition(
      { ...planted(300, 3), earlier: planted(300, 3).truth.map((p) => p + 1) },
      OPTIONS,
    );
    expect(fewer?.nParts).toBe(3);
  });

  test('is given up where nothing is found again', () => {
    const noise = planted(300, 4, 0);
    expect(continuedPartition({ ...noise, earlier: noise.truth }, OPTIONS)).toBeNull();
    expect(continuedPartition({ ...noise, earlier: noise.truth.map(() => -1) }, OPTIONS)).toBeNull();
  });

  test('is the same for the same rows', () => {
    const { rows, groups, truth } = planted(300, 3);
    const [a, b] = [1, 2].map(() => continuedPartition({ rows, groups, earlier: truth }, OPTIONS));
    expect(a?.centres).toEqual(b?.centres);
  });
});
