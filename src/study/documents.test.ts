import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseStudy } from './parse.ts';
import { studyReference } from './reference.ts';
import { studyJsonSchema } from './schema.ts';
import { SCHEMA_ADDRESS, studyTemplate } from './template.ts';

/** `UPDATE_DOCS=1` writes the file anew instead of comparing it. */
function expectFresh(path: string, made: string): void {
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(path, made);
  expect(readFileSync(path, 'utf8')).toBe(made);
}

test('docs/study.schema.json is fresh', () => {
  expectFresh('docs/study.schema.json', `${JSON.stringify(studyJsonSchema(), null, 2)}\n`);
});

test('docs/study.md is fresh', () => {
  expectFresh('docs/study.md', studyReference());
});

test('every field says what it means', () => {
  const silent = [...studyReference().matchAll(/^\| \**`(.+)`\** \| (.*) \| (.*) \|$/gm)].filter(
    ([, , kind, meaning]) => kind === '' || meaning === '' || !/[.\]]$/.test(meaning ?? ''),
  );
  expect(silent.map(([row]) => row)).toEqual([]);
});

const adapters = [{ name: 'csv', optionsSchema: z.strictObject({}) }];
const parse = (name: string) =>
  parseStudy({ text: studyTemplate(name), path: 'study.yaml', folder: '/study', adapters });

test('the template is a study without problems or warnings', () => {
  const { config, warnings } = parse('my-study');
  expect(warnings).toEqual([]);
  expect(config).toMatchObject({ id: 'my-study', title: 'my study' });
  expect(studyTemplate('my-study').split('\n')[0]).toBe(`# yaml-language-server: $schema=${SCHEMA_ADDRESS}`);
});

test.each([
  ['./studies/China & Russia/', 'china-russia', 'China & Russia'],
  ['C:\\studies\\one', 'one', 'one'],
  ['китай', 'my-study', 'китай'],
  ['', 'my-study', 'My study'],
  ['..', 'my-study', 'My study'],
  ['a"b\n$&{id}', 'a-b-id', 'a"b $&{id}'],
  ['-_x', 'x', 'x'],
])('the template takes any name: %j', (name, id, title) => {
  expect(parse(name).config).toMatchObject({ id, title });
});
