import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Estimate } from '../../src/domain/estimate.ts';
import type { AskedSelection } from '../../src/domain/explored.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { estimateSelections, type SelectionStudy } from '../../src/measure/estimate-selection.ts';
import { drawDocuments } from '../../src/pipeline/draw-documents.ts';
import { readSelection, selectionStudy } from '../../src/pipeline/explore-selections.ts';
import { keyFile, loadStudy } from '../../src/pipeline/load-study.ts';
import { openMentionIndex } from '../../src/pipeline/mention-index.ts';
import { type Explorer, openExplorer } from '../../src/pipeline/open-explorer.ts';
import { withLastRun } from '../../src/pipeline/open-run.ts';
import type { RunOptions } from '../../src/pipeline/run-context.ts';
import type { StudyConfig } from '../../src/study/config.ts';
import { EXPLORED_STUDY, writeExploredStudy } from './explored-study.ts';
import { runInProcess } from './run-in-process.ts';

let root: string;

interface Made {
  readonly finding: Finding;
  readonly explorer: Explorer;
}

function runOf(out: string, study: StudyConfig): RunOptions {
  return {
    out,
    threads: 1,
    keyFile: keyFile(study, {}),
    progress: () => undefined,
    now: Date.now,
    randomBytes: () => {
      throw new Error('no new key is needed');
    },
    version: '0.0.0',
  };
}

/** What the numbers of the plain study are estimated with. */
async function opened(): Promise<SelectionStudy> {
  const { config } = await loadStudy(join(root, 'plain', 'study.yaml'));
  return withLastRun(config, runOf(join(root, 'plain', 'out'), config), async (stage) => {
    const { index } = await openMentionIndex(stage);
    return selectionStudy(config, plain.finding, index);
  });
}

function widthOf(estimate: Estimate | null | undefined): number {
  return estimate?.kind === 'estimate' ? estimate.interval.upper - estimate.interval.lower : Number.NaN;
}

async function make(name: string, study: string): Promise<Made> {
  const path = writeExploredStudy(join(root, name), study);
  const out = join(root, name, 'out');
  const { code, error } = await runInProcess(['run', path, '--out', out, '--threads', '1', '--json']);
  expect([code, code === 0 ? '' : error]).toEqual([0, '']);
  const { config } = await loadStudy(path);
  const explorer = openExplorer(
    async () => config,
    () => runOf(out, config),
  );
  return { finding: JSON.parse(readFileSync(join(out, 'finding.json'), 'utf8')) as Finding, explorer };
}

let plain: Made;
let weighted: Made;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-explore-'));
  plain = await make('plain', EXPLORED_STUDY);
  weighted = await make(
    'weighted',
    `${EXPLORED_STUDY}weights: { copies: once, authorWeekCap: 2, sources: { board: 0.5 } }\n`,
  );
}, 120_000);

afterAll(() => {
  plain?.explorer.close();
  weighted?.explorer.close();
  rmSync(root, { recursive: true, force: true });
});

const ALL: AskedSelection = {
  target: 'china',
  class: null,
  source: null,
  language: null,
  region: null,
  theme: null,
  voice: null,
  copies: 'each',
  from: null,
  to: null,
};

const close = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'number' ? Number(inner.toPrecision(9)) : inner,
  );

test.each(['plain', 'weighted'] as const)(
  'a selection of a class has the numbers of the finding: %s',
  async (name) => {
    const { finding, explorer } = name === 'plain' ? plain : weighted;
    const measures = {
      net: 'net-balance',
      favor: 'favor-share',
      against: 'against-share',
      neither: 'neither-share',
    } as const;
    for (const target of ['china', 'korea'])
      for (const className of ['public', 'press'])
        for (const [measure, long] of Object.entries(measures)) {
          const asked = {
            ...ALL,
            target,
            class: className,
            copies: name === 'plain' ? ('each' as const) : ('once' as const),
          };
          const { selections } = await explorer.selections({
            selections: [asked],
            measure: measure as keyof typeof measures,
          });
          const of = (one: {
            target: string;
            stratum: Readonly<Record<string, string>>;
            measure: string;
          }): boolean => one.target === target && one.stratum['class'] === className && one.measure === long;
          const series = finding.series.find(of);
          const level = finding.levels?.find(of);
          expect(close(selections[0]?.series.map(({ estimate }) => estimate))).toEqual(
            close(series?.estimates),
          );
          expect(close(selections[0]?.whole.estimate)).toEqual(close(level?.estimate));
        }
  },
);

