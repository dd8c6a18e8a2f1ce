import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DriverObservation, driverMoments } from '../../../test/golden/driver-moments.ts';
import type { Dimension } from '../../domain/decomposition.ts';
import { seededRandom } from '../../stats/random.ts';
import { type Database, openDatabase } from '../database.ts';
import {
  changeCrossProducts,
  createChangeParts,
  type DecompositionOptions,
  levelCounts,
} from './decomposition-moments.ts';

let database: Database;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-store-'));
  database = await openDatabase({
    path: ':memory:',
    threads: 2,
    memoryLimitMb: 300,
    temporaryFolder: folder,
  });
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const THEMES = ['cars', 'drones', 'trade'];

interface Row {
  readonly day: number;
  readonly author: number | null;
  readonly cluster: number;
  readonly themes: readonly string[];
  readonly source: string;
  readonly y: number;
  readonly weight: number;
}

function rows(seed: number): Row[] {
  const random = seededRandom(seed);
  const pick = (n: number): number => Math.floor(random() * n);
  return Array.from({ length: 500 }, (_, i) => ({
    day: 90 + pick(30),
    author: pick(5) === 0 ? null : pick(60),
    cluster: pick(4) === 0 ? pick(30) : 1000 + i,
    themes: THEMES.filter(() => pick(3) === 0),
    source: ['forum', 'chat'][pick(2)] ?? '',
    y: pick(3) - 1,
    weight: 100_000 + pick(900_000),
  }));
}

async function load(all: readonly Row[]): Promise<void> {
  const values = all.map(
    (r) =>
      `('china', 'public', '${r.source}', ${r.day}, 'ru', null::varchar, [${r.themes.map((t) => `'${t}'`).join(', ')}]::varchar[],
        ${r.author === null ? 'null' : r.author}::ubigint, ${r.cluster}::ubigint, ${r.cluster < 30}, ${authorOf(r)}::ubigint, 1,
        ${Number(r.y === 1)}, ${Number(r.y === -1)}, ${r.weight}::bigint)`,
  );
  await database.run(
    'observations',
    `create or replace table observation as select * from (values ${values.join(', ')})
     t(target, class, source_id, published_day, language, region, themes, author_key, cluster, is_copied, author, annotated, favor, against, w)`,
  );
}

/** An author that is not known stands for the text, or for its copies. */
const authorOf = (r: Row): number => r.author ?? 100_000 + r.cluster;
const SPANS = { before: { start: 92, end: 104 }, after: { start: 105, end: 118 } };

/** What the rows come to, counted plainly; levels in alphabetical order. */
function plain(all: readonly Row[], levels: readonly string[], levelsOf: (row: Row) => readonly string[]) {
  const inside = all.flatMap((r): DriverObservation[] => {
    const after = r.day >= SPANS.after.start && r.day < SPANS.after.end;
    if (!after && !(r.day >= SPANS.before.start && r.day < SPANS.before.end)) return [];
    const indices = levelsOf(r).map((level) => levels.indexOf(level));
    const weight = r.weight / 1e6;
    return [{ y: r.y, after, author: authorOf(r), copies: r.cluster, levels: indices, weight }];
  });
  return driverMoments(inside, levels.length);
}

const CASES: readonly [Dimension, string[], (row: Row) => readonly string[]][] = [
  ['theme', [...THEMES, 'none-of-these'], (r) => (r.themes.length === 0 ? ['none-of-these'] : r.themes)],
  ['source', ['chat', 'forum'], (r) => [r.source]],
  ['region', ['unknown'], () => ['unknown']],
  ['class', ['public'], () => ['public']],
];

