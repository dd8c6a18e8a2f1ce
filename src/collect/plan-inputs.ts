import { createHash } from 'node:crypto';
import type { FileSystem, FoundFile } from '../domain/effects.ts';
import type { InputSlice, InputUnit } from '../domain/input-unit.ts';
import { StudyError } from '../errors/errors.ts';
import type { SourceAdapter } from '../sources/adapter.ts';
import type { SourceConfig } from '../study/config.ts';
import { SLICE_BYTES, sliceFile } from './slice-file.ts';

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

/**
 * Small files share a unit. A unit ends after a file whose path hash says so, which makes the division
 * depend on names alone: adding a file changes one unit, not all that follow.
 */
function groupSlices(sourceId: string, slices: readonly InputSlice[]): InputUnit[] {
  const units: InputUnit[] = [];
  let group: InputSlice[] = [];
  let bytes = 0;
  const close = (): void => {
    if (group.length > 0) units.push({ sourceId, slices: group, bytes });
    group = [];
    bytes = 0;
  };
  for (const slice of slices) {
    const size = slice.end - slice.start;
    if (bytes + size > SLICE_BYTES) close();
    group.push(slice);
    bytes += size;
    const digest = createHash('sha256').update(slice.path).digest();
    if (size > SLICE_BYTES / 2 || (digest[0] ?? 0) % 64 === 0) close();
  }
  close();
  return units;
}
