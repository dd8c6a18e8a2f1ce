import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meanMoments, type Observations, pairMoments } from '../../../test/golden/moments.ts';
import { VOICES, type Voice } from '../../domain/mention.ts';
import { seededRandom } from '../../stats/random.ts';
import { type Database, openDatabase } from '../database.ts';
import { cellMoments } from './cell-moments.ts';
import { contrastMoments } from './contrast-moments.ts';
import { createObservations, voiceCounts } from './observation.ts';

let database: Database;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-store-'));
  database = await openDatabase({
    path: ':memory:',
    threads: 2,
    memoryLimitMb: 300,
    temporaryFolder: folder,
  });
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

interface Row {
  readonly id: number;
  readonly target: string;
  readonly source: string;
  readonly day: number;
  readonly author: number | null;
  readonly cluster: number | null;
  readonly precision: 'second' | 'year';
  readonly voice: Voice;
  readonly y: number;
}

function rows(): Row[] {
  const random = seededRandom(7);
  const pick = (n: number): number => Math.floor(random() * n);
  return Array.from({ length: 600 }, (_, i) => ({
    id: 1_000_000 + i,
    target: pick(2) === 0 ? 'china' : 'india',
    source: ['forum', 'news', 'other'][pick(3)] ?? '',
    day: 100 + pick(40),
    author: pick(5) === 0 ? null : pick(40),
    cluster: pick(4) === 0 ? 10_000 + pick(30) : null,
    precision: pick(10) === 0 ? 'year' : 'second',
    voice: VOICES[pick(8)] ?? 'own',
    y: pick(3) - 1,
  }));
}

async function load(all: readonly Row[]): Promise<void> {
  const sql = (x: number | null): string => (x === null ? 'null::ubigint' : `${x}::ubigint`);
  const mentions = all.map(
    (r) =>
      `(${r.id}::ubigint, '${r.target}', '${r.source}', ${r.day}, ${sql(r.author)}, 'ru', null::varchar, ['t'], '${r.voice}', '${r.precision}')`,
  );
  await database.run(
    'mentions',
    `create or replace table m as select * from (values ${mentions.join(',')})
     t(document_id, target, source_id, published_day, author_key, language, region, themes, voice, precision)`,
  );
  const labels = all.map(
    (r) => `(${r.id}::ubigint, '${r.target}', '${['against', 'neither', 'favor'][r.y + 1]}')`,
  );
  await database.run(
    'annotations',
    `create or replace table a as select * from (values ${labels.join(',')}) t(document_id, target, label)`,
  );
  const clusters = all
    .filter((r) => r.cluster !== null)
    .map((r) => `(${r.id}::ubigint, ${r.cluster}::ubigint)`);
  await database.run(
    'clusters',
    `create or replace table document_cluster as select * from (values ${clusters.join(',')}) t(document_id, cluster_id)`,
  );
}

function observations(list: readonly Row[], after: (row: Row) => number): Observations {
  const cluster = (r: Row): number => r.cluster ?? r.id;
  return {
    y: list.map((r) => r.y),
    author: list.map((r) => r.author ?? cluster(r)),
    copies: list.map(cluster),
    after: list.map(after),
  };
}

test('moments of cells and contrasts equal those counted plainly, and all voices are counted', async () => {
  const all = rows();
  await load(all);
  const tables = { mention: 'm', annotation: 'a', precisions: ['second', 'day'] } as const;
  await createObservations(database, {
    ...tables,
    voices: ['own', 'shared-headline'],
    bins: [
      { start: 100, end: 120 },
      { start: 120, end: 135 },
    ],
    classOfSource: new Map([
      ['forum', 'public'],
      ['news', 'state-media'],
      ['other', 'public'],
    ]),
  });
  const inCell = (target: string, name: string, from: number, to: number): Row[] =>
    all.filter(
      (r) =>
        r.target === target &&
        r.precision === 'second' &&
        r.voice !== 'quoted' &&
        (r.source === 'news') === (name === 'state-media') &&
        r.day >= from &&
        r.day < to,
    );
  const cells = await cellMoments(database);
  expect(cells).toHaveLength(2 * 2 * 3);
  for (const cell of cells) {
    const [from, to] = cell.bin === -1 ? [100, 135] : cell.bin === 0 ? [100, 120] : [120, 135];
    const list = inCell(cell.target, cell.class, from, to);
    const plain = meanMoments(observations(list, () => 0));
    expect(cell.moments.net).toEqual(plain);
    expect(cell.nMentions).toBe(list.length);
    expect(cell.nAuthors).toBe(new Set(list.map((r) => r.author).filter((a) => a !== null)).size);
    const favor = observations(list, () => 0);
    expect(cell.moments.favor).toEqual(meanMoments({ ...favor, y: favor.y.map((y) => (y === 1 ? 1 : 0)) }));
    expect(cell.moments.neither).toEqual(meanMoments({ ...favor, y: favor.y.map((y) => (y === 0 ? 1 : 0)) }));
  }
  const counts = await voiceCounts(database, tables);
  expect(counts).toHaveLength(2 * 2 * 3);
  for (const { target, class: name, voice, ...count } of counts) {
    const mine = all.filter(
      (r) =>
        r.target === target &&
        r.precision === 'second' &&
        r.voice === voice &&
        (r.source === 'news') === (name === 'state-media') &&
        r.day < 135,
    );
    const labelled = (y: number): number => mine.filter((r) => r.y === y).length;
    expect(count).toEqual({ nMentions: mine.length, nAgainst: labelled(-1), nFavor: labelled(1) });
  }
  const spans = { before: { start: 102, end: 118 }, after: { start: 118, end: 130 } };
  const contrasts = await contrastMoments(database, spans);
  expect(contrasts).toHaveLength(4);
  for (const contrast of contrasts) {
    const list = inCell(contrast.target, contrast.class, 102, 130);
    const plain = pairMoments(observations(list, (r) => (r.day >= 118 ? 1 : 0)));
    for (const grouping of ['author', 'copies', 'both'] as const) {
      expect(contrast.moments[grouping]).toMatchObject(plain[grouping]);
    }
  }
});
