import type { CodedMention, CodingStratum } from '../domain/coding.ts';
import { annotatorDrift } from '../stats/annotator-drift.ts';
import { meanVariances } from '../stats/clustered-mean.ts';
import {
  type ByGrouping,
  type CodedObservation,
  type CorrectedContrast,
  correctedContrast,
  type NotCorrectable,
  type ScoreContrast,
} from '../stats/corrected-contrast.ts';
import { codedPeriods } from '../stats/corrected-period.ts';
import { type DriftPosterior, driftPosterior, type PathObservation } from '../stats/rectifier-path.ts';
import type { CellMoments, CellValue } from '../store/queries/cell-moments.ts';
import type { ScoreTotals } from '../store/queries/scores.ts';
import { type WeighedCoding, weighCodings } from './coding-weights.ts';
import { STANCE_VALUES, stanceValue } from './stance-value.ts';
import type { TimeBin } from './time-bins.ts';

/** What corrections are made of. */
export interface CorrectionInputs {
  readonly codings: readonly CodedMention[];
  readonly strata: readonly CodingStratum[];
  /** Moments of the annotator's probabilities. */
  readonly cells: readonly CellMoments[];
  /** Totals of the probabilities over the whole period. */
  readonly totals: ScoreTotals;
  readonly bins: readonly TimeBin[];
  readonly confidenceLevel: number;
}

/** Everything that the corrected estimates of one target and class share. */
export interface CellCorrection {
  readonly target: string;
  readonly class: string;
  readonly codings: readonly WeighedCoding[];
  /** Tuned once for the net balance of the whole period, so that shares sum to one and a change is after − before. */
  readonly lambda: number;
  /** Waves were drawn from the days of (nearly) all mentions. */
  readonly isWholePeriodCovered: boolean;
  readonly isCovered: (day: number) => boolean;
  readonly pooled: Readonly<Record<CellValue, PooledRectifier>>;
  readonly posterior: DriftPosterior;
  readonly netError: CorrectedContrast;
  readonly drift: ReturnType<typeof annotatorDrift>;
}

/** The residuals of one measure by bin. */
interface PooledRectifier {
  readonly observations: readonly PathObservation[];
  readonly deviation: number;
  readonly size: number;
}

const NOTHING: ByGrouping = { author: 0, copies: 0, both: 0 };
const NO_SCORE: ScoreContrast = { value: 0, variance: NOTHING, nGroups: 2 };
/** Share of the mentions that may lie outside of the days that waves were drawn from. */
const MOST_UNCOVERED = 0.05;

/** Prepares the correction of every target and class that has enough codings. */
export function prepareCorrections(inputs: CorrectionInputs): CellCorrection[] {
  return inputs.cells
    .filter((cell) => cell.bin === -1 && cell.nAnnotated > 0)
    .flatMap((cell) => prepareCorrection(cell, inputs) ?? []);
}

function prepareCorrection(cell: CellMoments, inputs: CorrectionInputs): CellCorrection | null {
  const isOf = (one: { readonly target: string; readonly class: string }): boolean =>
    one.target === cell.target && one.class === cell.class;
  const { codings, isCovered } = weighCodings(inputs.codings.filter(isOf), inputs.strata.filter(isOf));
  const named = { target: cell.target, class: cell.class };
  const tuned = levelContrast(cell, codings, { value: 'net', lambda: null, ...inputs });
  const error = netError(codings, inputs.confidenceLevel);
  if (tuned.kind !== 'corrected' || error.kind !== 'corrected') return null;
  const { lambda } = tuned;
  const of = (value: CellValue): PooledRectifier =>
    pooledRectifier(codings, { value, lambda, bins: inputs.bins });
  const pooled = { net: of('net'), favor: of('favor'), against: of('against'), neither: of('neither') };
  return {
    ...named,
    codings,
    lambda,
    isCovered,
    isWholePeriodCovered: uncoveredShare(cell, { ...inputs, isCovered }) <= MOST_UNCOVERED,
    pooled,
    posterior: driftPosterior(pooled.net.observations, { nPeriods: inputs.bins.length, ...pooled.net }),
    netError: error,
    drift: annotatorDrift(
      codings.map(({ mention, weight, expansion }) => ({
        ...codingKeys(mention),
        weight,
        expansion,
        day: mention.day,
        error: netOfLabel(mention.modelLabel) - netOfLabel(mention.label),
      })),
      inputs,
    ),
  };
}

