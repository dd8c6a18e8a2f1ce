import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FieldMapping } from '../../src/domain/field-mapping.ts';
import type { RejectionReason } from '../../src/domain/record.ts';
import type { RecordFields, SourceAdapter, SourceInput, SourceItem } from '../../src/sources/adapter.ts';

/** What one fixture file must give, under stated settings. Everything left out has the default of a study file. */
export interface FixtureCase {
  readonly file: string;
  /** Why the case is there, for the test's name. */
  readonly about?: string;
  readonly fields?: FieldMapping;
  readonly options?: Record<string, unknown>;
  readonly encoding?: string;
  readonly timeZone?: string;
  readonly maximumRecordLength?: number;
  /** Number of records. */
  readonly records: number;
  /** Number of rejections by reason; left out = none. */
  readonly rejections?: Partial<Record<RejectionReason, number>>;
  /** Code of the SourceError that reading must end with. */
  readonly error?: string;
  /** Some values of some records; `record` counts from 0 among the records. */
  readonly values?: readonly {
    readonly record: number;
    readonly nativeId?: string | null;
    readonly line?: number | null;
    readonly fields?: Partial<RecordFields>;
  }[];
}

/** The file `fixtures/expected.json` of an adapter. */
export interface FixtureSet {
  readonly cases: readonly FixtureCase[];
  /** False for formats whose payload is not the bytes at `byteOffset` (a built text, an inner document). */
  readonly payloadAtOffset?: boolean;
}

/** The folder of an adapter. */
export function adapterFolder(adapter: SourceAdapter): string {
  return fileURLToPath(new URL(`../../src/sources/${adapter.name}/`, import.meta.url));
}

/** The fixtures of an adapter: expectations and the names of all files. */
export function fixturesOf(adapter: SourceAdapter): FixtureSet & { readonly files: readonly string[] } {
  const folder = `${adapterFolder(adapter)}fixtures/`;
  if (!existsSync(`${folder}expected.json`)) return { cases: [], files: [] };
  const set = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as FixtureSet;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'expected.json')
    .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/\/+/g, '/').slice(folder.length));
  return { ...set, files: files.sort() };
}

/** The bytes of a fixture. */
export function fixtureBytes(adapter: SourceAdapter, file: string): Buffer {
  return readFileSync(`${adapterFolder(adapter)}fixtures/${file}`);
}

/** An input over bytes in memory, given out in chunks of `chunkBytes`. */
export function inputOf(
  adapter: SourceAdapter,
  fixture: FixtureCase,
  bytes: Uint8Array,
  overrides: Partial<SourceInput> & { readonly chunkBytes?: number } = {},
): SourceInput {
  const { chunkBytes = 65_536, ...rest } = overrides;
  return {
    path: `fixtures/${fixture.file}`,
    open: async function* () {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
    firstByte: 0,
    firstLine: 1,
    encoding: fixture.encoding ?? null,
    fields: fixture.fields ?? {},
    options: adapter.optionsSchema.parse(fixture.options ?? {}),
    timeZone: fixture.timeZone ?? 'UTC',
    maximumRecordLength: fixture.maximumRecordLength ?? 1_000_000,
    ...rest,
  };
}

/** Everything an adapter yields. */
export async function readAll(adapter: SourceAdapter, input: SourceInput): Promise<SourceItem[]> {
  const all: SourceItem[] = [];
  for await (const items of adapter.read(input)) for (const item of items) all.push(item);
  return all;
}

/** What is wrong with an item, whatever the format; empty = well formed. */
export function itemProblems(item: SourceItem, maximumRecordLength: number): string[] {
  const problems: string[] = [];
  const { line, byteOffset } = item.position;
  if (line !== null && !(Number.isInteger(line) && line >= 1)) problems.push(`line ${line}`);
  if (byteOffset !== null && !(Number.isInteger(byteOffset) && byteOffset >= 0))
    problems.push(`offset ${byteOffset}`);
  if (item.kind === 'rejected') {
    if (item.excerpt.length > 200) problems.push(`excerpt of ${item.excerpt.length} characters`);
    if (item.detail === '' || item.detail.includes('\n'))
      problems.push(`detail ${JSON.stringify(item.detail)}`);
    return problems;
  }
  if (item.payload === '' || item.payload.length > maximumRecordLength) {
    problems.push(`payload of ${item.payload.length} characters`);
  }
  if (item.nativeId === '') problems.push('nativeId is empty text; null means none');
  for (const [name, value] of Object.entries(item.fields)) {
    if (value === '' || value === undefined)
      problems.push(`${name} is ${JSON.stringify(value)}; null means none`);
    if (name.startsWith('n') && value !== null && !(Number.isSafeInteger(value) && (value as number) >= 0)) {
      problems.push(`${name} is ${String(value)}`);
    }
    if (/At$/.test(name) && typeof value === 'number' && !Number.isFinite(value))
      problems.push(`${name} is ${value}`);
  }
  return problems;
}
