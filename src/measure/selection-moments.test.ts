import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MentionIndex, MentionSelection } from '../domain/mention-selection.ts';
import { seededRandom } from '../stats/random.ts';
import { compileSelection } from './compile-selection.ts';
import { countOutside } from './count-outside.ts';
import { type IndexRow, indexOfRows } from './fixtures/index-of-rows.ts';
import { selectionMoments } from './selection-moments.ts';

const N_BINS = 5;
const SOURCES = [
  ['public', 'forum'],
  ['public', 'board'],
  ['press', 'paper'],
] as const;
const REGIONS = ['Omsk', 'Tver', 'Nome'] as const;
const RULES = {
  privateClasses: new Set(['public']),
  unnamedSources: new Set(['board']),
  voices: ['own'] as const,
};

/** Authors post in several classes, say things twice in a bin, and some are not known; some mentions have no label. */
function drawRows(seed: number, nRows: number, nAuthors: number): IndexRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: nRows }, () => {
    const [name, source] = SOURCES[Math.floor(3 * random() ** 1.6)] ?? SOURCES[0];
    const author = Math.floor(nAuthors * random() ** 2);
    return {
      ...{ class: name, source, author },
      region: REGIONS[Math.floor(3 * random() ** 3)] ?? 'Omsk',
      text: random() < 0.4 ? Math.floor(nAuthors * 0.3 * random()) : null,
      bin: Math.floor(N_BINS * random() ** 1.8),
      label: Math.floor(3.4 * random()),
      isKnown: author % 3 !== 0,
    };
  });
}

const asked = fc.record({
  target: fc.constant('china'),
  class: fc.constantFrom(null, 'public', 'press'),
  source: fc.constantFrom(null, 'forum', 'board', 'paper'),
  region: fc.constantFrom(null, ...REGIONS),
  language: fc.constant(null),
  theme: fc.constant(null),
  voice: fc.constant(null),
  bins: fc.constantFrom(null, [0, 2] as const, [1, 4] as const, [3, 5] as const),
  copies: fc.constant('each' as const),
});

type Dimension = 'class' | 'source' | 'region';
const DIMENSIONS: readonly Dimension[] = ['class', 'source', 'region'];
const failing = (row: IndexRow, one: MentionSelection): Dimension[] =>
  DIMENSIONS.filter((name) => one[name] !== null && one[name] !== row[name]);
const count = <Key>(keys: Iterable<Key>): number => new Set(keys).size;

/** Groups, and sums over them of the products of their totals, row by row. */
function squaresOf(rows: readonly IndexRow[], groupOf: (row: IndexRow) => unknown): number[] {
  const totals = new Map<unknown, [number, number, number]>();
  for (const row of rows) {
    const [n, f, a] = totals.get(groupOf(row)) ?? [0, 0, 0];
    totals.set(groupOf(row), [n + 1, f + Number(row.label === 1), a + Number(row.label === 2)]);
  }
  const sum = (of: (n: number, f: number, a: number) => number): number =>
    [...totals.values()].reduce((all, one) => all + of(...one), 0);
  const products = [sum((_, f) => f * f), sum((_, __, a) => a * a), sum((n) => n * n)];
  return [totals.size, ...products, sum((_, f, a) => f * a), sum((n, f) => f * n), sum((n, _, a) => a * n)];
}

/** Persons of some rows, where nobody is named their documents or copies. */
function personsOf(rows: readonly IndexRow[]): number {
  const isPerson = (row: IndexRow): boolean => row.isKnown !== false || row.source === 'board';
  const persons = rows.filter((row) => row.class === 'public');
  const named = new Set(persons.filter(isPerson).map(({ author }) => author));
  return named.size > 0 ? named.size : count(persons.map(({ author }) => author));
}

