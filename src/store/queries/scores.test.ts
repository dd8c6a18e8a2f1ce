import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kishSize, meanMoments, pairMoments } from '../../../test/golden/moments.ts';
import type { DocumentId } from '../../domain/identifiers.ts';
import { type Database, openDatabase } from '../database.ts';
import { scoreCellMoments } from './cell-moments.ts';
import { createCodings } from './codings.ts';
import { scoreContrastMoments } from './contrast-moments.ts';
import { createObservations } from './observation.ts';
import { createScores, scoreTotals } from './scores.ts';

let database: Database;
let folder: string;

const N = 60;
const FACTOR = 2.5;
const rows = Array.from({ length: N }, (_, i) => ({
  day: 100 + (i % 20),
  author: i % 7,
  cluster: i < 10 ? 1 : 100 + i,
  favor: (i * 37) % 6000,
  against: (i * 91) % 4000,
}));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-scores-'));
  database = await openDatabase({
    path: ':memory:',
    threads: 2,
    memoryLimitMb: 300,
    temporaryFolder: folder,
  });
  const table = (name: string, columns: string, values: readonly string[]): Promise<void> =>
    database.run(name, `create table ${name} as select * from (values ${values.join(',')}) t(${columns})`);
  await table(
    'm',
    'document_id, target, source_id, published_day, author_key, language, region, themes, voice, precision',
    rows.map(
      (r, i) =>
        `(${i}::ubigint, 'china', 'forum', ${r.day}, ${r.author}::ubigint, 'ru', '', ['t'], 'own', 'day')`,
    ),
  );
  await table(
    'a',
    'document_id, target, label, against, neither, favor, out_of_domain',
    rows.map(
      (r, i) =>
        `(${i}::ubigint, 'china', 'neither', ${r.against}, ${10_000 - r.against - r.favor}, ${r.favor}, false)`,
    ),
  );
  await table(
    'document_cluster',
    'document_id, cluster_id',
    rows.map((r, i) => `(${i}::ubigint, ${r.cluster}::ubigint)`),
  );
  await createObservations(database, {
    mention: 'm',
    annotation: 'a',
    bins: [{ start: 100, end: 120 }],
    classOfSource: new Map([['forum', 'public']]),
    precisions: ['day'],
    weights: { copies: 'each', authorWeekCap: null, sources: { forum: FACTOR } },
    voices: ['own'],
  });
  const coding = {
    target: 'china',
    wave: 'w',
    stratum: 's',
    inclusionProbability: 0.5,
    label: 'favor',
  } as const;
  await createCodings(database, 'a', [{ documentId: 3n as DocumentId, ...coding }]);
  await createScores(database, 'a');
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const observed = {
  y: rows.map((r) => (r.favor - r.against) / 10_000),
  author: rows.map((r) => r.author),
  copies: rows.map((r) => r.cluster),
  after: rows.map((r) => Number(r.day >= 110)),
  weight: rows.map(() => FACTOR),
};

function expectClose(actual: object, expected: object): void {
  for (const [key, value] of Object.entries(expected)) {
    const found = (actual as Record<string, unknown>)[key];
    if (typeof value === 'number') expect(found, key).toBeCloseTo(value, 8);
    else expectClose(found as object, value as object);
  }
}

test('moments of the probabilities equal those counted plainly', async () => {
  const cells = await scoreCellMoments(database, 1e6);
  expect(cells.map((cell) => cell.bin)).toEqual([-1, 0]);
  for (const cell of cells) {
    expectClose(cell.moments.net, meanMoments(observed));
    const favor = { ...observed, y: rows.map((r) => r.favor / 10_000) };
    expectClose(cell.moments.favor, meanMoments(favor));
    const neither = { ...observed, y: rows.map((r) => 1 - (r.favor + r.against) / 10_000) };
    expectClose(cell.moments.neither, meanMoments(neither));
  }
  const spans = { before: { start: 100, end: 110 }, after: { start: 110, end: 120 } };
  const [contrast] = await scoreContrastMoments(database, spans, 1e6);
  expectClose(contrast?.moments ?? {}, pairMoments(observed));
  expect(contrast?.before.kishSize).toBeCloseTo(
    kishSize({ y: observed.y.filter((_, i) => observed.after[i] === 0) }),
    8,
  );
});

test('totals of a coded mention’s author and copies, span by span', async () => {
  const spans = [
    { start: 100, end: 110 },
    { start: 110, end: 120 },
  ];
  const totals = await scoreTotals(database, spans, { weight: 1e6, label: 10_000 });
  const of = { target: 'china', class: 'public', author: 3n, cluster: 1n };
  const sum = (side: number, keep: (i: number) => boolean) => {
    const kept = rows.filter((_, i) => observed.after[i] === side && keep(i));
    const total = (f: (r: (typeof rows)[0]) => number): number => kept.reduce((s, r) => s + FACTOR * f(r), 0);
    return {
      weight: total(() => 1),
      favor: total((r) => r.favor / 10_000),
      against: total((r) => r.against / 10_000),
    };
  };
  const isAuthor = (i: number): boolean => rows[i]?.author === 3;
  const isCopy = (i: number): boolean => rows[i]?.cluster === 1;
  for (const side of [0, 1]) {
    expectClose(totals(of, 'author')[side] ?? {}, sum(side, isAuthor));
    expectClose(totals(of, 'copies')[side] ?? {}, sum(side, isCopy));
    expectClose(
      totals(of, 'both')[side] ?? {},
      sum(side, (i) => isAuthor(i) && isCopy(i)),
    );
  }
  expect(totals({ ...of, author: 99n }, 'author')).toEqual(
    spans.map(() => ({ weight: 0, favor: 0, against: 0 })),
  );
});
