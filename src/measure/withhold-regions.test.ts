import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givesAway } from '../../test/gives-away.ts';
import type { Claim } from '../domain/claim.ts';
import type { Decomposition } from '../domain/decomposition.ts';
import type { Estimate, Period } from '../domain/estimate.ts';
import type { RegionBalances } from '../domain/region-balance.ts';
import type { RegionSegment } from '../store/queries/place-moments.ts';
import type { MeasuredSpan } from './claim-spans.ts';
import { type RegionalParts, withholdRegions } from './withhold-regions.ts';

/** Names that posts have; the first two are one place. */
const RAW = ['Москва', 'RU-MOW', 'RU-OMS', 'RU-TOM', 'Берлин', 'unknown'];
const PLACES = new Map([
  ['Москва', 'RU-MOW'],
  ['RU-MOW', 'RU-MOW'],
  ['RU-OMS', 'RU-OMS'],
  ['RU-TOM', 'RU-TOM'],
  ['Берлин', 'Берлин'],
]);
const ORDER = ['RU-MOW', 'RU-OMS', 'RU-TOM', 'Берлин', 'rest', 'unknown'];
const TIERS = new Map([
  ['Москва', 'tier big'],
  ['RU-MOW', 'tier big'],
  ['RU-OMS', 'rest'],
  ['RU-TOM', 'rest'],
]);
const CUTS = ['2024-01-01', '2024-01-03', '2024-07-01', '2024-12-29', '2025-01-01'];
const DAYS = CUTS.map((date) => Date.parse(date) / 86_400_000);
const between = (a: number, b: number): Period => ({ start: CUTS[a] as string, end: CUTS[b] as string });

interface Post {
  readonly raw: string;
  readonly segment: number;
  readonly author: number;
}

const estimateOf = (posts: readonly Post[], period: Period): Estimate => {
  const n = posts.length;
  const counts = { nDocuments: n, nAuthors: new Set(posts.map((one) => one.author)).size, nClusters: n };
  return { kind: 'not-estimable', period, reason: n === 0 ? 'no-mentions' : 'too-few-mentions', ...counts };
};

const within = (posts: readonly Post[], a: number, b: number, isIn: (raw: string) => boolean): Estimate =>
  estimateOf(
    posts.filter(({ raw, segment }) => segment >= a && segment < b && isIn(raw)),
    between(a, b),
  );

function partsOf(posts: readonly Post[]): RegionalParts & { readonly spans: readonly MeasuredSpan[] } {
  const of = { target: 'china', stratum: { class: 'public' } } as const;
  const place = (raw: string): string => PLACES.get(raw) ?? raw;
  const tier = (raw: string): string => TIERS.get(raw) ?? (raw === 'unknown' ? raw : 'rest');
  const regions: RegionBalances = {
    ...of,
    split: { event: 'e', before: between(0, 2), after: between(2, 4) },
    regions: ORDER.map((region) => {
      const isIn = (raw: string): boolean => place(raw) === region;
      return {
        region,
        share: 0,
        balance: within(posts, 0, 4, isIn),
        change: {
          before: within(posts, 0, 2, isIn),
          after: within(posts, 2, 4, isIn),
          effect: within(posts, 0, 4, isIn),
        },
      };
    }),
    heterogeneity: null,
    tiers: {
      tiers: ['tier big', 'rest'].map((id) => ({
        id,
        label: id,
        balance: within(posts, 0, 4, (raw) => tier(raw) === id),
      })),
      perStep: within([], 0, 4, () => true),
      pValue: null,
      steps: [within([], 0, 4, () => true)],
    },
  };
  const part = { value: 0, standardError: 1, interval: { lower: -1, upper: 1, level: 0.95 } };
  const split = {
    ...of,
    dimension: 'region',
    event: 'e',
    levels: RAW.map((level) => ({
      ...{
        level,
        contribution: part,
        excess: part,
        probabilityFirst: 0,
        probabilityFirstThree: 0,
        qValue: 1,
      },
      shareBefore: within(posts, 1, 2, (raw) => raw === level),
      shareAfter: within(posts, 2, 3, (raw) => raw === level),
      balanceBefore: within(posts, 1, 2, (raw) => raw === level),
      balanceAfter: within(posts, 2, 3, (raw) => raw === level),
    })),
  } as unknown as Decomposition;
  const spans: MeasuredSpan[] = [
    {
      ...{ first: between(0, 4), second: null, regions: ['RU-OMS', 'RU-TOM'], counted: [] },
      contrasts: [
        {
          ...of,
          before: within(posts, 0, 4, (raw) => raw === 'RU-OMS' || raw === 'RU-TOM'),
          effect: within([], 0, 4, () => true),
        },
      ],
    },
  ];
  const boundTo = 'spans/china/public/2024-01-01..2025-01-01/RU-OMS+RU-TOM−china/public/x';
  const claims = [
    {
      effect: null,
      parts: [{ boundTo, classes: ['public'], estimate: spans[0]?.contrasts[0]?.before as Estimate }],
    },
  ] as unknown as Claim[];
  const whole = within(posts, 0, 4, () => true);
  return {
    regions: [regions],
    levels: [{ ...of, measure: 'net-balance', estimate: whole }],
    events: [],
    decompositions: [split],
    claims,
    spans,
  };
}

