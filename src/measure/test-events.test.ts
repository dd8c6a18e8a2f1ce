import { describe, expect, test } from 'vitest';
import type { Estimate, Series } from '../domain/estimate.ts';
import type { EventContrast } from '../domain/finding.ts';
import { normalDraw } from '../stats/normal.ts';
import { seededRandom } from '../stats/random.ts';
import type { EventConfig, StudyConfig } from '../study/config.ts';
import { describeTests } from './describe-event-tests.ts';
import { type ComparedEvents, testEvents } from './test-events.ts';
import { timeBins } from './time-bins.ts';

const PERIOD = { start: '2024-01-01', end: '2025-01-06' };
const BINS = timeBins(PERIOD, 'week');
const DEVIATION = 0.04;

const eventAt = (id: string, start: string, more: Partial<EventConfig> = {}): EventConfig => ({
  id,
  label: id,
  date: { start, end: new Date(Date.parse(start) + 86_400_000).toISOString().slice(0, 10) },
  kind: 'declared',
  expected: null,
  targets: [],
  placeboClasses: [],
  control: null,
  ...more,
});

function estimate(value: number, at: number): Estimate {
  return {
    kind: 'estimate',
    period: BINS[at]!.period,
    value,
    standardError: DEVIATION,
    interval: { lower: value - 0.08, upper: value + 0.08, level: 0.95 },
    effectiveSampleSize: 300,
    nDocuments: 400,
    nAuthors: 200,
    nClusters: 300,
    method: 'x',
    correction: 'none',
    mix: 'observed',
  };
}

const shock = (at: number): number => (at % 13 === 0 ? 0.3 : 0);

/** A series with a step on 1 July, week 26, and shocks that all targets have in common. */
function seriesOf(target: string, step: number, shocks = false): Series {
  const random = seededRandom(target.length);
  return {
    id: `${target}/public/net-balance`,
    target,
    stratum: { class: 'public' },
    measure: 'net-balance',
    estimates: BINS.map((_, at) =>
      estimate(0.1 + DEVIATION * normalDraw(random) + (at >= 26 ? step : 0) + (shocks ? shock(at) : 0), at),
    ),
  };
}

function contrastOf(event: EventConfig, target: string, inseparableFrom: string[] = []): EventContrast {
  const one = estimate(0, 0);
  return {
    event: event.id,
    label: event.id,
    kind: event.kind,
    date: event.date,
    expected: event.expected,
    target,
    stratum: { class: 'public' },
    windowDays: 182,
    before: one,
    after: one,
    effect: one,
    pPlacebo: null,
    looks: 0,
    verdict: 'not-tested',
    inseparableFrom,
  };
}

function tested(
  events: EventConfig[],
  series: Series[],
  compared: ComparedEvents = new Map(),
): EventContrast[] {
  const study = {
    events,
    period: PERIOD,
    seed: 1,
    measure: { confidenceLevel: 0.95, eventWindowDays: null },
  } as unknown as StudyConfig;
  const contrasts = events.flatMap((event) =>
    series.map(({ target }) =>
      contrastOf(
        event,
        target,
        events.filter((other) => other !== event).map((other) => other.id),
      ),
    ),
  );
  const tests = testEvents({ study, bins: BINS, series, contrasts, compared });
  return describeTests(tests, { study, bins: BINS });
}

const JULY = eventAt('july', '2024-07-01', { expected: 'fall' });

test('what was compared before is not compared again, and comes out the same; a changed series or event is', () => {
  const compared: ComparedEvents = new Map();
  const [moved, still] = [seriesOf('china', -0.2), seriesOf('placebo', 0)];
  const first = tested([JULY], [moved, still], compared);
  const known = new Map(compared);
  expect(known.size).toBe(2);
  expect(tested([JULY], [moved, still], compared)).toEqual(first);
  expect([...compared]).toEqual([...known]);
  for (const one of compared.values()) expect([...known.values()]).toContain(one);
  const others = [seriesOf('china', -0.1), still];
  expect(tested([JULY], others, compared)).toEqual(tested([JULY], others));
  expect(compared.size).toBe(3);
  const august = eventAt('august', '2024-08-05');
  expect(tested([JULY, august], [moved, still], compared)).toEqual(tested([JULY, august], [moved, still]));
  expect(compared.size).toBe(7);
});

