const STEPS = [0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.3, 2.7, 3.2];

/**
 * Factors for the probabilities of against and favor (neither keeps 1) under which the most weighted class gives the
 * best macro-F1 on out-of-fold probabilities. Where most mentions are neutral, the most probable class alone would
 * hardly ever say favor or against. A grid of eleven steps each; ties go to the smaller factors.
 */
export function chooseDecisionWeights(
  labels: readonly number[],
  probabilities: readonly Float64Array[],
): [number, number, number] {
  let best: [number, number, number] = [1, 1, 1];
  let top = -1;
  for (const against of STEPS) {
    for (const favor of STEPS) {
      const score = macroF1(labels, probabilities, [against, 1, favor]);
      if (score > top + 1e-12) [best, top] = [[against, 1, favor], score];
    }
  }
  return best;
}

function macroF1(
  labels: readonly number[],
  probabilities: readonly Float64Array[],
  factors: readonly number[],
): number {
  const hits = [0, 0, 0];
  const sums = [0, 0, 0];
  labels.forEach((label, i) => {
    const p = probabilities[i] as Float64Array;
    let decided = 0;
    for (let c = 1; c < 3; c++)
      if ((p[c] as number) * (factors[c] as number) > (p[decided] as number) * (factors[decided] as number))
        decided = c;
    sums[label]! += 1;
    sums[decided]! += 1;
    if (label === decided) hits[label]! += 1;
  });
  return hits.reduce((sum, hit, c) => sum + (sums[c] === 0 ? 0 : (2 * hit) / (sums[c] as number)), 0) / 3;
}