/** The corrected whole-period value of one measure, by the design of the sample. */
export function levelContrast(
  cell: CellMoments,
  codings: readonly WeighedCoding[],
  options: {
    readonly value: CellValue;
    readonly lambda: number | null;
    readonly totals: ScoreTotals;
    readonly confidenceLevel: number;
  },
): CorrectedContrast | NotCorrectable {
  const { value, lambda, totals, confidenceLevel } = options;
  const { range } = STANCE_VALUES[value];
  const score = scoreMean(cell, value);
  const { sumN } = cell.moments[value].both;
  const observed = codings.map(({ mention, weight, expansion }): CodedObservation => {
    const total = (grouping: keyof ByGrouping): number => {
      const [whole] = totals(mention, grouping);
      return whole === undefined ? 0 : (stanceValue(value, whole) - score.value * whole.weight) / sumN;
    };
    return {
      ...codingKeys(mention),
      ...codingValues(mention, value),
      weight,
      expansion,
      design: [1],
      scoreTotals: { author: total('author'), copies: total('copies'), both: total('both') },
    };
  });
  return correctedContrast(score, observed, {
    contrast: [1],
    confidenceLevel,
    labelRange: range,
    range,
    lambda,
  });
}

/** The annotator's mean of one measure in a cell. */
export function scoreMean(cell: CellMoments, value: CellValue): ScoreContrast {
  const moments = cell.moments[value];
  return {
    value: moments.both.sumY / moments.both.sumN,
    variance: meanVariances(moments),
    nGroups: Math.min(moments.author.nGroups, moments.copies.nGroups),
  };
}

/** By what a coding depends on others. */
export function codingKeys(mention: CodedMention): Pick<CodedObservation, 'author' | 'copies' | 'stratum'> {
  return {
    author: String(mention.author),
    copies: String(mention.cluster),
    stratum: `${mention.wave}\0${mention.stratum}`,
  };
}

/** What the annotator and the coder say of a mention, as one measure. */
export function codingValues(
  mention: CodedMention,
  value: CellValue,
): Pick<CodedObservation, 'score' | 'label'> {
  const { label, pFavor, pAgainst } = mention;
  const coded = { favor: Number(label === 'favor'), against: Number(label === 'against'), weight: 1 };
  return {
    score: stanceValue(value, { favor: pFavor, against: pAgainst, weight: 1 }),
    label: stanceValue(value, coded),
  };
}

/** A label as a net balance: favor 1, against −1, else 0. */
export function netOfLabel(label: CodedMention['modelLabel']): number {
  return Number(label === 'favor') - Number(label === 'against');
}

function netError(
  codings: readonly WeighedCoding[],
  confidenceLevel: number,
): CorrectedContrast | NotCorrectable {
  const observed = codings.map(
    ({ mention, weight, expansion }): CodedObservation => ({
      ...codingKeys(mention),
      weight,
      expansion,
      design: [1],
      score: 0,
      label: netOfLabel(mention.modelLabel) - netOfLabel(mention.label),
      scoreTotals: NOTHING,
    }),
  );
  return correctedContrast(NO_SCORE, observed, {
    contrast: [1],
    confidenceLevel,
    labelRange: [-1, 1],
    range: [-2, 2],
    lambda: 0,
  });
}

function pooledRectifier(
  codings: readonly WeighedCoding[],
  {
    value,
    lambda,
    bins,
  }: { readonly value: CellValue; readonly lambda: number; readonly bins: readonly TimeBin[] },
): PooledRectifier {
  const residuals = codings.map(({ mention, weight }) => {
    const { score, label } = codingValues(mention, value);
    return {
      period: bins.findIndex(({ start, end }) => mention.day >= start && mention.day < end),
      author: String(mention.author),
      weight,
      residual: label - lambda * score,
    };
  });
  return codedPeriods(residuals, STANCE_VALUES[value].range);
}

/** Share of a cell's mentions in days that no wave was drawn from, by the days of each bin. */
function uncoveredShare(
  cell: CellMoments,
  of: Pick<CorrectionInputs, 'cells' | 'bins'> & Pick<CellCorrection, 'isCovered'>,
): number {
  let [outside, all] = [0, 0];
  for (const one of of.cells) {
    const bin = of.bins[one.bin];
    if (bin === undefined || one.target !== cell.target || one.class !== cell.class) continue;
    const days = Array.from({ length: bin.end - bin.start }, (_, k) => bin.start + k);
    const share = days.filter((day) => !of.isCovered(day)).length / days.length;
    outside += share * one.moments.net.both.sumN;
    all += one.moments.net.both.sumN;
  }
  return all === 0 ? 0 : outside / all;
}
