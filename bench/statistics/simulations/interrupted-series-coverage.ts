import { interruptedSeries } from '../../../src/stats/interrupted-series.ts';
import { detectableStep } from '../../../src/stats/minimum-detectable-effect.ts';
import type { Simulation } from '../simulation.ts';
import { drawWeeks } from './event-series.ts';

const STEP = 0.06;

/** Coverage of the interval of a step, and whether the smallest step said to be seen is seen. */
export const interruptedSeriesCoverage: Simulation = {
  id: 'interrupted-series-coverage',
  title: 'A step at a known date',
  text: `Weekly balances from about 400 mentions, on top of an autoregressive process of order one with a standard deviation of 2.4
points, and a step of six points in the middle. *Covered* says how often the 95 % interval of the step holds it, *width* is its mean
width, *power* how often it excludes zero. *Seen at stated size*: the estimator names the smallest step that it would show four times in
five; a second series gets a step of that size, and this is how often its interval excludes zero.`,
  cases: [52, 104].flatMap((weeks) => [0, 0.3, 0.6].map((ar) => ({ weeks, ar }))),
  columns: [
    { of: 'covered', label: 'covered', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'width', label: 'width', kind: 'mean' },
    { of: 'power', label: 'power', kind: 'rate' },
    { of: 'seen', label: 'seen at stated size', kind: 'rate', goal: { from: 0.75, to: 0.87 } },
  ],
  replicates: { full: 1000, short: 50 },
  short: (at) => at['weeks'] === 52 && at['ar'] !== 0.3,
  run: (at, random) => {
    const of = { weeks: Number(at['weeks']), ar: Number(at['ar']) };
    const middle = of.weeks / 2;
    const stepOf = (size: number) =>
      interruptedSeries(
        drawWeeks(of, random, (week) => (week >= middle ? size : 0)),
        middle,
        { confidenceLevel: 0.95 },
      );
    const first = stepOf(STEP);
    if (first === null) return {};
    const second = stepOf(detectableStep(first.effect, { critical: 1.96, power: 0.8 }));
    return {
      covered: Number(first.lower <= STEP && STEP <= first.upper),
      width: first.upper - first.lower,
      power: Number(first.lower > 0),
      ...(second === null ? {} : { seen: Number(second.lower > 0) }),
    };
  },
};
