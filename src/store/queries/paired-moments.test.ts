import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pairedMoments as plainMoments } from '../../../test/golden/paired-moments.ts';
import { seededRandom } from '../../stats/random.ts';
import { type Database, openDatabase } from '../database.ts';
import { pairedMoments } from './paired-moments.ts';

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

const CLASSES = ['public', 'press', 'officials'];
const THEMES = ['cars', 'drones'];

function rows() {
  const random = seededRandom(9);
  const pick = (n: number): number => Math.floor(random() * n);
  return Array.from({ length: 500 }, (_, i) => ({
    class: CLASSES[pick(3)] ?? '',
    bin: pick(7),
    author: pick(5) === 0 ? null : pick(60),
    cluster: pick(4) === 0 ? pick(30) : 1000 + i,
    themes: THEMES.filter(() => pick(3) === 0),
    y: pick(3) - 1,
    weight: 100_000 + pick(900_000),
  }));
}

test('cells and cross-products of two classes equal those counted plainly', async () => {
  const all = rows();
  const authorOf = (r: (typeof all)[number]): number => r.author ?? 100_000 + r.cluster;
  const values = all.map(
    (r) =>
      `('china', '${r.class}', ${r.bin}, ${authorOf(r)}::ubigint, ${r.author === null ? 'null' : r.author}::ubigint, ${r.cluster}::ubigint, ${r.cluster < 30},
        [${r.themes.map((t) => `'${t}'`).join(', ')}]::varchar[], 1, ${Number(r.y === 1)}, ${Number(r.y === -1)}, ${r.weight}::bigint)`,
  );
  await database.run(
    'observations',
    `create table observation as select * from (values ${values.join(', ')})
     t(target, class, bin, author, author_key, cluster, is_copied, themes, annotated, favor, against, w)`,
  );
  const [found] = await pairedMoments(database, {
    targets: ['china'],
    classes: CLASSES,
    themes: THEMES,
    binsPerPeriod: 2,
    nPeriods: 4,
    weightUnit: 1e6,
  });
  for (const pair of [
    ['public', 'officials'],
    ['officials', 'press'],
  ] as const) {
    for (const theme of [null, 'cars', 'none-of-these']) {
      const partOf = (r: (typeof all)[number]): number => {
        if (theme === null) return r.y;
        const levels = r.themes.length === 0 ? ['none-of-these'] : r.themes;
        return levels.includes(theme) ? 1 / levels.length : 0;
      };
      const plain = plainMoments(
        all
          .filter((r) => pair.some((name) => name === r.class))
          .map((r) => ({
            y: partOf(r),
            group: r.class === pair[0] ? (0 as const) : (1 as const),
            period: Math.floor(r.bin / 2),
            author: authorOf(r),
            copies: r.cluster,
            weight: r.weight / 1e6,
          })),
        4,
      );
      for (const [g, side] of (['first', 'second'] as const).entries()) {
        const name = pair[g] ?? '';
        expect(found?.of(name)?.nGroups).toBe(plain.nGroups[g]);
        found?.cells(name, theme).forEach((cell, t) => {
          for (const key of ['n', 'y', 'yy', 'ww'] as const)
            expect(cell[key], `${key} ${theme}`).toBeCloseTo(plain[side][t]?.[key] ?? Number.NaN, 8);
        });
      }
      const products = found?.crossProducts(pair, theme);
      for (const way of ['author', 'copies', 'both'] as const) {
        products?.[way].products.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value).toBeCloseTo(plain.crossProducts[way].products[i]?.[j] ?? Number.NaN, 8);
          });
        });
      }
    }
  }
});

test('one class is compared with none', async () => {
  const options = { targets: ['china'], themes: [], binsPerPeriod: 1, nPeriods: 1, weightUnit: 1 };
  expect(await pairedMoments(database, { ...options, classes: ['public'] })).toEqual([]);
});
