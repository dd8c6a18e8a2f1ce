import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adjustedRandIndex } from './adjusted-rand-index.ts';
import type { Incidence } from './incidence.ts';
import { seededRandom } from './random.ts';
import { placeRows, rowEmbedding } from './row-embedding.ts';
import { nearestCentres, sphericalMeans } from './spherical-means.ts';
import { type PartitionOptions, partOfRows, stablePartition } from './stable-partition.ts';

interface Golden {
  readonly partitions: readonly {
    readonly first: number[];
    readonly second: number[];
    readonly index: number;
  }[];
  readonly embedding: {
    readonly rows: number[][];
    readonly weights: number[];
    readonly columns: number;
    readonly dimensions: number;
    readonly eigenvalues: number[];
    readonly cosines: number[][];
    readonly parts: number[];
  };
}
const golden = JSON.parse(
  readFileSync(new URL('../../test/golden/discovered.json', import.meta.url), 'utf8'),
) as Golden;

function incidence(rows: readonly (readonly number[])[], nColumns: number): Incidence {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = (starts[i] as number) + row.length;
  });
  return { starts, columns: Int32Array.from(rows.flat()), nColumns };
}

/** Rows of as many subjects as there are parts; each column belongs to one, and stands elsewhere now and then. */
function planted(nRows: number, parts: number, stray: number): { rows: number[][]; truth: number[] } {
  const random = seededRandom(3);
  const truth = Array.from({ length: nRows }, (_, i) => i % parts);
  const rows = truth.map((part) =>
    Array.from({ length: 60 }, (_, c) => c).filter((c) => random() < (c % parts === part ? 0.4 : stray)),
  );
  return { rows, truth };
}

const OPTIONS: PartitionOptions = {
  seed: 1,
  sizes: [6, 4, 3, 2],
  stableFrom: 0.7,
  nBootstraps: 8,
  dimensions: 6,
  leastRows: 20,
  leastCosine: 0.25,
};

function found(rows: readonly (readonly number[])[], options: Partial<PartitionOptions> = {}) {
  const groups = Int32Array.from(rows, (_, i) => i);
  return stablePartition(incidence(rows, 60), groups, { ...OPTIONS, ...options });
}

test('the adjusted Rand index is that of scikit-learn', () => {
  for (const { first, second, index } of golden.partitions) {
    expect(adjustedRandIndex(first, second)).toBeCloseTo(index, 12);
  }
});

test('the index does not depend on what parts are called, and is about 0 for chance', () => {
  const random = seededRandom(2);
  const a = Array.from({ length: 3_000 }, () => Math.floor(4 * random()));
  const b = Array.from({ length: 3_000 }, () => Math.floor(4 * random()));
  expect(adjustedRandIndex(a, a)).toBe(1);
  expect(
    adjustedRandIndex(
      a,
      a.map((x) => 3 - x),
    ),
  ).toBe(1);
  expect(Math.abs(adjustedRandIndex(a, b))).toBeLessThan(0.01);
  expect(adjustedRandIndex([0, 0, 0], [0, 0, 0])).toBe(1);
  expect(adjustedRandIndex([], [])).toBe(1);
});

test('eigenvalues and places of rows are those of numpy', () => {
  const { rows, weights, columns, dimensions, eigenvalues, cosines } = golden.embedding;
  const of = incidence(rows, columns);
  const embedding = rowEmbedding(of, Float64Array.from(weights), { dimensions, seed: 5, rounds: 400 });
  [...embedding.eigenvalues].forEach((value, d) => {
    expect(value).toBeCloseTo(eigenvalues[d] as number, 8);
  });
  const placed = placeRows(of, embedding);
  cosines.forEach((line, i) => {
    line.forEach((cosine, j) => {
      let dot = 0;
      for (let d = 0; d < dimensions; d++)
        dot += (placed[i * dimensions + d] as number) * (placed[j * dimensions + d] as number);
      expect(dot).toBeCloseTo(cosine, 6);
    });
  });
});

test('parts are those of scikit-learn’s k-means on the same points', () => {
  const { rows, weights, columns, dimensions, parts } = golden.embedding;
  const of = incidence(rows, columns);
  const counted = Float64Array.from(weights);
  const embedding = rowEmbedding(of, counted, { dimensions, seed: 5, rounds: 400 });
  const vectors = placeRows(of, embedding);
  const centres = sphericalMeans({ dimensions, vectors, weights: counted }, { parts: 3, seed: 1 });
  const { nearest } = nearestCentres({ dimensions, vectors }, centres);
  expect(adjustedRandIndex(nearest, parts)).toBeGreaterThan(0.95);
});

test('planted parts are found in their number', () => {
  const { rows, truth } = planted(400, 4, 0.02);
  const { isStable, partition } = found(rows);
  expect(isStable).toBe(true);
  expect(partition?.nParts).toBe(4);
  expect(adjustedRandIndex(partition?.parts.map((part) => part + 1) ?? [], truth)).toBeGreaterThan(0.95);
});

test('nothing is stable where columns are strewn by chance', () => {
  const { rows } = planted(400, 4, 0.4);
  expect(found(rows).isStable).toBe(false);
});

test('the same rows give the same bytes, further rows are placed as the same ones were', () => {
  const { rows } = planted(300, 3, 0.03);
  const [a, b] = [found(rows).partition, found(rows).partition];
  expect(a).toEqual(b);
  const again = partOfRows(incidence(rows.slice(0, 50), 60), {
    ...(a as NonNullable<typeof a>),
    leastCosine: OPTIONS.leastCosine,
  });
  expect([...again]).toEqual([...(a?.parts.slice(0, 50) ?? [])]);
});

test('rows without columns belong to no part, and none is small enough to be a handful', () => {
  const { rows } = planted(300, 3, 0.03);
  const { partition } = found([...rows, [], []]);
  expect([...(partition?.parts.slice(-2) ?? [])]).toEqual([-1, -1]);
  expect(found(rows, { leastRows: 1_000 })).toEqual({ isStable: false, partition: null });
});

test('rows that are all alike make no parts and no NaN', () => {
  const { isStable, partition } = found(Array.from({ length: 200 }, () => [0, 1, 2]));
  expect(isStable).toBe(false);
  expect([...(partition?.centres ?? [])].every(Number.isFinite)).toBe(true);
});
