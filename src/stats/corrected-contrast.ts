import { choleskyFactor, solveFactored } from './positive-definite.ts';
import { satterthwaite } from './satterthwaite.ts';
import { studentTQuantile } from './student-t.ts';

/** One number by author, by cluster of copies, and by both together. */
export type ByGrouping = Readonly<Record<'author' | 'copies' | 'both', number>>;

/** What a contrast of the annotator's score comes to over all mentions, coded or not. */
export interface ScoreContrast {
  readonly value: number;
  /** One-way cluster variances of the value, see `meanVariances` and `differenceVariances`. */
  readonly variance: ByGrouping;
  /** Independent clusters of the smaller kind. */
  readonly nGroups: number;
}

/** A mention that a person coded, drawn with known probability. */
export interface CodedObservation {
  readonly author: string;
  readonly copies: string;
  /** Stratum of the sample in which a fixed number was drawn. */
  readonly stratum: string;
  /** Weight of the mention ÷ the probability with which it was drawn. */
  readonly weight: number;
  /** Row of the design: `[1]` for a mean, `[1, 0]` or `[0, 1]` for two sides, `[1, t]` for a slope; zeros = outside what is estimated. */
  readonly design: readonly number[];
  /** The annotator's value, as in the score contrast. */
  readonly score: number;
  /** The coded value on the same scale. */
  readonly label: number;
  /**
   * What all mentions of this mention's author (its copies, both) put into the score contrast: the total of
   * w·c·(f − fitted), with c the coefficient by which a mention enters the contrast. For a mean: Σw(f − f̄) / Σw.
   */
  readonly scoreTotals: ByGrouping;
}

/** How a corrected contrast is made and bounded. */
export interface CorrectedContrastOptions {
  /** Coefficients of the design's columns: `[1]` for a mean, `[−1, 1]` for a difference, `[0, 1]` for a slope. */
  readonly contrast: readonly number[];
  readonly confidenceLevel: number;
  /** Smallest and largest possible value of one label: [0, 1] for a share, [−1, 1] for a net balance. */
  readonly labelRange: readonly [number, number];
  /** Smallest and largest possible value of the contrast. */
  readonly range: readonly [number, number];
  /** How far the score is relied on, 0–1; null = tuned for the smallest variance. 0 = the codings alone. */
  readonly lambda: number | null;
}

/** A contrast corrected by codings, with its uncertainty. */
export interface CorrectedContrast {
  readonly kind: 'corrected';
  readonly value: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly degreesOfFreedom: number;
  readonly lambda: number;
  /** What the codings add to λ × the score contrast. */
  readonly rectifier: number;
  /** Codings inside what is estimated. */
  readonly nCoded: number;
}

/** Why codings do not give a corrected number. */
export interface NotCorrectable {
  readonly kind: 'not-correctable';
  /** `no-codings`: a part of what is compared has none; `too-few-codings`: fewer independent ones than {@link MINIMUM_CODINGS}. */
  readonly reason: 'no-codings' | 'too-few-codings';
  readonly nCoded: number;
}

/** Fewer equally weighing, independent codings than this give no interval that can be relied on. */
export const MINIMUM_CODINGS = 20;

/**
 * A weighted mean, a difference of two means or a slope of what people would have coded over all mentions, from the
 * score of an annotator on all of them and the codings of a probability sample.
 *
 * Formula in words: λ × the contrast of the score f over all mentions, plus the same contrast of y − λf over the codings,
 * each counted weight ÷ probability and normalized by the sum of these (Hájek). This is the difference estimator of survey
 * sampling; it is the prediction-powered estimator PPI++ (Angelopoulos, Duchi and Zrnic 2023, arXiv 2311.01453) and
 * design-based supervised learning (Egami et al. 2023, arXiv 2306.04746) for labels within the corpus. However wrong the
 * annotator, the value is right up to terms of order 1/n: its errors cost width, not truth.
 *
 * λ minimizes the estimated variance, which is a quadratic in λ, and is cut to [0, 1]: a useless score gets 0.
 *
 * Variance: the linearized residual of each author is λ × its residual of the score, plus its codings' residuals, centered
 * within strata of the sample with the factor n/(n−1); so are those of clusters of copies, and of both; combined as in
 * `clusteredMean`. As the sum over all mentions holds each author once, this is the error of drawing both the authors and
 * the codings. Codings outside what is estimated (design of zeros) count in the size of their stratum: the estimate is one
 * for a domain of the sample. A stratum with one coding is joined with the next in order of its name.
 * To this is added what two further codings at the ends of the range would add (compare `floorVariance`): codings that all
 * agree with the annotator do not show that it never errs.
 *
 * Interval: Student's t with Satterthwaite's degrees of freedom of the two parts: codings (as many as weigh alike,
 * less strata and λ) and score (clusters − 1). Cut at the range.
 *
 * Assumes: probabilities known and above 0 for every mention of what is estimated; codings right; authors independent.
 * Cost: linear in the number of codings. Units: those of the label. Sums run in the order given: sort the codings.
 *
 * @example
 * // 4,000 mentions, mean score 0.10; codings show that the score is 0.04 too high.
 * correctedContrast(score, codings, { contrast: [1], confidenceLevel: 0.95, labelRange: [-1, 1], range: [-1, 1], lambda: null })
 */
