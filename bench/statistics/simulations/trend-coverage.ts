import { localLevel } from '../../../src/stats/local-level.ts';
import { normalDraw, normalQuantile } from '../../../src/stats/normal.ts';
import { drawSeries } from '../series/draw-series.ts';
import type { Simulation } from '../simulation.ts';

const MENTIONS = 400;

/** How often the interval of the smoothed level holds the level. */
export const trendCoverage: Simulation = {
  id: 'trend-coverage',
  title: 'Interval of the trend line',
  text: `A net balance that wanders by independent normal steps (standard deviation *step*), counted from about ${MENTIONS} mentions a bin. *All bins* is the share of bins in
which the 95 % interval of the smoothed level holds the level, *last bin* the same for the nowcast.`,
  cases: [52, 104, 260].flatMap((bins) => [0.003, 0.01].map((step) => ({ bins, step }))),
  columns: [
    { of: 'all', label: 'all bins', kind: 'mean', goal: { from: 0.93, to: 0.99 } },
    { of: 'last', label: 'last bin', kind: 'rate', goal: { from: 0.93, to: 0.99 } },
  ],
  replicates: { full: 1000, short: 100 },
  short: ({ bins }) => bins === 104,
  run({ bins, step }, random) {
    let at = 0;
    const levels = Array.from({ length: Number(bins) }, () => {
      at += Number(step) * normalDraw(random);
      return at;
    });
    const level = (bin: number): number => levels[bin] as number;
    const plan = { mentions: MENTIONS, autocorrelation: 0, processDeviation: 0, bins: levels.length, level };
    const smoothed = localLevel(drawSeries(plan, random))?.smoothed ?? [];
    const z = normalQuantile(0.975);
    const held = smoothed.map((one, bin) =>
      Number(Math.abs(one.level - level(bin)) <= z * Math.sqrt(one.variance)),
    );
    return { all: held.reduce((sum, one) => sum + one, 0) / held.length, last: held.at(-1) ?? 0 };
  },
};
