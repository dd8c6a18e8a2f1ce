import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Campaign } from '../../src/domain/campaign.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { findingSchema } from '../../src/report/finding-schema.ts';
import { seededRandom } from '../../src/stats/random.ts';
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
