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
  /** Weight of the mention × the number of mentions for which it stands. */
  readonly weight: number;
  /** Mentions for which it stands: 1 ÷ the probability with which it was drawn. */
  readonly expansion: number;
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

/** Fewer independent codings than this, by Kish's effective size, give no interval that can be relied on. */
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
 * λ minimizes the variance, a quadratic in λ, as if the codings had been drawn independently, and is cut to [0, 1]: a
 * useless score gets 0. Where strata are made of the score, their balance gives the same precision at any λ.
 *
 * Variance: the linearized residual of each author is λ × its residual of the score, plus its codings' residuals, centered
 * within strata of the sample with the factor n/(n−1); so are those of clusters of copies, and of both; combined as in
 * `clusteredMean`, and with what the shares of the strata in the corpus vary. As the sum over all mentions holds each author
 * once, this is the error of drawing both the authors and the codings. Codings outside what is estimated (design of zeros) count in the size of their stratum: the estimate is one
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
  // By weights, not by their squares: codings added where they are dense leave the others as telling as they were.
  if (effectiveSize(codings, fit.leverage.map(Math.sqrt)) < MINIMUM_CODINGS)
    return { kind: 'not-correctable', reason: 'too-few-codings', nCoded };
  const lambda = options.lambda ?? bestLambda(codings, fit.residuals, score.variance);
  const { author, copies, both } = variancesAt(lambda, codings, { fit, score: score.variance });
  const clustered = Math.max(author + copies - both, author, copies, 0);
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

/** One number for each coding, of its label and of its score. */
interface Residuals {
  readonly label: readonly number[];
  readonly score: readonly number[];
}

/** The contrast over the codings, and what each puts into it. */
interface CodingFit {
  /** Contrast of the labels and of the scores. */
  readonly label: number;
  readonly score: number;
  /** What each coding puts into the contrast: linearized residuals. */
  readonly residuals: Residuals;
  /** The same, centered within the strata of the sample. */
  readonly centered: Residuals;
  /** Mean of the residuals in the stratum of each coding. */
  readonly means: Residuals;
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
  const fitted = (of: 'label' | 'score'): number[] =>
    solveFactored(
      factor,
      columns.map((i) => total((c) => c.weight * x(c, i) * c[of])),
    );
  const [label, score] = [fitted('label'), fitted('score')];
  const part = codings.map((c) => c.weight * dot(c, coefficients));
  const residuals = (of: 'label' | 'score', b: readonly number[]): number[] =>
    codings.map((c, i) => (part[i] as number) * (c[of] - dot(c, b)));
  const strata = joinedStrata(codings);
  const inContrast = (b: readonly number[]): number =>
    columns.reduce((sum, i) => sum + (contrast[i] as number) * (b[i] as number), 0);
  const plain = { label: residuals('label', label), score: residuals('score', score) };
  const means = { label: stratumMeans(plain.label, strata), score: stratumMeans(plain.score, strata) };
  return {
    label: inContrast(label),
    score: inContrast(score),
    residuals: plain,
    centered: {
      label: centered(plain.label, means.label, strata),
      score: centered(plain.score, means.score, strata),
    },
    means,
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

function stratumMeans(values: readonly number[], strata: readonly (readonly number[])[]): number[] {
  const result = [...values];
  for (const members of strata) {
    const mean = members.reduce((sum, i) => sum + (values[i] as number), 0) / members.length;
    for (const i of members) result[i] = mean;
  }
  return result;
}

function centered(
  values: readonly number[],
  means: readonly number[],
  strata: readonly (readonly number[])[],
): number[] {
  const result = [...values];
  for (const members of strata) {
    const factor = Math.sqrt(members.length / Math.max(members.length - 1, 1));
    for (const i of members) result[i] = factor * ((values[i] as number) - (means[i] as number));
  }
  return result;
}

/** Variance as a function of λ: constant + 2·linear·λ + square·λ². */
interface Quadratic {
  readonly constant: number;
  readonly linear: number;
  readonly square: number;
}

/** One-way variance of λ × score contrast + contrast of the residuals. */
function quadratic(
  codings: readonly CodedObservation[],
  residuals: Residuals,
  of: { readonly grouping: keyof ByGrouping; readonly score: number },
): Quadratic {
  const groups = new Map<string, { label: number; score: number; all: number }>();
  for (const [i, coding] of codings.entries()) {
    const key = groupKey(coding, of.grouping);
    const group = groups.get(key) ?? { label: 0, score: 0, all: 0 };
    group.label += residuals.label[i] as number;
    group.score += residuals.score[i] as number;
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

/**
 * What centering leaves out: the strata are balanced in the sample, but the corpus is a draw of authors, in which their shares
 * vary. Estimated from the codings, each for the mentions for which it stands, times the design effect of the score.
 */
function betweenStrata(codings: readonly CodedObservation[], fit: CodingFit, score: number): Quadratic {
  let [constant, linear, square, whole] = [0, 0, 0, 0];
  for (const [i, { expansion }] of codings.entries()) {
    const [y, f] = [fit.means.label[i] as number, fit.means.score[i] as number];
    const own = fit.residuals.score[i] as number;
    constant += (y * y) / expansion;
    linear += (y * (own - f)) / expansion;
    square += ((own - f) ** 2 - own * own) / expansion;
    whole += (own * own) / expansion;
  }
  const designEffect = whole > 0 && score > 0 ? score / whole : 1;
  return { constant: designEffect * constant, linear: designEffect * linear, square: designEffect * square };
}

function variancesAt(
  lambda: number,
  codings: readonly CodedObservation[],
  of: { readonly fit: CodingFit; readonly score: ByGrouping },
): ByGrouping {
  const at = (grouping: keyof ByGrouping): number => {
    const score = of.score[grouping];
    const inside = quadratic(codings, of.fit.centered, { grouping, score });
    const between = betweenStrata(codings, of.fit, score);
    const value = ({ constant, linear, square }: Quadratic): number =>
      constant + 2 * lambda * linear + lambda * lambda * square;
    return value(inside) + value(between);
  };
  return { author: at('author'), copies: at('copies'), both: at('both') };
}

function groupKey({ author, copies }: CodedObservation, grouping: keyof ByGrouping): string {
  if (grouping === 'author') return author;
  return grouping === 'copies' ? copies : `${author}\0${copies}`;
}

/** λ of the smallest variance, with residuals that are not centered: as if codings were drawn independently. */
function bestLambda(
  codings: readonly CodedObservation[],
  residuals: Residuals,
  variance: ByGrouping,
): number {
  const of = (grouping: keyof ByGrouping): Quadratic =>
    quadratic(codings, residuals, { grouping, score: variance[grouping] });
  const [author, copies, both] = [of('author'), of('copies'), of('both')];
  const square = author.square + copies.square - both.square;
  const linear = author.linear + copies.linear - both.linear;
  const best = square > 0 ? -linear / square : author.square > 0 ? -author.linear / author.square : 0;
  return Math.min(1, Math.max(0, best));
}

/** Authors (or groups of copies, if fewer) of equal leverage that the codings are worth: (Σk)² / Σk². */
/** (Σ k)² / Σ k² over the groups that codings come in: how many would weigh alike. */
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
