import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordPaths } from './json-frames.ts';
import type { JsonRecord } from './json-scanner.ts';
import { JsonScanner } from './json-scanner.ts';

function scan(
  text: string,
  paths: RecordPaths = [[]],
  options: { limit?: number; chunkBytes?: number } = {},
) {
  const { limit = 10_000, chunkBytes = 5 } = options;
  const scanner = new JsonScanner(paths, { firstByte: 0, firstLine: 1, limit });
  const bytes = Buffer.from(text);
  const items = [];
  for (let at = 0; at < bytes.length; at += chunkBytes)
    items.push(...scanner.push(bytes.subarray(at, at + chunkBytes)));
  items.push(...scanner.finish(null));
  return items;
}

/** Ids of records, reasons of rejections. */
function outline(...args: Parameters<typeof scan>): unknown[] {
  return scan(...args).map((item) => (item.kind === 'json' ? item.record['id'] : item.reason));
}

test('finds the records that JSON.parse finds, in any layout, whatever the chunks', () => {
  const records = fc.array(
    fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.jsonValue({ maxDepth: 3 })),
    { maxLength: 6 },
  );
  const layout = fc.constantFrom(undefined, 0, 1, 2, '\t');
  fc.assert(
    fc.property(records, layout, fc.integer({ min: 1, max: 50 }), (written, space, chunkBytes) => {
      const text = JSON.stringify(
        { before: { list: [{ id: 'not this' }] }, data: { items: written }, after: 1 },
        null,
        space,
      );
      const found = scan(text, [['data', 'items']], { chunkBytes });
      expect(found.map((item) => item.kind)).toEqual(written.map(() => 'json'));
      expect(found.map((item) => (item as JsonRecord).record)).toEqual(JSON.parse(JSON.stringify(written)));
      for (const { text: own, position } of found as JsonRecord[]) {
        const at = position.byteOffset ?? -1;
        expect(Buffer.from(text).toString('utf8', at, at + Buffer.byteLength(own))).toBe(own);
      }
    }),
  );
});

describe('damage', () => {
  test('a lost quote costs its record', () => {
    expect(outline('[\n{"id":1},\n{"id":2,"t":"lost},\n{"id":3}\n]')).toEqual([1, 'unparseable', 3]);
  });

  test('a lost bracket costs its record where records begin alike', () => {
    expect(outline('[\n  {"id":1,"a":{"b":1},\n  {"id":2},\n  {"id":3}\n]')).toEqual(['unparseable', 2, 3]);
  });

  test('a bracket too many costs nothing', () => {
    expect(outline('[{"id":1}],{"id":2}]')).toEqual([1, 2, 'unparseable']);
    expect(outline('{"messages":[{"id":1}}, {"id":2}]}', [['messages']])).toEqual([1, 'unparseable', 2]);
  });

  test('text between records is a record that cannot be read', () => {
    expect(outline('[{"id":1}, oops, {"id":2}, null, 7]')).toEqual([
      1,
      'unparseable',
      2,
      'wrong-shape',
      'wrong-shape',
    ]);
  });

  test('a cut is named once, at the record it hit', () => {
    const items = scan('[{"id":1},{"id":2,"t":"cut he');
    expect(items[1]).toMatchObject({ reason: 'truncated', position: { line: 1, byteOffset: 10 } });
    expect(outline('[{"id":1}')).toEqual([1, 'truncated']);
    expect(outline('[{"id":1},')).toEqual([1, 'truncated']);
  });

  test('records behind one that is too long are read', () => {
    expect(outline(`[{"id":1,"t":"${'x'.repeat(500)}"},{"id":2}]`, [[]], { limit: 100 })).toEqual([
      'too-long',
      2,
    ]);
  });

  test('what is no JSON at all is said once', () => {
    expect(outline('<html>\n<body>\nhello, world\n</body>\n</html>')).toEqual(['unparseable']);
  });
});

describe('where records are', () => {
  test('each document, one behind the other', () => {
    expect(outline('{"id":1}{"id":2}\n{"id":3}', 'document')).toEqual([1, 2, 3]);
  });

  test('lists on the way are passed through, and what stood before is told', () => {
    const text =
      '{"chats":[{"name":"a","messages":[{"id":1}],"late":1},{"name":"b","messages":[{"id":2},{"id":3}]}]}';
    const found = scan(text, [['chats', 'messages']]) as JsonRecord[];
    expect(found.map(({ record, around }) => [record['id'], around.at(-1)])).toEqual([
      [1, { name: 'a' }],
      [2, { name: 'b' }],
      [3, { name: 'b' }],
    ]);
  });

  test('a document without a list says so', () => {
    expect(scan('{"a":1}', [['items']])[0]).toMatchObject({
      reason: 'wrong-shape',
      detail: 'no list of records under "items"',
    });
    expect(scan('[]', [['items']])).toHaveLength(1);
    expect(scan('[]')).toEqual([]);
    expect(scan(' \n ')).toEqual([]);
  });

  test('keys that objects inherit are keys like others', () => {
    expect(outline('{"__proto__":{"id":0},"constructor":"x","toString":[{"id":1}]}', [['*']])).toEqual([1]);
  });
});
