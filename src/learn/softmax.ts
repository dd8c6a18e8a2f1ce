/** Turns logits into probabilities, in place: `exp(z / temperature)`, scaled to sum to 1. */
export function softmaxInPlace(logits: Float64Array, temperature = 1): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const z of logits) top = Math.max(top, z);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    const e = Math.exp(((logits[i] as number) - top) / temperature);
    logits[i] = e;
    sum += e;
  }
  for (let i = 0; i < logits.length; i++) logits[i] = (logits[i] as number) / sum;
}