export function correctedContrast(
  score: ScoreContrast,
  codings: readonly CodedObservation[],
  options: CorrectedContrastOptions,
): CorrectedContrast | NotCorrectable {
  const fit = fitCodings(codings, options.contrast);
  const nCoded = codings.filter(isInside).length;
  if (fit === null) return { kind: 'not-correctable', reason: 'no-codings', nCoded };
  const size = effectiveSize(codings, fit.leverage);
  if (size < MINIMUM_CODINGS) return { kind: 'not-correctable', reason: 'too-few-codings', nCoded };
  const quadratics = {
    author: quadratic(codings, fit, { grouping: 'author', score: score.variance.author }),
    copies: quadratic(codings, fit, { grouping: 'copies', score: score.variance.copies }),
    both: quadratic(codings, fit, { grouping: 'both', score: score.variance.both }),
  };
  const lambda = options.lambda ?? bestLambda(quadratics);
  const at = ({ constant, linear, square }: Quadratic): number =>
    constant + 2 * lambda * linear + lambda * lambda * square;
  const [author, copies, both] = [at(quadratics.author), at(quadratics.copies), at(quadratics.both)];
  const clustered = Math.max(author + copies - both, author, copies);
  const variance = clustered + imaginedVariance(fit.leverage, size, options.labelRange);
  const ofScore = lambda * lambda * Math.max(score.variance.author, score.variance.copies);
  const degreesOfFreedom = satterthwaite([
    { variance: Math.max(variance - ofScore, 0), degrees: codingDegrees(codings, size) },
    { variance: ofScore, degrees: score.nGroups - 1 },
  ]);
  const [low, high] = options.range;
  const rectifier = fit.label - lambda * fit.score;
  const value = Math.min(high, Math.max(low, lambda * score.value + rectifier));
  const standardError = Math.sqrt(variance);
  const half = studentTQuantile((1 + options.confidenceLevel) / 2, degreesOfFreedom) * standardError;
  return {
    kind: 'corrected',
    value,
    standardError,
    lower: Math.max(low, value - half),
    upper: Math.min(high, value + half),
    degreesOfFreedom,
    lambda,
    rectifier,
    nCoded,
  };
}

/** The contrast over the codings, and what each puts into it. */
interface CodingFit {
  /** Contrast of the labels and of the scores. */
  readonly label: number;
  readonly score: number;
  /** Linearized residuals of label and score, centered within strata. */
  readonly labelResiduals: readonly number[];
  readonly scoreResiduals: readonly number[];
  /** Squared coefficient of each coding in the contrast. */
  readonly leverage: readonly number[];
}

function isInside({ design }: CodedObservation): boolean {
  return design.some((x) => x !== 0);
}

function fitCodings(codings: readonly CodedObservation[], contrast: readonly number[]): CodingFit | null {
  const columns = [...contrast.keys()];
  const total = (of: (c: CodedObservation) => number): number => codings.reduce((sum, c) => sum + of(c), 0);
  const x = (c: CodedObservation, column: number): number => c.design[column] as number;
  const factor = choleskyFactor(
    columns.map((i) => columns.map((j) => total((c) => c.weight * x(c, i) * x(c, j)))),
  );
  if (factor === null) return null;
  const coefficients = solveFactored(factor, contrast);
  const dot = (c: CodedObservation, b: readonly number[]): number =>
    columns.reduce((sum, i) => sum + x(c, i) * (b[i] as number), 0);
  const means = (of: 'label' | 'score'): number[] =>
    solveFactored(
      factor,
      columns.map((i) => total((c) => c.weight * x(c, i) * c[of])),
    );
  const [label, score] = [means('label'), means('score')];
  const part = codings.map((c) => c.weight * dot(c, coefficients));
  const residuals = (of: 'label' | 'score', fitted: readonly number[]): number[] =>
    codings.map((c, i) => (part[i] as number) * (c[of] - dot(c, fitted)));
  const strata = joinedStrata(codings);
  const inContrast = (b: readonly number[]): number =>
    columns.reduce((sum, i) => sum + (contrast[i] as number) * (b[i] as number), 0);
  return {
    label: inContrast(label),
    score: inContrast(score),
    labelResiduals: centered(residuals('label', label), strata),
    scoreResiduals: centered(residuals('score', score), strata),
    leverage: part.map((p) => p * p),
  };
}

