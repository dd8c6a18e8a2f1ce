import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODED_LABELS, type CodedMention } from '../../domain/coding.ts';
import type { StanceLabel } from '../../domain/stance.ts';
import { StudyError } from '../../errors/errors.ts';
import { ADJUDICATED, adjudicateLabels, adjudicateWave, type CodedWave } from './coded-wave.ts';
import { coderAgreement } from './coder-agreement.ts';
import type { CoderLabel } from './coder-labels.ts';
import type { CodingWave, WaveStratum } from './coding-wave.ts';
import { errorVariance } from './error-variance.ts';
import { type FrameCell, periodSegments, planStrata } from './plan-strata.ts';

const stratum = (id: string, name: string, more: Partial<WaveStratum> = {}): WaveStratum => ({
  id,
  target: 'china',
  class: name,
  start: '2024-01-01',
  end: '2025-01-01',
  modelLabel: null,
  nPopulation: 100,
  nDrawn: 10,
  ...more,
});

function waveOf(strata: readonly WaveStratum[]): CodingWave {
  return {
    wave: 'wave-1',
    study: 's',
    studyDigest: '',
    seed: 1,
    drawnOn: '2025-01-01',
    isAdaptive: false,
    nSheets: 1,
    strata,
    mentions: strata.flatMap((one) =>
      Array.from({ length: one.nDrawn }, (_, i) => ({
        id: `${one.id}${i}`,
        documentId: (BigInt(i) + BigInt(one.id.length) * 1_000n).toString(16).padStart(16, '0'),
        target: one.target,
        stratum: one.id,
        inclusionProbability: one.nDrawn / one.nPopulation,
        sheets: [1],
        passage: '',
      })),
    ),
  };
}

const labelsOf = (entries: Readonly<Record<string, CoderLabel>>) => new Map(Object.entries(entries));

test('the label of most counts; the adjudicated one before all; unclear is no label', () => {
  const wave = waveOf([stratum('a', 'public')]);
  const coders = new Map([
    [
      'anna',
      labelsOf({ a0: 'favor', a1: 'favor', a2: 'unclear', a3: 'unclear', a4: 'against', a5: 'favor' }),
    ],
    ['boris', labelsOf({ a0: 'favor', a1: 'against', a2: 'neither', a3: 'unclear', a5: 'against' })],
    ['chen', labelsOf({ a0: 'against', a1: 'against' })],
    [ADJUDICATED, labelsOf({ a4: 'neither', a5: 'unclear' })],
  ]);
  expect(Object.fromEntries(adjudicateLabels({ wave, coders }))).toEqual({
    a0: 'favor',
    a1: 'against',
    a2: 'neither',
    a3: null,
    a4: 'neither',
    a5: null,
  });
});

test('a tie prefers no coder and no label, and does not depend on the order of coders', () => {
  const wave = waveOf([stratum('a', 'public', { nPopulation: 4_000, nDrawn: 2_000 })]);
  const all = (label: CoderLabel) => new Map(wave.mentions.map(({ id }) => [id, label]));
  const coders = [
    ['anna', all('favor')],
    ['boris', all('against')],
  ] as const;
  const decided = adjudicateLabels({ wave, coders: new Map(coders) });
  const favor = [...decided.values()].filter((label) => label === 'favor').length;
  expect(Math.abs(favor - 1_000)).toBeLessThan(4 * Math.sqrt(500));
  expect(adjudicateLabels({ wave, coders: new Map([...coders].reverse()) })).toEqual(decided);
});

