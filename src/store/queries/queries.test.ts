import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { kishSize, meanMoments, type Observations, pairMoments } from '../../../test/golden/moments.ts';
import { type StratifiedObservations, stratumSample } from '../../../test/golden/stratum-sample.ts';
import { VOICES, type Voice } from '../../domain/mention.ts';
import type { MentionWeights } from '../../domain/mention-weights.ts';
import { seededRandom } from '../../stats/random.ts';
import { type Database, openDatabase } from '../database.ts';
import { cellMoments } from './cell-moments.ts';
import { contrastMoments } from './contrast-moments.ts';
import {
  createObservations,
  dropObservations,
  voiceCounts,
  weightUnit,
  withoutCampaigns,
} from './observation.ts';
import { createStrata, type StratumMoments, stratumMoments } from './stratum-moments.ts';
import { unlikeTraining } from './unlike-training.ts';

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

interface Row {
  readonly id: number;
  readonly target: string;
  readonly source: string;
  readonly day: number;
  readonly author: number | null;
  readonly cluster: number | null;
  readonly precision: 'second' | 'year';
  readonly voice: Voice;
  /** Null = the annotator abstained. */
  readonly y: number | null;
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
    y: pick(9) === 0 ? null : pick(3) - 1,
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
    (r) =>
      `(${r.id}::ubigint, '${r.target}', '${r.y === null ? 'abstain' : ['against', 'neither', 'favor'][r.y + 1]}', ${r.id % 3 === 0 ? 'null::boolean' : r.id % 6 === 1})`,
  );
  await database.run(
    'annotations',
    `create or replace table a as select * from (values ${labels.join(',')}) t(document_id, target, label, out_of_domain)`,
  );
  const clusters = all
    .filter((r) => r.cluster !== null)
    .map((r) => `(${r.id}::ubigint, ${r.cluster}::ubigint)`);
  await database.run(
    'clusters',
    `create or replace table document_cluster as select * from (values ${clusters.join(',')}) t(document_id, cluster_id)`,
  );
}

const cluster = (r: Row): number => r.cluster ?? r.id;

type Weigh = (row: Row) => number;

/** Weights computed plainly, in millionths rounded where the query rounds. */
function weigher(all: readonly Row[], weights: MentionWeights): Weigh {
  if (weightUnit(weights) === 1) return () => 1;
  const millionths = (w: number): number => Math.max(1, Math.round(w));
  const sameCell = (a: Row, b: Row): boolean =>
    a.target === b.target && (a.source === 'news') === (b.source === 'news');
  const share = new Map<Row, number>();
  for (const r of all) {
    const copies = all.filter((other) => sameCell(r, other) && cluster(other) === cluster(r)).length;
    share.set(r, weights.copies === 'once' ? millionths(1e6 / copies) : 1e6);
  }
  const week = (r: Row): number => Math.floor((r.day + 3) / 7);
  return (r) => {
    const own = share.get(r) as number;
    let w = own;
    if (weights.authorWeekCap !== null && r.author !== null) {
      const mine = all.filter((o) => sameCell(r, o) && o.author === r.author && week(o) === week(r));
      const together = mine.reduce((sum, o) => sum + (share.get(o) as number), 0);
      w = millionths(own * Math.min(1, (weights.authorWeekCap * 1e6) / together));
    }
    return millionths(w * (weights.sources[r.source] ?? 1)) / 1e6;
  };
}

function observations(list: readonly Row[], weigh: Weigh, after: (row: Row) => number): Observations {
  return {
    y: list.map((r) => r.y ?? 0),
    author: list.map((r) => r.author ?? cluster(r)),
    copies: list.map(cluster),
    after: list.map(after),
    weight: list.map(weigh),
  };
}

const WEIGHTS: readonly MentionWeights[] = [
  { copies: 'each', authorWeekCap: null, sources: {} },
  { copies: 'once', authorWeekCap: null, sources: {} },
  { copies: 'each', authorWeekCap: 1.5, sources: {} },
  { copies: 'once', authorWeekCap: 1, sources: { forum: 2.5, news: 0.1 } },
];

/** Equal but for the last digits, which a sum in another order may change. */
function near(found: object, plain: object): void {
  for (const [key, value] of Object.entries(plain)) {
    const other = (found as Record<string, unknown>)[key];
    if (typeof value === 'object') near(other as object, value as object);
    else
      expect(Math.abs((other as number) - value), key).toBeLessThanOrEqual(1e-11 * Math.abs(value) + 1e-11);
  }
}

