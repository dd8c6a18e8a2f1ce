import { BugError } from '../errors/errors.ts';

/**
 * Agreement of two partitions of the same things, corrected for chance: adjusted Rand index (Hubert and Arabie 1985). 1 = the
 * same partition, whatever its parts are called; about 0 = what chance gives; it can be a little below. Pairs of things
 * are counted that both partitions hold together or apart. Two partitions of one part each agree: 1. Cost: things + parts².
 *
 * @param first part of each thing, whole numbers from 0
 * @param second in the same order
 * @example adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0]) // 1
 */
export function adjustedRandIndex(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length) {
    throw new BugError(`partitions of ${first.length} and ${second.length} things`);
  }
  const [rows, columns] = [1 + largest(first), 1 + largest(second)];
  const cells = new Float64Array(rows * columns);
  const [inFirst, inSecond] = [new Float64Array(rows), new Float64Array(columns)];
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i] as number, second[i] as number];
    cells[a * columns + b] = (cells[a * columns + b] as number) + 1;
    inFirst[a] = (inFirst[a] as number) + 1;
    inSecond[b] = (inSecond[b] as number) + 1;
  }
  const [together, a, b] = [pairs(cells), pairs(inFirst), pairs(inSecond)];
  const all = (first.length * (first.length - 1)) / 2;
  const expected = all === 0 ? 0 : (a * b) / all;
  const most = (a + b) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function pairs(counts: Float64Array): number {
  return counts.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
}

function largest(parts: ArrayLike<number>): number {
  let most = -1;
  for (let i = 0; i < parts.length; i++) most = Math.max(most, parts[i] as number);
  return most;
}
