import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeRows } from '../../src/annotate/coding/write-rows.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { findIdentifiers } from '../../src/text/redact.ts';
import { runInProcess } from './run-in-process.ts';

const STUB = resolve('test/contract/stub-translator.js');
const SECRET = '@secret_friend';
let root: string;
const at = (...names: string[]): string => join(root, ...names);
const finding = (out = 'out'): Finding =>
  JSON.parse(readFileSync(at(out, 'finding.json'), 'utf8')) as Finding;

/** What the translator was given since the last look. */
function given(): { id: string; text: string; language: string; to: string }[] {
  const lines = readFileSync(at('given.log'), 'utf8').split('\n').filter(Boolean);
  writeFileSync(at('given.log'), '');
  return lines.map((line) => JSON.parse(line) as ReturnType<typeof given>[number]);
}

const program = (...options: string[]): string =>
  `{ kind: program, name: stub, version: '1', timeoutSeconds: 5, command: ${JSON.stringify([process.execPath, STUB, '--log', 'given.log', ...options])} }`;

function study(translation: string | null, privacy = ''): void {
  writeFileSync(
    at('study.yaml'),
    `id: translated
title: Talk about China
period: { start: 2024-01-01, end: 2024-04-30 }
classes: [public, officials]
targets: [{ id: china, label: China, aliases: [Китай, China] }]
claims: [{ id: low, text: Low., kind: level, target: china, class: public, is: below }]
sources:
  - { id: forum, adapter: csv, path: forum.csv, class: public, fields: { id: id, text: text, publishedAt: day, author: who } }
  - { id: office, adapter: csv, path: office.csv, class: officials, fields: { id: id, text: text, publishedAt: day, author: who } }
annotators:
  stance: { kind: column, label: code }
${translation === null ? '' : `  translation: ${translation}\n`}measure: { minimumMentions: 5, minimumAuthors: 5 }
privacy: { keyFile: key${privacy} }
`,
  );
}

const groundswell = async (...args: string[]) => {
  const { code, out, error } = await runInProcess([...args, '--threads', '1']);
  expect(code, `${out}${error}`).toBe(0);
  return `${out}${error}`;
};
const run = (out = 'out') => groundswell('run', at('study.yaml'), '--out', at(out));
const print = async (format: string, out = 'out'): Promise<string> =>
  (await runInProcess(['report', at('study.yaml'), '--out', at(out), '--format', format])).out;

const WORDS = 'тихо поле река дорога мост берег звезда окно книга город завод весна осень роща песок'.split(
  ' ',
);
const words = (seed: number, n: number): string =>
  Array.from({ length: n }, (_, i) => WORDS[(seed * 7 + i * (1 + (seed % 5))) % WORDS.length]).join(' ');

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-translation-'));
  const rows = (n: number, text: (i: number) => string): string =>
    writeRows(
      ['id', 'text', 'day', 'who', 'code', 'english'],
      Array.from({ length: n }, (_, i) => [
        `${i}`,
        text(i),
        new Date(Date.UTC(2024, 0, 1 + (i % 110))).toISOString().slice(0, 10),
        `author${i % 60}`,
        ['against', 'favor', 'neither'][i % 3] as string,
        i % 2 === 0 ? `Row ${i} as the file has it, see ${SECRET}` : '',
      ]),
    );
  writeFileSync(
    at('forum.csv'),
    rows(240, (i) =>
      i % 8 === 0 ? `Китай ${words(i, 3)} ${i}` : `${words(i, 5)} ${SECRET} и Китай ${words(i + 3, 9)} ${i}`,
    ),
  );
  writeFileSync(
    at('office.csv'),
    rows(120, (i) => `Министерство про Китай: ${words(i, 6)}, вопрос ${i}.`),
  );
});
beforeEach(() => writeFileSync(at('given.log'), ''));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a program', () => {
  test('each exhibit in another language has a translation with its translator; nothing but published words is sent', async () => {
    study(program());
    await run();
    const { exhibits, manifest, limits } = finding();
    expect(exhibits.length).toBeGreaterThan(8);
    for (const one of exhibits)
      expect(one.translation).toMatchObject({
        language: 'en',
        translator: { name: 'stub', version: '1' },
        text: [...one.text].reverse().join(''),
      });
    expect(manifest.annotators.at(-1)).toEqual({
      layer: 'translation',
      kind: 'program',
      name: 'stub',
      version: '1',
      trainedOn: [],
    });
    expect(limits.map(({ code }) => code)).not.toContain('untranslated');
    const sent = given();
    expect(sent.map(({ text }) => text).sort()).toEqual(
      [...new Set(exhibits.map(({ text }) => text))].sort(),
    );
    expect(Object.keys(sent[0] ?? {}).sort()).toEqual(['id', 'language', 'text', 'to']);
    expect(JSON.stringify(sent)).not.toContain('secret_friend');
    for (const one of exhibits.filter(({ quotation }) => quotation === 'excerpt'))
      expect(one.text.split(' ').length).toBeLessThanOrEqual(8);
  });

  test('a rerun asks nothing and gives the same bytes; so does a run that measures anew; the run is verified without asking', async () => {
    study(program());
    await run();
    const before = readFileSync(at('out', 'finding.json'), 'utf8');
    given();
    await run();
    expect(given()).toEqual([]);
    expect(readFileSync(at('out', 'finding.json'), 'utf8')).toBe(before);
    const verified = await groundswell('verify', at('out'));
    expect(given()).toEqual([]);
    expect(verified).toMatch(/numbers/);
    study(null);
    await run();
    expect(finding().exhibits.every((one) => !('translation' in one))).toBe(true);
    expect(finding().headline).toEqual((JSON.parse(before) as Finding).headline);
    expect(given()).toEqual([]);
  });
});

