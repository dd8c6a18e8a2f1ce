/**
 * The threshold at or above which deciding for a label gives the largest F1: halfway between the last probability that
 * passes and the first that does not. Of equal ones the highest. Give it probabilities of examples the classifier has
 * not seen. Without an example that has the label: 0.5.
 */
export function chooseThreshold(
  examples: readonly { readonly coded: boolean; readonly probability: number }[],
): number {
  const falling = [...examples].sort((a, b) => b.probability - a.probability);
  const total = falling.filter((one) => one.coded).length;
  let best = { f1: 0, threshold: 0.5 };
  let hits = 0;
  falling.forEach(({ coded, probability }, i) => {
    if (coded) hits++;
    const next = falling[i + 1]?.probability ?? 0;
    // Equal probabilities pass together.
    if (next === probability) return;
    const f1 = (2 * hits) / (i + 1 + total);
    if (f1 > best.f1) best = { f1, threshold: (probability + next) / 2 };
  });
  return best.threshold;
}