describe('verdicts', () => {
  test('a step at the event is supported, nothing is no change, and the looks are counted', () => {
    const [moved, still] = tested([JULY], [seriesOf('china', -0.2), seriesOf('placebo', 0)]);
    expect(moved).toMatchObject({ verdict: 'supported', looks: 2, inseparableFrom: [], control: null });
    expect(moved!.pAdjusted).toBeLessThan(0.05);
    expect(moved!.changeDate?.date.start).toBe('2024-07-01');
    expect(moved!.step).toMatchObject({ kind: 'estimate' });
    expect(still).toMatchObject({ verdict: 'no-change-seen' });
    expect(still!.minimumDetectableEffect).toBeGreaterThan(0.01);
    expect(still!.minimumDetectableEffect).toBeLessThan(0.2);
  });

  /** What moved at the event is the mix: at the fixed mix `silent` periods have no estimate and the others no step. */
  function mixMoved(silent: number): Series {
    const [moved, still] = [seriesOf('china', -0.2), seriesOf('china', 0)];
    const estimates = still.estimates.map((one, at): Estimate => {
      if (one.kind !== 'estimate') expect.unreachable();
      if (at % 7 < silent) return { ...one, kind: 'not-estimable', reason: 'reference-not-covered' };
      return { ...one, mix: 'fixed' };
    });
    return { ...moved, variants: [{ correction: 'none', mix: 'fixed', estimates }] };
  }

  test('a step of the mix alone is no change, and the test says at which mix it was made', () => {
    for (const silent of [0, 1]) {
      const [one] = tested([JULY], [mixMoved(silent)]);
      expect(one).toMatchObject({ verdict: 'no-change-seen', step: { mix: 'fixed' } });
    }
  });

  test('where a thin source leaves the fixed mix without many periods, the observed one is tested', () => {
    const [one] = tested([JULY], [mixMoved(3)]);
    expect(one).toMatchObject({ verdict: 'supported', step: { mix: 'observed' } });
  });

  test('a step against the expectation is contradicted', () => {
    expect(tested([JULY], [seriesOf('china', 0.2)])[0]!.verdict).toBe('contradicted');
    const none = { ...JULY, expected: 'none' as const };
    expect(tested([none], [seriesOf('china', -0.2)])[0]!.verdict).toBe('contradicted');
  });

  test('a rival in the same week cannot be separated; one three months earlier is another date', () => {
    const rivals = [eventAt('near', '2024-07-03'), eventAt('early', '2024-04-01')];
    const [july, near, early] = tested([JULY, ...rivals], [seriesOf('china', -0.2)]);
    expect(july).toMatchObject({ verdict: 'cannot-separate', inseparableFrom: ['near'] });
    expect(near).toMatchObject({ verdict: 'cannot-separate', inseparableFrom: ['july'] });
    expect(early!.verdict).not.toMatch(/supported|cannot-separate/);
  });

  test('an event at the edge, or a series of few weeks, is not tested', () => {
    const [edge] = tested([eventAt('late', '2024-12-20')], [seriesOf('china', 0)]);
    expect(edge).toMatchObject({ verdict: 'not-tested', pPlacebo: null, pAdjusted: null, looks: 0 });
    expect(edge!.step).toMatchObject({ kind: 'not-estimable', reason: 'too-few-periods' });
    const short = seriesOf('china', -0.2);
    const estimates = short.estimates.map(
      (one, at): Estimate =>
        at > 20 ? one : ({ ...one, kind: 'not-estimable', reason: 'no-collection' } as Estimate),
    );
    expect(tested([JULY], [{ ...short, estimates }])[0]!.verdict).toBe('not-tested');
  });

  test('an event of several weeks leaves its own weeks out', () => {
    const lasting = { ...JULY, date: { start: '2024-06-10', end: '2024-07-15' } };
    const [one] = tested([lasting], [seriesOf('china', -0.2)]);
    expect(one!.verdict).toBe('supported');
  });
});

test('a control series takes out shocks in common and is named', () => {
  const series = [seriesOf('china', -0.1, true), seriesOf('india', 0, true)];
  const [alone] = tested([JULY], series);
  const [against, control] = tested([{ ...JULY, control: 'india' }], series);
  expect(against).toMatchObject({ control: 'india', verdict: 'supported' });
  const [before, after] = [alone!.step, against!.step];
  if (before?.kind !== 'estimate' || after?.kind !== 'estimate') expect.unreachable();
  expect(after.standardError).toBeLessThan(before.standardError);
  expect(control).toMatchObject({ verdict: 'no-change-seen', control: null });
});

test('the order of contrasts changes no verdict', () => {
  const series = [seriesOf('china', -0.2), seriesOf('placebo', 0)];
  const one = tested([JULY], series);
  const other = tested([JULY], series.toReversed()).toReversed();
  expect(other.map((e) => [e.target, e.verdict, e.pPlacebo])).toEqual(
    one.map((e) => [e.target, e.verdict, e.pPlacebo]),
  );
});
