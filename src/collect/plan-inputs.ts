import { createHash } from 'node:crypto';
import type { FileSystem, FoundFile } from '../domain/effects.ts';
import type { InputSlice, InputUnit } from '../domain/input-unit.ts';
import { StudyError } from '../errors/errors.ts';
import type { SourceAdapter } from '../sources/adapter.ts';
import type { SourceConfig } from '../study/config.ts';
import { sliceFile } from './slice-file.ts';

/** What a file looked like when it was digested: the same size and time need no second reading. */
export interface DigestedFile {
  readonly size: number;
  readonly modifiedAt: number;
  readonly slices: readonly InputSlice[];
}

/** Path → what is known of the file from the last run. */
export type DigestCache = ReadonlyMap<string, DigestedFile>;

/** The inputs of one source, ready to be read. */
export interface PlannedInputs {
  readonly units: readonly InputUnit[];
  readonly digested: ReadonlyMap<string, DigestedFile>;
  readonly nFiles: number;
}

/**
 * Finds the files of a source and divides them into units.
 * @throws {StudyError} `study/no-files` when a pattern matches nothing and the source is not optional.
 */
export async function planInputs(
  source: SourceConfig,
  adapter: SourceAdapter,
  context: { readonly files: FileSystem; readonly folder: string; readonly cache: DigestCache },
): Promise<PlannedInputs> {
  const found = new Map<string, FoundFile>();
  for (const pattern of source.paths) {
    const matches = await context.files.find(context.folder, [pattern]);
    if (matches.length === 0 && !source.optional) {
      throw new StudyError('study/no-files', { pattern, folder: context.folder });
    }
    for (const file of matches) found.set(file.path, file);
  }
  const digested = new Map<string, DigestedFile>();
  const slices: InputSlice[] = [];
  const mayCut = adapter.splitsAtLines && !/utf-?16/i.test(source.encoding ?? '');
  for (const file of [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const known = context.cache.get(file.absolutePath);
    const same = known?.size === file.size && known.modifiedAt === file.modifiedAt;
    const of = same ? known.slices : await sliceFile(context.files, file, mayCut);
    digested.set(file.absolutePath, { size: file.size, modifiedAt: file.modifiedAt, slices: of });
    slices.push(...of);
  }
  return { units: groupSlices(source.id, slices), digested, nFiles: found.size };
}

/** Files smaller than this share a unit: a unit of its own costs more than reading so little. */
const SMALL_BYTES = 128 * 1024;

/** About so many bytes of small files share a unit, and so many units at most. */
const SHARED_BYTES = 1024 * 1024;
const MOST_SHARED_UNITS = 64;

/**
 * A slice is a unit; small files share one with those whose names hash alike, so that adding a file makes a new unit or
 * changes one, not all that follow. The number of shared units doubles as small files grow in bytes.
 */
function groupSlices(sourceId: string, slices: readonly InputSlice[]): InputUnit[] {
  const units: InputUnit[] = [];
  const shared = new Map<number, InputSlice[]>();
  const bytesOf = (group: readonly InputSlice[]): number =>
    group.reduce((sum, slice) => sum + slice.end - slice.start, 0);
  const isSmall = (slice: InputSlice): boolean => slice.end - slice.start < SMALL_BYTES;
  const wanted = bytesOf(slices.filter(isSmall)) / SHARED_BYTES;
  const nShared = Math.min(MOST_SHARED_UNITS, 2 ** Math.max(0, Math.ceil(Math.log2(wanted))));
  for (const slice of slices) {
    if (!isSmall(slice)) {
      units.push({ sourceId, slices: [slice], bytes: bytesOf([slice]) });
      continue;
    }
    const bucket = createHash('sha256').update(slice.path).digest().readUInt32BE(0) % nShared;
    shared.set(bucket, [...(shared.get(bucket) ?? []), slice]);
  }
  for (const [, group] of [...shared].sort(([a], [b]) => a - b)) {
    units.push({ sourceId, slices: group, bytes: bytesOf(group) });
  }
  return units;
}
