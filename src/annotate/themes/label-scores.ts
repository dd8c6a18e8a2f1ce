import { bootstrapIntervals } from '../../learn/bootstrap-interval.ts';
import { expandedLevel } from '../../learn/expanded-level.ts';
import type { LabelScores } from './theme-card.ts';

/** Whether a passage has a label, as coded and as decided. */
export interface LabelOutcome {
  readonly coded: boolean;
  readonly decided: boolean;
  readonly group: string;
}

/** How intervals are drawn. */
export interface LabelScoring {
  readonly resamples: number;
  readonly level: number;
  readonly seed: number;
}

/** Precision, recall and F1 of one label, 0 where there is nothing to divide by, with intervals that resample groups. */
export function scoreLabel(outcomes: readonly LabelOutcome[], scoring: LabelScoring): LabelScores {
  const groups = outcomes.map((one) => one.group);
  const coded = outcomes.filter((one) => one.coded);
  const level = expandedLevel(scoring.level, new Set(groups).size);
  const intervals = bootstrapIntervals((places) => count(outcomes, places), { ...scoring, level, groups });
  return { ...intervals, rows: coded.length, groups: new Set(coded.map((one) => one.group)).size };
}

function count(
  outcomes: readonly LabelOutcome[],
  places: readonly number[],
): { precision: number; recall: number; f1: number } {
  let [hits, coded, decided] = [0, 0, 0];
  for (const place of places) {
    const one = outcomes[place] as LabelOutcome;
    if (one.coded) coded++;
    if (one.decided) decided++;
    if (one.coded && one.decided) hits++;
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    precision: share(hits, decided),
    recall: share(hits, coded),
    f1: share(2 * hits, coded + decided),
  };
}
