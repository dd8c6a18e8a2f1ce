import { describe, expect, test } from 'vitest';
import type { Decomposition } from '../domain/decomposition.ts';
import type { Estimate, Period } from '../domain/estimate.ts';
import type { EventContrast, SourceHealth, VoiceCount } from '../domain/finding.ts';
import type { SegmentRow } from '../store/queries/segment-authors.ts';
import { dateOfDay, dayOfDate } from './time-bins.ts';
import { type CountedParts, withholdCells } from './withhold-cells.ts';

const FIRST = dayOfDate('2024-01-01');
const days = (from: number, to: number): Period => ({
  start: dateOfDay(FIRST + from),
  end: dateOfDay(FIRST + to),
});

function estimate(period: Period, nAuthors: number): Estimate {
  return {
    ...{ kind: 'estimate', period, value: 0.2, standardError: 0.1, effectiveSampleSize: nAuthors },
    ...{ interval: { lower: 0, upper: 0.4, level: 0.95 }, method: 'm', correction: 'none', mix: 'observed' },
    ...{ nDocuments: nAuthors, nAuthors, nClusters: nAuthors },
  };
}

const PUBLIC = { target: 'china', stratum: { class: 'public' } } as const;

/** A series with so many authors in each week, the level over all of them, and one author a document. */
function weekly(authors: readonly number[]): {
  readonly parts: CountedParts;
  readonly segments: SegmentRow[];
} {
  const bins = authors.map((n, week) => estimate(days(7 * week, 7 * week + 7), n));
  const sum = authors.reduce((a, b) => a + b, 0);
  const level = estimate(days(0, 7 * authors.length), sum);
  return {
    parts: {
      headline: { ...PUBLIC, event: null, estimate: level },
      series: [{ ...PUBLIC, id: 'china/public/net-balance', measure: 'net-balance', estimates: bins }],
      levels: [{ ...PUBLIC, measure: 'net-balance', estimate: level }],
      ...{ events: [], decompositions: [], classContrasts: [], discoveredThemes: [], claims: [] },
      ...{ voices: [], health: [] },
    },
    segments: authors.map((nAuthors, week) => ({
      ...{ target: 'china', class: 'public', nDocuments: nAuthors, nAuthors },
      ...{ start: FIRST + 7 * week, end: FIRST + 7 * week + 7 },
    })),
  };
}

const OPTIONS = { voices: ['own'], privateClasses: ['public'] } as const;
const through = (authors: readonly number[], more: Partial<CountedParts> = {}): CountedParts => {
  const { parts, segments } = weekly(authors);
  return withholdCells({ ...parts, ...more }, { ...OPTIONS, segments });
};
const isWithheld = (one: Estimate): boolean => one.kind === 'not-estimable' && one.reason === 'withheld';
const hiddenWeeks = (parts: CountedParts): number[] =>
  (parts.series[0]?.estimates ?? []).flatMap((one, week) => (isWithheld(one) ? [week] : []));

describe('a series and its level', () => {
  test('nothing is withheld where every week has ten authors', () => {
    expect(through([12, 30, 10, 40])).toEqual(weekly([12, 30, 10, 40]).parts);
  });

  test('a thin week is withheld without counts, and another with it, as the level is published', () => {
    const found = through([12, 4, 30, 40, 50]);
    expect(hiddenWeeks(found)).toEqual([0, 1]);
    expect(found.series[0]?.estimates[1]).toMatchObject({
      nDocuments: null,
      nAuthors: null,
      nClusters: null,
    });
    expect(isWithheld(found.levels[0]?.estimate as Estimate)).toBe(false);
  });

  test.each([4, 6, 12])('the level less %i published weeks tells of no thin one', (nWeeks) => {
    const authors = Array.from({ length: nWeeks }, (_, i) => 20 + i);
    const found = through([...authors, 3]);
    expect(hiddenWeeks(found)).toEqual([0, nWeeks]);
  });

  test('two thin weeks hide another all the same: together they have fewer than ten', () => {
    expect(hiddenWeeks(through([4, 5, 30, 40]))).toEqual([0, 1, 2]);
  });

  test('classes in which nobody private speaks are published as they are', () => {
    const { parts, segments } = weekly([4, 30, 40]);
    expect(withholdCells(parts, { ...OPTIONS, privateClasses: [], segments })).toEqual(parts);
  });
});

