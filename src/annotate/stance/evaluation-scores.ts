import type { CalibrationBin, EvaluationScores, NoScoreReason, Score } from '../../domain/evaluation.ts';
import { bootstrapIntervals, type IntervalScore } from '../../learn/bootstrap-interval.ts';
import type { Prediction } from '../../learn/classification-scores.ts';
import { expandedLevel } from '../../learn/expanded-level.ts';
import { studentTQuantile } from '../../stats/student-t.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import { STANCE_CLASSES } from './gold.ts';
import type { ScoringOptions } from './score-predictions.ts';

/** Bins of equal width over the probability of the most probable class. */
const BINS = 15;
const CLASSES = [0, 1, 2] as const;
const FAVOR_AGAINST = [0, 2] as const;

/** Scores and the bins of the calibration error. */
export interface EvaluatedRows {
  readonly scores: EvaluationScores;
  readonly calibrationBins: readonly CalibrationBin[];
}

/**
 * Scores of coded and decided mentions. A score that needs a class nobody coded is null.
 *
 * Intervals: percentiles of a bootstrap of whole groups, at the level that makes up for few groups (Hesterberg 2015),
 * and never narrower than independent rows would give (Wilson; for a mean of F1 the squares of the distances add up,
 * Zou and Donner 2008): a score of 1 in five rows is no certainty. The calibration error is biased upwards, and its
 * resamples more so; its interval is mirrored (the basic bootstrap) and goes further down by what chance adds. One group alone gives 0–1. Order has no influence
 * but for the order of rows within a group. Cost: resamples × rows.
 */
export function evaluationScores(
  predictions: readonly Prediction[],
  groups: readonly string[],
  options: ScoringOptions,
): EvaluatedRows {
  const nGroups = new Set(groups).size;
  const packed = packRows(predictions);
  const count = (places: readonly number[]): Tally => tally(packed, places);
  const level = expandedLevel(options.level, nGroups);
  const drawn = bootstrapIntervals((places) => rawScores(count(places)), { ...options, level, groups });
  const all = count(predictions.map((_, i) => i));
  const floors = independentIntervals(all, options.level);
  const give = (name: string, reason: NoScoreReason): Score =>
    bounded(drawn[name] as IntervalScore, { floor: floors[name], nGroups, reason });
  const classes = STANCE_CLASSES.map((label, c) => {
    const precision = give(`precision${c}`, all.coded[c] === 0 ? 'no-coded-row' : 'never-decided');
    const [recall, f1] = [give(`recall${c}`, 'no-coded-row'), give(`f1${c}`, 'no-coded-row')];
    return [label, { precision, recall, f1, n: all.coded[c] as number }] as const;
  });
  const scores: EvaluationScores = {
    n: predictions.length,
    nGroups,
    macroF1: give('macroF1', 'no-coded-row'),
    f1FavorAgainst: give('f1FavorAgainst', 'no-coded-row'),
    accuracy: give('accuracy', 'no-coded-row'),
    perClass: Object.fromEntries(classes) as unknown as EvaluationScores['perClass'],
    confusion: all.confusion,
    expectedCalibrationError: calibrationScore(drawn['calibration'] as IntervalScore, {
      all,
      nGroups,
      level: options.level,
    }),
    abstained: give('abstained', 'no-coded-row'),
    nAbstained: all.abstained,
  };
  return { scores, calibrationBins: bins(all, (b) => give(`bin${b}`, 'always-abstained')) };
}

interface Tally {
  readonly n: number;
  readonly abstained: number;
  readonly confusion: readonly (readonly number[])[];
  readonly coded: readonly number[];
  readonly decided: readonly number[];
  readonly binSizes: Float64Array;
  readonly binHits: Float64Array;
  readonly binSums: Float64Array;
  /** Σ p(1 − p) of the most probable classes. */
  readonly binSpreads: Float64Array;
}

/** What a draw counts of each row, packed: draws are many. */
interface PackedRows {
  /** 4 × coded class + decided class; 3 = abstained. */
  readonly cells: Uint8Array;
  readonly bins: Uint8Array;
  /** Probability of the most probable class. */
  readonly tops: Float64Array;
  readonly hits: Uint8Array;
}

function packRows(predictions: readonly Prediction[]): PackedRows {
  const n = predictions.length;
  const [cells, bins, hits] = [new Uint8Array(n), new Uint8Array(n), new Uint8Array(n)];
  const tops = new Float64Array(n);
  predictions.forEach(({ label, decided, probabilities }, i) => {
    let top = 0;
    for (const c of CLASSES) if ((probabilities[c] as number) > (probabilities[top] as number)) top = c;
    const p = probabilities[top] as number;
    cells[i] = 4 * label + (decided ?? 3);
    bins[i] = Math.min(BINS - 1, Math.floor(p * BINS));
    tops[i] = p;
    hits[i] = top === label ? 1 : 0;
  });
  return { cells, bins, tops, hits };
}

function tally({ cells, bins, tops, hits }: PackedRows, places: readonly number[]): Tally {
  const counts = new Float64Array(12);
  const [binSizes, binHits] = [new Float64Array(BINS), new Float64Array(BINS)];
  const [binSums, binSpreads] = [new Float64Array(BINS), new Float64Array(BINS)];
  for (const place of places) {
    const cell = cells[place] as number;
    counts[cell]! += 1;
    if ((cell & 3) === 3) continue;
    const [bin, p] = [bins[place] as number, tops[place] as number];
    binSizes[bin]! += 1;
    binHits[bin]! += hits[place] as number;
    binSums[bin]! += p;
    binSpreads[bin]! += p * (1 - p);
  }
  const confusion = CLASSES.map((label) => CLASSES.map((c) => counts[4 * label + c] as number));
  const silent = CLASSES.map((label) => counts[4 * label + 3] as number);
  const coded = CLASSES.map((label) => sum(confusion[label] ?? []) + (silent[label] as number));
  const decided = CLASSES.map((c) => sum(confusion.map((row) => row[c] as number)));
  return {
    n: places.length,
    abstained: sum(silent),
    ...{ confusion, coded, decided, binSizes, binHits, binSums, binSpreads },
  };
}