test('most numbers of the small study can be estimated, so that agreement says something', async () => {
  const { selections } = await plain.explorer.selections({
    selections: [{ ...ALL, class: 'public' }],
    measure: 'net',
  });
  expect(selections[0]?.series.filter(({ estimate }) => estimate.kind === 'estimate').length).toBeGreaterThan(
    3,
  );
});

test('by blocks of authors the value is the same and the interval much the same', async () => {
  const choices = await plain.explorer.choices();
  const asked = [
    readSelection({ ...ALL, class: 'public' }, choices),
    readSelection({ ...ALL, class: 'public', theme: 'trade', copies: 'once' }, choices),
  ];
  const study = await opened();
  const exact = estimateSelections(study, asked, 'net');
  const blocks = estimateSelections({ ...study, mostExact: 0 }, asked, 'net');
  for (const [i, one] of exact.selections.entries()) {
    const other = blocks.selections[i]?.whole.estimate;
    expect(other).toMatchObject({
      value: expect.closeTo(
        one.whole.estimate.kind === 'estimate' ? one.whole.estimate.value : Number.NaN,
        9,
      ),
      nDocuments: one.whole.estimate.nDocuments,
      nAuthors: one.whole.estimate.nAuthors,
      nClusters: one.whole.estimate.nClusters,
    });
    expect(widthOf(other) / widthOf(one.whole.estimate)).toBeGreaterThan(0.8);
    expect(widthOf(other) / widthOf(one.whole.estimate)).toBeLessThan(1.25);
    expect(blocks.selections[i]?.bins.map(({ withheld }) => withheld)).toEqual(
      one.bins.map(({ withheld }) => withheld),
    );
  }
  expect(widthOf(blocks.difference) / widthOf(exact.difference)).toBeGreaterThan(0.75);
  expect(blocks.nShared).toBe(exact.nShared);
});

test('a difference is that of the two numbers; of a selection to itself it is 0, and its interval has a width', async () => {
  const [a, b] = [
    { ...ALL, class: 'public' },
    { ...ALL, class: 'press' },
  ];
  const apart = await plain.explorer.selections({ selections: [a, b], measure: 'net' });
  const [one, two] = apart.selections.map(({ whole }) => whole.estimate);
  const { difference } = apart;
  if (one?.kind !== 'estimate' || two?.kind !== 'estimate' || difference?.kind !== 'estimate')
    throw new Error('the study is too small');
  expect(difference.value).toBeCloseTo(two.value - one.value, 12);
  // Different authors; a copied text in both can only change little.
  expect(difference.standardError / Math.hypot(one.standardError, two.standardError)).toBeCloseTo(1, 0);
  expect(apart.nShared).toBe(0);
  const same = await plain.explorer.selections({ selections: [a, a], measure: 'net' });
  expect(same.nShared).toBe(one.nDocuments);
  expect(same.difference).toMatchObject({ kind: 'estimate', value: 0 });
  expect(widthOf(same.difference)).toBeGreaterThan(0);
  // A part and its whole: what they share cancels.
  const part = await plain.explorer.selections({
    selections: [a, { ...a, source: 'forum' }],
    measure: 'net',
  });
  expect(widthOf(part.difference)).toBeLessThan(widthOf(one));
});

test('a few persons are not told of: alone, by subtraction, or by a shorter time', async () => {
  const ask = async (part: Partial<AskedSelection>) => {
    const { selections } = await plain.explorer.selections({
      selections: [{ ...ALL, class: 'public', ...part }],
      measure: 'net',
    });
    return selections[0];
  };
  const few = await ask({ region: 'Nome', source: 'board' });
  expect(few?.whole).toMatchObject({
    withheld: 'few-authors',
    estimate: { reason: 'withheld', nAuthors: null },
  });
  expect(few?.series.every(({ estimate }) => estimate.kind === 'not-estimable')).toBe(true);
  const institutions = await ask({ class: 'press', source: 'paper' });
  expect(institutions?.whole.withheld).toBeNull();
});

