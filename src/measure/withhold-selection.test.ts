import { expect, test } from 'vitest';
import type { MentionSelection } from '../domain/mention-selection.ts';
import { seededRandom } from '../stats/random.ts';
import { compileSelection } from './compile-selection.ts';
import { countOutside } from './count-outside.ts';
import { type IndexRow, indexOfRows } from './fixtures/index-of-rows.ts';
import { selectionMoments } from './selection-moments.ts';
import { withholdSelection } from './withhold-selection.ts';

const N_BINS = 4;
const SOURCES = [
  ['public', 'forum'],
  ['public', 'board'],
  ['press', 'paper'],
] as const;
const RULES = {
  privateClasses: new Set(['public']),
  unnamedSources: new Set<string>(),
  voices: ['own'] as const,
};

function drawRows(seed: number): IndexRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: 220 }, () => {
    const [name, source] = SOURCES[Math.floor(3 * random() ** 1.6)] ?? SOURCES[0];
    return {
      class: name,
      source,
      region: ['Omsk', 'Tver', 'Nome'][Math.floor(3 * random() ** 2.5)] ?? 'Omsk',
      author: Math.floor(70 * random() ** 1.3),
      text: null,
      bin: Math.floor(N_BINS * random() ** 1.8),
      label: Math.floor(3 * random()),
    };
  });
}

function* selections(): Generator<MentionSelection> {
  const base = { target: 'china', language: null, theme: null, voice: null, copies: 'each' as const };
  for (const name of [null, 'public', 'press'])
    for (const source of [null, 'forum', 'board', 'paper'])
      for (const region of [null, 'Omsk', 'Tver', 'Nome'])
        for (let from = 0; from < N_BINS; from++)
          for (let to = from + 1; to <= N_BINS; to++)
            yield { ...base, class: name, source, region, bins: [from, to] };
}

interface Published {
  readonly holds: Uint8Array;
  readonly of: string;
}

/** Every number that is shown, as the mentions that it is of. */
function published(rows: readonly IndexRow[]): Published[] {
  const index = indexOfRows(rows, N_BINS);
  return [...selections()].flatMap((one) => {
    const of = compileSelection(index, one, RULES);
    const { tally } = selectionMoments(index, of, { keepGroups: false, inBlocks: false });
    const { total, bins } = withholdSelection(tally.personCounts(), countOutside(index, of), of);
    const holds = (from: number, to: number): Uint8Array =>
      Uint8Array.from(rows, (row) =>
        (one.class ?? row.class) === row.class &&
        (one.source ?? row.source) === row.source &&
        (one.region ?? row.region) === row.region &&
        row.bin >= from &&
        row.bin < to
          ? 1
          : 0,
      );
    const name = [one.class, one.source, one.region, one.bins].join(' ');
    const shown: Published[] =
      total === null ? [{ holds: holds(...(one.bins ?? [0, N_BINS])), of: name }] : [];
    for (const [bin, rule] of bins.entries())
      if (rule === null && one.bins?.[0] === 0 && one.bins[1] === N_BINS)
        shown.push({ holds: holds(bin, bin + 1), of: `${name} bin ${bin}` });
    return shown;
  });
}

test.each([1, 2, 3])(
  'no number, and no difference of two nested ones, tells of one to nine persons: draw %d',
  (seed) => {
    const rows = drawRows(seed);
    const shown = published(rows);
    const persons = (of: (row: number) => boolean): number =>
      new Set(rows.flatMap(({ author, class: name }, i) => (of(i) && name === 'public' ? [author] : [])))
        .size;
    const told: string[] = [];
    let nPairs = 0;
    for (const a of shown) {
      const n = persons((i) => a.holds[i] === 1);
      if (n > 0 && n < 10) told.push(`${a.of}: ${n}`);
      for (const b of shown) {
        if (b === a || a.holds.some((is, i) => is === 0 && b.holds[i] === 1)) continue;
        const rest = persons((i) => a.holds[i] === 1 && b.holds[i] === 0);
        nPairs++;
        if (rest > 0 && rest < 10) told.push(`${a.of} less ${b.of}: ${rest}`);
      }
    }
    expect(shown.length).toBeGreaterThan(20);
    expect(nPairs).toBeGreaterThan(100);
    expect(told).toEqual([]);
  },
);