function segmentsOf(posts: readonly Post[]): RegionSegment[] {
  return [null, ...RAW].flatMap((region) =>
    CUTS.slice(1).flatMap((_, i): RegionSegment[] => {
      const { nDocuments, nAuthors } = within(posts, i, i + 1, (raw) => region === null || raw === region);
      const at = { start: DAYS[i] as number, end: DAYS[i + 1] as number };
      return nDocuments === 0
        ? []
        : [
            {
              ...{ target: 'china', class: 'public', region, ...at },
              nDocuments: nDocuments ?? 0,
              nAuthors: nAuthors ?? 0,
            },
          ];
    }),
  );
}

const through = (posts: readonly Post[], privateClasses: readonly string[] = ['public']) => {
  const { spans, ...parts } = partsOf(posts);
  return withholdRegions(parts, {
    segments: segmentsOf(posts),
    places: { places: PLACES, order: ORDER },
    tiers: { places: TIERS, order: ['tier big', 'rest'] },
    spans,
    privateClasses,
  });
};

const many = (raw: string, n: number, segment = 1): Post[] =>
  Array.from({ length: n }, (_, i) => ({ raw, segment, author: 100 * RAW.indexOf(raw) + i }));

test('a place of few authors is withheld, and the smallest other, as the whole of the class is published', () => {
  const found = through([
    ...many('Москва', 30),
    ...many('RU-OMS', 4),
    ...many('RU-TOM', 12),
    ...many('unknown', 50),
  ]);
  const hidden = found.regions[0]?.regions.filter(({ share }) => share === null).map(({ region }) => region);
  expect(hidden).toEqual(['RU-OMS', 'RU-TOM']);
  expect(found.claims[0]?.parts[0]?.estimate).toMatchObject({ nDocuments: 16 });
});

test('classes in which nobody private speaks are left as they are', () => {
  const posts = [...many('Москва', 30), ...many('RU-OMS', 4)];
  const { spans: _, ...parts } = partsOf(posts);
  expect(through(posts, [])).toEqual(parts);
});

test('what a claim names is withheld where it is of few authors', () => {
  const found = through([...many('Москва', 30), ...many('RU-OMS', 4), ...many('unknown', 50)]);
  expect(found.claims[0]?.parts[0]?.estimate).toMatchObject({ reason: 'withheld', nDocuments: null });
});

/** Every number that is still published, as the cells it is the sum of. */
function publishedRows(posts: readonly Post[], found: RegionalParts): number[][] {
  const cells = RAW.flatMap((raw) => [0, 1, 2, 3].map((segment) => ({ raw, segment })));
  const isEmpty = (of: { raw: string; segment: number }): boolean =>
    !posts.some(({ raw, segment }) => raw === of.raw && segment === of.segment);
  const row = (estimate: Estimate | undefined, isIn: (raw: string) => boolean): number[][] => {
    if (estimate === undefined || estimate.nDocuments === null || estimate.nDocuments === 0) return [];
    const [a, b] = [CUTS.indexOf(estimate.period.start), CUTS.indexOf(estimate.period.end)];
    return [
      cells.map((cell) => Number(!isEmpty(cell) && cell.segment >= a && cell.segment < b && isIn(cell.raw))),
    ];
  };
  const [regions] = found.regions as [RegionBalances];
  const tier = (raw: string): string => TIERS.get(raw) ?? (raw === 'unknown' ? raw : 'rest');
  return [
    ...found.levels.flatMap(({ estimate }) => row(estimate, () => true)),
    ...regions.regions.flatMap(({ region, balance, change }) =>
      [balance, change?.before, change?.after].flatMap((one) =>
        row(one, (raw) => (PLACES.get(raw) ?? raw) === region),
      ),
    ),
    ...(regions.tiers?.tiers ?? []).flatMap(({ id, balance }) => row(balance, (raw) => tier(raw) === id)),
    ...found.decompositions.flatMap(({ levels }) =>
      levels.flatMap(({ level, balanceBefore, balanceAfter }) =>
        [balanceBefore, balanceAfter].flatMap((one) => row(one, (raw) => raw === level)),
      ),
    ),
    ...found.claims.flatMap(({ parts }) =>
      parts.flatMap(({ estimate }) => row(estimate, (raw) => raw === 'RU-OMS' || raw === 'RU-TOM')),
    ),
  ];
}

test('no linear combination of what is published of class and region is a cell of fewer than ten authors', () => {
  const posts = fc
    .array(
      fc.record({
        raw: fc.constantFrom(...RAW),
        segment: fc.constantFrom(0, 1, 1, 1, 2, 2, 2, 3),
        n: fc.integer({ min: 1, max: 25 }),
      }),
      { minLength: 1, maxLength: 24 },
    )
    .map((list) => list.flatMap(({ raw, segment, n }) => many(raw, n, segment)));
  fc.assert(
    fc.property(posts, (all) => {
      if (new Set(all.map(({ author }) => author)).size < 10) return;
      const rows = publishedRows(all, through(all));
      for (const [i, raw] of RAW.entries())
        for (const segment of [0, 1, 2, 3]) {
          const mine = all.filter((one) => one.raw === raw && one.segment === segment);
          const n = new Set(mine.map(({ author }) => author)).size;
          if (n > 0 && n < 10) expect(givesAway(rows, 4 * i + segment)).toBe(false);
        }
    }),
    { numRuns: 300 },
  );
});
