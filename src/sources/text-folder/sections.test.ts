import { expect, test } from 'vitest';
import { frontMatter } from './front-matter.ts';
import { sectionsOf } from './sections.ts';

const LINES = [
  '# Day',
  'intro',
  '## A',
  'one',
  '### inner',
  'two',
  '## B',
  '',
  '---',
  'tail',
  '# Night',
  '## C',
  'three',
];

test('a section holds what is under its heading, deeper headings included', () => {
  expect(sectionsOf(LINES, 1, { level: 2, within: null })).toEqual([
    { title: 'A', text: 'one\n### inner\ntwo', source: '## A\none\n### inner\ntwo', line: 3 },
    { title: 'B', text: '', source: '## B', line: 7 },
    { title: 'C', text: 'three', source: '## C\nthree', line: 12 },
  ]);
});

test('only those under a named heading', () => {
  expect(
    sectionsOf(LINES, 10, { level: 2, within: 'Night' }).map(({ title, line }) => [title, line]),
  ).toEqual([['C', 21]]);
});

test('a word with a number sign is no heading', () => {
  expect(
    sectionsOf(['#tag', '##', '## real ##'], 1, { level: 2, within: null }).map(({ title }) => title),
  ).toEqual(['real']);
});

test('front matter is what stands between two fences at the head', () => {
  expect(
    frontMatter(['---', 'title: "Quoted"', 'Date: 2024-01-02', 'list:', '  - x', '---', 'text']),
  ).toEqual({
    values: { title: 'Quoted', date: '2024-01-02', list: '' },
    nLines: 6,
  });
  expect(frontMatter(['---', 'never closed']).nLines).toBe(0);
  expect(frontMatter(['text', '---', 'a: b', '---']).nLines).toBe(0);
});
