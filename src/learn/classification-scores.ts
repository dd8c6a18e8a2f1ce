/** True class, decided class (null = abstained) and probabilities of one example. */
export interface Prediction {
  readonly label: number;
  readonly decided: number | null;
  /** One probability per class, summing to 1. */
  readonly probabilities: readonly number[] | Float64Array;
}

/** Precision, recall and F1 of one class, each in [0, 1]; 0 where there is nothing to divide by. */
interface ClassScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

/** What {@link classificationScores} finds. */
export interface ClassificationScores {
  readonly n: number;
  readonly perClass: readonly ClassScores[];
  /** Mean F1 over the classes. */
  readonly macroF1: number;
  readonly accuracy: number;
  /** `confusion[true][decided]`; abstentions are counted apart. */
  readonly confusion: readonly (readonly number[])[];
  readonly abstained: number;
  readonly expectedCalibrationError: number;
}

/** Per-class F1, macro-F1, accuracy, confusion matrix and calibration error. An abstention is a miss. */
export function classificationScores(
  predictions: readonly Prediction[],
  classes: number,
): ClassificationScores {
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  const support = new Array<number>(classes).fill(0);
  let abstained = 0;
  for (const { label, decided } of predictions) {
    support[label] = (support[label] as number) + 1;
    if (decided === null) abstained++;
    else (confusion[label] as number[])[decided] = ((confusion[label] as number[])[decided] as number) + 1;
  }
  const perClass = support.map((n, c) => {
    const hits = confusion[c]?.[c] as number;
    const decided = confusion.reduce((sum, row) => sum + (row[c] as number), 0);
    const f1 = decided + n === 0 ? 0 : (2 * hits) / (decided + n);
    return { precision: share(hits, decided), recall: share(hits, n), f1, support: n };
  });
  const hits = confusion.reduce((sum, row, c) => sum + (row[c] as number), 0);
  return {
    n: predictions.length,
    perClass,
    macroF1: perClass.reduce((sum, one) => sum + one.f1, 0) / classes,
    accuracy: share(hits, predictions.length),
    confusion,
    abstained,
    expectedCalibrationError: expectedCalibrationError(predictions),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/**
 * Expected calibration error (Naeini et al. 2015): examples are binned by the probability of their most probable
 * class into 15 bins of equal width; the mean distance between that probability and the share of hits, weighted by
 * bin size. In [0, 1]; 0 for no examples. Biased upwards in small samples.
 */
export function expectedCalibrationError(predictions: readonly Prediction[], bins = 15): number {
  const sums = new Float64Array(bins);
  for (const { label, probabilities } of predictions) {
    let top = 0;
    for (let c = 1; c < probabilities.length; c++)
      if ((probabilities[c] as number) > (probabilities[top] as number)) top = c;
    const p = probabilities[top] as number;
    const bin = Math.min(bins - 1, Math.floor(p * bins));
    sums[bin] = (sums[bin] as number) + p - (top === label ? 1 : 0);
  }
  return predictions.length === 0
    ? 0
    : sums.reduce((sum, gap) => sum + Math.abs(gap), 0) / predictions.length;
}
