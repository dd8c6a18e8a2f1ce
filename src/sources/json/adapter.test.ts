import { expect, test } from 'vitest';
import { inputOf, readAll } from '../../../test/contract/source-fixtures.ts';
import { json } from './adapter.ts';

const read = (text: string, options: Record<string, unknown> = {}) =>
  readAll(json, inputOf(json, { file: 'x.json', records: 0, options }, Buffer.from(text)));

test('any key may lead to the list', async () => {
  const items = await read(
    '{"a":{"posts":[{"text":"1"}]},"b":{"posts":[{"text":"2"}],"users":[{"text":"3"}]}}',
    { records: '*.posts' },
  );
  expect(items.map((item) => item.kind === 'record' && item.fields.text)).toEqual(['1', '2']);
});

test('one document may be one record', async () => {
  const items = await read('{"text":"whole","replies":[{"text":"inner"}]}', { records: '$' });
  expect(items).toMatchObject([{ kind: 'record', fields: { text: 'whole' } }]);
});

test('a list of texts is not taken for records', async () => {
  expect(await read('["2024","2025"]')).toMatchObject([{ reason: 'wrong-shape' }, { reason: 'wrong-shape' }]);
});