test('probabilities allow for what is not coded: by stratum, or by target and class where a stratum has nothing', () => {
  const wave = waveOf([
    stratum('a', 'public'),
    stratum('bb', 'public', { nPopulation: 20 }),
    stratum('ccc', 'press'),
  ]);
  const some = (ids: readonly string[]) => labelsOf(Object.fromEntries(ids.map((id) => [id, 'favor'])));
  const codings = (ids: readonly string[]) =>
    adjudicateWave({ wave, coders: new Map([['anna', some(ids)]]) });
  const whole = codings(wave.mentions.map(({ id }) => id));
  expect(whole.codings.map((one) => one.inclusionProbability)).toEqual(
    wave.mentions.map((one) => one.inclusionProbability),
  );
  const rounded = (found: ReturnType<typeof codings>): number[] =>
    found.codings.map((one) => Number(one.inclusionProbability.toFixed(12)));
  const both = codings(['a0', 'a1', 'bb0', 'ccc3']);
  expect(rounded(both)).toEqual([0.02, 0.02, 0.05, 0.01]);
  const one = codings(['a0', 'a1', 'ccc3']);
  expect(rounded(one)).toEqual([0.01, 0.01, 0.01]);
  expect(one.strata.map(({ nCoded }) => nCoded)).toEqual([2, 0, 1]);
  expect(one.summary).toMatchObject({
    nPopulation: 220,
    nDrawn: 30,
    nCoded: 3,
    nUnclear: 0,
    smallestProbability: 0.1,
  });
  expect(codings([]).codings).toEqual([]);
});

test('weights by these probabilities add up to the population of what is covered', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (coded) => {
      const wave = waveOf([
        stratum('a', 'public'),
        stratum('bb', 'public', { nPopulation: 20 }),
        stratum('ccc', 'press'),
      ]);
      const labels = new Map(
        wave.mentions.filter((_, i) => coded[i]).map(({ id }) => [id, 'favor' as const]),
      );
      const { codings, strata } = adjudicateWave({ wave, coders: new Map([['anna', labels]]) });
      for (const name of ['public', 'press']) {
        const mine = strata.filter((one) => one.class === name);
        if (mine.some(({ nCoded }) => nCoded === 0)) continue;
        const ids = new Set(mine.map(({ id }) => id));
        const total = codings
          .filter((one) => ids.has(one.stratum))
          .reduce((sum, one) => sum + 1 / one.inclusionProbability, 0);
        expect(total).toBeCloseTo(
          mine.reduce((sum, one) => sum + one.nPopulation, 0),
          6,
        );
      }
      for (const { inclusionProbability } of codings) expect(inclusionProbability).toBeGreaterThan(0);
    }),
  );
});

const SCORING = { seed: 1, level: 0.95, resamples: 300 };

test('agreement counts mentions with two labels, one step and opposite, and says when it has no value', () => {
  const wave = waveOf([stratum('a', 'public')]);
  const of = (coders: CodedWave['coders']) => coderAgreement([{ wave, coders }], SCORING);
  const agreement = of(
    new Map([
      [
        'anna',
        labelsOf({ a0: 'favor', a1: 'favor', a2: 'neither', a3: 'against', a4: 'favor', a5: 'unclear' }),
      ],
      ['boris', labelsOf({ a0: 'favor', a1: 'against', a2: 'favor', a3: 'against', a5: 'favor' })],
      [ADJUDICATED, labelsOf({ a1: 'neither' })],
    ]),
  );
  expect(agreement).toMatchObject({ nShared: 4, nNeighbouring: 1, nOpposite: 1, share: { value: 0.5 } });
  expect(agreement.alpha.value).toBeCloseTo(1 - 0.5 / (1 - (4 * 3 + 3 * 2 + 0) / (8 * 7)), 12);
  expect(of(new Map()).alpha).toMatchObject({ value: null, reason: 'no-shared-row' });
  const same = labelsOf({ a0: 'favor', a1: 'favor' });
  expect(
    of(
      new Map([
        ['anna', same],
        ['boris', same],
      ]),
    ).alpha,
  ).toMatchObject({ value: null, reason: 'one-label' });
});

const cell = (
  name: string,
  segment: number,
  modelLabel: StanceLabel,
  more: Partial<FrameCell> = {},
): FrameCell => ({
  target: 'china',
  class: name,
  segment,
  modelLabel,
  nMentions: 300,
  errorVariance: 0.3,
  ...more,
});

const segmentsOf = (...days: string[]) => days.slice(1).map((end, i) => ({ start: days[i] as string, end }));
const OPTIONS = {
  segments: segmentsOf('2024-01-01', '2024-07-01', '2025-01-01'),
  neymanShare: 0.5,
  leastShare: 0.2,
};