test.each(CASES)(
  'levels and cross-products equal those counted plainly: %s',
  async (dimension, levels, of) => {
    const all = rows(3);
    await load(all);
    const options: DecompositionOptions = { dimension, spans: SPANS, targets: ['china'], weightUnit: 1e6 };
    await createChangeParts(database, options);
    const counts = await levelCounts(database, options);
    const expected = plain(all, levels, of);
    const name = dimension === 'class' ? '' : 'public';
    for (const [place, level] of levels.entries()) {
      for (const side of [0, 1] as const) {
        const found = counts.find((row) => row.level === level && row.side === side);
        const wanted = expected.levels[place]?.[side === 0 ? 'before' : 'after'];
        expect(found?.n).toBeCloseTo(wanted?.n ?? Number.NaN, 9);
        expect(found?.y).toBeCloseTo(wanted?.y ?? Number.NaN, 9);
        expect(found?.yy).toBeCloseTo(wanted?.yy ?? Number.NaN, 9);
        expect((found?.n ?? 0) ** 2 / (found?.ww ?? 0)).toBeCloseTo(wanted?.kishSize ?? Number.NaN, 6);
        expect(Math.min(found?.authorGroups ?? 0, found?.copyGroups ?? 0)).toBe(wanted?.nGroups);
      }
    }
    const places = levels.map((level, place) => ({ target: 'china', class: name, level, place }));
    const [products] = await changeCrossProducts(database, options, places);
    for (const way of ['author', 'copies', 'both'] as const) {
      const [found, wanted] = [products?.crossProducts[way], expected.crossProducts[way]];
      expect(found?.nGroups).toBe(wanted.nGroups);
      found?.products.forEach((row, i) => {
        row.forEach((value, j) => {
          expect(value).toBeCloseTo(wanted.products[i]?.[j] ?? Number.NaN, 8);
        });
      });
    }
  },
);

test('authors stay, come and go; the parts of a mention sum to its weight', async () => {
  const all = rows(4);
  await load(all);
  const options = { dimension: 'author', spans: SPANS, targets: ['china'], weightUnit: 1e6 } as const;
  await createChangeParts(database, options);
  const byAuthor = await levelCounts(database, options);
  expect(byAuthor.map((row) => `${row.level} ${row.side}`).sort()).toEqual(
    ['entered 1', 'left 0', 'stayed 0', 'stayed 1', 'unknown 0', 'unknown 1'].sort(),
  );
  const days = (r: Row, span: { start: number; end: number }) => r.day >= span.start && r.day < span.end;
  const known = all.filter((r) => r.author !== null);
  const on = (span: { start: number; end: number }) =>
    new Set(known.filter((r) => days(r, span)).map((r) => r.author));
  const both = [...on(SPANS.before)].filter((a) => on(SPANS.after).has(a));
  expect(byAuthor.find((row) => row.level === 'stayed' && row.side === 0)?.nAuthors).toBe(both.length);
  await createChangeParts(database, { ...options, dimension: 'theme' });
  const themes = await levelCounts(database, { ...options, dimension: 'theme' });
  for (const side of [0, 1]) {
    const sum = (list: typeof themes) => list.filter((r) => r.side === side).reduce((s, r) => s + r.n, 0);
    expect(sum(themes)).toBeCloseTo(sum(byAuthor), 9);
  }
});

test('levels told together have the cross-products of their sum', async () => {
  const all = rows(5);
  await load(all);
  const options: DecompositionOptions = {
    dimension: 'theme',
    spans: SPANS,
    targets: ['china'],
    weightUnit: 1e6,
  };
  await createChangeParts(database, options);
  const levels = [...THEMES, 'none-of-these'];
  const pooled = [0, 1, 1, 1];
  const places = levels.map((level, i) => ({
    target: 'china',
    class: 'public',
    level,
    place: pooled[i] ?? 0,
  }));
  const [found] = await changeCrossProducts(database, options, places);
  const { crossProducts } = plain(all, levels, (r) => (r.themes.length === 0 ? ['none-of-these'] : r.themes));
  const at = (k: number): number => 4 * (pooled[Math.floor(k / 4)] ?? 0) + (k % 4);
  for (const way of ['author', 'copies', 'both'] as const) {
    const wanted = Array.from({ length: 8 }, () => new Array<number>(8).fill(0));
    crossProducts[way].products.forEach((row, i) => {
      row.forEach((value, j) => {
        wanted[at(i)]![at(j)]! += value;
      });
    });
    found?.crossProducts[way].products.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(wanted[i]?.[j] ?? Number.NaN, 8);
      });
    });
    expect(found?.crossProducts[way].nGroups).toBe(crossProducts[way].nGroups);
  }
});

test('seventeen themes divide a mention without a loss', async () => {
  const names = Array.from({ length: 17 }, (_, i) => `theme-${i}`);
  await load([{ day: 95, author: 1, cluster: 1, themes: names, source: 'forum', y: 1, weight: 333_333 }]);
  const options = { dimension: 'theme', spans: SPANS, targets: ['china'], weightUnit: 1 } as const;
  await createChangeParts(database, options);
  const counts = await levelCounts(database, options);
  expect(counts).toHaveLength(17);
  const [{ total } = { total: 0 }] = await database.rows<{ total: number }>(
    'total',
    'select sum(n)::double as total from change_part',
  );
  expect(total).toBe(333_333 * 360_360);
});
