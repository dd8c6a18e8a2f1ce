import { type ChangePoint, changePoints } from '../../../src/stats/change-points.ts';
import { bestStep, regressOnShifts } from '../../../src/stats/level-shifts.ts';
import { measuredSeries } from '../../../src/stats/noise-model.ts';
import { shiftIntervals } from '../../../src/stats/shift-intervals.ts';
import { type DrawnBin, drawSeries, samplingDeviation } from '../series/draw-series.ts';
import type { Case, Simulation } from '../simulation.ts';

const WEEKS = 104;
const MENTIONS = 400;
const AUTOCORRELATION = 0.3;

const PROCESS: Readonly<Record<string, number>> = { none: 0, fifth: 1 / 5, third: 1 / 3, equal: 1 };

function processDeviation(at: Case): number {
  return samplingDeviation(MENTIONS) * Math.sqrt(PROCESS[String(at['process'])] ?? 0);
}

/** The date for one who knows that there is one step, and the noise. */
function oracleDate(bins: readonly DrawnBin[], deviation: number): number {
  const noise = { processVariance: Math.max(deviation ** 2, 1e-12), autocorrelation: AUTOCORRELATION };
  const series = measuredSeries(bins);
  const allowed = (start: number): boolean => start >= 4 && start <= WEEKS - 4;
  const start = bestStep(regressOnShifts(series, [], noise), { n: WEEKS, allowed })?.start ?? 4;
  const fitted = { shifts: [{ start, duration: 1 }], noise: { ...noise, deviance: 0 }, deviance: 0 };
  return shiftIntervals(series, fitted, { index: 0, level: 0.95, penalty: 0, shortestSlope: 8 }).start;
}

function judgeChange(change: ChangePoint, truth: { start: number; size: number }): Record<string, number> {
  const [earliest, latest] = change.startRange;
  return {
    near: Number(Math.abs(change.start - truth.start) <= 2),
    dateHeld: Number(earliest <= truth.start && truth.start <= latest),
    dateWidth: latest - earliest + 1,
    sizeHeld: Number(change.lower <= truth.size && truth.size <= change.upper),
    step: Number(change.kind === 'step'),
  };
}

const isGoal = (at: Case): boolean => at['step'] === 0.06 && at['process'] !== 'equal';

/** How well a lasting step is found, dated and measured. */
export const changeStep: Simulation = {
  id: 'change-step',
  title: 'A lasting step found, dated and measured',
  text: `One lasting step in a random week between the 20th and the 84th of ${WEEKS}, ${MENTIONS} mentions a week, autocorrelation ${AUTOCORRELATION}. *Process*: the variance of the
autoregressive process over that of the sampling error of a week. *Found*: any change is found. Of those found: *date ± 2* weeks of the truth by
the nearest change; *date held* and *size held*: the 95 % intervals hold the truth; *weeks* is the mean length of the date interval; *called step*. *Best possible ± 2*: the
same rule for one who knows that there is exactly one step and knows the noise: a bound that no method without more data beats by much.`,
  cases: [
    ...['none', 'fifth', 'third', 'equal'].map((process) => ({ step: 0.06, process })),
    { step: 0.03, process: 'third' },
    { step: 0.12, process: 'equal' },
  ],
  columns: [
    { of: 'found', label: 'found', kind: 'rate', goal: { from: 0.8, cases: isGoal } },
    { of: 'near', label: 'date ± 2', kind: 'rate', goal: { from: 0.8, cases: isGoal } },
    { of: 'oracle', label: 'best possible ± 2', kind: 'rate' },
    { of: 'dateHeld', label: 'date held', kind: 'rate', goal: { from: 0.93 } },
    { of: 'dateWidth', label: 'weeks', kind: 'mean' },
    { of: 'sizeHeld', label: 'size held', kind: 'rate', goal: { from: 0.93 } },
    { of: 'step', label: 'called step', kind: 'rate', goal: { from: 0.93 } },
  ],
  replicates: { full: 1000, short: 30 },
  short: (at) => at['step'] === 0.06 && at['process'] === 'none',
  run(at, random) {
    const start = 20 + Math.floor(64 * random());
    const size = Number(at['step']);
    const deviation = processDeviation(at);
    const bins = drawSeries(
      {
        bins: WEEKS,
        mentions: MENTIONS,
        autocorrelation: AUTOCORRELATION,
        processDeviation: deviation,
        level: (bin) => (bin < start ? 0.1 : 0.1 - size),
      },
      random,
    );
    const found = changePoints(bins, { level: 0.95 })?.changes ?? [];
    const off = (change: ChangePoint): number => Math.abs(change.start - start);
    const nearest = found.toSorted((a, b) => off(a) - off(b))[0];
    return {
      found: Number(nearest !== undefined),
      oracle: Number(Math.abs(oracleDate(bins, deviation) - start) <= 2),
      ...(nearest === undefined ? {} : judgeChange(nearest, { start, size: -size })),
    };
  },
};
