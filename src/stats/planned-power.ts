import { simulateNoise } from './autoregressive-noise.ts';
import { dot, type SeriesPoint } from './autoregressive-regression.ts';
import { columnEffect, projectColumn } from './column-effect.ts';
import { isAdmissible, levelRegression, stepColumn } from './interrupted-series.ts';
import { minimumDetectableEffect } from './minimum-detectable-effect.ts';
import { normalQuantile } from './normal.ts';

/** A collection as planned, or as it came. Balances are −1…1. */
export interface PowerDesign {
  /** Periods of the series, half of them before the event and half after. */
  readonly nPeriods: number;
  readonly mentionsPerPeriod: number;
  /** Variance of a single mention's stance times the design effect. */
  readonly unitVariance: number;
  /** Variance of a coded mention's stance: codings are drawn one by one. */
  readonly codedVariance: number;
  /** What moves from period to period beside the errors of measurement. */
  readonly processVariance: number;
  /** Autocorrelation of it at lag one. */
  readonly autocorrelation: number;
  /** Mentions coded by people, half of them on each side; null = the numbers stay uncorrected. */
  readonly nCodings: number | null;
  /** Share of the variance of the coded stance that the annotator explains, 0–1. */
  readonly explained: number;
}

/** How sure one wants to be. */
export interface PowerOptions {
  readonly confidenceLevel: number;
  readonly power: number;
  /** Tests planned. */
  readonly looks: number;
  /** Uniform in [0, 1), as `seededRandom` gives. */
  readonly random: () => number;
}

/** The smallest changes that would be seen; null where the series is too short. */
export interface PlannedPower {
  /** Difference of the mean before and after, over all mentions. */
  readonly levelDifference: number;
  /** Change of level at a date named beforehand. */
  readonly stepAtEvent: number | null;
  /** Change of level at a date to be found. */
  readonly stepAtAnyDate: number | null;
}

const DRAWS = 2000;

/**
 * The smallest changes of a net balance that a collection of this size would show with the stated power.
 *
 * - Difference before and after: the sampling variance of both means. Codings add that of their correction, coded variance ×
 *   (1 − explained) over the codings on each side (prediction-powered inference, Angelopoulos et al. 2023).
 * - Step at an event: generalized least squares with the noise as stated, level / looks two-sided (Bonferroni).
 * - Step at any date: the same against the largest |z| over all dates, simulated without a change.
 *
 * A plan, not a promise: the noise is taken as known, so the test of a short series sees a little less.
 * Cost: 2,000 simulated series × dates × periods.
 *
 * @returns balances, 0–2
 */
export function plannedPower(design: PowerDesign, options: PowerOptions): PlannedPower {
  const { nPeriods, mentionsPerPeriod, unitVariance, codedVariance, nCodings, explained } = design;
  const { power, confidenceLevel } = options;
  const correction = nCodings === null ? 0 : (2 * codedVariance * (1 - explained)) / (nCodings / 2);
  const sampling = (2 * unitVariance) / ((mentionsPerPeriod * nPeriods) / 2);
  const critical = normalQuantile(1 - (1 - confidenceLevel) / 2 / options.looks);
  const error = stepError(design);
  const withCorrection = (standardError: number): number => Math.sqrt(standardError ** 2 + correction);
  return {
    levelDifference: minimumDetectableEffect(Math.sqrt(sampling + correction), {
      critical: normalQuantile((1 + confidenceLevel) / 2),
      power,
    }),
    stepAtEvent: error === null ? null : minimumDetectableEffect(withCorrection(error), { critical, power }),
    stepAtAnyDate:
      error === null
        ? null
        : minimumDetectableEffect(withCorrection(error), {
            critical: Math.max(critical, largestStatistic(design, options)),
            power,
          }),
  };
}

function pointsOf({ nPeriods, mentionsPerPeriod, unitVariance }: PowerDesign): SeriesPoint[] {
  return Array.from({ length: nPeriods }, () => ({ value: 0, variance: unitVariance / mentionsPerPeriod }));
}

function statesOf({ processVariance, autocorrelation }: PowerDesign) {
  return [{ noise: { processVariance, partial: [autocorrelation, 0] as const }, weight: 1 }];
}

function stepError(design: PowerDesign): number | null {
  const points = pointsOf(design);
  const middle = design.nPeriods / 2;
  const regression = isAdmissible(points, middle) ? levelRegression(points, [], statesOf(design)) : null;
  return regression === null
    ? null
    : (columnEffect(regression, stepColumn(points.length, middle))?.standardError ?? null);
}

/** The |z| that the best date exceeds with probability 1 − level where nothing changes. */
function largestStatistic(design: PowerDesign, { confidenceLevel, random }: PowerOptions): number {
  const points = pointsOf(design);
  const variances = points.map((point) => point?.variance ?? null);
  const regression = levelRegression(points, [], statesOf(design));
  const [node] = regression?.nodes ?? [];
  if (regression === null || node === undefined) return 0;
  const units = points.flatMap((_, t) => {
    const date = isAdmissible(points, t) ? projectColumn(regression, stepColumn(points.length, t)) : null;
    return date === null ? [] : [(date.directions[0] as (typeof date.directions)[number]).unit];
  });
  const largest = Array.from({ length: DRAWS }, () => {
    const drawn = node.whitening.whiten(simulateNoise(node.noise, variances, random));
    return units.reduce((most, unit) => Math.max(most, Math.abs(dot(unit, drawn))), 0);
  }).sort((a, b) => a - b);
  return largest[Math.ceil(confidenceLevel * DRAWS) - 1] as number;
}
