import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeRows } from '../../src/annotate/coding/write-rows.ts';
import type { CheckedArticle } from '../../src/domain/checked-article.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { findIdentifiers } from '../../src/text/redact.ts';
import { startChatServer } from '../contract/chat-server.ts';
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
  `{ kind: program, name: stub, version: '1', timeoutSeconds: 60, command: ${JSON.stringify([process.execPath, STUB, '--log', 'given.log', ...options])} }`;

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
    for (const format of ['html', 'md']) {
      const printed = (await print(format)).replaceAll('\\', '');
      expect(printed.split('Translation by stub (1), not the author’s words').length).toBeGreaterThan(
        exhibits.length,
      );
      expect(printed.includes('Given to a program to be translated')).toBe(true);
    }
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

describe('an endpoint', () => {
  test('is sent the published words of one exhibit in each request; statement and manifest name it; a rerun asks nothing', async () => {
    const seen: { language: string; to: string; text: string }[] = [];
    const server = await startChatServer({
      answer: ({ messages }) => {
        const asked = JSON.parse(messages[1]?.content ?? '') as (typeof seen)[number];
        seen.push(asked);
        return JSON.stringify({ translation: `Said in ${asked.to}: ${asked.text.toUpperCase()}` });
      },
    });
    try {
      study(`{ kind: endpoint, url: "${server.url}", model: small-1, name: chat, concurrency: 2 }`);
      await run('chat');
      const { exhibits, manifest } = finding('chat');
      const { host } = new URL(server.url);
      expect(seen.map(({ text }) => text).sort()).toEqual(
        [...new Set(exhibits.map(({ text }) => text))].sort(),
      );
      expect(seen.every((one) => Object.keys(one).sort().join() === 'language,text,to')).toBe(true);
      expect(JSON.stringify(server.requests)).not.toContain('secret_friend');
      expect(exhibits.every(({ translation }) => translation?.text.startsWith('Said in en: '))).toBe(true);
      const version = `small-1 at ${host}, prompt 1`;
      expect(manifest.annotators.at(-1)).toMatchObject({ layer: 'translation', kind: 'endpoint', version });
      const html = await print('html', 'chat');
      expect(html.includes(`The service: chat (${version}).`)).toBe(true);
      expect(html.includes(`Translation by chat (${version}), not the author’s words`)).toBe(true);
      const before = readFileSync(at('chat', 'finding.json'), 'utf8');
      const nAsked = seen.length;
      await run('chat');
      await groundswell('verify', at('chat'));
      expect(seen).toHaveLength(nAsked);
      expect(readFileSync(at('chat', 'finding.json'), 'utf8')).toBe(before);
    } finally {
      server.close();
    }
  });
});

describe('a column', () => {
  test('stands beside exhibits that are the whole text, and beside no part of one', async () => {
    study('{ kind: column, text: english, name: archive }');
    await run('column');
    const { exhibits, limits } = finding('column');
    const whole = exhibits.filter(({ translation }) => Boolean(translation));
    expect(whole.length).toBeGreaterThan(0);
    expect(whole.length).toBeLessThan(exhibits.length);
    for (const { translation, start } of whole) {
      expect(translation?.text).toMatch(/^Row \d+ as the file has it, see ▮$/);
      expect(translation?.translator).toEqual({ name: 'archive', version: 'field english' });
      expect(start).toBe(0);
    }
    expect(limits.find(({ code }) => code === 'untranslated')?.parameters).toMatchObject({
      missing: exhibits.length - whole.length,
    });
    await groundswell('verify', at('column'));
  });
});

describe('what is given to nobody', () => {
  test('exhibits without words, and all of them where the study names no translator or quotes nobody', async () => {
    study(program(), ', privateWords: paraphrase');
    await run('paraphrase');
    const { exhibits } = finding('paraphrase');
    const texts = new Set(exhibits.map(({ text }) => text).filter((text) => text !== ''));
    expect(exhibits.some(({ text, translation }) => text === '' && translation === undefined)).toBe(true);
    expect(
      given()
        .map(({ text }) => text)
        .sort(),
    ).toEqual([...texts].sort());
    study(program(), ', profile: none');
    await run('none');
    study(null);
    await run('nobody');
    expect(given()).toEqual([]);
    expect(/to be translated|not the author’s words/.test(await print('html', 'nobody'))).toBe(false);
  });
});

describe('an article that quotes a translation', () => {
  test('is never told that these are words somebody wrote; one that quotes the original is', async () => {
    study(program('--say', 'The neighbour across the river built us a splendid bridge'));
    await run('article');
    const original =
      finding('article').exhibits.find(({ quotation }) => quotation === 'verbatim')?.text ?? '';
    writeFileSync(
      at('article.txt'),
      `One official wrote: "The neighbour across the river built us a splendid bridge."\n\nAnother wrote: "${original}"\n`,
    );
    const of = [at('article.txt'), at('study.yaml'), '--run', at('article'), '--json'];
    const { code, out, error } = await runInProcess(['check-article', ...of]);
    expect(code, `${out}${error}`).toBe(0);
    const { sentences } = JSON.parse(out) as CheckedArticle;
    const quotes = sentences.flatMap((one) => one.quotes);
    expect(quotes.map(({ result }) => result)).toEqual(['not-found', 'found']);
    for (const { sources } of quotes)
      for (const { passage } of sources) expect(passage).not.toContain('splendid');
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
      const timeout = fault === 'hang' ? '1' : '60';
      study(program('--fault', fault).replace('timeoutSeconds: 60', `timeoutSeconds: ${timeout}`));
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
      expect(html.includes('Some quotes are not translated')).toBe(true);
      expect(html.includes('Not translated: stub gave no translation.')).toBe(true);
      await groundswell('verify', at(`fault-${fault}`));
    });
  }

  test('what failed is asked again by the next run, and only that', async () => {
    study(program('--fault', 'too-few'));
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
