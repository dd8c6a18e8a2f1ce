import { simulateNoise } from './autoregressive-noise.ts';
import type { ColumnEffect, ColumnProjection } from './column-effect.ts';
import { type ProjectedEffect, projectedEffects } from './projected-effects.ts';

/** How an effect compares with what series without an event give. */
export interface PlaceboSeries {
  /** (b + 1)/(m + 1), or h/m where the drawing stopped early; above 0. */
  readonly probability: number;
  /** Series drawn, m. */
  readonly nSeries: number;
  /** Series with an effect at least as large, b. */
  readonly nAsLarge: number;
}

/** How many placebo series are drawn. */
export interface PlaceboSeriesOptions {
  /** Most series. */
  readonly nSeries: number;
  /** Series with an effect as large after which no more are drawn. */
  readonly nEnough: number;
  /** Uniform in [0, 1), as `seededRandom` gives. */
  readonly random: () => number;
  /** What is compared, of the effect and of one drawn without an event; value over standard error where left out. */
  readonly statistic?: {
    readonly observed: number;
    readonly drawn: (effect: ProjectedEffect) => number;
  };
}

/**
 * Placebo test of an effect: series with the same bins, the same errors of measurement and the same noise, but no event,
 * go through the same regression; the p-value is the share whose effect is as large in standard errors.
 *
 * For each series the noise is drawn anew from what it may be in the light of the data, and then estimated anew. That nothing is
 * known of it but what the series tells is thus part of the p-value.
 *
 * Drawing stops when `nEnough` effects as large have come up; the p-value is then `nEnough`/m, which keeps its size exactly
 * (Besag and Clifford 1991). Otherwise it is (b + 1)/(m + 1) (Davison and Hinkley 1997).
 *
 * Assumes normal noise of the kinds that the regression thinks of. Cost: series × states of the noise × bins.
 * References: Besag and Clifford (1991), Sequential Monte Carlo p-values, Biometrika 78, 301–304; Davison and Hinkley (1997),
 * Bootstrap methods and their application, section 4.2.
 */
export function placeboSeries(
  projection: ColumnProjection,
  effect: ColumnEffect,
  { nSeries, nEnough, random, statistic }: PlaceboSeriesOptions,
): PlaceboSeries {
  const { points, nodes } = projection.regression;
  const variances = points.map((point) => point?.variance ?? null);
  const observed = Math.abs(statistic?.observed ?? effect.statistic);
  const effectOn = projectedEffects(projection);
  let nAsLarge = 0;
  for (let drawn = 1; drawn <= nSeries; drawn++) {
    const { noise } = nodes[drawNode(effect, random())] as (typeof nodes)[number];
    const placebo = effectOn(simulateNoise(noise, variances, random));
    if (Math.abs(statistic?.drawn(placebo) ?? placebo.value / placebo.standardError) >= observed) nAsLarge++;
    if (nAsLarge === nEnough) return { probability: nAsLarge / drawn, nSeries: drawn, nAsLarge };
  }
  return { probability: (nAsLarge + 1) / (nSeries + 1), nSeries, nAsLarge };
}

function drawNode({ mixture }: ColumnEffect, u: number): number {
  let sum = 0;
  for (const { weight, node } of mixture) {
    sum += weight;
    if (u < sum) return node;
  }
  return mixture[0]?.node ?? 0;
}
