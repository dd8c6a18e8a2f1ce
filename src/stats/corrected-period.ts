import type { ScoreContrast } from './corrected-contrast.ts';
import type { PathObservation, RectifierAt } from './rectifier-path.ts';
import { satterthwaite } from './satterthwaite.ts';
import { studentTQuantile } from './student-t.ts';

/** A coded mention as a period reads it. */
interface PeriodCoding {
  readonly period: number;
  readonly author: string;
  /** Weight of the mention ÷ the probability with which it was drawn. */
  readonly weight: number;
  /** Coded value − λ × score. */
  readonly residual: number;
}

/** Codings by period, as {@link RectifierAt} is made of them. */
interface CodedPeriods {
  readonly observations: readonly PathObservation[];
  /** Standard deviation of a residual, with two imagined at the ends of the range of a label; never 0. */
  readonly deviation: number;
  /** Independent codings of equal weight, over all periods. */
  readonly size: number;
}

/**
 * Mean residual of the codings of each period, the number of independent ones they are worth, and the spread of a single
 * residual. All together are worth (Σw)² / Σ of squared totals by author; a period has of these what its codings have of the
 * weight, so that a period with one coding from an often drawn stratum does not count as one that stands for many mentions,
 * and periods with equal rectifiers join to the weighted mean of all. Assumes at least two codings.
 */
export function codedPeriods(
  codings: readonly PeriodCoding[],
  labelRange: readonly [number, number],
): CodedPeriods {
  const byPeriod = new Map<number, PeriodCoding[]>();
  for (const coding of codings) {
    const members = byPeriod.get(coding.period) ?? [];
    members.push(coding);
    byPeriod.set(coding.period, members);
  }
  const total = (of: readonly PeriodCoding[]): number => of.reduce((sum, c) => sum + c.weight, 0);
  const weight = total(codings);
  const size = independentSize(codings);
  const observations = [...byPeriod].map(([period, members]) => ({
    period,
    size: (size * total(members)) / weight,
    mean: weightedMean(members),
  }));
  const mean = weightedMean(codings);
  const n = codings.length;
  const square = codings.reduce((sum, c) => sum + c.weight * (c.residual - mean) ** 2, 0) / weight;
  const [low, high] = labelRange;
  const spread = ((n * n) / (n - 1)) * square + (high - low) ** 2 / 2;
  return { observations, deviation: Math.sqrt(spread / (n + 2)), size };
}

function weightedMean(codings: readonly PeriodCoding[]): number {
  const weight = codings.reduce((sum, c) => sum + c.weight, 0);
  return codings.reduce((sum, c) => sum + c.weight * c.residual, 0) / weight;
}

function independentSize(codings: readonly PeriodCoding[]): number {
  const byAuthor = new Map<string, number>();
  for (const { author, weight } of codings) byAuthor.set(author, (byAuthor.get(author) ?? 0) + weight);
  const totals = [...byAuthor.values()];
  return totals.reduce((s, w) => s + w, 0) ** 2 / totals.reduce((s, w) => s + w * w, 0);
}

/** How a period is corrected and bounded. */
export interface CorrectedPeriodOptions {
  readonly lambda: number;
  readonly deviation: number;
  /** Independent codings of all periods. */
  readonly size: number;
  /** Kish's effective number of mentions in the period. */
  readonly kishSize: number;
  readonly confidenceLevel: number;
  readonly range: readonly [number, number];
}

/**
 * The corrected mean of one period of a series, where a period has too few codings for an estimate of its own:
 * λ × mean score + the rectifier that all periods together tell of this one (see `smoothRectifier`).
 *
 * Variance: that of the rectifier with its drift, and the larger of two others: λ² × that of the score (clustered), the error
 * of drawing authors, and that of the residuals of the period's own mentions around the rectifier, the error toward what
 * people would have coded in just these mentions. Student's t with Satterthwaite's degrees of freedom.
 *
 * Assumes, unlike `correctedContrast`, a model: that the annotator's net error moves as a random walk from period to
 * period, with nothing else to tell one period from another. A jump is followed only as fast as codings show it.
 */
export function correctedPeriod(
  score: ScoreContrast,
  rectifier: RectifierAt,
  options: CorrectedPeriodOptions,
): {
  readonly value: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
} {
  const { lambda, deviation, size, range } = options;
  const { author, copies, both } = score.variance;
  const ofScore = lambda ** 2 * Math.max(author + copies - both, author, copies);
  const ofMentions = Math.max(ofScore, deviation ** 2 / options.kishSize);
  const degrees = satterthwaite([
    { variance: ofMentions, degrees: score.nGroups - 1 },
    { variance: rectifier.variance, degrees: size - 2 },
  ]);
  const standardError = Math.sqrt(ofMentions + rectifier.variance);
  const half = studentTQuantile((1 + options.confidenceLevel) / 2, degrees) * standardError;
  const value = Math.min(range[1], Math.max(range[0], lambda * score.value + rectifier.mean));
  return {
    value,
    standardError,
    lower: Math.max(range[0], value - half),
    upper: Math.min(range[1], value + half),
  };
}
