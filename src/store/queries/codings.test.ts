import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Coding, CodingStratum } from '../../domain/coding.ts';
import type { DocumentId } from '../../domain/identifiers.ts';
import type { StanceLabel } from '../../domain/stance.ts';
import { type Database, openDatabase } from '../database.ts';
import { codedMentions, createCodings, stratumPopulations } from './codings.ts';
import { createObservations } from './observation.ts';

let database: Database;
let folder: string;

/** Document ids beyond 2^53: nothing may pass through a double. */
const BASE = 18_446_744_073_709_551_000n;
const LABELS: readonly StanceLabel[] = ['against', 'neither', 'favor', 'abstain'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-codings-'));
  const options = { path: ':memory:', threads: 2, memoryLimitMb: 300, temporaryFolder: folder };
  database = await openDatabase(options);
  const mentions = Array.from(
    { length: 40 },
    (_, i) =>
      `(${BASE + BigInt(i)}::ubigint, 'china', 'forum', ${19_723 + i}, ${i < 20 ? 'null' : i % 3}::ubigint, 'ru', null::varchar, ['t'], 'own', 'second')`,
  );
  await database.run(
    'mentions',
    `create table m as select * from (values ${mentions.join(',')})
     t(document_id, target, source_id, published_day, author_key, language, region, themes, voice, precision)`,
  );
  const labels = Array.from({ length: 40 }, (_, i) => {
    const label = LABELS[i % 4] as StanceLabel;
    const p = label === 'abstain' ? '0, 0, 0' : label === 'favor' ? '1000, 2000, 7000' : '6000, 3000, 1000';
    return `(${BASE + BigInt(i)}::ubigint, 'china', '${label}', ${p}, false)`;
  });
  await database.run(
    'annotations',
    `create table a as select * from (values ${labels.join(',')}) t(document_id, target, label, against, neither, favor, out_of_domain)`,
  );
  await database.run(
    'clusters',
    `create table document_cluster as select * from (values (${BASE}::ubigint, 7::ubigint), (${BASE + 1n}::ubigint, 7::ubigint)) t(document_id, cluster_id)`,
  );
  await createObservations(database, {
    mention: 'm',
    annotation: 'a',
    bins: [{ start: 19_723, end: 19_723 + 30 }],
    classOfSource: new Map([['forum', 'public']]),
    precisions: ['second'],
    weights: { copies: 'each', authorWeekCap: null, sources: { forum: 2.5 } },
    voices: ['own'],
  });
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function coding(i: number, more: Partial<Coding> = {}): Coding {
  return {
    documentId: (BASE + BigInt(i)) as DocumentId,
    target: 'china',
    wave: 'wave-1',
    stratum: "o'brien",
    inclusionProbability: 1 / 3,
    label: 'favor',
    ...more,
  };
}

test('a coded mention comes back with what the corpus and the model say of it; others do not', async () => {
  // 35 stands outside the period, 99 is in no source.
  await createCodings(database, 'a', [coding(3), coding(99), coding(35), coding(0, { label: 'against' })]);
  expect(await codedMentions(database, 1e6)).toEqual([
    {
      ...coding(0, { label: 'against' }),
      class: 'public',
      source: 'forum',
      language: 'ru',
      day: 19_723,
      author: 7n,
      cluster: 7n,
      weight: 2.5,
      pAgainst: 0.6,
      pNeither: 0.3,
      pFavor: 0.1,
      modelLabel: 'against',
    },
    expect.objectContaining({
      documentId: BASE + 3n,
      author: BASE + 3n,
      weight: 0,
      modelLabel: 'abstain',
      inclusionProbability: 1 / 3,
    }),
  ]);
});

test('a mention coded in two waves has a row for each, and no codings give no rows', async () => {
  await createCodings(database, 'a', [coding(2), coding(2, { wave: 'wave-2', inclusionProbability: 0.1 })]);
  const rows = await codedMentions(database, 1e6);
  expect(rows.map((row) => [row.wave, row.inclusionProbability])).toEqual([
    ['wave-1', 1 / 3],
    ['wave-2', 0.1],
  ]);
  await createCodings(database, 'a', []);
  expect(await codedMentions(database, 1e6)).toEqual([]);
});

test('the mentions of a stratum are counted as they stand today', async () => {
  const stratum = (id: string, more: Partial<CodingStratum>): CodingStratum => ({
    wave: 'wave-1',
    id,
    target: 'china',
    class: 'public',
    period: { start: '2024-01-01', end: '2024-01-11' },
    modelLabel: null,
    nPopulation: 10,
    nDrawn: 2,
    nCoded: 2,
    ...more,
  });
  const strata = [
    stratum('all', {}),
    stratum('favor', { modelLabel: 'favor' }),
    stratum('none', { class: 'officials' }),
    stratum('rest', { period: { start: '2024-01-11', end: '2025-01-01' } }),
  ];
  expect(await stratumPopulations(database, 'a', { strata, weightUnit: 1e6 })).toEqual([
    { wave: 'wave-1', stratum: 'all', nMentions: 10, weight: 8 * 2.5 },
    { wave: 'wave-1', stratum: 'favor', nMentions: 2, weight: 5 },
    { wave: 'wave-1', stratum: 'none', nMentions: 0, weight: 0 },
    { wave: 'wave-1', stratum: 'rest', nMentions: 20, weight: 15 * 2.5 },
  ]);
  expect(await stratumPopulations(database, 'a', { strata: [], weightUnit: 1e6 })).toEqual([]);
});
