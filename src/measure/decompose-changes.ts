import type {
  Contribution,
  Decomposition,
  DecompositionLevel,
  Dimension,
  PartOfChange,
} from '../domain/decomposition.ts';
import type { Estimate, Period } from '../domain/estimate.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { type Driver, driverContributions } from '../stats/driver-contributions.ts';
import type { Bounded } from '../stats/linear-estimate.ts';
import type { TwoWayCrossProducts } from '../stats/linearized-covariance.ts';
import { seededRandom } from '../stats/random.ts';
import type { MeasureConfig } from '../study/config.ts';
import { type ChosenLevel, type ChosenSide, isEnough } from './choose-levels.ts';
import { meanMethod } from './mean-method.ts';

/** Draws for the probabilities of being first: their Monte Carlo error is at most 1.1 points. */
const RANK_DRAWS = 2000;

/** One change of one target in one stratum, and what it is split over. */
export interface ChangeInputs {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly event: string | null;
  readonly from: Period;
  readonly to: Period;
  readonly dimension: Dimension;
  readonly levels: readonly ChosenLevel[];
  readonly crossProducts: TwoWayCrossProducts;
  /** Mentions, authors and clusters of copies behind the change and each side. */
  readonly counts: { readonly before: Counts; readonly after: Counts; readonly change: Counts };
  /** Balances and change as counted by the contrast of the event, where it has them: of whole mentions, where levels hold parts of them. */
  readonly counted: {
    readonly before: Estimate | null;
    readonly after: Estimate | null;
    readonly change: Estimate | null;
  };
  /** The same change corrected for classifier error. */
  readonly corrected: Estimate | null;
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
  readonly seed: number;
}

/**
 * Splits one change of net balance over the levels of one dimension. The labels are taken as they are, and the mix as it
 * was observed: contributions sum to the raw change.
 */
export function decomposeChange(inputs: ChangeInputs): Decomposition {
  const { levels, measure, dimension } = inputs;
  const { confidenceLevel: level } = measure;
  const { change, drivers, kinds, ...whole } = driverContributions(levels, inputs.crossProducts, {
    form: measure.decomposition,
    confidenceLevel: level,
    draws: RANK_DRAWS,
    random: seededRandom(inputs.seed),
  });
  const named = drivers.map((driver, i) => ({ driver, of: levels[i] as ChosenLevel }));
  const direction = change.value < 0 ? -1 : 1;
  const { counted } = inputs;
  const raw = counted.change ?? changeEstimate(change, inputs);
  const byContribution = named.toSorted(
    (a, b) =>
      direction * (b.driver.contribution.value - a.driver.contribution.value) ||
      (a.of.level < b.of.level ? -1 : 1),
  );
  return {
    target: inputs.target,
    stratum: inputs.stratum,
    event: inputs.event,
    from: inputs.from,
    to: inputs.to,
    dimension,
    before: counted.before ?? sideEstimate(whole.before, 'before', inputs),
    after: counted.after ?? sideEstimate(whole.after, 'after', inputs),
    change: raw,
    corrected: inputs.corrected,
    measurement: measurementPart(raw, inputs.corrected),
    contributions: byContribution.flatMap(({ driver, of }) =>
      driver.terms.map(
        ({ kind, probabilityFirst, ...term }): Contribution => ({
          dimension,
          level: of.level,
          kind,
          ...partOfChange(term, level),
          probabilityFirst,
        }),
      ),
    ),
    kinds: kinds.map(({ kind, ...part }) => ({ kind, ...partOfChange(part, level) })),
    words: [],
    levels: byContribution.map(({ driver, of }) => levelOf(driver, of, inputs)),
  };
}

/**
 * The decompositions with their q-values. One family of tests is all levels of one dimension in the finding: whatever
 * event, target and class they belong to, a reader looks at them all.
 */
export function withQValues(decompositions: readonly Decomposition[]): Decomposition[] {
  const found = new Map<string, number[]>();
  for (const [dimension, mine] of Map.groupBy(decompositions, (one) => one.dimension)) {
    found.set(
      dimension,
      benjaminiHochberg(mine.flatMap(({ levels }) => levels.map((level) => level.qValue))),
    );
  }
  return decompositions.map((one) => {
    const q = found.get(one.dimension)?.splice(0, one.levels.length) ?? [];
    return { ...one, levels: one.levels.map((level, i) => ({ ...level, qValue: q[i] as number })) };
  });
}

/**
 * What of a change is the annotator's error. How the raw and the corrected change depend on each other is not kept, so the
 * standard error and the interval are the widest they can be: the sums of both.
 */
