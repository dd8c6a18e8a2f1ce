import { expect, test } from 'vitest';
import { fixtureBytes, inputOf, readAll } from '../../../test/contract/source-fixtures.ts';
import { parquet } from './adapter.ts';

const read = (bytes: Buffer) => readAll(parquet, inputOf(parquet, { file: 'x.parquet', records: 0 }, bytes));

test('a row group that cannot be read costs its rows and no others', async () => {
  const bytes = fixtureBytes(parquet, 'groups-snappy.parquet');
  const damaged = Buffer.from(bytes);
  damaged.fill(0xff, 4, 40);
  const items = await read(damaged);
  expect(items[0]).toMatchObject({ kind: 'rejected', reason: 'unparseable', position: { line: 1 } });
  expect(items.filter((item) => item.kind === 'record')).toHaveLength(5000 - 2048);
});

test('a file without its footer is refused with a reason', async () => {
  const bytes = fixtureBytes(parquet, 'posts-zstd.parquet');
  await expect(read(bytes.subarray(0, bytes.length - 20))).rejects.toMatchObject({
    code: 'source/wrong-format',
  });
});

test('the payload of a row is JSON with every column', async () => {
  const [first] = await read(fixtureBytes(parquet, 'posts-zstd.parquet'));
  expect(first?.kind === 'record' && JSON.parse(first.payload)).toMatchObject({
    id: '9007199254740993',
    author: 'anna',
    tags: ['a', 'b'],
    place: { city: 'Tver' },
  });
});
