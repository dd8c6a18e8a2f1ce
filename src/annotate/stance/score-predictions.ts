import { bootstrapIntervals } from '../../learn/bootstrap-interval.ts';
import { classificationScores, type Prediction } from '../../learn/classification-scores.ts';
import { STANCE_CLASSES } from './gold.ts';
import type { StratumScores } from './model-card.ts';

/** How intervals are drawn. */
export interface ScoringOptions {
  readonly resamples: number;
  readonly level: number;
  readonly seed: number;
}

/** Scores of coded and decided mentions, with intervals that resample whole groups. */
export function scorePredictions(
  predictions: readonly Prediction[],
  groups: readonly string[],
  options: ScoringOptions,
): StratumScores {
  const all = classificationScores(predictions, 3);
  const intervals = bootstrapIntervals((places) => headline(predictions, places), { ...options, groups });
  const classes = STANCE_CLASSES.map((label, c) => [label, all.perClass[c]] as const);
  return {
    n: all.n,
    nGroups: new Set(groups).size,
    macroF1: intervals.macroF1,
    f1FavorAgainst: intervals.f1FavorAgainst,
    accuracy: intervals.accuracy,
    perClass: Object.fromEntries(classes) as unknown as StratumScores['perClass'],
    confusion: all.confusion,
    expectedCalibrationError: all.expectedCalibrationError,
    abstained: all.abstained,
  };
}

/** Only the scores that get an interval, counted without making objects for every draw. */
function headline(
  predictions: readonly Prediction[],
  places: readonly number[],
): { macroF1: number; f1FavorAgainst: number; accuracy: number } {
  const hits = [0, 0, 0];
  const sums = [0, 0, 0];
  for (const place of places) {
    const { label, decided } = predictions[place] as Prediction;
    sums[label]! += 1;
    if (decided === null) continue;
    sums[decided]! += 1;
    if (decided === label) hits[label]! += 1;
  }
  const [against, neither, favor] = hits.map((hit, c) =>
    sums[c] === 0 ? 0 : (2 * hit) / (sums[c] as number),
  );
  const total = hits.reduce((sum, hit) => sum + hit, 0);
  return {
    macroF1: ((against as number) + (neither as number) + (favor as number)) / 3,
    f1FavorAgainst: ((against as number) + (favor as number)) / 2,
    accuracy: places.length === 0 ? 0 : total / places.length,
  };
}
