import type { Series } from '../domain/estimate.ts';
import type { Finding } from '../domain/finding.ts';
import type { SeriesPoint } from '../stats/autoregressive-regression.ts';
import { columnEffect } from '../stats/column-effect.ts';
import { levelRegression, stepColumn } from '../stats/interrupted-series.ts';
import type { PowerDesign } from '../stats/planned-power.ts';

/** What a series of a finding came to, or why it says nothing. */
export interface SeriesDesign {
  readonly target: string;
  readonly class: string;
  /** Null where fewer than twelve periods can be estimated. */
  readonly design: PowerDesign | null;
}

/** What of a plan a run does not tell. */
type CodingDesign = Pick<PowerDesign, 'nCodings' | 'explained' | 'codedVariance'>;

const FEWEST_PERIODS = 12;

/** Mentions, spread and noise of every net balance of a finding. A change at the events does not count as noise. */
export function powerDesigns(finding: Finding, codings: CodingDesign): SeriesDesign[] {
  return finding.series
    .filter((series) => series.measure === 'net-balance')
    .map((series) => ({
      target: series.target,
      class: series.stratum['class'] ?? '',
      design: designOf(series, finding, codings),
    }));
}

function designOf(
  { target, estimates }: Series,
  finding: Finding,
  codings: CodingDesign,
): PowerDesign | null {
  const estimated = estimates.flatMap((e) => (e.kind === 'estimate' ? [e] : []));
  if (estimated.length < FEWEST_PERIODS) return null;
  const mentions = estimated.reduce((sum, e) => sum + e.nDocuments, 0);
  const spread = estimated.reduce((sum, e) => sum + (e.standardError * e.nDocuments) ** 2, 0);
  const points = estimates.map(
    (e): SeriesPoint => (e.kind === 'estimate' ? { value: e.value, variance: e.standardError ** 2 } : null),
  );
  const starts = finding.events
    .filter((event) => event.target === target)
    .map((event) => estimates.findIndex((e) => event.date.start < e.period.end));
  const noise = noiseOf(points, [...new Set(starts)]);
  return {
    nPeriods: estimated.length,
    mentionsPerPeriod: mentions / estimated.length,
    unitVariance: spread / mentions,
    ...noise,
    ...codings,
  };
}

function noiseOf(
  points: readonly SeriesPoint[],
  starts: readonly number[],
): Pick<PowerDesign, 'processVariance' | 'autocorrelation'> {
  const middle = Math.floor(points.length / 2);
  const [tested = middle, ...others] = starts.filter((at) => at > 0);
  const regression = levelRegression(
    points,
    others.map((at) => stepColumn(points.length, at)),
  );
  const effect = regression && columnEffect(regression, stepColumn(points.length, tested));
  if (regression === null || effect === null) return { processVariance: 0, autocorrelation: 0 };
  let [processVariance, moved] = [0, 0];
  for (const { weight, node } of effect.mixture) {
    const { noise } = regression.nodes[node] as (typeof regression.nodes)[number];
    processVariance += weight * noise.processVariance;
    moved += weight * noise.processVariance * noise.partial[0];
  }
  return { processVariance, autocorrelation: processVariance > 0 ? moved / processVariance : 0 };
}
