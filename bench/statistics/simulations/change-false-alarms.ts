import { changePoints } from '../../../src/stats/change-points.ts';
import { type DrawnBin, drawSeries, samplingDeviation } from '../series/draw-series.ts';
import type { Case, Simulation } from '../simulation.ts';

const MENTIONS = 400;

/** A process with as much variance as the sampling error of a bin. */
const EQUAL = samplingDeviation(MENTIONS);

function stationary(at: Case, random: () => number): DrawnBin[] {
  return drawSeries(
    {
      bins: Number(at['weeks']),
      mentions: MENTIONS,
      autocorrelation: Number(at['autocorrelation']),
      processDeviation: EQUAL,
      level: () => 0.1,
    },
    random,
  );
}

/** Two sources at levels of their own; from the middle on the second one writes three times as much. */
function changingMix(at: Case, random: () => number): DrawnBin[] {
  const bins = Number(at['weeks']);
  const autocorrelation = Number(at['autocorrelation']);
  const source = (level: number, factor: number): DrawnBin[] => {
    const half = (mentions: number, length: number): DrawnBin[] =>
      drawSeries(
        { bins: length, mentions, autocorrelation, processDeviation: EQUAL, level: () => level },
        random,
      );
    const before = Math.floor(bins / 2);
    return [...half(MENTIONS / 2, before), ...half((factor * MENTIONS) / 2, bins - before)];
  };
  const [first, second] = [source(0, 1), source(0.2, 3)];
  return first.map((one, bin) => {
    const other = second[bin] as DrawnBin;
    const share = at['series'] === 'mix changes, fixed mix' ? 0.5 : bin < Math.floor(bins / 2) ? 0.5 : 0.75;
    return {
      value: (1 - share) * one.value + share * other.value,
      variance: (1 - share) ** 2 * one.variance + share ** 2 * other.variance,
    };
  });
}

const isHeld = (at: Case): boolean =>
  Number(at['autocorrelation']) <= 0.6 && at['series'] !== 'mix changes, observed mix';

/** How often a series without a change shows one. */
export const changeFalseAlarms: Simulation = {
  id: 'change-false-alarms',
  title: 'Changes found where there is none',
  text: `Weekly net balances counted from about ${MENTIONS} mentions a week (weeks differ by a factor of 1.5 each way), the variance of each week
estimated from its own mentions, around one level with an autoregressive process that has as much variance as the sampling error. *Any change* says how
often any change is found in a series. At autocorrelation 0.9 the series drifts slowly and comes back. Where the *mix changes*, two sources keep their
levels (0 and 0.2) and one of them writes three times as much from the middle on: at a fixed mix nothing changes; at the observed mix the index does, which is
shown for comparison and is no false alarm of the method.`,
  cases: [
    ...[104, 260].flatMap((weeks) =>
      [0, 0.3, 0.6, 0.9].map((autocorrelation) => ({ series: 'stationary', weeks, autocorrelation })),
    ),
    { series: 'mix changes, fixed mix', weeks: 104, autocorrelation: 0.3 },
    { series: 'mix changes, observed mix', weeks: 104, autocorrelation: 0.3 },
  ],
  columns: [{ of: 'any', label: 'any change', kind: 'rate', goal: { to: 0.05, cases: isHeld } }],
  replicates: { full: 1000, short: 30 },
  short: (at) => at['weeks'] === 104 && isHeld(at),
  run(at, random) {
    const bins = at['series'] === 'stationary' ? stationary(at, random) : changingMix(at, random);
    const found = changePoints(bins, { level: 0.95 });
    return { any: Number((found?.changes.length ?? 0) > 0) };
  },
};
