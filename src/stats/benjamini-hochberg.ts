/**
 * p-values adjusted so that, of all that are called significant, at most the stated share are false on average
 * (Benjamini and Hochberg 1995): p₍ᵢ₎·m/i, made monotone from the largest down.
 *
 * Holds for independent tests and for those that depend positively on each other. Cost: sorting.
 * Reference: Benjamini and Hochberg (1995), Controlling the false discovery rate, JRSS B 57, 289–300.
 *
 * @param pValues 0–1
 * @returns in the order given
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((a, b) => (pValues[b] as number) - (pValues[a] as number));
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  order.forEach((i, place) => {
    least = Math.min(least, ((pValues[i] as number) * pValues.length) / (pValues.length - place));
    adjusted[i] = least;
  });
  return adjusted;
}