/** Every score of a draw by name; NaN where the draw does not define it. */
function rawScores(t: Tally): Record<string, number> {
  const scores: Record<string, number> = {};
  const f1 = CLASSES.map((c) => {
    const [hits, coded, decided] = [
      t.confusion[c]?.[c] as number,
      t.coded[c] as number,
      t.decided[c] as number,
    ];
    scores[`precision${c}`] = coded === 0 || decided === 0 ? Number.NaN : hits / decided;
    scores[`recall${c}`] = coded === 0 ? Number.NaN : hits / coded;
    scores[`f1${c}`] = coded === 0 ? Number.NaN : (2 * hits) / (coded + decided);
    return scores[`f1${c}`] as number;
  });
  scores['macroF1'] = mean(CLASSES.map((c) => f1[c] as number));
  scores['f1FavorAgainst'] = mean(FAVOR_AGAINST.map((c) => f1[c] as number));
  scores['accuracy'] = sum(CLASSES.map((c) => t.confusion[c]?.[c] as number)) / t.n;
  scores['abstained'] = t.abstained / t.n;
  let gaps = 0;
  for (let b = 0; b < BINS; b++) {
    gaps += Math.abs((t.binSums[b] as number) - (t.binHits[b] as number));
    scores[`bin${b}`] = (t.binHits[b] as number) / (t.binSizes[b] as number);
  }
  scores['calibration'] = gaps / (t.n - t.abstained);
  return scores;
}

/** Intervals that independent rows would give. */
function independentIntervals(t: Tally, level: number): Record<string, readonly [number, number]> {
  const floors: Record<string, readonly [number, number]> = {};
  const share = (name: string, hits: number, n: number): void => {
    if (n > 0) floors[name] = wilsonInterval(hits, n, level);
  };
  for (const c of CLASSES) {
    const [hits, coded, decided] = [
      t.confusion[c]?.[c] as number,
      t.coded[c] as number,
      t.decided[c] as number,
    ];
    share(`precision${c}`, hits, decided);
    share(`recall${c}`, hits, coded);
    // F1 = 2J / (1 + J), where J is the share of hits among the rows coded or decided so.
    share(`f1${c}`, hits, coded + decided - hits);
    const f1 = floors[`f1${c}`];
    if (f1 !== undefined) floors[`f1${c}`] = [(2 * f1[0]) / (1 + f1[0]), (2 * f1[1]) / (1 + f1[1])];
  }
  const scores = rawScores(t);
  const meanOf = (name: string, classes: readonly number[]): void => {
    const away = (side: 0 | 1): number =>
      Math.hypot(...classes.map((c) => (scores[`f1${c}`] as number) - (floors[`f1${c}`]?.[side] ?? 0))) /
      classes.length;
    const value = scores[name] as number;
    floors[name] = [Math.max(0, value - away(0)), Math.min(1, value + away(1))];
  };
  meanOf('macroF1', CLASSES);
  meanOf('f1FavorAgainst', FAVOR_AGAINST);
  share('accuracy', (scores['accuracy'] as number) * t.n, t.n);
  share('abstained', t.abstained, t.n);
  for (let b = 0; b < BINS; b++) share(`bin${b}`, t.binHits[b] as number, t.binSizes[b] as number);
  return floors;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function bounded(
  score: IntervalScore,
  options: {
    readonly floor: readonly [number, number] | undefined;
    readonly nGroups: number;
    readonly reason: NoScoreReason;
  },
): Score {
  const { value } = score;
  if (!Number.isFinite(value)) return { value: null, lower: null, upper: null, reason: options.reason };
  if (options.nGroups < 2) return { value, lower: 0, upper: 1 };
  const [low, high] = options.floor ?? [value, value];
  return { value, lower: Math.min(score.lower, low, value), upper: Math.max(score.upper, high, value) };
}

/** Mirrored, and lower by what chance alone adds to the error of calibrated probabilities. */
function calibrationScore(
  drawn: IntervalScore,
  { all, nGroups, level }: { readonly all: Tally; readonly nGroups: number; readonly level: number },
): Score {
  const { value } = drawn;
  const z = studentTQuantile((1 + level) / 2, Number.POSITIVE_INFINITY);
  const n = all.n - all.abstained;
  const half = (z * Math.sqrt(sum([...all.binSpreads]))) / n;
  const chance = sum([...all.binSpreads].map((one) => Math.sqrt((2 / Math.PI) * one))) / n;
  const mirrored = {
    value,
    lower: Math.max(0, 2 * value - drawn.upper - chance),
    upper: Math.min(1, 2 * value - drawn.lower),
  };
  const floor = [Math.max(0, value - half), Math.min(1, value + half)] as const;
  return bounded(mirrored, { floor, nGroups, reason: 'always-abstained' });
}

function bins(t: Tally, shareRight: (bin: number) => Score): CalibrationBin[] {
  return [...t.binSizes].flatMap((n, b) =>
    n === 0
      ? []
      : [
          {
            from: b / BINS,
            to: (b + 1) / BINS,
            n,
            meanProbability: (t.binSums[b] as number) / n,
            shareRight: shareRight(b),
          },
        ],
  );
}
