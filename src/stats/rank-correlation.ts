import { normalQuantile } from './normal.ts';

/** A correlation with its interval. */
export interface Correlation {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, ties sharing their mean rank.
 *
 * Interval: Fisher's z with standard error √((1 + r²/2) / (n − 3)) (Bonett and Wright 2000), which holds for small samples
 * where Pearson's would not. Assumes that pairs are independent of each other: waves of one poll in a row are so only
 * roughly. −1…1. Null with fewer than five pairs, or where one side does not vary. Cost: n log n.
 * @example spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], 0.95)?.value // 0.8
 */
export function spearman(
  x: readonly number[],
  y: readonly number[],
  confidenceLevel: number,
): Correlation | null {
  if (x.length < 5) return null;
  const [a, b] = [ranks(x), ranks(y)];
  const value = pearson(a, b);
  if (value === null) return null;
  return fisherInterval(value, Math.sqrt((1 + value ** 2 / 2) / (x.length - 3)), confidenceLevel);
}

/**
 * Kendall's τ-b: concordant minus discordant pairs over the geometric mean of the pairs that are not tied on each side.
 *
 * Interval: Fisher's z with standard error √(0.437 / (n − 4)) (Fieller, Hartley and Pearson 1957). Assumptions and range as
 * for {@link spearman}. Null with fewer than five pairs, or where one side does not vary. Cost: n².
 * @example kendall([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], 0.95)?.value // 0.6
 */
export function kendall(
  x: readonly number[],
  y: readonly number[],
  confidenceLevel: number,
): Correlation | null {
  if (x.length < 5) return null;
  let [score, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const dx = Math.sign((x[i] as number) - (x[j] as number));
      const dy = Math.sign((y[i] as number) - (y[j] as number));
      score += dx * dy;
      untiedX += Math.abs(dx);
      untiedY += Math.abs(dy);
    }
  }
  if (untiedX === 0 || untiedY === 0) return null;
  const value = score / Math.sqrt(untiedX * untiedY);
  return fisherInterval(value, Math.sqrt(0.437 / (x.length - 4)), confidenceLevel);
}

/** Limits on Fisher's scale; a correlation of ±1 is taken a little inside, so that its interval has a width. */
function fisherInterval(value: number, standardError: number, confidenceLevel: number): Correlation {
  const half = normalQuantile((1 + confidenceLevel) / 2) * standardError;
  const z = Math.atanh(Math.min(Math.max(value, -0.999), 0.999));
  return {
    value,
    lower: Math.min(Math.tanh(z - half), value),
    upper: Math.max(Math.tanh(z + half), value),
  };
}

function pearson(a: readonly number[], b: readonly number[]): number | null {
  const mean = (list: readonly number[]): number => list.reduce((sum, v) => sum + v, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (f: (i: number) => number): number => a.reduce((s, _, i) => s + f(i), 0);
  const da = (i: number): number => (a[i] as number) - ma;
  const db = (i: number): number => (b[i] as number) - mb;
  const [aa, bb] = [sum((i) => da(i) ** 2), sum((i) => db(i) ** 2)];
  if (aa === 0 || bb === 0) return null;
  return Math.min(1, Math.max(-1, sum((i) => da(i) * db(i)) / Math.sqrt(aa * bb)));
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((p, q) => p.value - q.value);
  const result = values.map(() => 0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to++;
    for (let k = from; k <= to; k++) result[order[k]?.i as number] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return result;
}
