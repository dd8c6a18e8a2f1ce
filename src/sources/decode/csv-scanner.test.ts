import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectDelimiter, splitCells } from './csv-cells.ts';
import type { CsvRow } from './csv-scanner.ts';
import { CsvScanner } from './csv-scanner.ts';

function scan(text: string, options: { limit?: number; chunkBytes?: number; columns?: number } = {}) {
  const { limit = 1000, chunkBytes = 7, columns = null } = options;
  const scanner = new CsvScanner(',', { firstByte: 0, firstLine: 1, limit, columns });
  const bytes = Buffer.from(text);
  const items = [];
  for (let at = 0; at < bytes.length; at += chunkBytes)
    items.push(...scanner.push(bytes.subarray(at, at + chunkBytes)));
  items.push(...scanner.finish(null));
  return items;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('rows', () => {
  test('come back as they were written, cell by cell, whatever the chunks', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'я', '语', '"', ',', '\n', ' ', '\u0000'),
      maxLength: 12,
    });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, chunkBytes) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
        const found = scan(text, { chunkBytes }).filter((item): item is CsvRow => item.kind === 'row');
        expect(found.map((row) => row.cells)).toEqual(rows);
      }),
    );
  });

  test('know where they stand', () => {
    const rows = scan('я,b\n"c\nd",e\n\nf,g');
    expect(rows.map(({ position }) => position)).toEqual([
      { line: 1, byteOffset: 0 },
      { line: 2, byteOffset: 5 },
      { line: 5, byteOffset: 14 },
    ]);
  });
});

describe('a lost quote', () => {
  test('costs one line', () => {
    const items = scan('id,text,day\n1,"lost,x\n2,"fine",y\n3,good,z\n');
    expect(items.map((item) => (item.kind === 'row' ? item.cells[0] : item.reason))).toEqual([
      'id',
      'unparseable',
      '2',
      '3',
    ]);
  });

  test('at the end of a file that was cut is a cut', () => {
    const items = scan('id,text\n1,"several\nlines and then');
    expect(items.map((item) => (item.kind === 'row' ? 'row' : item.reason))).toEqual(['row', 'truncated']);
  });

  test('in every line does not make reading quadratic', () => {
    const items = scan(`id,text\n${'1,"a\n'.repeat(200_000)}`, { limit: 1_000_000, chunkBytes: 65_536 });
    expect(items.filter((item) => item.kind === 'row')).toHaveLength(1);
  });
});

test('a row above the limit is left out while it streams by', () => {
  const items = scan(`id,text\n1,"${'long\n'.repeat(20_000)}"\n2,short\n`, { limit: 100, chunkBytes: 1000 });
  expect(items.map((item) => (item.kind === 'row' ? item.cells[1] : item.reason))).toEqual([
    'text',
    'too-long',
    'short',
  ]);
  expect(items[2]?.position.line).toBe(20_003);
});

test.each([
  ['a,b,c\n1,2,3', 'x.csv', ','],
  ['a;b;c\n1,5;2,5;3', 'x.csv', ';'],
  ['a\tb\n1, and more, and more\t2', 'x.csv', '\t'],
  ['a|b|c\n1|2|3', 'x.txt', '|'],
  ['only one column\nand, some commas, here', 'x.csv', ','],
  ['a,b', 'x.tsv.gz', '\t'],
] as const)('the delimiter of %j in %s', (head, path, delimiter) => {
  expect(detectDelimiter(head, path)).toBe(delimiter);
});

test.each([
  ['"a ""b"" c",d', ['a "b" c', 'd']],
  ['"a "b" c",d', ['a "b" c', 'd']],
  ['a "b" c,d', ['a "b" c', 'd']],
  [',', ['', '']],
  ['"",""', ['', '']],
  ['"a', ['a']],
] as const)('cells of %s', (row, cells) => {
  expect(splitCells(row, ',')).toEqual(cells);
});