describe('what a translator may not do', () => {
  for (const fault of [
    'crash',
    'hang',
    'too-few',
    'too-many',
    'twice',
    'nothing',
    'refuses',
    'no-text',
    'garbage',
  ]) {
    test(`${fault}: the finding is whole, and says what is missing`, async () => {
      const timeout = ['hang', 'too-few'].includes(fault) ? '1' : '5';
      study(program('--fault', fault).replace('timeoutSeconds: 5', `timeoutSeconds: ${timeout}`));
      const said = await run(`fault-${fault}`);
      const { exhibits, limits } = finding(`fault-${fault}`);
      const missing = exhibits.filter(({ translation }) => translation === null).length;
      expect(missing).toBe(fault === 'too-few' ? 1 : exhibits.length);
      expect(limits.find(({ code }) => code === 'untranslated')?.parameters).toEqual({
        translator: 'stub',
        missing,
        wanted: exhibits.length,
      });
      if (!['nothing', 'refuses'].includes(fault)) expect(said).toContain('translator stub: ');
      const html = await print('html', `fault-${fault}`);
      expect(html).toContain('Some quotes are not translated');
      expect(html).toContain('Not translated: stub gave no translation.');
      await groundswell('verify', at(`fault-${fault}`));
    });
  }

  test('what failed is asked again by the next run, and only that', async () => {
    study(program('--fault', 'too-few').replace('timeoutSeconds: 5', 'timeoutSeconds: 1'));
    await run('mended');
    const first = given();
    study(program());
    await run('mended');
    expect(given()).toHaveLength(1);
    expect(first.length).toBeGreaterThan(1);
    expect(finding('mended').exhibits.every(({ translation }) => Boolean(translation))).toBe(true);
  });

  test('identifiers and markup in an answer reach no format', async () => {
    const nasty = `<script>alert(1)</script> ask @other_person or +7 916 123-45-67, https://evil.example.com/a ${'x'.repeat(3_000)}`;
    study(program('--say', nasty));
    await run('nasty');
    const { exhibits } = finding('nasty');
    for (const { translation, text } of exhibits) {
      expect(findIdentifiers(translation?.text ?? '')).toEqual([]);
      expect(translation?.text.length).toBeLessThanOrEqual(80 + 4 * text.length);
    }
    for (const format of ['html', 'md', 'json']) {
      const printed = await print(format, 'nasty');
      for (const secret of ['other_person', '916 123', 'evil.example']) expect(printed).not.toContain(secret);
      if (format === 'html') expect(printed).not.toContain('<script');
    }
  });
});