/** Whether a few persons more stand in some wider selection, by every set of filters that it could give up. */
function isThin(rows: readonly IndexRow[], failsOf: (row: IndexRow) => readonly string[]): boolean {
  const persons = rows.filter((row) => row.class === 'public' && row.label !== 3);
  const fails = persons.map((row) => ({ author: row.author, fails: failsOf(row) }));
  const names = [...DIMENSIONS, 'period'];
  return Array.from({ length: 2 ** names.length }, (_, bits) => {
    const set = new Set(names.filter((_name, d) => (bits >> d) & 1));
    const inside = fails.filter((one) => one.fails.length > 0 && one.fails.every((name) => set.has(name)));
    return count(inside.map(({ author }) => author));
  }).some((n) => n > 0 && n < 10);
}

function expectPlain(rows: readonly IndexRow[], one: MentionSelection, inBlocks: boolean): void {
  const index: MentionIndex = indexOfRows(rows, N_BINS);
  const of = compileSelection(index, one, RULES);
  const { tally, squares, cells, whole, nTexts } = selectionMoments(index, of, {
    ...{ keepGroups: false, inBlocks },
  });
  const blockOf = (group: number, { nGroups }: { readonly nGroups: number }): number =>
    inBlocks ? Math.floor(group / Math.max(1, Math.ceil(nGroups / 256))) : group;
  const nAllTexts = rows.reduce((most, { text }) => Math.max(most, (text ?? -1) + 1), 0);
  const [from, to] = one.bins ?? [0, N_BINS];
  const selected = rows.filter((row) => failing(row, one).length === 0);
  const expectPart = (bin: number, part: readonly IndexRow[]): void => {
    const labelled = part.filter(({ label }) => label !== 3);
    const copied = labelled.filter(({ text }) => text !== null);
    const taken = (way: 'author' | 'copies' | 'both'): number[] => [
      ...(bin < 0 ? squares[way].total.of(0) : squares[way].bins.of(bin)),
    ];
    expect(taken('author')).toEqual(squaresOf(labelled, (row) => blockOf(row.author, index.author)));
    expect(taken('copies')).toEqual(squaresOf(copied, (row) => blockOf(row.text ?? -1, index.copies)));
    expect(taken('both')).toEqual(
      squaresOf(copied, (row) => blockOf(row.author * nAllTexts + (row.text ?? 0), index.both)),
    );
    const cell = bin < 0 ? whole : cells[bin];
    expect(cell).toMatchObject({
      nAnnotated: labelled.length,
      nAuthors: count(labelled.filter((row) => row.isKnown !== false).map(({ author }) => author)),
      talk: { nMentions: part.length },
    });
    if (inBlocks)
      expect(nTexts(bin)).toBe(labelled.length - copied.length + count(copied.map(({ text }) => text)));
    expect(tally.personCounts().at(bin)).toBe(personsOf(labelled));
  };
  expectPart(
    -1,
    selected.filter(({ bin }) => bin >= from && bin < to),
  );
  for (let bin = 0; bin < N_BINS; bin++)
    expectPart(
      bin,
      selected.filter((row) => row.bin === bin),
    );
  const thin = countOutside(index, of);
  const isIn = ({ bin }: IndexRow): boolean => bin >= from && bin < to;
  expect(thin.total).toBe(isThin(rows, (row) => [...failing(row, one), ...(isIn(row) ? [] : ['period'])]));
  expect(thin.bins).toEqual(
    Array.from({ length: N_BINS }, (_, bin) =>
      isThin(
        rows.filter((row) => row.bin === bin),
        (row) => failing(row, one),
      ),
    ),
  );
}

test('a selection is summed up, and who stands outside counted, as row by row', () => {
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.nat(),
        nRows: fc.integer({ min: 1, max: 700 }),
        nAuthors: fc.integer({ min: 1, max: 700 }),
      }),
      asked,
      fc.boolean(),
      ({ seed, nRows, nAuthors }, one, inBlocks) => {
        expectPlain(drawRows(seed, nRows, nAuthors), one, inBlocks);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([true, false])('rows of many stretches are summed up as row by row: in blocks %s', (inBlocks) => {
  const rows = drawRows(5, 40_000, 9_000);
  const all = { target: 'china', class: null, source: null, region: null, language: null, theme: null };
  for (const part of [{}, { class: 'public' }, { source: 'board', region: 'Nome' }])
    expectPlain(rows, { ...all, voice: null, bins: [1, 4], copies: 'each', ...part }, inBlocks);
});