/** Indices of the codings by stratum; a stratum with one coding joins the next by name, the last the one before. */
function joinedStrata(codings: readonly CodedObservation[]): number[][] {
  const strata = new Map<string, number[]>();
  for (const [i, { stratum }] of codings.entries()) {
    const members = strata.get(stratum) ?? [];
    members.push(i);
    strata.set(stratum, members);
  }
  const joined: number[][] = [];
  let open: number[] = [];
  for (const name of [...strata.keys()].sort()) {
    open = [...open, ...(strata.get(name) as number[])];
    if (open.length < 2) continue;
    joined.push(open);
    open = [];
  }
  if (open.length > 0) joined.push([...(joined.pop() ?? []), ...open]);
  return joined;
}

function centered(values: readonly number[], strata: readonly (readonly number[])[]): number[] {
  const result = [...values];
  for (const members of strata) {
    const n = members.length;
    const mean = members.reduce((sum, i) => sum + (values[i] as number), 0) / n;
    const factor = Math.sqrt(n / Math.max(n - 1, 1));
    for (const i of members) result[i] = factor * ((values[i] as number) - mean);
  }
  return result;
}

/** Variance as a function of λ: constant + 2·linear·λ + square·λ². */
interface Quadratic {
  readonly constant: number;
  readonly linear: number;
  readonly square: number;
}

function quadratic(
  codings: readonly CodedObservation[],
  fit: CodingFit,
  of: { readonly grouping: keyof ByGrouping; readonly score: number },
): Quadratic {
  const groups = new Map<string, { label: number; score: number; all: number }>();
  for (const [i, coding] of codings.entries()) {
    const key = groupKey(coding, of.grouping);
    const group = groups.get(key) ?? { label: 0, score: 0, all: 0 };
    group.label += fit.labelResiduals[i] as number;
    group.score += fit.scoreResiduals[i] as number;
    // Every coding of a group tells the same total; those outside what is estimated may not know it.
    if (isInside(coding)) group.all = coding.scoreTotals[of.grouping];
    groups.set(key, group);
  }
  let [constant, linear, square] = [0, 0, of.score];
  for (const { label, score, all } of groups.values()) {
    constant += label * label;
    linear += label * (all - score);
    square += (all - score) ** 2 - all * all;
  }
  return { constant, linear, square };
}

function groupKey({ author, copies }: CodedObservation, grouping: keyof ByGrouping): string {
  if (grouping === 'author') return author;
  return grouping === 'copies' ? copies : `${author}\0${copies}`;
}

function bestLambda({ author, copies, both }: Readonly<Record<keyof ByGrouping, Quadratic>>): number {
  const square = author.square + copies.square - both.square;
  const linear = author.linear + copies.linear - both.linear;
  const best = square > 0 ? -linear / square : author.square > 0 ? -author.linear / author.square : 0;
  return Math.min(1, Math.max(0, best));
}

/** Authors (or groups of copies, if fewer) of equal leverage that the codings are worth: (Σk)² / Σk². */
function effectiveSize(codings: readonly CodedObservation[], leverage: readonly number[]): number {
  const sizes = (['author', 'copies'] as const).map((grouping) => {
    const groups = new Map<string, number>();
    for (const [i, coding] of codings.entries()) {
      const key = groupKey(coding, grouping);
      groups.set(key, (groups.get(key) ?? 0) + (leverage[i] as number));
    }
    const totals = [...groups.values()];
    return totals.reduce((s, k) => s + k, 0) ** 2 / totals.reduce((s, k) => s + k * k, 0);
  });
  return Math.min(...sizes);
}

/** Variance that two more codings at the ends of the range of a label would add. */
function imaginedVariance(
  leverage: readonly number[],
  size: number,
  [low, high]: readonly [number, number],
): number {
  const total = leverage.reduce((sum, k) => sum + k, 0);
  return (total * (high - low) ** 2) / 2 / (size + 2);
}

/** Degrees of freedom of the codings: their effective size less one for each stratum and for λ. */
function codingDegrees(codings: readonly CodedObservation[], size: number): number {
  const inside = codings.filter(isInside);
  const lost = new Set(inside.map((c) => c.stratum)).size + 1;
  return Math.max(1, size * (1 - lost / Math.max(inside.length, lost + 1)));
}
