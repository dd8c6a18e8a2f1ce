import { type EventReading, eventTest, readEventTest } from '../../../src/stats/event-test.ts';
import type { Case, Simulation } from '../simulation.ts';
import { drawDrift, drawWeeks } from './event-series.ts';

const WEEKS = 104;
const STEP = 0.06;

const DRIFTS = [
  'line of 10 points',
  'line of 20 points',
  'wave of 10 points',
  'random walk',
  'step at one third',
];

const isStep = (at: Case): boolean => String(at['truth']).startsWith('step at the event');

const read = (reading: EventReading) =>
  ({ of: reading, label: reading.replaceAll('-', ' '), kind: 'rate' }) as const;

/** What is read from series that drift, change elsewhere, or change at the event with a rival near. */
export const eventVerdicts: Simulation = {
  id: 'event-verdicts',
  title: 'Verdicts on events',
  text: `Weekly balances over 104 weeks, noise as in [interrupted-series-coverage](interrupted-series-coverage.md). An event is declared in the middle.
First rows: the balance drifts or steps elsewhere, and nothing happens at the event; *change* is then a false attribution. The random walk moves by one point a
week. Last rows: a step of six points at the event, alone or with a rival event some weeks before or after.
*First*: the true event explains the series better than the rival. *In the set*: it is among those that explain it about as well as the best.
The other columns are the readings of [events](../../../docs/methods/events.md), one test, level 5 %.`,
  cases: [
    ...DRIFTS.flatMap((truth) => [0, 0.6].map((ar) => ({ truth, ar, rival: '–' }))),
    ...[0, 0.3, 0.6].flatMap((ar) =>
      ['–', 2, 4, 6].map((rival) => ({ truth: 'step at the event', ar, rival })),
    ),
  ],
  columns: [
    { ...read('change'), goal: { to: 0.05, cases: (at) => !isStep(at) } },
    read('cannot-separate'),
    read('gradual'),
    read('other-date'),
    read('no-change-seen'),
    { of: 'first', label: 'first', kind: 'rate' },
    {
      of: 'inSet',
      label: 'in the set',
      kind: 'rate',
      goal: { from: 0.95, cases: isStep },
    },
  ],
  replicates: { full: 300, short: 8 },
  short: (at) => at['ar'] === 0 && (at['truth'] === 'line of 20 points' || at['rival'] === 4),
  run: (at, random) => {
    const rivals =
      typeof at['rival'] === 'number' ? [WEEKS / 2 + (random() < 0.5 ? -1 : 1) * at['rival']] : [];
    const drift = drawDrift(String(at['truth']), WEEKS, random);
    const shape = isStep(at) ? (week: number) => (week >= WEEKS / 2 ? STEP : 0) : drift;
    const test = eventTest({
      points: drawWeeks({ weeks: WEEKS, ar: Number(at['ar']) }, random, shape),
      at: WEEKS / 2,
      rivals,
      confidenceLevel: 0.95,
      nSeries: 199,
      nEnough: 10,
      random,
    });
    if (test === null) return {};
    const reading = readEventTest(test, { probability: test.placebo.probability, level: 0.05 });
    const is = (one: EventReading): Record<string, number> => ({ [one]: Number(reading === one) });
    return {
      ...is('change'),
      ...is('cannot-separate'),
      ...is('gradual'),
      ...is('other-date'),
      ...is('no-change-seen'),
      ...(rivals.length === 0 ? {} : { first: Number(test.isFirst) }),
      ...(isStep(at) ? { inSet: Number(test.isAmongEvents && test.isAmongDates) } : {}),
    };
  },
};
