import { effectQuantile } from './column-effect.ts';
import type { EventTest } from './event-test.ts';
import { gammaVariate } from './gamma-variate.ts';
import { normalCumulative, normalDraw, normalQuantile } from './normal.ts';
import { type PlaceboSeries, placeboSeries } from './placebo-series.ts';
import type { ProjectedEffect } from './projected-effects.ts';
import type { RectifierAt } from './rectifier-path.ts';
import { studentTQuantile } from './student-t.ts';

/** What the codings say of a step of labels. */
export interface StepCorrection {
  /** What the labels put into the step: λ × their own, λ how far they are relied on. */
  readonly labels: number;
  /** How far the labels follow what people would code: the slope of label on coding. */
  readonly slope: number;
  /** Variance of single codings over that of single labels. */
  readonly spread: number;
  /** What coded value − λ × label adds to the step, see `rectifierJump`. */
  readonly rectifier: RectifierAt;
  /** Degrees of freedom of its variance. */
  readonly degrees: number;
}

/** How a corrected step is tested and bounded. */
export interface CorrectedStepOptions {
  readonly confidenceLevel: number;
  /** Placebo series drawn at most, and effects as large after which drawing stops. */
  readonly nSeries: number;
  readonly nEnough: number;
  readonly random: () => number;
}

/** A change of level at an event in what people would have coded, with its test. */
export interface CorrectedStep {
  readonly value: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly placebo: PlaceboSeries;
  /** Other dates whose step is as large over the same standard error. */
  readonly dates: { readonly n: number; readonly nAsLarge: number };
  /** Two-sided p-value of no change, by the distribution of the estimate. */
  readonly probability: number;
  /** Share of the standard error that is the series': what tests of other events on it have in common with this one. */
  readonly share: number;
  /** Smallest step that is seen with the stated power where |z| must exceed the critical value. */
  readonly detectable: (rule: { readonly critical: number; readonly power: number }) => number;
}

/** A label that follows codings less than this tells nothing of how they move. */
const LEAST_SLOPE = 0.2;

/**
 * The test of an event carried from labels to what people would have coded.
 *
 * A step of labels is a step of opinion only if the annotator errs alike before and after. Corrected step = λ × the step of the
 * labels + the step of the rectifier, told by the codings of either side with no assumption of how the errors changed at the
 * event. It is compared in its own standard error, of two parts: the noise of the series, and the error of the rectifier.
 *
 * Noise: labels follow only a part of what people would code (`slope`), so that what moves opinion from week to week moves the
 * labels less. The process of the series is therefore taken as that of the labels divided by the slope, and the error of drawing
 * mentions as that of labels times the ratio of their spreads: λ would make both too small.
 *
 * Placebo series: the step of a series of labels without an event, scaled alike, plus an error of the rectifier, over a
 * standard error of which both parts are drawn anew (the second as a χ² with its degrees of freedom); the share as large is
 * the p-value, {@link placeboSeries}. Interval: half-widths of the two parts in quadrature.
 *
 * Assumes what `rectifierJump` and `interruptedSeries` do. Which date and which of several events explains the change is not
 * told by a few codings a week; that is read from the labels. Cost: that of the placebo series.
 */
export function correctedStep(
  test: EventTest,
  correction: StepCorrection,
  options: CorrectedStepOptions,
): CorrectedStep {
  const { effect } = test.step;
  const { labels, rectifier, degrees } = correction;
  const scale = noiseScale(test, correction);
  const ofSeries = scale * effect.standardError;
  const standardError = Math.sqrt(ofSeries ** 2 + rectifier.variance);
  const value = labels + rectifier.mean;
  const { random } = options;
  const drawn = (placebo: ProjectedEffect): number => {
    const error = Math.sqrt(rectifier.variance) * normalDraw(random);
    const variance = (rectifier.variance * 2 * gammaVariate(degrees / 2, random)) / degrees;
    return (scale * placebo.value + error) / Math.sqrt((scale * placebo.standardError) ** 2 + variance);
  };
  const statistic = value / standardError;
  /** Half the width between quantiles with this much beyond each. */
  const reach = (tail: number): number => {
    const series = (effectQuantile(effect, 1 - tail) - effectQuantile(effect, tail)) / 2;
    const codings = studentTQuantile(1 - tail, degrees) * Math.sqrt(rectifier.variance);
    return Math.hypot(scale * series, codings);
  };
  const half = reach((1 - options.confidenceLevel) / 2);
  const others = test.dates.effects.map((at) =>
    Math.abs((scale * at.value) / Math.hypot(scale * at.standardError, Math.sqrt(rectifier.variance))),
  );
  return {
    value: Math.min(2, Math.max(-2, value)),
    standardError,
    lower: Math.max(-2, value - half),
    upper: Math.min(2, value + half),
    placebo: placeboSeries(test.projection, effect, {
      ...options,
      statistic: { observed: statistic, drawn },
    }),
    dates: { n: others.length, nAsLarge: others.filter((size) => size >= Math.abs(statistic)).length },
    probability: tailOf(Math.abs(value), reach),
    share: ofSeries / standardError,
    detectable: ({ critical, power }) =>
      reach(normalCumulative(-critical)) + normalQuantile(power) * standardError,
  };
}

