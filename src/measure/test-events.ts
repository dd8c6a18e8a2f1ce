import { hash } from 'node:crypto';
import type { Estimate, Mix, Series } from '../domain/estimate.ts';
import type { EventContrast } from '../domain/finding.ts';
import type { SeriesPoint } from '../stats/autoregressive-regression.ts';
import { differenceSeries } from '../stats/difference-series.ts';
import { type EventComparison, type EventTest, eventTest } from '../stats/event-test.ts';
import { seededRandom } from '../stats/random.ts';
import type { EventConfig, StudyConfig } from '../study/config.ts';
import { eventSpans } from './contrast-events.ts';
import { dayOfDate, type TimeBin } from './time-bins.ts';

/** What events are tested on. */
export interface TestInputs {
  readonly study: Pick<StudyConfig, 'events' | 'period' | 'measure' | 'seed'>;
  readonly bins: readonly TimeBin[];
  /** Net balances by period, those from few mentions too (see {@link FEWEST_TESTED}), with those at the fixed mix. */
  readonly series: readonly Series[];
  readonly contrasts: readonly EventContrast[];
  /** Where many measurements of one corpus test events: what was compared before is not compared again. */
  readonly compared?: ComparedEvents;
}

/** Comparisons by the digest of everything that they are made from. */
export type ComparedEvents = Map<string, EventComparison>;

/** Fewest mentions and authors of a period that a test uses: many thin periods together say as much as a few full ones. */
export const FEWEST_TESTED = { minimumMentions: 5, minimumAuthors: 3 } as const;

/** Placebo series at most, and effects as large after which no more are drawn. */
export const PLACEBOS = { nSeries: 999, nEnough: 20 } as const;

/** A series at the fixed mix is tested where it has this share of the periods that the observed one has, or thin sources would cost the test. */
const FIXED_MIX_REACH = 0.8;

/** A contrast with its test, and where its bins lie in the study. */
export interface TestedEvent {
  readonly contrast: EventContrast;
  readonly window: EventWindow;
  /** The series that is tested, and the one that is subtracted from it where the event has a control. */
  readonly parts: readonly TestedPart[];
  readonly test: EventTest | null;
}

/** A series in a test. */
interface TestedPart {
  readonly target: string;
  readonly class: string;
  readonly sign: 1 | -1;
  readonly mix: Mix;
  readonly points: readonly SeriesPoint[];
}

/** The bins of the study in which an event is tested. */
export interface EventWindow {
  readonly first: number;
  readonly bins: readonly TimeBin[];
  readonly at: number;
  readonly rivals: readonly { readonly id: string; readonly at: number }[];
  readonly control: string | null;
}

/**
 * Tests the event of every contrast on the series of net balances as labels give it: against series without an event, against
 * other dates, against rivals. At the fixed mix of sources where most periods have it, so that a change of the mix is not taken for
 * one of stance. What the tests say is told by `describeTests`.
 */
export function testEvents(inputs: TestInputs): TestedEvent[] {
  const series = testedSeries(inputs.series);
  return inputs.contrasts.map((contrast): TestedEvent => {
    const window = windowOf(contrast, inputs);
    const parts = partsOf(contrast, window, inputs).map((part): TestedPart => {
      const { points, mix } = series.get(key(part.target, part.class)) ?? { points: [], mix: 'observed' };
      return { ...part, mix, points: points.slice(window.first, window.first + window.bins.length) };
    });
    return { contrast, window, parts, test: testOne(contrast, { window, parts, inputs }) };
  });
}

function key(target: string, name: string): string {
  return JSON.stringify([target, name]);
}

/** What is tested of each target and class. */
function testedSeries(
  series: readonly Series[],
): ReadonlyMap<string, { readonly points: SeriesPoint[]; readonly mix: Mix }> {
  return new Map(
    series
      .filter((one) => one.measure === 'net-balance')
      .map((one) => {
        const observed = pointsOf(one.estimates);
        const fixed = pointsOf(
          one.variants?.find(({ mix, correction }) => mix === 'fixed' && correction === 'none')?.estimates ??
            [],
        );
        const reaches = present(fixed) > 0 && present(fixed) >= FIXED_MIX_REACH * present(observed);
        return [
          key(one.target, one.stratum['class'] ?? ''),
          reaches ? { points: fixed, mix: 'fixed' } : { points: observed, mix: 'observed' },
        ] as const;
      }),
  );
}

const present = (points: readonly SeriesPoint[]): number => points.filter((point) => point !== null).length;

