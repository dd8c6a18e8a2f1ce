import { expect, test } from 'vitest';
import { readGold } from './gold.ts';

const line = (fields: Record<string, unknown>): string =>
  JSON.stringify({
    id: 'a',
    language: 'en',
    text: 'China helped',
    target: 'China',
    label: 'favor',
    ...fields,
  });

test('reads a line, with or without a place', () => {
  expect(
    readGold([line({ start: 0, end: 5, domain: 'posts' }), '', line({ id: 7, start: '', end: '' })], 'g'),
  ).toEqual([
    {
      id: 'a',
      group: 'a',
      language: 'en',
      domain: 'posts',
      text: 'China helped',
      target: 'China',
      span: [0, 5],
      label: 'favor',
      targetKind: null,
    },
    {
      id: '7',
      group: '7',
      language: 'en',
      domain: '',
      text: 'China helped',
      target: 'China',
      span: null,
      label: 'favor',
      targetKind: null,
    },
  ]);
});

test.each([
  ['{', /not JSON/],
  ['[]', /not a JSON object/],
  [line({ label: 'positive' }), /label "positive" is none of against, neither, favor/],
  [line({ text: '' }), /"text" is missing/],
  [line({ language: 5 }), /"language" is not text/],
  [line({ start: 3 }), /only one is given/],
  [line({ start: 3, end: 99 }), /no place in a text of 12/],
  [line({ start: 1.5, end: 3 }), /"start" is not a whole number/],
  [line({ id: 'first' }), /stands on line 1 already/],
])('names the line of %s', (wrong, problem) => {
  const read = () => readGold([line({ id: 'first' }), wrong], 'gold.ndjson');
  expect(read).toThrow(problem);
  expect(read).toThrow(/gold\.ndjson, line 2/);
});
