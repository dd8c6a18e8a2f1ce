/**
 * Krippendorff's alpha for nominal labels: agreement of any number of annotators beyond what their labels would give
 * if they were dealt out at random (Krippendorff 2011, "Computing Krippendorff's alpha-reliability").
 *
 * Formula: 1 − D_o / D_e. D_o is the share of unequal pairs within units, where each of the m(m − 1) ordered pairs of
 * a unit with m labels weighs 1/(m − 1); D_e is the share of unequal pairs among all labels of units with at least two.
 * 1 = full agreement, 0 = what chance gives, below 0 = less than chance.
 *
 * Assumes exchangeable annotators; annotators may have left out any units, and units with one label say nothing.
 * Where one label is much more common than the rest, alpha is low though few pairs differ: read it beside the share.
 * Cost: annotators × units.
 *
 * @param units per unit the label of each annotator, a whole number in 0 … nLabels − 1; null = none
 * @returns at most 1; NaN where there is no pair, or only one label
 * @example krippendorffAlpha([[0, 0], [1, 1], [0, 1], [1, null]], 2) // 0.4444…
 */
export function krippendorffAlpha(units: Iterable<readonly (number | null)[]>, nLabels: number): number {
  const { observed, expected } = nominalDisagreement(units, nLabels);
  return expected > 0 ? 1 - observed / expected : Number.NaN;
}

/** D_o and D_e of {@link krippendorffAlpha}, and the number of units with at least two labels. */
export function nominalDisagreement(
  units: Iterable<readonly (number | null)[]>,
  nLabels: number,
): { readonly observed: number; readonly expected: number; readonly nUnits: number } {
  const totals = new Float64Array(nLabels);
  const counts = new Float64Array(nLabels);
  let [nUnits, n, unequal] = [0, 0, 0];
  for (const unit of units) {
    counts.fill(0);
    let m = 0;
    for (const label of unit) {
      if (label === null) continue;
      counts[label]! += 1;
      m++;
    }
    if (m < 2) continue;
    nUnits++;
    n += m;
    let equal = 0;
    for (let label = 0; label < nLabels; label++) {
      const count = counts[label] as number;
      totals[label]! += count;
      equal += count * (count - 1);
    }
    unequal += (m * (m - 1) - equal) / (m - 1);
  }
  if (n === 0) return { observed: 0, expected: 0, nUnits };
  let different = n * (n - 1);
  for (const total of totals) different -= total * (total - 1);
  return { observed: unequal / n, expected: different / (n * (n - 1)), nUnits };
}
