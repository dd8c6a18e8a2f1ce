import { eventTest, readEventTest } from '../../../src/stats/event-test.ts';
import type { Simulation } from '../simulation.ts';
import { drawWeeks } from './event-series.ts';

/** The p-value against placebo series where there is no event. */
export const eventPlacebos: Simulation = {
  id: 'event-placebos',
  title: 'Placebo p-values without an event',
  text: `Weekly balances as in [interrupted-series-coverage](interrupted-series-coverage.md), without a step; an event is declared in the
middle all the same. *p ≤ x* is the share of p-values up to x, which should be x. *Rank among dates* is what p ≤ 0.05 would
be if the p-value were the rank among the other dates of the same series, which overlap: it is not used. *False attribution* is the share
read as a change at the event.`,
  cases: [52, 104].flatMap((weeks) => [0, 0.3, 0.6].map((ar) => ({ weeks, ar }))),
  columns: [
    { of: 'p05', label: 'p ≤ 0.05', kind: 'rate', goal: { from: 0.02, to: 0.08 } },
    { of: 'p20', label: 'p ≤ 0.2', kind: 'rate' },
    { of: 'p50', label: 'p ≤ 0.5', kind: 'rate' },
    { of: 'p80', label: 'p ≤ 0.8', kind: 'rate' },
    { of: 'rank', label: 'rank among dates', kind: 'rate' },
    { of: 'attributed', label: 'false attribution', kind: 'rate', goal: { to: 0.05 } },
  ],
  replicates: { full: 600, short: 20 },
  short: (at) => at['weeks'] === 52 && at['ar'] !== 0.3,
  run: (at, random) => {
    const of = { weeks: Number(at['weeks']), ar: Number(at['ar']) };
    const test = eventTest({
      points: drawWeeks(of, random),
      at: of.weeks / 2,
      rivals: [],
      confidenceLevel: 0.95,
      nSeries: 199,
      nEnough: 20,
      random,
    });
    if (test === null) return {};
    const p = test.placebo.probability;
    return {
      p05: Number(p <= 0.05),
      p20: Number(p <= 0.2),
      p50: Number(p <= 0.5),
      p80: Number(p <= 0.8),
      rank: Number((test.dates.nAsLarge + 1) / (test.dates.n + 1) <= 0.05),
      attributed: Number(readEventTest(test, { probability: p, level: 0.05 }) === 'change'),
    };
  },
};
