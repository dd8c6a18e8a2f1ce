import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { warc } from './adapter.ts';

const SET = 'format-fixtures/warc-';
const files = (): string[] => ['warcio', 'jwarc'].flatMap((name) => dataFiles(`${SET}${name}`, /\.warc/));

/** Records and rejections of each file with a page; the others hold images, JSON or requests. */
const PAGES: Readonly<Record<string, readonly [number, number]>> = {
  'cc.warc.gz': [1, 0],
  'example-bad-non-chunked.warc.gz': [1, 0],
  'example-bad.warc.gz.bad': [1, 0],
  'example-iana.org-chunked.warc': [1, 0],
  'example-resource.warc.gz': [1, 0],
  'example-trunc.warc': [0, 2],
  'example-wget-bad-target-uri.warc.gz': [1, 0],
  'example-wrong-chunks.warc.gz': [1, 0],
  'example.warc': [1, 0],
  'example.warc.gz': [1, 0],
};

test('every page is a record, every damage a rejection', async () => {
  for (const path of files()) {
    const { records, rejected } = await readFiles(warc, [path]);
    const expected = PAGES[path.split('/').at(-1) ?? ''] ?? [0, 1];
    expect([records.length, rejected.length], path).toEqual(expected);
    for (const { record } of records) {
      expect(record.fields.url, path).toMatch(/^http:\/\/[^<>]+$/);
      expect(record.fields.publishedAt, path).toBeNull();
      expect(record.fields.retrievedAt, path).toMatch(/^20\d\d-\d\d-\d\dT/);
    }
  }
});

test('a plain archive and a packed one give the same', async () => {
  const [plain, packed] = ['example\\.warc', 'example\\.warc\\.gz'].map((name) =>
    dataFiles(`${SET}warcio`, new RegExp(`/${name}$`)),
  );
  const fieldsOf = async (paths: readonly string[]) =>
    (await readFiles(warc, paths)).records.map(({ record: { position, ...rest } }) => rest);
  expect(await fieldsOf(packed ?? [])).toEqual(await fieldsOf(plain ?? []));
});

test('ARC files are refused with their name', async () => {
  for (const path of dataFiles(`${SET}warcio`, /\.arc/)) {
    await expect(readFiles(warc, [path])).rejects.toMatchObject({
      code: 'source/wrong-format',
      parameters: { path },
    });
  }
});