describe('a change between two periods', () => {
  // Twelve weeks of eight authors each: no week is published. The sides leave the fifth week out, so that the whole less both is thin.
  const [before, after] = [days(0, 28), days(35, 84)];
  const whole = days(0, 84);
  const change = (first: number): EventContrast =>
    ({
      ...PUBLIC,
      event: 'e',
      before: estimate(before, first),
      after: estimate(after, 40),
      effect: estimate(whole, Math.min(first, 40)),
      step: estimate(whole, Math.min(first, 40)),
    }) as unknown as EventContrast;
  const found = (first: number): CountedParts =>
    through(
      Array.from({ length: 12 }, () => 8),
      {
        headline: { ...PUBLIC, event: 'e', estimate: estimate(whole, Math.min(first, 40)) },
        levels: [{ ...PUBLIC, measure: 'net-balance', estimate: estimate(whole, 60) }],
        events: [change(first)],
      },
    );
  const hidden = ({ headline, levels, events }: CountedParts) => ({
    level: isWithheld(levels[0]?.estimate as Estimate),
    effect: isWithheld(events[0]?.effect as Estimate),
    step: isWithheld(events[0]?.step as Estimate),
    headline: isWithheld(headline.estimate),
  });

  test('is told where both are, though the whole that it spans is not', () => {
    expect(hidden(found(30))).toEqual({ level: true, effect: false, step: false, headline: false });
  });

  test('is withheld with either', () => {
    expect(hidden(found(9))).toMatchObject({ effect: true, step: true, headline: true });
  });
});

test('a headline that is withheld is withheld on the first screen too', () => {
  expect(isWithheld(through([4, 2]).headline.estimate)).toBe(true);
});

describe('levels of a split change', () => {
  const [before, after] = [days(0, 7), days(7, 14)];
  const split = (sizes: readonly number[]): Decomposition =>
    ({
      ...PUBLIC,
      ...{ event: 'e', from: before, to: after, dimension: 'theme' },
      ...{ before: estimate(before, 90), after: estimate(after, 90), change: estimate(days(0, 14), 90) },
      levels: sizes.map((n, i) => ({
        level: `t${i}`,
        ...{ shareBefore: estimate(before, n), balanceBefore: estimate(before, n) },
        ...{ shareAfter: estimate(after, 30), balanceAfter: estimate(after, 30) },
      })),
    }) as unknown as Decomposition;
  const hidden = (sizes: readonly number[]): number[] =>
    (through([90, 90], { decompositions: [split(sizes)] }).decompositions[0]?.levels ?? []).flatMap(
      (one, i) => (isWithheld(one.balanceBefore) && isWithheld(one.shareBefore) ? [i] : []),
    );

  test('all of ten authors are published', () => expect(hidden([10, 20, 30, 40, 50])).toEqual([]));
  test('of five levels a thin one and the smallest other', () =>
    expect(hidden([30, 4, 20, 40, 50])).toEqual([1, 2]));
  test('of five levels two thin ones and the smallest other', () =>
    expect(hidden([30, 4, 9, 20, 50])).toEqual([1, 2, 3]));
  test('the other side is not touched', () => {
    const [one] = through([90, 90], { decompositions: [split([4, 20, 30, 40])] }).decompositions;
    expect(one?.levels.some((level) => isWithheld(level.balanceAfter))).toBe(false);
  });
  test('a split whose side is withheld is left out', () => {
    const thin = { ...split([30, 30, 30]), before: estimate(before, 5) };
    expect(through([90, 90], { decompositions: [thin] }).decompositions).toEqual([]);
  });
});

test('voices that are counted in every number go together; others alone', () => {
  const voice = (name: 'own' | 'quoted', n: number): VoiceCount =>
    ({ ...PUBLIC, voice: name, nMentions: n, nAgainst: 1, nFavor: 1, nAuthors: n }) as VoiceCount;
  const shown = (own: number, quoted: number): (number | null)[] =>
    through([30, 30], { voices: [voice('own', own), voice('quoted', quoted)] }).voices.map(
      (one) => one.nMentions,
    );
  expect(shown(30, 4)).toEqual([30, null]);
  expect(shown(4, 30)).toEqual([null, 30]);
  expect(shown(30, 12)).toEqual([30, 12]);
});

test('of five sources of a class a thin one and the smallest other are withheld', () => {
  const source = (nAuthors: number, i: number): SourceHealth =>
    ({
      source: `s${i}`,
      class: 'public',
      nMentions: nAuthors,
      nAuthors,
      nCopies: 0,
    }) as unknown as SourceHealth;
  const found = through([30, 30], { health: [50, 3, 20, 12, 40].map(source) });
  expect(found.health.map((one) => one.nAuthors)).toEqual([50, null, 20, null, 40]);
});
