import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeRows } from '../../src/annotate/coding/write-rows.ts';
import type { Estimate } from '../../src/domain/estimate.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { sharedWords } from '../../src/text/excerpt.ts';
import { runInProcess } from './run-in-process.ts';

let root: string;
const at = (...names: string[]): string => join(root, ...names);
const groundswell = async (...args: string[]): Promise<string> => {
  const { code, out, error } = await runInProcess([...args, '--threads', '1']);
  expect(code, `${out}${error}`).toBe(0);
  return out;
};
const finding = (): Finding => JSON.parse(readFileSync(at('out', 'finding.json'), 'utf8')) as Finding;

const HANDLE = 'marked_person_7';
const SECRETS = [
  '@secret_friend',
  '+7 916 123-45-67',
  'someone@mail.example.ru',
  '4111 1111 1111 1111',
  '4508 123456',
];
const SYLLABLES = 'ba de ki lo mu na pe ri so tu va we'.split(' ');

/** Words that nobody has, so that no two texts are copies. */
function wordsOf(random: () => number): (n: number) => string {
  const syllable = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)] as string;
  return (n) => Array.from({ length: n }, () => syllable() + syllable() + syllable()).join(' ');
}

interface Post {
  readonly id: string;
  readonly text: string;
  readonly day: string;
  readonly author: string;
  readonly label: string;
}

/** Posts of persons, each in its own words; a quiet week and a quiet day beside the event are few people's. */
function personal(): Post[] {
  const random = seededRandom(11);
  const words = wordsOf(random);
  return Array.from({ length: 900 }, (_, i): Post => {
    const day = Math.floor(random() * 120);
    const isQuiet = (day >= 49 && day < 56) || day >= 117;
    const author = isQuiet ? `quiet${i % 4}` : i % 9 === 0 ? HANDLE : `person${Math.floor(random() * 300)}`;
    const label = ['against', 'neither', 'favor'][Math.floor(random() * 3)] as string;
    const secret = SECRETS[i % SECRETS.length] as string;
    const text = `${words(6)} ${secret} and China ${words(9)}`;
    return {
      id: `p${i}`,
      text,
      day: new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
      author,
      label,
    };
  });
}

function official(): Post[] {
  const random = seededRandom(12);
  const words = wordsOf(random);
  return Array.from({ length: 120 }, (_, i) => ({
    id: `o${i}`,
    text: `The ministry of ${words(7)} for China ${words(7)} and asks for calls at 8 495 123 45 67.`,
    day: new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10),
    author: `office${i % 15}`,
    label: ['against', 'favor'][i % 2] as string,
  }));
}

const STUDY = (privacy: string) => `id: private-study
title: Talk about China
period: { start: 2024-01-01, end: 2024-04-30 }
bin: week
classes: [public, officials]
targets: [{ id: china, label: China, aliases: [China] }]
events: [{ id: summit, date: 2024-02-26 }, { id: rival, date: 2024-02-27, kind: rival }]
claims: [{ id: low, text: Low., kind: level, target: china, class: public, is: below }]
sources:
  - { id: forum, adapter: csv, path: forum.csv, class: public, fields: { id: id, text: text, publishedAt: day, author: who } }
  - { id: office, adapter: csv, path: office.csv, class: officials, fields: { id: id, text: text, publishedAt: day, author: who } }
annotators: { stance: { kind: column, label: code } }
measure: { minimumMentions: 5, minimumAuthors: 5, eventWindowDays: 40 }
privacy: { keyFile: key${privacy} }
`;

function writeStudy(privacy = ''): void {
  const csv = (rows: readonly Post[]): string =>
    writeRows(
      ['id', 'text', 'day', 'who', 'code'],
      rows.map(({ id, text, day, author, label }) => [id, text, day, author, label]),
    );
  writeFileSync(at('forum.csv'), csv(personal()));
  writeFileSync(at('office.csv'), csv(official()));
  writeFileSync(at('study.yaml'), STUDY(privacy));
}