test('strata are as fine as the sample allows; target and class are never joined', () => {
  const cells = ['public', 'press'].flatMap((name) =>
    [0, 1].flatMap((segment) =>
      [...CODED_LABELS, 'abstain' as const].map((label) => cell(name, segment, label)),
    ),
  );
  const counts = [64, 32, 16, 8, 4].map((n) => planStrata(cells, { ...OPTIONS, n }).length);
  expect(counts).toEqual([16, 8, 4, 2, 2]);
  for (const n of [4, 50, 400, 4_800, 9_000]) {
    const strata = planStrata(cells, { ...OPTIONS, n });
    expect(strata.reduce((sum, one) => sum + one.nDrawn, 0)).toBe(Math.min(n, 4_800));
    expect(strata.reduce((sum, one) => sum + one.nPopulation, 0)).toBe(4_800);
    expect(strata.flatMap((one) => one.cells)).toHaveLength(16);
    for (const one of strata) expect(one.nDrawn).toBeGreaterThan(0);
    expect(planStrata([...cells].reverse(), { ...OPTIONS, n }).map((one) => [one.id, one.nDrawn])).toEqual(
      strata.map((one) => [one.id, one.nDrawn]),
    );
  }
  const apart = {
    ...OPTIONS,
    segments: [
      { start: '2024-01-01', end: '2024-03-01' },
      { start: '2024-03-05', end: '2024-05-01' },
    ],
  };
  for (const one of planStrata(cells, { ...apart, n: 8 }))
    expect(apart.segments).toContainEqual({ start: one.start, end: one.end });
  expect(() => planStrata(cells, { ...OPTIONS, n: 3 })).toThrow(StudyError);
  expect(() => planStrata(cells, { ...OPTIONS, n: 3 })).toThrow(/3 mentions are too few for 2 combinations/);
});

test('segments begin at declared events, else at quarters of the period', () => {
  const period = { start: '2024-01-01', end: '2025-01-01' };
  const event = (start: string, kind: 'declared' | 'rival') => ({
    id: start,
    label: start,
    date: { start, end: start },
    kind,
    expected: null,
    control: null,
    placeboClasses: [],
    targets: [],
  });
  expect(
    periodSegments({
      period,
      events: [
        event('2024-03-05', 'declared'),
        event('2024-05-05', 'rival'),
        event('2026-01-01', 'declared'),
      ],
    }),
  ).toEqual(segmentsOf('2024-01-01', '2024-03-05', '2025-01-01'));
  expect(periodSegments({ period, events: [] })).toEqual(
    segmentsOf('2024-01-01', '2024-04-02', '2024-07-02', '2024-10-02', '2025-01-01'),
  );
  expect(periodSegments({ period: { start: '2024-01-01', end: '2024-01-02' }, events: [] })).toEqual(
    segmentsOf('2024-01-01', '2024-01-02'),
  );
});

test('codings that contradict the model raise what a coding would teach, others lower it, none leave it', () => {
  const kind = { target: 'china', class: 'public', modelLabel: 'favor' as const, labelVariance: 0.4 };
  const coding = (label: CodedMention['label'], name = 'public'): CodedMention => ({
    documentId: 1n as CodedMention['documentId'],
    wave: 'wave-1',
    stratum: 's',
    inclusionProbability: 0.1,
    source: 'x',
    language: 'en',
    day: 1,
    author: 1n,
    cluster: 1n,
    weight: 1,
    target: 'china',
    class: name,
    modelLabel: 'favor',
    label,
    pAgainst: 0.1,
    pNeither: 0.1,
    pFavor: 0.8,
  });
  expect(errorVariance(kind, [])).toBe(0.4);
  expect(
    errorVariance(
      kind,
      Array.from({ length: 50 }, () => coding('against', 'press')),
    ),
  ).toBe(0.4);
  expect(
    errorVariance(
      kind,
      Array.from({ length: 50 }, () => coding('favor')),
    ),
  ).toBeLessThan(0.1);
  const split = Array.from({ length: 50 }, (_, i) => coding(i % 2 === 0 ? 'favor' : 'against'));
  expect(errorVariance(kind, split)).toBeGreaterThan(0.8);
  expect(errorVariance({ ...kind, labelVariance: 0 }, [])).toBe(0.05);
});
