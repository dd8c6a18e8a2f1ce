import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Correction, Estimate, Mix, Period, Series } from '../../src/domain/estimate.ts';
import type { Finding, SourceHealth } from '../../src/domain/finding.ts';
import { findingSchema } from '../../src/report/finding-schema.ts';
import { CHINA, countNamed, RUSSIA, readRawRecords } from './raw-corpus.ts';
import { runCommandLine } from './run-command-line.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-studies-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Both sides of an equation, under the words that name it, so that a failure shows every difference at once. */
type Sides<T> = { readonly ours: Record<string, T>; readonly theirs: Record<string, T> };

describe.each([CHINA, RUSSIA])('$id, against DuckDB on the raw files', (study) => {
  let finding: Finding;
  let connection: DuckDBConnection;
  let nRecords: ReadonlyMap<string, number>;
  const README = readFileSync(`studies/${study.id}/README.md`, 'utf8');

  const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjectsJS();
  const classOf = (source: string): string =>
    finding.study.sources.find((one) => one.id === source)?.class ?? expect.unreachable(source);
  const inside = (period: Period): string => `day >= '${period.start}' and day < '${period.end}'`;

  beforeAll(async () => {
    const out = join(root, study.id);
    const { code, error } = await runCommandLine(['run', `studies/${study.id}/study.yaml`, '--out', out], {
      env: { XDG_CONFIG_HOME: join(root, 'config') },
    });
    expect(code, error).toBe(0);
    finding = JSON.parse(readFileSync(join(out, 'finding.json'), 'utf8')) as Finding;
    connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
    await connection.run("set timezone = 'UTC'");
    nRecords = await readRawRecords(connection, study);
    const parts = (table: string): string =>
      `read_parquet('${out}/store/parts/*/*/*/annotated-*/${table}.parquet')`;
    const voices = (finding.study.voices ?? []).map((voice) => `'${voice}'`).join(', ');
    const classes = finding.study.sources.map((one) => `('${one.id}', '${one.class}')`).join(', ');
    await connection.run(`
      create or replace temp table mention as
      select distinct document_id, target, class, source_id as source,
             strftime(date '1970-01-01' + published_day::integer, '%Y-%m-%d') as day,
             label, case label when 'favor' then 1 when 'against' then -1 when 'neither' then 0 end as net,
             (net = 1)::integer as favor, (net = -1)::integer as against
      from ${parts('mention')} m join ${parts('annotation')} a using (document_id, target)
      join (values ${classes}) t(source_id, class) using (source_id)
      where m.voice in (${voices})`);
  });
  afterAll(() => connection.closeSync());

  test('holds when it is verified: files, records, quotes and every number', async () => {
    const env = { XDG_CONFIG_HOME: join(root, 'config') };
    const { code, error } = await runCommandLine(['verify', join(root, study.id)], { env });
    expect(code, error).toBe(0);
  });

  test('the finding has the promised shape, and the codings correct it', () => {
    expect(findingSchema.parse(finding)).toEqual(finding);
    const waves = finding.codings?.waves ?? [];
    expect(finding.codings).toMatchObject({
      nCoders: 2,
      nCoded: waves.reduce((n, one) => n + one.nCoded, 0),
    });
    expect(waves.find(({ wave }) => wave === 'wave-1')).toMatchObject({ nDrawn: 200, nCoded: 200 });
    expect(waves.filter(({ nUnmatched }) => nUnmatched > 0)).toEqual([]);
    expect(finding.headline.estimate).toMatchObject({ correction: 'dsl' });
  });

  test('every record of the files was read, and became a document unless empty or repeated', async () => {
    const found = await rows('select source, count(*)::double as n from raw_document group by source');
    const documents = new Map(found.map((row) => [row['source'], row['n']]));
    for (const one of finding.health) {
      expect([one.source, one.recordsIn]).toEqual([one.source, nRecords.get(one.source)]);
      expect([one.source, one.documents]).toEqual([one.source, documents.get(one.source)]);
      expect(one.recordsIn).toBe(one.documents + one.rejected);
    }
    expect(finding.manifest.nRecords).toBe(
      [...documents.values()].reduce<number>((sum, n) => sum + Number(n), 0),
    );
  });

  test('documents of every source in every month', async () => {
    const sides: Sides<number> = { ours: {}, theirs: {} };
    for (const { source, coverage } of finding.health) {
      for (const { period, nDocuments } of coverage) sides.ours[`${source} ${period.start}`] = nDocuments;
    }
    for (const name of Object.keys(sides.ours)) sides.theirs[name] = 0;
    const found = await rows(`
      select source || ' ' || left(day, 7) || '-01' as name, count(*)::double as n
      from raw_document where ${inside(finding.study.period)} group by name`);
    for (const row of found) sides.theirs[String(row['name'])] = Number(row['n']);
    expect(sides.ours).toEqual(sides.theirs);
  });

  test('holes hold no record and end at one; a month without a record of its class is missing, not zero', async () => {
    const days = await rows(
      `select distinct source, day from raw_document where ${inside(finding.study.period)}`,
    );
    const written = new Set(days.map((row) => `${row['source']} ${row['day']}`));
    for (const one of finding.health) for (const hole of one.holes) expectHole(one, hole, written);
    for (const series of finding.series.filter((one) => one.measure === 'net-balance')) {
      const sources = finding.health.filter((one) => one.class === series.stratum['class']);
      for (const [index, estimate] of series.estimates.entries()) {
        const silent = sources.every((one) => one.coverage[index]?.nDocuments === 0);
        if (isWithheld(estimate, series.stratum)) continue;
        expect(estimate.kind === 'not-estimable' && estimate.reason === 'no-collection').toBe(silent);
      }
    }
  });

  /** The days of a hole are without a record; the days next to it are not, unless the period ends there. */
  function expectHole({ source }: SourceHealth, hole: Period, written: ReadonlySet<string>): void {
    const { period } = finding.study;
    for (let day = hole.start; day < hole.end; day = shifted(day, 1))
      expect(written).not.toContain(`${source} ${day}`);
    if (hole.start > period.start) expect(written).toContain(`${source} ${shifted(hole.start, -1)}`);
    if (hole.end < period.end) expect(written).toContain(`${source} ${hole.end}`);
  }

  test.each(Object.keys(study.targets))(
    'documents that name the target by a regular expression: %s',
    async (target) => {
      const counts = await countNamed(connection, study, { target, ...finding.study.period });
      const found = await rows(`
      select source, count(*)::double as n from mention
      where target = '${target}' and ${inside(finding.study.period)} group by source`);
      const ours = new Map(found.map((row) => [String(row['source']), Number(row['n'])]));
      for (const { source } of finding.health) {
        const { fewest, most } = counts.get(source) ?? { fewest: 0, most: 0 };
        const n = ours.get(source) ?? 0;
        expect(n, `${source}: between ${fewest} and ${most}`).toBeGreaterThanOrEqual(fewest);
        expect(n, `${source}: between ${fewest} and ${most}`).toBeLessThanOrEqual(most);
        expect(most - fewest, source).toBeLessThanOrEqual(0.02 * most);
      }
    },
  );

  test('mentions, net balance and shares of every month, by SQL on the annotations', async () => {
    const found = await rows(`
      select target || '/' || class || ' ' || left(day, 7) || '-01' as name, count(net)::double as n,
             avg(net) as net, avg(favor) as favor, avg(against) as against
      from mention where ${inside(finding.study.period)} group by name`);
    const cells = new Map(found.map((row) => [row['name'], row]));
    const columns = { 'net-balance': 'net', 'favor-share': 'favor', 'against-share': 'against' } as const;
    let nCompared = 0;
    for (const series of finding.series) {
      const column = columns[series.measure as keyof typeof columns];
      if (column === undefined) continue;
      for (const estimate of rawEstimates(series)) {
        const cell = cells.get(`${series.target}/${series.stratum['class']} ${estimate.period.start}`);
        if (isWithheld(estimate, series.stratum)) continue;
        expect(estimate.nDocuments).toBe(cell?.['n'] ?? 0);
        if (estimate.kind !== 'estimate') continue;
        expect(Math.abs(estimate.value - Number(cell?.[column]))).toBeLessThan(1e-9);
        nCompared++;
      }
    }
    expect(nCompared).toBeGreaterThan(20);
  });

  test('share of documents that mention a target, of the documents of the raw files', async () => {
    const found = await rows(`
      select target || '/' || class || ' ' || left(day, 7) || '-01' as name, count(*)::double as n
      from mention where ${inside(finding.study.period)} group by name`);
    const mentions = new Map(found.map((row) => [row['name'], Number(row['n'])]));
    for (const series of finding.series.filter((one) => one.measure === 'mention-share')) {
      const sources = finding.health.filter((one) => one.class === series.stratum['class']);
      for (const [index, estimate] of series.estimates.entries()) {
        const n = mentions.get(`${series.target}/${series.stratum['class']} ${estimate.period.start}`) ?? 0;
        const collected = sources.reduce((sum, one) => sum + (one.coverage[index]?.nDocuments ?? 0), 0);
        if (isWithheld(estimate, series.stratum)) continue;
        expect(estimate.nDocuments).toBe(collected);
        if (estimate.kind === 'estimate') expect(Math.abs(estimate.value - n / collected)).toBeLessThan(1e-9);
      }
    }
  });

  test('levels, sides of every event and their difference, by SQL on the annotations', async () => {
    const mean = async (target: string, name: string, period: Period) => {
      const [row] = await rows(`select count(net)::double as n, avg(net) as net from mention
        where target = '${target}' and class = '${name}' and ${inside(period)}`);
      return { n: Number(row?.['n']), net: Number(row?.['net']) };
    };
    const levels = (finding.levels ?? [])
      .filter((one) => one.measure === 'net-balance')
      .map((one) => ({ ...one, estimate: rawEstimate(one.estimate, one.variants) }));
    const sides = finding.events
      .filter((one) => isRaw(one.effect))
      .flatMap((one) => [one.before, one.after].map((estimate) => ({ ...one, estimate })));
    for (const { target, stratum, estimate } of [...levels, ...sides]) {
      const { n, net } = await mean(target, String(stratum['class']), estimate.period);
      if (isWithheld(estimate, stratum)) continue;
      expect(estimate.nDocuments).toBe(n);
      if (estimate.kind === 'estimate') expect(Math.abs(estimate.value - net)).toBeLessThan(1e-9);
    }
    for (const { target, stratum, before, after, effect, variants } of finding.events) {
      const raw = rawEstimate(effect, variants);
      if (raw.kind !== 'estimate') continue;
      const sidesOfIt = [before, after].map((one) => mean(target, String(stratum['class']), one.period));
      const [from, to] = await Promise.all(sidesOfIt);
      expect(Math.abs(raw.value - ((to?.net ?? Number.NaN) - (from?.net ?? Number.NaN)))).toBeLessThan(1e-9);
    }
  });

  test('corrected levels agree with the codings alone, each weighted by its probability', () => {
    const codings = settledCodings(study.id);
    let nCompared = 0;
    for (const { target, stratum, measure, estimate } of finding.levels ?? []) {
      if (measure !== 'net-balance' || estimate.kind !== 'estimate' || estimate.correction === 'none')
        continue;
      const mine = codings.filter((one) => one.stratum.startsWith(`${target}/${stratum['class']}/`));
      const weights = mine.reduce((sum, one) => sum + 1 / one.probability, 0);
      const alone =
        mine.reduce((sum, { label, probability }) => sum + VALUES[label] / probability, 0) / weights;
      expect(Math.abs(estimate.value - alone)).toBeLessThan(2 * estimate.standardError);
      nCompared++;
    }
    expect(nCompared).toBeGreaterThan(1);
  });

  test('the README sets the labels of the readers against those of the model as they are', async () => {
    const codings = settledCodings(study.id);
    const ids = codings.map(({ document }) => document).join(', ');
    const found = await rows(`select document_id::varchar as id, label from mention
      where target = '${codings[0]?.stratum.split('/')[0]}' and document_id in (${ids})`);
    const model = new Map(found.map((row) => [row['id'], row['label']]));
    const table = [...README.matchAll(/^\| (against|neither|favor) +\|([\d |]+)\|$/gm)];
    const listed = Object.fromEntries(
      table.map(([, label, cells]) => [label, cells?.split('|').map(Number)]),
    );
    const count = (reader: string, label: string): number =>
      codings.filter((one) => one.label === reader && model.get(one.document) === label).length;
    const counted = (reader: string): number[] =>
      ['against', 'neither', 'favor', 'abstain'].map((label) => count(reader, label));
    expect(listed).toEqual(Object.fromEntries(Object.keys(VALUES).map((label) => [label, counted(label)])));
  });

  test('every interval in the README is one of the finding', () => {
    const points = (value: number): string => {
      const text = Math.abs(100 * value).toFixed(1);
      return `${text === '0.0' ? '' : value < 0 ? '−' : '+'}${text}`;
    };
    const print = (one: Estimate): string[] =>
      one.kind === 'estimate'
        ? [`${points(one.value)} [${points(one.interval.lower)}, ${points(one.interval.upper)}]`]
        : [];
    const printed = new Set([
      ...(finding.levels ?? [])
        .flatMap((one) => [one, ...(one.variants ?? [])])
        .flatMap((one) => print(one.estimate)),
      ...finding.events.flatMap((one) =>
        [one.effect, ...(one.variants ?? []).map((v) => v.estimate)].flatMap(print),
      ),
      ...finding.claims.flatMap(({ effect }) => (effect === null ? [] : print(effect))),
    ]);
    const written = [...README.matchAll(/[+−]?\d+\.\d\s+\[[^\]]+\d\]/g)].map(([text]) =>
      text.replace(/\s+/g, ' '),
    );
    expect(written.length).toBeGreaterThan(5);
    expect(written.filter((text) => !printed.has(text))).toEqual([]);
  });

  test('the README gives every claim of the study its verdict', () => {
    const table = [...README.matchAll(/^\| (.+?) +\| \*\*([a-z ]+)\*\* +\|/gm)];
    const written = Object.fromEntries(table.map(([, text, verdict]) => [text, verdict]));
    const found = finding.claims.map(({ text, verdict }) => [text, verdict?.replaceAll('-', ' ')]);
    expect(written).toEqual(Object.fromEntries(found));
  });

  test('every quote stands in a raw record of its source and day', async () => {
    expect(finding.exhibits.length).toBeGreaterThan(10);
    for (const exhibit of finding.exhibits) {
      const word = exhibit.text.slice(exhibit.mention.start, exhibit.mention.end).replaceAll("'", "''");
      const [row] = await rows(`select count(*)::double as n from raw_document
        where source = '${exhibit.source}' and contains(lower(text), lower('${word}'))
          and abs(date_diff('day', day::date, '${exhibit.publishedAt}'::timestamptz::date)) <= 1`);
      expect(Number(row?.['n']), exhibit.documentId).toBeGreaterThan(0);
      expect(exhibit.class).toBe(classOf(exhibit.source));
    }
  });
});

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function isRaw(estimate: Estimate): boolean {
  return estimate.kind === 'not-estimable' || estimate.correction === 'none';
}