test.each(WEIGHTS)('moments of cells and contrasts equal those counted plainly: %j', async (weights) => {
  const all = rows();
  await load(all);
  const tables = { mention: 'm', annotation: 'a', precisions: ['second', 'day'] } as const;
  await createObservations(database, {
    ...tables,
    weights,
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
  const unit = weightUnit(weights);
  const annotated = (list: readonly Row[]): Row[] => list.filter((r) => r.y !== null);
  const inPeriod = annotated(all).filter(
    (r) => r.precision === 'second' && r.voice !== 'quoted' && r.day >= 100 && r.day < 135,
  );
  const weigh = weigher(inPeriod, weights);
  const told = all.filter(
    (r) => r.precision === 'second' && r.voice !== 'quoted' && r.day >= 100 && r.day < 135 && r.id % 3 !== 0,
  );
  expect(await unlikeTraining(database)).toEqual(
    ['public', 'state-media'].map((name) => {
      const mine = told.filter((r) => (r.source === 'news') === (name === 'state-media'));
      const nUnlike = mine.filter((r) => r.id % 6 === 1).length;
      return { class: name, language: 'ru', nTold: mine.length, nUnlike };
    }),
  );
  const cells = await cellMoments(database, unit);
  expect(cells).toHaveLength(2 * 2 * 3);
  for (const cell of cells) {
    const [from, to] = cell.bin === -1 ? [100, 135] : cell.bin === 0 ? [100, 120] : [120, 135];
    const found = inCell(cell.target, cell.class, from, to);
    const list = annotated(found);
    const favor = observations(list, weigh, () => 0);
    near(cell.moments.net, meanMoments(favor));
    near(cell, { kishSize: kishSize(favor) });
    const authors = (of: readonly Row[]): number =>
      new Set(of.map((r) => r.author).filter((a) => a !== null)).size;
    const counts = meanMoments(
      observations(
        found,
        () => 1,
        () => 0,
      ),
    );
    expect(cell.talk).toEqual({
      nMentions: found.length,
      nAuthors: authors(found),
      nClusters: counts.copies.nGroups,
      spread: Math.max(counts.author.sumNN, counts.copies.sumNN),
    });
    expect(cell.nAnnotated).toBe(list.length);
    expect(cell.nAuthors).toBe(authors(list));
    near(cell.moments.favor, meanMoments({ ...favor, y: favor.y.map((y) => (y === 1 ? 1 : 0)) }));
    near(cell.moments.neither, meanMoments({ ...favor, y: favor.y.map((y) => (y === 0 ? 1 : 0)) }));
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
    const nAuthors = new Set(mine.map((r) => r.author ?? cluster(r))).size;
    expect(count).toEqual({ nMentions: mine.length, nAgainst: labelled(-1), nFavor: labelled(1), nAuthors });
  }
  const spans = { before: { start: 102, end: 118 }, after: { start: 118, end: 130 } };
  const contrasts = await contrastMoments(database, spans, unit);
  expect(contrasts).toHaveLength(4);
  for (const contrast of contrasts) {
    const list = annotated(inCell(contrast.target, contrast.class, 102, 130));
    const plain = pairMoments(observations(list, weigh, (r) => (r.day >= 118 ? 1 : 0)));
    for (const [side, isOn] of [
      [contrast.before, (r: Row) => r.day < 118],
      [contrast.after, (r: Row) => r.day >= 118],
    ] as const) {
      const mentions = list.filter(isOn);
      const o = observations(mentions, weigh, () => 0);
      expect(side.nMentions).toBe(mentions.length);
      near(side, {
        kishSize: kishSize(o),
        meanSquare: meanMoments({ ...o, y: o.y.map(Math.abs) }).both.sumY / meanMoments(o).both.sumN,
      });
    }
    for (const grouping of ['author', 'copies', 'both'] as const) {
      near(contrast.moments[grouping], plain[grouping]);
    }
  }
});

test.each(WEIGHTS)('moments by stratum equal those counted plainly: %j', async (weights) => {
  const all = rows();
  await load(all);
  await createObservations(database, {
    mention: 'm',
    annotation: 'a',
    precisions: ['second'],
    weights,
    voices: VOICES,
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
  await createStrata(database, {
    public: { source: 'observed', activity: 'observed' },
    'state-media': { region: 'observed' },
  });
  const used = all.filter((r) => r.precision === 'second' && r.day < 135 && r.y !== null);
  const weigh = weigher(used, weights);
  const className = (r: Row): string => (r.source === 'news' ? 'state-media' : 'public');
  const week = (r: Row): number => Math.floor((r.day + 3) / 7);
  const stratum = (r: Row): string => {
    if (r.source === 'news') return '{"region":"unknown"}';
    const isMine = (o: Row): boolean =>
      o.target === r.target && className(o) === 'public' && o.author === r.author && week(o) === week(r);
    const n = used.filter(isMine).length;
    const band = r.author === null ? 'unknown' : n === 1 ? '1' : n <= 4 ? '2-4' : n <= 9 ? '5-9' : '10+';
    return JSON.stringify({ source: r.source, activity: band });
  };
  const check = (found: readonly StratumMoments[], inSpan: (r: Row, bin: number) => 0 | 1 | null): void => {
    for (const { target, class: name, bin, components, products } of found) {
      const list = used.filter(
        (r) => r.target === target && className(r) === name && inSpan(r, bin) !== null,
      );
      const keyOf = (r: Row): string => `${stratum(r)} ${inSpan(r, bin)}`;
      const keys = components.map((c) => `${JSON.stringify(c.stratum)} ${c.side}`);
      const o: StratifiedObservations = {
        ...observations(list, weigh, () => 0),
        component: list.map((r) => keys.indexOf(keyOf(r))),
      };
      expect(new Set(list.map(keyOf))).toEqual(new Set(keys));
      const plain = stratumSample(o, keys.length);
      for (const [c, totals] of plain.totals.entries()) near(components[c]!, totals);
      for (const grouping of ['author', 'copies', 'both'] as const) {
        const sort = (one: { readonly a: number; readonly b: number }): number => one.a * 1000 + one.b;
        const sorted = plain.products[grouping].products.toSorted((x, y) => sort(x) - sort(y));
        expect(products[grouping].nGroups).toBe(plain.products[grouping].nGroups);
        expect(products[grouping].products).toHaveLength(sorted.length);
        for (const [i, product] of sorted.entries()) near(products[grouping].products[i]!, product);
      }
    }
  };
  const unit = weightUnit(weights);
  const bins = await stratumMoments(database, 'bins', unit);
  expect(bins).toHaveLength(2 * 2 * 2);
  check(bins, (r, bin) => (bin === (r.day < 120 ? 0 : 1) ? 0 : null));
  check(await stratumMoments(database, 'whole', unit), () => 0);
  const spans = { before: { start: 102, end: 118 }, after: { start: 118, end: 130 } };
  check(await stratumMoments(database, spans, unit), (r) =>
    r.day < 102 || r.day >= 130 ? null : r.day < 118 ? 0 : 1,
  );
});

test.each(WEIGHTS)(
  'without campaigns is what would be observed without them, for a while: %j',
  async (weights) => {
    await load(rows());
    await database.run(
      'campaigns',
      'create table campaign_author as select range::ubigint as author_key from range(0, 12)',
    );
    const options = {
      precisions: ['second'],
      voices: VOICES,
      weights,
      bins: [{ start: 100, end: 135 }],
    } as const;
    const classes = new Map([
      ['forum', 'public'],
      ['news', 'state-media'],
      ['other', 'public'],
    ]);
    const observe = (
      mention: string,
      classOfSource: ReadonlyMap<string, string>,
      campaigns: 'kept' | 'removed',
    ) => createObservations(database, { ...options, mention, annotation: 'a', classOfSource, campaigns });
    const all = () =>
      database.rows(
        'all',
        `select target, class, document_id::varchar as id, cluster::varchar as cluster, author::varchar as author, is_copied, bin,
              annotated, favor, against, w::double as w from observation order by all`,
      );
    const sources = () => database.rows('sources', 'select * from source_class order by all');
    const publicOnes = new Map([...classes].filter(([, name]) => name === 'public'));
    await observe(`(select * from m where target = 'china')`, publicOnes, 'removed');
    const removed = [await all(), await sources()];
    await dropObservations(database);
    await observe('m', classes, 'kept');
    const kept = [await all(), await sources()];
    const of = { target: 'china', class: 'public', weights };
    expect(await withoutCampaigns(database, of, async () => [await all(), await sources()])).toEqual(removed);
    expect([await all(), await sources()]).toEqual(kept);
    expect(removed[0]?.length).toBeGreaterThan(50);
    expect(removed[0]?.length).toBeLessThan(kept[0]?.length ?? 0);
  },
);
