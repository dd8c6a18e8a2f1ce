import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { expect } from 'vitest';
import type { SourceAdapter, SourceInput, SourceRecord, SourceRejection } from '../../src/sources/adapter.ts';

/** Paths of the files of a real data set that match, sorted. Fails with the remedy where the set is missing. */
export function dataFiles(name: string, pattern: RegExp): string[] {
  const folder = `${process.env['GROUNDSWELL_DATA'] ?? 'data'}/${name}`;
  expect(
    existsSync(folder),
    `no data set at ${folder}: unpack it with \`npm run data\`, or set GROUNDSWELL_DATA`,
  ).toBe(true);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/\/+/g, '/'))
    .filter((path) => pattern.test(path))
    .sort();
  expect(files.length, `files that match ${pattern} in ${folder}`).toBeGreaterThan(0);
  return files;
}

/** Everything an adapter finds in some files. */
export async function readFiles(
  adapter: SourceAdapter,
  files: readonly string[],
  settings: Partial<Pick<SourceInput, 'fields' | 'encoding'>> & {
    readonly options?: Record<string, unknown>;
  } = {},
): Promise<{
  readonly records: { path: string; record: SourceRecord }[];
  readonly rejected: SourceRejection[];
}> {
  const records: { path: string; record: SourceRecord }[] = [];
  const rejected: SourceRejection[] = [];
  for (const path of files) {
    const input: SourceInput = {
      path,
      open: () => createReadStream(path),
      firstByte: 0,
      firstLine: 1,
      encoding: settings.encoding ?? null,
      fields: settings.fields ?? {},
      options: adapter.optionsSchema.parse(settings.options ?? {}),
      timeZone: 'UTC',
      maximumRecordLength: 1_000_000,
    };
    for await (const items of adapter.read(input)) {
      for (const item of items) {
        if (item.kind === 'record') records.push({ path, record: item });
        else rejected.push(item);
      }
    }
  }
  return { records, rejected };
}