/** A coded mention with the label that it was given. */
interface LabelledCoding {
  readonly weight: number;
  readonly label: number;
  readonly coded: number;
}

/** What codings say of labels. */
interface LabelReliance extends Pick<StepCorrection, 'slope' | 'spread'> {
  /** Slope of the coded value on the label, cut to 0–1. */
  readonly lambda: number;
}

/** How far the codings of one series let its labels be relied on, and how far the labels follow them. */
export function labelReliance(codings: readonly LabelledCoding[]): LabelReliance {
  const total = codings.reduce((sum, c) => sum + c.weight, 0);
  const mean = (of: (c: LabelledCoding) => number): number =>
    codings.reduce((sum, c) => sum + c.weight * of(c), 0) / total;
  const [y, f] = [mean((c) => c.coded), mean((c) => c.label)];
  const together = mean((c) => (c.coded - y) * (c.label - f));
  const [ofCoded, ofLabels] = [mean((c) => (c.coded - y) ** 2), mean((c) => (c.label - f) ** 2)];
  return {
    lambda: ofLabels > 0 ? Math.min(1, Math.max(0, together / ofLabels)) : 0,
    slope: ofCoded > 0 ? together / ofCoded : 0,
    spread: ofLabels > 0 ? ofCoded / ofLabels : 1,
  };
}

/** Two-sided probability beyond a size, by bisection. */
function tailOf(size: number, reach: (tail: number) => number): number {
  let [low, high] = [Math.log(1e-12), Math.log(0.5)];
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (reach(Math.exp(middle)) > size) low = middle;
    else high = middle;
  }
  return Math.min(1, 2 * Math.exp(high));
}

/** Standard error of the step in the series of what people would have coded, over that in the series of labels. */
function noiseScale(test: EventTest, { slope, spread }: StepCorrection): number {
  const { effect, regression } = test.step;
  const all = effect.standardError ** 2;
  const drawing = stepWeights(test).reduce(
    (sum, weight, t) => sum + weight ** 2 * (regression.points[t]?.variance ?? 0),
    0,
  );
  const process = Math.max(0, all - drawing) / Math.max(slope, LEAST_SLOPE) ** 2;
  return Math.sqrt((process + Math.min(drawing, all) * spread) / all);
}

/**
 * The weights by which a regression reads the step from the values of the series, one for each bin: step = Σ weight × value.
 * They sum to 0 and, over the column, to 1.
 */
export function stepWeights({ step: { effect, regression }, projection }: EventTest): Float64Array {
  const n = regression.points.length;
  const weights = new Float64Array(n);
  const single = new Float64Array(n);
  const whitened = new Float64Array(projection.directions[0]?.unit.length ?? 0);
  const total = effect.mixture.reduce((sum, { weight }) => sum + weight, 0);
  for (const { node, weight } of effect.mixture) {
    const { unit, squares } = projection.directions[node] as (typeof projection.directions)[number];
    const { whitening } = regression.nodes[node] as (typeof regression.nodes)[number];
    for (let t = 0; t < n; t++) {
      if (regression.points[t] === null) continue;
      single[t] = 1;
      whitening.whiten(single, whitened);
      single[t] = 0;
      const product = whitened.reduce((sum, x, i) => sum + x * (unit[i] as number), 0);
      (weights[t] as number) += (weight * product) / (total * Math.sqrt(squares));
    }
  }
  return weights;
}
