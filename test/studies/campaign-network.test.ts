import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Campaign } from '../../src/domain/campaign.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { coordinateStage } from '../../src/pipeline/coordinate-stage.ts';
import { inCorpusThread } from '../../src/pipeline/corpus-thread.ts';
import { keyFile, loadStudy } from '../../src/pipeline/load-study.ts';
import { withLastRun } from '../../src/pipeline/open-run.ts';
import { digestStage } from '../../src/pipeline/record-roots.ts';
import type { RunOptions } from '../../src/pipeline/run-context.ts';
import type { RunManifest } from '../../src/pipeline/run-manifest.ts';
import { checkManifest } from '../../src/pipeline/verify-files.ts';
import { checkStored, type StoredAsked } from '../../src/pipeline/verify-records.ts';
import { findingSchema } from '../../src/report/finding-schema.ts';
import { seededRandom } from '../../src/stats/random.ts';
import type { StudyConfig } from '../../src/study/config.ts';
import { runInProcess } from './run-in-process.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2024, 0, 1);
const PLANTED = 14;
let root: string;
const at = (name: string): string => join(root, name);

const study = (folder: string): string => `id: planted
title: Accounts that pass on the same links
period: { start: 2024-01-01, end: 2024-01-15 }
bin: week
classes: [public]
targets: [{ id: atlantis, label: Atlantis, aliases: { en: [Atlantis] } }]
annotators: { stance: { kind: column, label: stance } }
sources:
  - id: posts
    adapter: csv
    path: ${folder}/*.csv
    class: public
    language: en
    fields: { id: id, text: text, publishedAt: at, author: who, language: language }
`;

/** Two hundred people link to what they like; fourteen accounts pass on ten links within the same hours. */
function rows(nameOf: (account: number) => string): string[] {
  const random = seededRandom(5);
  const post = (account: number, hour: number, link: string) => ({ account, hour, link });
  const people = Array.from({ length: 1_200 }, () =>
    post(
      PLANTED + Math.floor(200 * random()),
      Math.floor(336 * random()),
      `https://news.example/${Math.floor(300 * random() ** 2)}`,
    ),
  );
  const planted = Array.from({ length: 10 }, (_, k) => ({ hour: 20 + 31 * k, k })).flatMap(({ hour, k }) =>
    Array.from({ length: PLANTED }, (_unused, account) => account)
      .filter(() => random() < 0.85)
      .map((account) => post(account, hour, `https://plan.example/${k}`)),
  );
  return [...people, ...planted].map(({ account, hour, link }, id) => {
    const moment = new Date(START + hour * HOUR + Math.floor(random() * HOUR)).toISOString();
    return `p${id},"Atlantis ${id} is seen in ${link}",${moment},${nameOf(account)},en,${['favor', 'against'][id % 2]}`;
  });
}

async function run(name: string, files: readonly (readonly string[])[]): Promise<string> {
  mkdirSync(at(name), { recursive: true });
  for (const [i, lines] of files.entries())
    writeFileSync(join(at(name), `${i}.csv`), `id,text,at,who,language,stance\n${lines.join('\n')}\n`);
  writeFileSync(at(`${name}.yaml`), study(name));
  const { code, error } = await runInProcess(['run', at(`${name}.yaml`), '--out', at(`${name}-result`)]);
  expect(error + code).toMatch(/0$/);
  return readFileSync(join(at(`${name}-result`), 'finding.json'), 'utf8');
}

function largest(text: string): Campaign {
  const [first] = (JSON.parse(text) as Finding).coordination?.campaigns ?? [];
  if (first === undefined) throw new TypeError('no campaign was found');
  return first;
}

function runOf(out: string, config: StudyConfig): RunOptions {
  return {
    out,
    threads: 2,
    keyFile: keyFile(config, {}),
    progress: () => undefined,
    now: Date.now,
    randomBytes: () => {
      throw new TypeError('no new key is needed');
    },
    version: '0.0.0',
  };
}

let whole: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-network-'));
  whole = await run('whole', [rows((account) => `account-${account}`)]);
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a planted campaign is in the finding as a network of its accounts', () => {
  expect(findingSchema.parse(JSON.parse(whole))).toEqual(JSON.parse(whole));
  const { nAuthors, network } = largest(whole);
  expect(nAuthors).toBe(PLANTED);
  expect(network).toMatchObject({ nDrawn: PLANTED, nNotDrawn: 0 });
  expect(network?.nPairs).toBeGreaterThan(PLANTED);
  expect(new Set(network?.edges.map(({ behaviour }) => behaviour))).toEqual(new Set(['link']));
});

test('no name, key or order of an account is in it: other names in other files, the same bytes', async () => {
  const others = rows((account) => `zz${(account * 7_919) % 1_009}`);
  const files = [others.filter((_, i) => i % 3 === 1).reverse(), others.filter((_, i) => i % 3 !== 1)];
  const renamed = await run('renamed', files);
  const network = JSON.stringify(largest(whole).network);
  expect(JSON.stringify(largest(renamed).network)).toBe(network);
  expect(network.replace(/"(nodes|edges|kind|account|x|y|a|b|behaviour|link|n\w+|mostPairs)"/g, '')).toMatch(
    /^[\d.,:{}[\]]+$/,
  );
  expect(network).not.toMatch(/\d{4}/);
  expect(whole + renamed).not.toMatch(/"account-\d|"zz\d/);
}, 120_000);

/** What three kinds of work give where the second argument says. */
async function worksOf(name: string, where: 'here' | 'thread'): Promise<unknown[]> {
  const { config } = await loadStudy(at(`${name}.yaml`));
  const out = at(`${name}-result`);
  const { manifest } = await checkManifest(out);
  const { exhibits } = JSON.parse(readFileSync(join(out, 'finding.json'), 'utf8')) as Finding;
  return withLastRun(config, runOf(out, config), async (stage) => {
    const path = (file: string): string => at(`${where}-${file}`);
    const parts = stage.batches.parts.raw_record;
    const asked: StoredAsked = { manifest: manifest as RunManifest, out, parts, exhibits };
    const [found, digested, stored] =
      where === 'here'
        ? [
            await coordinateStage(stage, path('campaigns.json')),
            await digestStage(stage, path('records.json')),
            await checkStored(stage, asked),
          ]
        : await Promise.all([
            inCorpusThread('coordinate', stage, path('campaigns.json')),
            inCorpusThread('digest', stage, path('records.json')),
            inCorpusThread('check-stored', stage, asked),
          ]);
    const files = ['campaigns.json', 'campaigns_author.parquet', 'records.json'];
    return [found, digested, stored, ...files.map((file) => readFileSync(path(file), 'latin1'))];
  });
}

test('work on the corpus gives the same bytes in threads of its own, several at a time', async () => {
  const here = await worksOf('whole', 'here');
  expect(here.slice(0, 2)).toEqual([1, rows(String).length]);
  expect(await worksOf('whole', 'thread')).toEqual(here);
}, 120_000);

test('what a thread cannot read is said as here: with the query and why', async () => {
  const { config } = await loadStudy(at('whole.yaml'));
  await withLastRun(config, runOf(at('whole-result'), config), async (stage) => {
    const [gone] = stage.batches.parts.raw_record;
    const parts = { ...stage.batches.parts, raw_record: [`${gone}.gone`] };
    const broken = { ...stage, batches: { ...stage.batches, parts } };
    await expect(inCorpusThread('digest', broken, at('never.json'))).rejects.toMatchObject({
      code: 'store/query-failed',
      parameters: { problem: expect.stringContaining('.gone') },
    });
  });
});
