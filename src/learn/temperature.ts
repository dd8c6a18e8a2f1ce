import { softmaxInPlace } from './softmax.ts';

/** Logits of one example (one per class) and the index of its true class. */
export interface ScoredExample {
  readonly logits: Float64Array;
  readonly label: number;
}

/**
 * The temperature that makes probabilities honest (Guo et al. 2017, "On calibration of modern neural networks"):
 * the divisor of the logits with the smallest mean negative log-likelihood, found by golden-section search on
 * [0.1, 10]. Fit it on logits of examples the model has not seen (out of fold). Without examples: 1.
 */
export function fitTemperature(examples: readonly ScoredExample[]): number {
  if (examples.length === 0) return 1;
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.1), Math.log(10)];
  for (let i = 0; i < 40; i++) {
    const a = high - ratio * (high - low);
    const b = low + ratio * (high - low);
    if (meanLogLoss(examples, Math.exp(a)) < meanLogLoss(examples, Math.exp(b))) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}

/** Mean negative log-likelihood of the true classes at a temperature, in nats. */
export function meanLogLoss(examples: readonly ScoredExample[], temperature: number): number {
  let sum = 0;
  for (const { logits, label } of examples) {
    const p = Float64Array.from(logits);
    softmaxInPlace(p, temperature);
    sum -= Math.log(Math.max(p[label] as number, 1e-12));
  }
  return sum / examples.length;
}
