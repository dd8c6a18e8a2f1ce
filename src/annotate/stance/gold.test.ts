import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGold, readSample } from './gold.ts';

const line = (fields: Record<string, unknown>): string =>
  JSON.stringify({
    id: 'a',
    language: 'en',
    text: 'China helped',
    target: 'China',
    label: 'favor',
    ...fields,
  });

const readLines = (lines: readonly string[], path: string) => readGold(Buffer.from(lines.join('\n')), path);

test('reads a line, with or without a place', () => {
  expect(
    readLines([line({ start: 0, end: 5, domain: 'posts' }), '', line({ id: 7, start: '', end: '' })], 'g'),
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
  const read = () => readLines([line({ id: 'first' }), wrong], 'gold.ndjson');
  expect(read).toThrow(problem);
  expect(read).toThrow(/gold\.ndjson, line 2/);
});

const HEADER = 'id,group,language,domain,text,target,start,end,label,targetKind';
const table = (...rows: string[]): Buffer => Buffer.from([HEADER, ...rows].join('\r\n'));

test('a table gives the rows that lines of JSON give', () => {
  const csv = table(
    'a,doc,en,posts,"He said ""China\nhelped"", twice",China,9,14,favor,country',
    '',
    'b,,zh-Hans,,中国很好,中国,,,neither,',
  );
  const json = [
    {
      ...{ id: 'a', group: 'doc', language: 'en', domain: 'posts', text: 'He said "China\nhelped", twice' },
      ...{ target: 'China', start: 9, end: 14, label: 'favor', targetKind: 'country' },
    },
    { id: 'b', language: 'zh-Hans', text: '中国很好', target: '中国', label: 'neither' },
  ];
  const expected = readLines(
    json.map((row) => JSON.stringify(row)),
    'gold.ndjson',
  );
  expect(readGold(csv, 'gold.csv')).toEqual(expected);
  expect(readGold(Buffer.concat([Buffer.from('\ufeff'), csv]), 'GOLD.CSV')).toEqual(expected);
  const marked = `\ufeff${json.map((row) => JSON.stringify(row)).join('\r\n')}`;
  expect(readGold(Buffer.from(marked), 'gold.jsonl')).toEqual(expected);
});

test('other separators, columns of others and rows ended by CR are read', () => {
  const semicolons = 'note;label;target;text;language;id\rmine;against;Oz;Oz, again;en;1\r';
  const [row] = readGold(Buffer.from(semicolons), 'gold.csv');
  expect(row).toMatchObject({ id: '1', text: 'Oz, again', label: 'against', span: null });
});

test('any text survives a table', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'я', '语', '"', ',', ';', '\n', '🙂', ' '),
    minLength: 1,
  });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
      const rows = texts.map((one, i) => `${i},g,en,d,"${one.replaceAll('"', '""')}",Oz,,,favor,`);
      expect(readGold(table(...rows), 'gold.csv').map((row) => row.text)).toEqual(texts);
    }),
  );
});

test.each([
  ['a,g,en,d,fine,Oz,,,positive,', /line 4: label "positive" is none of/],
  ['a,g,en,d,fine,Oz,,,,', /line 4: field "label" is missing/],
  ['a,g,en,d,fine,Oz,NA,NA,favor,', /line 4: field "start" is not a whole number/],
  ['a,g,en,d,fine, and loose,Oz,,,favor,country', /line 4: 11 cells where the table has 10/],
  ['a,g,en,d,"never closed,Oz,,,favor,', /line 4: /],
  ['first,g,en,d,fine,Oz,,,favor,', /line 4: id "first" stands on line 2 already/],
])('names the line of the table: %s', (wrong, problem) => {
  const read = () => readGold(table('first,g,en,d,"two\nlines",Oz,,,favor,', wrong), 'gold.csv');
  expect(read).toThrow(problem);
  expect(read).toThrow(expect.objectContaining({ hint: expect.stringMatching(/\w/) }));
});

test.each([
  ['id,language,text,label\n1,en,x,favor', /line 1: the header lacks target/],
  ['id,language,text,target,label,Group\n', /line 1: column "Group" is not a field/],
  ['id,language,text,target,label,target_kind\n', /line 1: column "target_kind" is not a field/],
  ['id,id,language,text,target,label\n', /line 1: two columns are called "id"/],
  ['id,language,text,target,label\n', /there is no row in it/],
  ['', /there is no row in it/],
])('names what is wrong with the table %j', (content, problem) => {
  expect(() => readGold(Buffer.from(content), 'gold.csv')).toThrow(problem);
});

test('bytes that are not UTF-8 are named by their line', () => {
  const bytes = Buffer.concat([table('a,g,en,d,fine,Oz,,,favor,', ''), Buffer.from([0xca, 0xe8, 0x0a])]);
  expect(() => readGold(bytes, 'gold.csv')).toThrow(/line 3: the bytes are not UTF-8/);
});

test('a sample may lack labels', () => {
  const content = Buffer.from('id,language,text,target\n1,en,Oz won,Oz\n');
  expect(readSample(content, 'sample.csv')[0]?.label).toBeNull();
  expect(() => readGold(content, 'sample.csv')).toThrow(/line 2: field "label" is missing/);
});
