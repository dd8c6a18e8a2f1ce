import { expect, test } from 'vitest';
import { inputOf, readAll } from '../../../test/contract/source-fixtures.ts';
import { ndjson } from './adapter.ts';

const read = (text: string | Buffer) =>
  readAll(
    ndjson,
    inputOf(ndjson, { file: 'x.ndjson', records: 0 }, Buffer.from(text), { maximumRecordLength: 200 }),
  );

test('hostile characters come through as they are', async () => {
  const [record] = await read('{"text":"a\\u0000b \\ud800 \\u202e <script>alert(1)</script>"}\n');
  expect(record).toMatchObject({
    fields: { text: 'a\u0000b \ud800 \u202e <script>alert(1)</script>', markup: 'plain' },
  });
});

test('a zero byte inside a line is no end of it', async () => {
  const items = await read('{"text":"a\0b"}\n{"text":"next"}\n');
  expect(items.map((item) => (item.kind === 'record' ? item.fields.text : item.reason))).toEqual([
    'unparseable',
    'next',
  ]);
});

test('lines of the limit are read, longer ones are not', async () => {
  const exact = `{"text":"${'я'.repeat(200 - 11)}"}`;
  const items = await read(`${exact}\n${exact.replace('я', 'яя')}\n`);
  expect(items.map((item) => item.kind)).toEqual(['record', 'rejected']);
});

test('nesting that would overflow a stack is read or rejected', async () => {
  const deep = `{"text":"x","a":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
  const input = inputOf(ndjson, { file: 'x.ndjson', records: 1 }, Buffer.from(deep));
  expect(await readAll(ndjson, input)).toHaveLength(1);
});
