import type { CodedMention } from '../domain/coding.ts';
import type { Estimate } from '../domain/estimate.ts';
import { MINIMUM_CODINGS } from '../stats/corrected-contrast.ts';
import { normalQuantile } from '../stats/normal.ts';
import type { PosteriorCells } from '../stats/posterior-cells.ts';
import type { QuantifierName } from '../stats/quantify.ts';
import { quantifyInterval } from '../stats/quantify-interval.ts';
import type { PosteriorCell } from '../store/queries/posterior-histogram.ts';

/** What a quantifier reads of one target and class. */
export interface QuantifyInputs {
  readonly name: QuantifierName;
  /** Histograms of the probabilities: of a level, or before and after an event. */
  readonly spans: readonly (readonly PosteriorCell[])[];
  /** Codings of the target and class, over the whole period. */
  readonly codings: readonly CodedMention[];
  readonly confidenceLevel: number;
  readonly seed: number;
}

type Estimated = Extract<Estimate, { kind: 'estimate' }>;

const CLASSES = ['against', 'neither', 'favor'] as const;
const FUNCTIONAL = [-1, 0, 1] as const;
const RESAMPLES = 40;

/**
 * A net balance, or its change, by a quantifier: classes as the codings know them, shares as the quantifier gives them.
 * The error of a change takes its sides as independent, though they share codings: it is too wide rather than too narrow.
 * @param counted the same counted from labels, in the order of the spans; with a change, its two sides
 * @param whole the level or change counted from labels, of which the counts are kept
 */
export function quantifyStance(
  whole: Estimate,
  counted: readonly Estimate[],
  inputs: QuantifyInputs,
): Estimate {
  if (whole.kind !== 'estimate' || counted.some((one) => one.kind !== 'estimate')) return whole;
  const coded = codedCells(inputs.codings);
  const isFree = inputs.name === 'probabilistic-count';
  const nCoded = coded.reduce((sum, { weights }) => sum + weights.reduce((s, w) => s + w, 0), 0);
  if (!isFree && (nCoded < MINIMUM_CODINGS || coded.some(({ weights }) => weights.length === 0))) {
    const { period, nDocuments, nAuthors, nClusters } = whole;
    return { kind: 'not-estimable', period, reason: 'too-few-codings', nDocuments, nAuthors, nClusters };
  }
  const sides = inputs.spans.map((cells, i) => {
    const { nDocuments, effectiveSampleSize } = counted[i] as Estimated;
    return quantifyInterval(
      inputs.name,
      { corpus: corpusCells(cells), coded: isFree ? [] : coded },
      {
        functional: FUNCTIONAL,
        confidenceLevel: inputs.confidenceLevel,
        resamples: RESAMPLES,
        seed: inputs.seed,
        designEffect: Math.max(1, nDocuments / effectiveSampleSize),
      },
    );
  });
  return bounded(whole, sides, inputs);
}

function bounded(
  whole: Estimated,
  sides: readonly { readonly value: number; readonly standardError: number }[],
  { name, confidenceLevel }: QuantifyInputs,
): Estimate {
  const [first, second] = sides as [(typeof sides)[number], (typeof sides)[number]?];
  const value = second === undefined ? first.value : second.value - first.value;
  const standardError = Math.hypot(first.standardError, second?.standardError ?? 0);
  const half = normalQuantile((1 + confidenceLevel) / 2) * standardError;
  const end = sides.length;
  const { errorBand: _band, ...counts } = whole;
  return {
    ...counts,
    value,
    standardError,
    interval: {
      lower: Math.max(-end, value - half),
      upper: Math.min(end, value + half),
      level: confidenceLevel,
    },
    method: `${second === undefined ? '' : 'difference of means, after − before; '}${name}`,
  };
}

function indexOf(label: string): number {
  return (CLASSES as readonly string[]).indexOf(label);
}

function corpusCells(cells: readonly PosteriorCell[]): PosteriorCells {
  return {
    posteriors: cells.map(({ against, neither, favor }) => [against, neither, favor]),
    weights: cells.map(({ weight }) => weight),
    decided: cells.map(({ label }) => indexOf(label)),
  };
}

/** Codings by class, with shares as in the corpus; all together weigh as many as they are independent ones: (Σw)² / Σw². */
function codedCells(codings: readonly CodedMention[]): PosteriorCells[] {
  const weightOf = ({ weight, inclusionProbability }: CodedMention): number => weight / inclusionProbability;
  const all = codings.map(weightOf);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const factor = sum(all) / sum(all.map((w) => w * w));
  return CLASSES.map((name) => {
    const own = codings.filter(({ label, weight }) => label === name && weight > 0);
    return {
      posteriors: own.map(({ pAgainst, pNeither, pFavor }) => [pAgainst, pNeither, pFavor]),
      weights: own.map((one) => weightOf(one) * factor),
      decided: own.map(({ modelLabel }) => indexOf(modelLabel)),
    };
  });
}