test('the mentions behind a number have no author, six words of private persons, and the hash of their record', async () => {
  const found = await plain.explorer.mentions({
    selection: { ...ALL, class: 'public' },
    at: null,
    label: null,
    offset: 0,
  });
  expect(found.mentions.length).toBe(20);
  expect(found.nMentions).toBeGreaterThan(500);
  for (const { words, recordHash, publishedAt, url, quotation } of found.mentions) {
    expect(quotation).toBe('excerpt');
    expect(words?.marked).toBe('China');
    const text = `${words?.before}${words?.marked}${words?.after}`.trim();
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(6);
    expect([recordHash.length, publishedAt.slice(11), url]).toEqual([64, '00:00:00.000Z', null]);
  }
  expect(JSON.stringify(found)).not.toMatch(/author\d/);
  const next = await plain.explorer.mentions({
    selection: { ...ALL, class: 'public' },
    at: null,
    label: null,
    offset: 20,
  });
  const ids = [...found.mentions, ...next.mentions].map(({ documentId }) => documentId);
  expect(new Set(ids).size).toBe(40);
  const press = await plain.explorer.mentions({
    selection: { ...ALL, class: 'press' },
    at: '2024-06-01',
    label: 'favor',
    offset: 0,
  });
  expect(press.period).toEqual({ start: '2024-06-01', end: '2024-07-01' });
  for (const one of press.mentions) {
    expect(one.label).toBe('favor');
    // What a person said before is quoted as the person would be; by June somebody has said each copied text.
    expect(one.quotation).toBe(one.nCopies > 1 ? 'excerpt' : 'verbatim');
    expect(one.publishedAt.slice(0, 7)).toBe('2024-06');
  }
  await expect(
    plain.explorer.mentions({
      selection: { ...ALL, class: 'public', region: 'Nome', source: 'board' },
      at: null,
      label: null,
      offset: 0,
    }),
  ).rejects.toMatchObject({ code: 'explore/withheld' });
});

test('what is not of the study any more is told, and a new run is looked at without a restart', async () => {
  const study = join(root, 'gone', 'study.yaml');
  const gone = await make('gone', EXPLORED_STUDY);
  await gone.explorer.choices();
  writeFileSync(study, EXPLORED_STUDY.replace('Talk about China and Korea', 'Another title'));
  const { config } = await loadStudy(study);
  const changed = openExplorer(
    async () => config,
    () => runOf(join(root, 'gone', 'out'), config),
  );
  await expect(changed.choices()).rejects.toMatchObject({ code: 'explore/no-run' });
  rmSync(join(root, 'gone', 'out', 'store'), { recursive: true });
  await expect(gone.explorer.choices()).rejects.toMatchObject({ code: 'explore/no-run' });
  rmSync(join(root, 'gone', 'out'), { recursive: true });
  await expect(gone.explorer.choices()).rejects.toMatchObject({ code: 'report/no-finding' });
});

test('a store in use by another process is told, and is opened when it is free', async () => {
  const lock = join(root, 'weighted', 'out', 'store', 'lock');
  const { config } = await loadStudy(join(root, 'weighted', 'study.yaml'));
  const explorer = openExplorer(
    async () => config,
    () => runOf(join(root, 'weighted', 'out'), config),
  );
  writeFileSync(lock, '1');
  await expect(explorer.choices()).rejects.toMatchObject({ code: 'store/locked' });
  rmSync(lock);
  expect((await explorer.choices()).target.length).toBe(2);
  explorer.close();
});

test('mentions are opened while posts are drawn for a query from the same store', async () => {
  const { config } = await loadStudy(join(root, 'plain', 'study.yaml'));
  const run = runOf(join(root, 'plain', 'out'), config);
  for (let time = 0; time < 5; time++) {
    const explorer = openExplorer(
      async () => config,
      () => run,
    );
    const drawn = Array.from({ length: 3 }, () => drawDocuments(config, run, 100));
    expect((await explorer.choices()).target.length).toBe(2);
    for (const { documents } of await Promise.all(drawn)) expect(documents.length).toBe(100);
    explorer.close();
  }
});