type Variants = readonly {
  readonly correction: Correction;
  readonly mix: Mix;
  readonly estimate: Estimate;
}[];

/** The estimate that counts labels as they are: the one in the foreground, or the variant beside a corrected one. */
function rawEstimate(foreground: Estimate, variants: Variants | undefined): Estimate {
  if (isRaw(foreground)) return foreground;
  const raw = variants?.find(({ correction, mix }) => correction === 'none' && mix === 'observed');
  return raw?.estimate ?? expect.unreachable('a corrected figure without the raw one');
}

function rawEstimates({ estimates, variants }: Series): readonly Estimate[] {
  if (estimates.every(isRaw)) return estimates;
  const raw = variants?.find(({ correction, mix }) => correction === 'none' && mix === 'observed');
  return raw?.estimates ?? expect.unreachable('a corrected series without the raw one');
}

const VALUES = { against: -1, neither: 0, favor: 1 } as const;

interface SettledCoding {
  readonly document: string;
  readonly stratum: string;
  readonly probability: number;
  readonly label: keyof typeof VALUES;
}

/** The codings of a study as its files hold them: the label settled afterwards, else the one that both readers gave. */
function settledCodings(id: string): SettledCoding[] {
  const lines = (file: string): string[][] =>
    readFileSync(`studies/${id}/codings/wave-1/${file}.csv`, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
  const labels = new Map(
    ['reader-b', 'reader-a', 'adjudicated'].flatMap((coder) => lines(coder)) as [string, string][],
  );
  return lines('design').map(([mention = '', document, , stratum = '', probability]) => ({
    document: BigInt(`0x${document}`).toString(),
    stratum,
    probability: Number(probability),
    label: labels.get(mention) as keyof typeof VALUES,
  }));
}

/** Numbers of few authors are withheld, of classes in which persons speak alone. */
function isWithheld(estimate: Estimate, stratum: Readonly<Record<string, string>>): boolean {
  if (estimate.kind === 'estimate' || estimate.reason !== 'withheld') return false;
  expect(stratum['class']).toBe('public');
  return true;
}
