import type { NoScoreReason, Score } from '../../domain/evaluation.ts';
import { bootstrapIntervals, type IntervalScore } from '../../learn/bootstrap-interval.ts';
import { expandedLevel } from '../../learn/expanded-level.ts';
import { agreementShares, cohenKappa } from '../../stats/cohen-kappa.ts';
import { krippendorffAlpha, nominalDisagreement } from '../../stats/krippendorff-alpha.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import type { ScoringOptions } from './score-predictions.ts';

/** The label of each annotator for one row, as the place in the codebook; null = it does not say. */
export type LabelUnit = readonly (number | null)[];

/** Agreement of all annotators and of each two. */
export interface AgreementScores {
  readonly alpha: Score;
  readonly share: Score;
  readonly pairs: readonly {
    readonly a: number;
    readonly b: number;
    readonly n: number;
    readonly share: Score;
    readonly kappa: Score;
  }[];
}

const N_LABELS = 3;

/**
 * Agreement with intervals: percentiles of a bootstrap of whole groups at the level that makes up for few groups, and
 * never narrower than the share of equal rows would have if rows were independent (Wilson), with the agreement that
 * chance gives held fixed. One group alone bounds nothing. Cost: resamples × rows × pairs.
 */
export function agreementScores(
  units: readonly LabelUnit[],
  groups: readonly string[],
  options: ScoringOptions,
): AgreementScores {
  const nAnnotators = units[0]?.length ?? 0;
  const pairs = Array.from({ length: nAnnotators }, (_, a) =>
    Array.from({ length: nAnnotators - a - 1 }, (_, k): [number, number] => [a, a + 1 + k]),
  ).flat();
  const scoresOf = (places: readonly number[]): Record<string, number> => {
    const drawn = places.map((place) => units[place] as LabelUnit);
    const scores: Record<string, number> = {
      alpha: krippendorffAlpha(drawn, N_LABELS),
      share: sharedBy(drawn),
    };
    pairs.forEach((pair, i) => {
      const table = pairTable(drawn, pair);
      scores[`share${i}`] = agreementShares(table).observed;
      scores[`kappa${i}`] = cohenKappa(table);
    });
    return scores;
  };
  const nGroups = new Set(groups).size;
  const level = expandedLevel(options.level, nGroups);
  const drawn = bootstrapIntervals(scoresOf, { ...options, level, groups });
  const bounds = { drawn, nGroups };
  const { observed, expected, nUnits } = nominalDisagreement(units, N_LABELS);
  const wilson = (share: number, n: number) => wilsonInterval(share * n, n, options.level);
  const none: NoScoreReason = nUnits === 0 ? 'no-shared-row' : 'one-label';
  return {
    alpha: bounded('alpha', none, {
      ...bounds,
      floor: nUnits === 0 ? null : wilson(1 - observed, nUnits).map((share) => 1 - (1 - share) / expected),
    }),
    share: bounded('share', none, {
      ...bounds,
      floor: nUnits === 0 ? null : wilson(sharedBy(units), nUnits),
    }),
    pairs: pairs.map(([a, b], i) => {
      const table = pairTable(units, [a, b]);
      const n = table.flat().reduce((sum, count) => sum + count, 0);
      const chance = agreementShares(table);
      const floor = n === 0 ? null : wilson(chance.observed, n);
      const reason = n === 0 ? 'no-shared-row' : 'one-label';
      return {
        ...{ a, b, n },
        share: bounded(`share${i}`, reason, { ...bounds, floor }),
        kappa: bounded(`kappa${i}`, reason, {
          ...bounds,
          floor: floor?.map((share) => (share - chance.expected) / (1 - chance.expected)) ?? null,
        }),
      };
    }),
  };
}

function pairTable(units: readonly LabelUnit[], [a, b]: readonly [number, number]): number[][] {
  const table = Array.from({ length: N_LABELS }, () => new Array<number>(N_LABELS).fill(0));
  for (const unit of units) {
    const [first, second] = [unit[a] as number | null, unit[b] as number | null];
    if (first !== null && second !== null) table[first]![second]! += 1;
  }
  return table;
}

/** Share of units with one label only among those with at least two; NaN without such units. */
function sharedBy(units: readonly LabelUnit[]): number {
  let [n, equal] = [0, 0];
  for (const unit of units) {
    let [said, first, same] = [0, -1, true];
    for (const label of unit) {
      if (label === null) continue;
      if (said++ === 0) first = label;
      else if (label !== first) same = false;
    }
    if (said < 2) continue;
    n++;
    if (same) equal++;
  }
  return equal / n;
}

function bounded(
  name: string,
  reason: NoScoreReason,
  options: {
    readonly drawn: Readonly<Record<string, IntervalScore>>;
    readonly nGroups: number;
    readonly floor: readonly number[] | null;
  },
): Score {
  const score = options.drawn[name] as IntervalScore;
  const { value } = score;
  if (!Number.isFinite(value)) return { value: null, lower: null, upper: null, reason };
  const least = name.startsWith('share') ? 0 : -1;
  if (options.nGroups < 2) return { value, lower: least, upper: 1 };
  const [low = value, high = value] = options.floor ?? [];
  return {
    value,
    lower: Math.max(least, Math.min(score.lower, low, value)),
    upper: Math.min(1, Math.max(score.upper, high, value)),
  };
}