/**
 * Values with the variances of their errors. A period has at least the variance that the whole series has for as many mentions:
 * a few mentions that happen to agree would otherwise weigh more than others.
 */
function pointsOf(estimates: readonly Estimate[]): SeriesPoint[] {
  let [spread, mentions] = [0, 0];
  for (const e of estimates) {
    if (e.kind !== 'estimate') continue;
    spread += (e.standardError * e.nDocuments) ** 2;
    mentions += e.nDocuments;
  }
  return estimates.map((e) => {
    if (e.kind !== 'estimate') return null;
    const variance = Math.max(e.standardError ** 2, spread / mentions / e.nDocuments);
    return variance > 0 ? { value: e.value, variance } : null;
  });
}

/** The bins that lie whole inside the days compared, and the events among them. */
function windowOf(contrast: EventContrast, { study, bins }: TestInputs): EventWindow {
  const event = study.events.find((one) => one.id === contrast.event) as EventConfig;
  const { before, after } = eventSpans(event, study.period, study.measure);
  const inside = bins.filter((bin) => bin.start >= before.start && bin.end <= after.end);
  const first = bins.indexOf(inside[0] as TimeBin);
  const placeOf = (other: EventConfig): number =>
    placeOfDay(inside, eventSpans(other, study.period, study.measure).after.start);
  const rivals = study.events
    .filter((other) => contrast.inseparableFrom.includes(other.id))
    .map((other) => ({ id: other.id, at: placeOf(other) }));
  const isControl = event.control === contrast.target || event.control === contrast.stratum['class'];
  const control = isControl ? null : event.control;
  return { first: Math.max(0, first), bins: inside, at: placeOf(event), rivals, control };
}

/** Place of the beginning of a day in bins from the first; before the first 0, after the last their number. */
function placeOfDay(bins: readonly TimeBin[], day: number): number {
  const i = bins.findIndex((bin) => day < bin.end);
  if (i === -1) return bins.length;
  const { start, end } = bins[i] as TimeBin;
  return i + Math.max(0, day - start) / (end - start);
}

function partsOf(
  { target, stratum }: EventContrast,
  { control }: EventWindow,
  { series }: TestInputs,
): Omit<TestedPart, 'points' | 'mix'>[] {
  const name = stratum['class'] ?? '';
  const own = { target, class: name, sign: 1 } as const;
  if (control === null) return [own];
  const isTarget = series.some((one) => one.target === control);
  return [own, { ...own, ...(isTarget ? { target: control } : { class: control }), sign: -1 }];
}

/** Whether an event that lasts is going on in a bin, which then belongs to neither side. */
export function isDuring({ date }: EventContrast, { start, end }: TimeBin): boolean {
  const [from, to] = [dayOfDate(date.start), dayOfDate(date.end)];
  return to - from > 1 && start < to && end > from;
}

/** Random numbers of one test: the same in any order of tests. */
export function testRandom(contrast: EventContrast, seed: number, use: readonly string[] = []): () => number {
  return seededRandom(randomSeed(contrast, seed, use));
}

function randomSeed(
  { event, target, stratum }: EventContrast,
  seed: number,
  use: readonly string[] = [],
): number {
  const key = JSON.stringify([seed, event, target, stratum['class'] ?? '', ...use]);
  return hash('sha256', key, 'buffer').readUIntLE(0, 6);
}

function testOne(
  contrast: EventContrast,
  of: {
    readonly window: EventWindow;
    readonly parts: readonly TestedPart[];
    readonly inputs: TestInputs;
  },
): EventTest | null {
  const { window, parts } = of;
  const { study, compared } = of.inputs;
  const [own, control] = parts.map(({ points }) => points);
  const points = control === undefined ? (own ?? []) : differenceSeries(own ?? [], control);
  const asked = {
    points: points.map((point, t) => (isDuring(contrast, window.bins[t] as TimeBin) ? null : point)),
    at: window.at,
    rivals: window.rivals.map((rival) => rival.at),
    confidenceLevel: study.measure.confidenceLevel,
    ...PLACEBOS,
  };
  const seed = randomSeed(contrast, study.seed);
  const test = { ...asked, random: seededRandom(seed) };
  if (compared === undefined) return eventTest(test);
  const id = hash('sha256', JSON.stringify([asked, seed]));
  return eventTest({
    ...test,
    recall: (make) => {
      const found = compared.get(id) ?? make();
      compared.set(id, found);
      return found;
    },
  });
}
