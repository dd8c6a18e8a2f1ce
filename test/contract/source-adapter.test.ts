import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MAPPABLE_FIELDS } from '../../src/domain/field-mapping.ts';
import { REJECTION_REASONS } from '../../src/domain/record.ts';
import { SourceError } from '../../src/errors/errors.ts';
import type { SourceAdapter, SourceItem } from '../../src/sources/adapter.ts';
import { EMPTY_FIELDS } from '../../src/sources/adapter.ts';
import { packingOf } from '../../src/sources/decode/decompress.ts';
import { ADAPTERS } from '../../src/sources/registry.ts';
import type { FixtureCase } from './source-fixtures.ts';
import {
  adapterFolder,
  fixtureBytes,
  fixturesOf,
  inputOf,
  itemProblems,
  readAll,
} from './source-fixtures.ts';

test('adapters stand in the registry once, in alphabetical order', () => {
  const names = ADAPTERS.map((adapter) => adapter.name);
  expect(names).toEqual([...new Set(names)].sort());
});

describe.each(ADAPTERS.map((adapter) => [adapter.name, adapter] as const))('%s', (name, adapter) => {
  const { cases, files, payloadAtOffset = true } = fixturesOf(adapter);
  const readable = cases.filter((fixture) => fixture.error === undefined);

  test('is described', () => {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(adapter.description).toMatch(/^\S.*\.$/);
    expect(adapter.version).not.toBe('');
    expect(Object.keys(adapter.missingFields).filter((field) => !(field in EMPTY_FIELDS))).toEqual([]);
    const readme = `${adapterFolder(adapter)}README.md`;
    expect(existsSync(readme), readme).toBe(true);
    const text = readFileSync(readme, 'utf8');
    for (const heading of ['Coverage', 'Fields', 'Missing', 'Terms'])
      expect(text).toMatch(new RegExp(`^## ${heading}`, 'm'));
    for (const field of Object.keys(adapter.missingFields)) expect(text).toContain(`\`${field}\``);
  });

  test('refuses options it does not know', () => {
    expect(adapter.optionsSchema.safeParse({}).success).toBe(true);
    expect(adapter.optionsSchema.safeParse({ noSuchOption: 1 }).success).toBe(false);
  });

  test('every fixture has an expectation, and the expectations are spelled right', () => {
    expect([...new Set(cases.map((fixture) => fixture.file))].sort()).toEqual(files);
    expect(cases.length).toBeGreaterThan(0);
    for (const { rejections = {}, fields = {} } of cases) {
      for (const reason of Object.keys(rejections)) expect(REJECTION_REASONS).toContain(reason);
      for (const field of Object.keys(fields)) expect(MAPPABLE_FIELDS).toContain(field);
    }
  });

  test.each(cases.map((fixture) => [label(fixture), fixture] as const))('reads %s', async (_, fixture) => {
    const input = inputOf(adapter, fixture, fixtureBytes(adapter, fixture.file));
    if (fixture.error !== undefined) {
      await expect(readAll(adapter, input)).rejects.toMatchObject({
        name: 'SourceError',
        code: fixture.error,
      });
      return;
    }
    const items = await readAll(adapter, input);
    const records = items.filter((item) => item.kind === 'record');
    expect({ records: records.length, rejections: reasons(items) }).toEqual({
      records: fixture.records,
      rejections: fixture.rejections ?? {},
    });
    for (const item of items) expect(itemProblems(item, input.maximumRecordLength)).toEqual([]);
    for (const { record: at, fields = {}, ...rest } of fixture.values ?? []) {
      const record = records[at];
      const found = { nativeId: record?.nativeId, line: record?.position.line, fields: record?.fields };
      expect(found).toMatchObject({ ...rest, fields });
    }
    for (const { fields } of records) {
      for (const field of Object.keys(adapter.missingFields)) {
        expect(fields[field as keyof typeof fields], `${field} is declared missing`).toBeNull();
      }
    }
  });

  test.each(readable.map((fixture) => [label(fixture), fixture] as const))(
    'gives the same for %s however the bytes arrive',
    async (_, fixture) => {
      const bytes = fixtureBytes(adapter, fixture.file);
      const whole = await readAll(adapter, inputOf(adapter, fixture, bytes));
      for (const chunkBytes of [1, 7, 100]) {
        expect(await readAll(adapter, inputOf(adapter, fixture, bytes, { chunkBytes }))).toEqual(whole);
      }
      if (packingOf(bytes) !== 'none') return;
      for (const packed of [gzipSync(bytes), zstdCompressSync(bytes)]) {
        expect(await readAll(adapter, inputOf(adapter, fixture, packed))).toEqual(whole);
      }
    },
  );

  test.each(readable.map((fixture) => [label(fixture), fixture] as const))(
    'points to the place of each record of %s',
    async (_, fixture) => {
      const stored = fixtureBytes(adapter, fixture.file);
      const bytes = packingOf(stored) === 'gzip' ? gunzipSync(stored) : stored;
      let last = -1;
      for (const { position, ...item } of await readAll(adapter, inputOf(adapter, fixture, stored))) {
        if (position.byteOffset === null) {
          expect(position.line, 'a line where there is no offset').not.toBeNull();
          continue;
        }
        expect(position.byteOffset).toBeGreaterThanOrEqual(last);
        last = position.byteOffset;
        if (item.kind !== 'record' || !payloadAtOffset) continue;
        const start = item.payload.slice(0, 24);
        const at = bytes.toString('utf8', last, last + Buffer.byteLength(start));
        if (!start.includes('\ufffd')) expect(at).toBe(start);
      }
    },
  );

  test.each(readable.map((fixture) => [label(fixture), fixture] as const))(
    'keeps what stands before the cut of a truncated %s',
    async (_, fixture) => {
      const bytes = fixtureBytes(adapter, fixture.file);
      if (bytes.length < 40 || packingOf(bytes) !== 'none') return;
      const whole = await readAll(adapter, inputOf(adapter, fixture, bytes));
      const packed = gzipSync(bytes);
      const cut = packed.subarray(0, packed.length - 9);
      const items = await itemsOrError(adapter, fixture, cut);
      if (items === null) return;
      expect(items.some((item) => item.kind === 'rejected')).toBe(true);
      expect(items.length).toBeGreaterThanOrEqual(Math.min(1, whole.length));
    },
  );

  test('an empty file holds no records', async () => {
    for (const fixture of readable.slice(0, 1)) {
      expect(await readAll(adapter, inputOf(adapter, fixture, new Uint8Array()))).toEqual([]);
    }
  });

  test.each(readable.map((fixture) => [label(fixture), fixture] as const))(
    'yields no record of %s above the length limit',
    async (_, fixture) => {
      const bytes = fixtureBytes(adapter, fixture.file);
      const limited = { ...fixture, maximumRecordLength: 40 };
      for (const item of (await itemsOrError(adapter, limited, bytes)) ?? [])
        expect(itemProblems(item, 40)).toEqual([]);
    },
  );

  test.runIf(adapter.splitsAtLines).each(readable.map((fixture) => [label(fixture), fixture] as const))(
    'gives the same for %s when it is cut at line breaks',
    async (_, fixture) => {
      const bytes = fixtureBytes(adapter, fixture.file);
      if (packingOf(bytes) !== 'none' || bytes.subarray(0, 2).includes(0xff)) return;
      const whole = await readAll(adapter, inputOf(adapter, fixture, bytes));
      const parts: SourceItem[] = [];
      let firstByte = 0;
      for (let firstLine = 1; firstByte < bytes.length; firstLine++) {
        const newline = bytes.indexOf(0x0a, firstByte);
        const end = newline < 0 ? bytes.length : newline + 1;
        const slice = bytes.subarray(firstByte, end);
        parts.push(...(await readAll(adapter, inputOf(adapter, fixture, slice, { firstByte, firstLine }))));
        firstByte = end;
      }
      expect(parts).toEqual(whole);
    },
  );
});

function label(fixture: FixtureCase): string {
  return fixture.about === undefined ? fixture.file : `${fixture.file} (${fixture.about})`;
}

function reasons(items: readonly SourceItem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items)
    if (item.kind === 'rejected') counts[item.reason] = (counts[item.reason] ?? 0) + 1;
  return counts;
}

/** The items, or null when reading ends with an error that names the file. */
async function itemsOrError(
  adapter: SourceAdapter,
  fixture: FixtureCase,
  bytes: Uint8Array,
): Promise<SourceItem[] | null> {
  try {
    return await readAll(adapter, inputOf(adapter, fixture, bytes));
  } catch (error) {
    expect(error).toBeInstanceOf(SourceError);
    return null;
  }
}
