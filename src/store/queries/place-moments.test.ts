import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlacedObservation, placedSums } from '../../../test/golden/placed-sums.ts';
import { clusteredMean } from '../../stats/clustered-mean.ts';
import { type Database, openDatabase } from '../database.ts';
import { placedMoments } from './cell-moments.ts';
import {
  classesWithRegions,
  createPlaced,
  dropPlaced,
  placedClass,
  placeProducts,
  regionCounts,
  regionSegments,
} from './place-moments.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase({
    path: ':memory:',
    threads: 1,
    memoryLimitMb: 200,
    temporaryFolder: tmpdir(),
  });
});
afterAll(() => database.close());

/** Place 0 has two names, place 3 is `unknown`, place 4 has names that are not listed. */
const NAMES = [['Москва', 'RU-MOW'], ['Омск'], ['Tomsk'], [null], ['a', 'b']] as const;
const KEYS = ['RU-MOW', 'RU-OMS', 'RU-TOM', 'unknown', 'rest'];
const PLACES = new Map([
  ['Москва', 'RU-MOW'],
  ['RU-MOW', 'RU-MOW'],
  ['Омск', 'RU-OMS'],
  ['Tomsk', 'RU-TOM'],
]);

/** Authors and copied texts stand in several places. */
function observations(): (PlacedObservation & { readonly region: string | null; readonly day: number })[] {
  let state = 5;
  const pick = (n: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * n);
  };
  return Array.from({ length: 240 }, (_, i) => {
    const place = pick(5);
    const names = NAMES[place] as readonly (string | null)[];
    const isCopied = pick(4) === 0;
    return {
      place,
      region: names[pick(names.length)] ?? null,
      y: pick(3) - 1,
      author: pick(40),
      copies: isCopied ? 1000 + pick(12) : 5000 + i,
      day: 100 + pick(20),
    };
  });
}

const all = observations();
const OPTIONS = { targets: ['china'], classes: ['public'], places: PLACES };

async function load(): Promise<void> {
  const rows = all.map(
    (o) =>
      `('china', 'public', ${o.region === null ? 'null' : `'${o.region}'`}, ${o.day}, ${o.author}, ${o.copies}, ${o.copies < 5000}, ${Number(o.y === 1)}, ${Number(o.y === -1)})`,
  );
  const other = `('china', 'state', null, 100, 1, 1, false, 1, 0)`;
  await database.run(
    'observation',
    `create or replace temp table observation as
     select *, author as author_key, 1 as annotated, 0 as bin, 1::bigint as w
     from (values ${[...rows, other].join(', ')}) t(target, class, region, published_day, author, cluster, is_copied, favor, against)`,
  );
}

test('sums and products by place are those of single observations', async () => {
  await load();
  await createPlaced(database, OPTIONS);
  const cells = await placedMoments(database, 1);
  const products = await placeProducts(database, 1);
  await dropPlaced(database);
  const plain = placedSums(all, clusteredMean);
  expect(cells).toHaveLength(5);
  for (const { place, cell } of plain.placed) {
    const key = placedClass('public', KEYS[Number(place)] as string);
    const found = cells.find((one) => one.class === key);
    expect(found?.moments.net).toEqual(cell.moments.net);
    expect(found?.nAnnotated).toBe(cell.nAnnotated);
    expect(found?.nAuthors).toBe(cell.nAuthors);
  }
  // Which of two places is the first depends on their names.
  const named = plain.products.map((row) => {
    const [a, b] = [KEYS[Number(row.first)] as string, KEYS[Number(row.second)] as string];
    const { nn, ny, yn, yy, way } = row;
    return a < b
      ? { way, first: a, second: b, nn, ny, yn, yy }
      : { way, first: b, second: a, nn, ny: yn, yn: ny, yy };
  });
  const order = (row: { way: string; first: string; second: string }): string =>
    row.way + row.first + row.second;
  const sorted = <Row extends { way: string; first: string; second: string }>(rows: readonly Row[]): Row[] =>
    rows.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  expect(sorted(products.map(({ target: _, class: __, ...row }) => row))).toEqual(
    sorted(named.filter(({ nn }) => nn > 0)),
  );
});

test('regions are counted as the posts have them, by stretch of days and all together', async () => {
  await load();
  expect(await classesWithRegions(database)).toEqual(['public']);
  const counts = await regionCounts(database, ['china']);
  expect(counts.reduce((sum, one) => sum + one.nMentions, 0)).toBe(
    all.filter(({ region }) => region !== null).length,
  );
  const segments = await regionSegments(database, {
    ...{ targets: ['china'], classes: ['public'], regions: ['Москва', 'Омск'], cuts: [100, 110, 120] },
  });
  const of = (region: string | null, start: number) =>
    segments.find((one) => one.region === region && one.start === start);
  const authors = (isIn: (region: string | null) => boolean, from: number): number =>
    new Set(all.filter((o) => o.day >= from && o.day < from + 10 && isIn(o.region)).map((o) => o.author))
      .size;
  for (const start of [100, 110]) {
    expect(of('Москва', start)?.nAuthors).toBe(authors((region) => region === 'Москва', start));
    expect(of('unknown', start)?.nAuthors).toBe(authors((region) => region === null, start));
    expect(of('rest', start)?.nAuthors).toBe(
      authors((region) => region !== null && region !== 'Москва' && region !== 'Омск', start),
    );
    expect(of(null, start)?.nAuthors).toBe(authors(() => true, start));
  }
});
