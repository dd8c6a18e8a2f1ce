import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { runInProcess } from './run-in-process.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-repeated-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const STUDY = `id: repeated
title: Posts that were collected again and again
period: { start: 2024-01-01, end: 2024-03-11 }
bin: week
classes: [public]
targets:
  - { id: china, aliases: [China] }
sources:
  - id: forum
    adapter: csv
    path: '*.csv'
    class: public
    fields: { id: id, text: text, publishedAt: day, author: who, retrievedAt: collected }
annotators:
  stance: { kind: column, label: code, target: about, labels: { no: against, yes: favor } }
`;

const POSTS = 250;
const VERSIONS = 3;

/** Each post in three versions: only the one that was collected last says yes, with words of its own. */
function versions(lastSays = 'of China and China'): string[] {
  return Array.from({ length: POSTS * VERSIONS }, (_, i) => {
    const [post, version] = [i % POSTS, Math.floor(i / POSTS)];
    const day = new Date(Date.UTC(2024, 0, 1 + (post % 70))).toISOString().slice(0, 10);
    const isLast = version === VERSIONS - 1;
    const text = `Post ${post} number ${post * 7919} ${isLast ? lastSays : 'of China'}, version ${version}`;
    return `p${post},"${text}",${day},author${post},2024-04-0${1 + version},${isLast ? 'yes' : 'no'},China`;
  });
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

test.each([
  ['in one file, the last first', [versions().reverse()]],
  ['in one file, the last last', [versions()]],
  ['in one file, in any order', [shuffled(versions(), 5)]],
  [
    'in three files, in any order',
    Array.from({ length: 3 }, (_, k) => shuffled(versions(), 6).filter((_, i) => i % 3 === k)),
  ],
])('of versions far apart the one collected last stays: %s', async (name, files) => {
  const finding = await runAndVerify(name, files);
  expect(finding.health[0]).toMatchObject({
    recordsIn: POSTS * VERSIONS,
    documents: POSTS,
    rejectedByReason: { 'repeated-record': POSTS * (VERSIONS - 1) },
  });
  const balance = finding.levels?.find(({ measure }) => measure === 'net-balance');
  expect(balance?.estimate).toMatchObject({ value: 1, nDocuments: POSTS, nAuthors: POSTS });
});

test('where the last versions no longer mention the target, no mention of theirs stays', async () => {
  const finding = await runAndVerify('no mention', [versions('of nothing')]);
  expect(finding.health[0]).toMatchObject({ documents: POSTS, nMentions: 0 });
});

async function runAndVerify(name: string, files: readonly (readonly string[])[]): Promise<Finding> {
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'study.yaml'), STUDY);
  for (const [k, rows] of files.entries())
    writeFileSync(join(folder, `${k}.csv`), ['id,text,day,who,collected,code,about', ...rows].join('\n'));
  const out = join(folder, 'out');
  const run = await runInProcess(['run', join(folder, 'study.yaml'), '--out', out, '--threads', '1']);
  expect(run.code, run.error).toBe(0);
  const finding = JSON.parse(readFileSync(join(out, 'finding.json'), 'utf8')) as Finding;
  const verified = await runInProcess(['verify', out]);
  expect(verified.out).toContain('verified: nothing differs');
  return finding;
}
