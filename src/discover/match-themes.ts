/** How the themes of two partitions of the same texts go together. */
export interface ThemeMatch {
  /** The earlier theme that each later one continues; −1 = none. */
  readonly continues: readonly number[];
  /** The earlier theme that had at least half of the texts of each later one; −1 = none. */
  readonly from: readonly number[];
  /** The later theme that has at least half of the texts of each earlier one; −1 = none. */
  readonly into: readonly number[];
}

/** From this share on the texts of one theme are those of another. */
const HALF = 0.5;

/**
 * Matches themes by the texts that both partitions were given: a later theme continues the earlier one with which it shares more texts than
 * with any other, where that one too shares more with it than with any other, and they are at least half of the smaller of the two. So each continues one
 * at most. Of equals the first counts. Cost: texts + themes².
 * @param earlier theme of each text; −1 = none
 * @param later in the same order
 */
export function matchThemes(
  earlier: Int32Array,
  later: Int32Array,
  { nEarlier, nLater }: { readonly nEarlier: number; readonly nLater: number },
): ThemeMatch {
  const shared = Array.from({ length: nEarlier }, () => new Float64Array(nLater));
  const [inEarlier, inLater] = [new Float64Array(nEarlier), new Float64Array(nLater)];
  for (let i = 0; i < earlier.length; i++) {
    const [a, b] = [earlier[i] as number, later[i] as number];
    if (a >= 0) inEarlier[a] = (inEarlier[a] as number) + 1;
    if (b >= 0) inLater[b] = (inLater[b] as number) + 1;
    if (a < 0 || b < 0) continue;
    const row = shared[a] as Float64Array;
    row[b] = (row[b] as number) + 1;
  }
  const at = (a: number, b: number): number => shared[a]?.[b] ?? 0;
  const bestLater = shared.map((row) => largest(nLater, (b) => row[b] as number));
  const bestEarlier = Array.from({ length: nLater }, (_, b) => largest(nEarlier, (a) => at(a, b)));
  const isHalf = (n: number, of: number): boolean => n > 0 && n >= HALF * of;
  return {
    continues: bestEarlier.map((a, b) => {
      const smaller = Math.min(inEarlier[a] ?? 0, inLater[b] as number);
      return a >= 0 && bestLater[a] === b && isHalf(at(a, b), smaller) ? a : -1;
    }),
    from: bestEarlier.map((a, b) => (isHalf(at(a, b), inLater[b] as number) ? a : -1)),
    into: bestLater.map((b, a) => (isHalf(at(a, b), inEarlier[a] as number) ? b : -1)),
  };
}

/** Place of the largest of n numbers, the first of equals; −1 where none is above 0. */
function largest(n: number, valueAt: (i: number) => number): number {
  let [best, most] = [-1, 0];
  for (let i = 0; i < n; i++) {
    const value = valueAt(i);
    if (value > most) [best, most] = [i, value];
  }
  return best;
}