/** Everything that is given out. */
async function published(): Promise<string[]> {
  const formats = ['md', 'csv', 'json', 'html'];
  const printed: string[] = [];
  for (const format of formats) {
    const { out } = await runInProcess(['report', at('study.yaml'), '--out', at('out'), '--format', format]);
    printed.push(out);
  }
  return [
    ...printed,
    readFileSync(at('out', 'report.html'), 'utf8'),
    readFileSync(at('out', 'finding.json'), 'utf8'),
  ];
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-privacy-'));
  mkdirSync(at('out'));
  writeStudy();
  await groundswell('run', at('study.yaml'), '--out', at('out'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('what is published', () => {
  test('shares at most six words in a row with what a private person wrote', async () => {
    const quotes = finding().exhibits;
    expect(quotes.filter((one) => one.class === 'public').length).toBeGreaterThan(3);
    for (const text of await published())
      for (const post of personal().filter((_, i) => i % 30 === 0 || quotes.length > i))
        expect(sharedWords(post.text, text.replace(/<[^>]*>/g, ''))).toBeLessThanOrEqual(6);
  });

  test('quotes institutions in full, and names no handle, address or number', async () => {
    const offices = finding().exhibits.filter((one) => one.class === 'officials');
    expect(offices.length).toBeGreaterThan(2);
    for (const one of offices) expect(one.text).toMatch(/^The ministry of .* and asks for calls at ▮\.$/);
    for (const text of await published())
      for (const secret of [...SECRETS, HANDLE, '8 495 123 45 67', 'secret_friend', 'person12'])
        expect(text).not.toContain(secret);
  });

  test('no number of one to nine private persons stands anywhere, and withheld ones have no counts', () => {
    const small: string[] = [];
    let withheld = 0;
    let open = 0;
    const look = (value: unknown, place: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const { stratum, class: name, classes } = value as Readonly<Record<string, unknown>>;
      if (
        [JSON.stringify(stratum), name, String(classes)].some((one) =>
          /^(\{"class":")?officials/.test(String(one)),
        )
      ) {
        open++;
        return;
      }
      const { nAuthors, reason, nDocuments } = value as Partial<Estimate> & { reason?: string };
      if (typeof nAuthors === 'number' && nAuthors > 0 && nAuthors < 10) small.push(place);
      if (reason === 'withheld') {
        withheld++;
        expect([nAuthors, nDocuments, 'value' in value]).toEqual([null, null, false]);
      }
      for (const [key, inner] of Object.entries(value)) look(inner, `${place}/${key}`);
    };
    look(finding(), '');
    expect(small).toEqual([]);
    expect(withheld).toBeGreaterThan(2);
    expect(open).toBeGreaterThan(2);
  });

  test('no difference of published numbers of private persons tells of one to nine authors', () => {
    const { series, levels = [], events } = finding();
    const mine = (one: { stratum: Readonly<Record<string, string>> }): boolean =>
      one.stratum['class'] === 'public';
    const cells = [
      ...series.filter((one) => mine(one) && one.measure === 'net-balance').flatMap((one) => one.estimates),
      ...levels.filter((one) => mine(one) && one.measure === 'net-balance').map((one) => one.estimate),
      ...events.filter(mine).flatMap((one) => [one.before, one.after]),
    ].filter((one) => one.nDocuments !== null && one.nDocuments > 0);
    expect(cells.length).toBeGreaterThan(10);
    const posts = personal();
    const within = (post: Post, { period }: Estimate): boolean =>
      post.day >= period.start && post.day < period.end;
    const told = (whole: Estimate, taken: readonly Estimate[]): number =>
      new Set(
        posts
          .filter((post) => within(post, whole) && !taken.some((one) => within(post, one)))
          .map((p) => p.author),
      ).size;
    const isInside = (a: Estimate, b: Estimate): boolean =>
      a !== b && a.period.start >= b.period.start && a.period.end <= b.period.end;
    for (const whole of cells) {
      const inside = cells.filter((one) => isInside(one, whole));
      const differences = [...inside.map((one) => told(whole, [one])), told(whole, inside)];
      for (const n of differences)
        expect(n === 0 || n >= 10, `${JSON.stringify(whole.period)} ${n}`).toBe(true);
    }
  });
});

describe('who is forgotten', () => {
  test('is nowhere in the store, does not come back, and the run verifies', async () => {
    const before = finding();
    const [first] = before.exhibits.filter((one) => one.class === 'public');
    const out = await groundswell(
      'forget',
      at('study.yaml'),
      '--out',
      at('out'),
      '--handle',
      `forum:${HANDLE}`,
      '--document',
      first?.documentId ?? '',
    );
    const left = (one: Finding): number =>
      one.health.reduce((n, source) => n + (source.rejectedByReason['forgotten'] ?? 0), 0);
    const nTheirs = personal().filter((post) => post.author === HANDLE).length;
    expect(left(finding())).toBeGreaterThanOrEqual(nTheirs);
    expect(left(finding())).toBeLessThanOrEqual(nTheirs + 1);
    expect(out).toContain(`forgotten  ${left(finding())} records`);
    expect(finding().exhibits.map((one) => one.documentId)).not.toContain(first?.documentId);
    expect(finding().manifest.nRecords).toBe(before.manifest.nRecords - left(finding()));
    for (const file of filesUnder(at('out'))) expect(readFileSync(file).includes(HANDLE), file).toBe(false);
    const list = readFileSync(at('forgotten.json'), 'utf8');
    expect(list).not.toContain(HANDLE);
    expect(list).not.toContain(first?.documentId);
    rmSync(at('out'), { recursive: true });
    await groundswell('run', at('study.yaml'), '--out', at('out'));
    expect(left(finding())).toBeGreaterThanOrEqual(nTheirs);
    expect(await groundswell('verify', at('out'))).toContain('verified: nothing differs');
  });

  test('stays forgotten under another key, which changes no number', async () => {
    const before = finding();
    const key = readFileSync(at('key'), 'utf8');
    await groundswell('rotate-key', at('study.yaml'), '--out', at('out'));
    expect(readFileSync(at('key'), 'utf8').split('\n')[0]).not.toBe(key.split('\n')[0]);
    expect(statSync(at('key')).mode & 0o777).toBe(0o600);
    expect(finding()).toEqual(before);
    expect(await groundswell('verify', at('out'))).toContain('verified: nothing differs');
  });

  test('a damaged list stops the run, and an id that is none is refused', async () => {
    const list = readFileSync(at('forgotten.json'), 'utf8');
    writeFileSync(at('forgotten.json'), list.slice(0, -9));
    const damaged = await runInProcess(['run', at('study.yaml'), '--out', at('out')]);
    expect(damaged.code).toBe(3);
    expect(damaged.error).toContain('forgotten.json');
    writeFileSync(at('forgotten.json'), list);
    for (const args of [['--author', 'me'], ['--handle', 'nowhere:me'], []]) {
      const { code, error } = await runInProcess(['forget', at('study.yaml'), '--out', at('out'), ...args]);
      expect(code).toBe(2);
      expect(error).toMatch(/--author|sixteen|source/);
    }
    expect(readFileSync(at('forgotten.json'), 'utf8')).toBe(list);
  });
});

describe('the profile and the days of keeping', () => {
  test('nothing is quoted, and what is older is not in the store', async () => {
    const days = Math.floor(Date.now() / 86_400_000 - Date.UTC(2024, 2, 1) / 86_400_000);
    writeStudy(`, profile: none, retentionDays: ${days}`);
    await groundswell('run', at('study.yaml'), '--out', at('out'));
    expect(finding().exhibits).toEqual([]);
    const removed = finding().health.map((one) => one.rejectedByReason['past-retention'] ?? 0);
    expect(Math.min(...removed)).toBeGreaterThan(10);
    expect(finding().levels?.every((one) => one.estimate.period.start === '2024-01-01')).toBe(true);
    for (const text of await published()) expect(text).not.toContain('The ministry of');
    expect(await groundswell('verify', at('out'))).toContain('verified: nothing differs');
  });
});