export function measurementPart(raw: Estimate, corrected: Estimate | null): PartOfChange | null {
  if (raw.kind !== 'estimate' || corrected?.kind !== 'estimate') return null;
  const { lower, upper, level } = raw.interval;
  return {
    value: raw.value - corrected.value,
    standardError: raw.standardError + corrected.standardError,
    interval: { lower: lower - corrected.interval.upper, upper: upper - corrected.interval.lower, level },
  };
}

function partOfChange({ value, standardError, lower, upper }: Bounded, level: number): PartOfChange {
  return { value, standardError, interval: { lower, upper, level } };
}

function levelOf(driver: Driver, of: ChosenLevel, inputs: ChangeInputs): DecompositionLevel {
  const { measure, from, to } = inputs;
  const side = (which: 'before' | 'after') => {
    const period = which === 'before' ? from : to;
    const counts = countsOf(of[which]);
    const whole = inputs.levels.reduce((sum, one) => sum + one[which].kishSize, 0);
    const share = which === 'before' ? driver.shareBefore : driver.shareAfter;
    const mean = which === 'before' ? driver.meanBefore : driver.meanAfter;
    return {
      share: estimated(share, {
        ...inputs,
        period,
        counts,
        single: share.value * (1 - share.value),
        size: whole,
      }),
      balance:
        mean === null || !isEnough(of[which], measure)
          ? missing(of[which], { period, measure, counts })
          : estimated(mean, {
              ...inputs,
              period,
              counts,
              single: of[which].yy / of[which].n - mean.value ** 2,
              size: of[which].kishSize,
            }),
    };
  };
  const [before, after] = [side('before'), side('after')];
  return {
    level: of.level,
    shareBefore: before.share,
    shareAfter: after.share,
    balanceBefore: before.balance,
    balanceAfter: after.balance,
    contribution: partOfChange(driver.contribution, measure.confidenceLevel),
    excess: partOfChange(driver.excess, measure.confidenceLevel),
    probabilityFirst: driver.first,
    probabilityFirstThree: driver.firstThree,
    qValue: driver.pValue,
  };
}

/** What a number rests on. */
interface Counts {
  readonly nDocuments: number;
  readonly nAuthors: number;
  readonly nClusters: number;
}

interface EstimateOptions {
  readonly period: Period;
  readonly counts: Counts;
  /** Variance of single observations, and their effective number without clusters. */
  readonly single: number;
  readonly size: number;
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
}

function estimated({ value, standardError, lower, upper }: Bounded, options: EstimateOptions): Estimate {
  const { period, counts, single, size, measure, weights } = options;
  return {
    kind: 'estimate',
    period,
    value,
    standardError,
    interval: { lower, upper, level: measure.confidenceLevel },
    effectiveSampleSize: single > 0 ? Math.min(size, single / standardError ** 2) : size,
    ...counts,
    method: meanMethod(weights),
    correction: 'none',
    mix: 'observed',
  };
}

function missing(
  side: ChosenSide,
  { period, measure, counts }: { period: Period; measure: MeasureConfig; counts: Counts },
): Estimate {
  const reason =
    side.nMentions === 0
      ? 'no-mentions'
      : side.nMentions < measure.minimumMentions
        ? 'too-few-mentions'
        : 'too-few-authors';
  return { kind: 'not-estimable', period, reason, ...counts };
}

function sideEstimate(mean: Bounded, side: 'before' | 'after', inputs: ChangeInputs): Estimate {
  const counts = inputs.counts[side];
  return estimated(mean, {
    ...inputs,
    counts,
    period: side === 'before' ? inputs.from : inputs.to,
    single: singleVariance(inputs.levels, side),
    size: counts.nDocuments,
  });
}

function changeEstimate(change: Bounded, inputs: ChangeInputs): Estimate {
  const { levels, from, to, counts } = inputs;
  return estimated(change, {
    ...inputs,
    counts: counts.change,
    period: { start: from.start, end: to.end },
    single: 2 * (singleVariance(levels, 'before') + singleVariance(levels, 'after')),
    size: counts.change.nDocuments,
  });
}

/** Variance of the values of single mentions on one side. */
function singleVariance(levels: readonly ChosenLevel[], side: 'before' | 'after'): number {
  const sum = (of: (one: ChosenSide) => number): number => levels.reduce((s, one) => s + of(one[side]), 0);
  const n = sum((one) => one.n);
  return sum((one) => one.yy) / n - (sum((one) => one.y) / n) ** 2;
}

function countsOf({ nMentions, nAuthors, copyGroups }: ChosenSide): Counts {
  return { nDocuments: nMentions, nAuthors, nClusters: copyGroups };
}
