import { type FieldMapping, MAPPABLE_FIELDS } from '../domain/field-mapping.ts';
import { BugError, SourceError, StudyError } from '../errors/errors.ts';
import { type NamedValues, valueAt } from '../sources/decode/field-reader.ts';
import { columnsOf, type RecordColumn, recogniseFields } from '../sources/recognise-fields.ts';
import { ADAPTERS } from '../sources/registry.ts';
import type { SourceConfig, StudyConfig } from '../study/config.ts';
import { nearestWord } from '../study/nearest-word.ts';
import { nodeFiles } from './node-files.ts';
import {
  type FileOfSource,
  type RejectedReason,
  readBeginning,
  readNames,
  rejectedReasons,
} from './read-beginning.ts';

/** What the first records of a source are taken for. */
export interface SourcePreview {
  readonly source: string;
  readonly nFiles: number;
  /** The file that was looked into: the first by name. */
  readonly path: string;
  readonly nRead: number;
  readonly nUsable: number;
  /** The file has no more records. */
  readonly isWhole: boolean;
  readonly rejected: readonly RejectedReason[];
}

const RECORDS = 200;
const MOST_NAMES = 20;

/**
 * Reads the beginning of the first file of a source as a run would; null where there is no file and need be none.
 * @throws {StudyError} `study/no-files` where no file matches
 * @throws {SourceError} where the file is not of the adapter's format
 */
export async function previewSource(
  { folder }: Pick<StudyConfig, 'folder'>,
  source: SourceConfig,
): Promise<SourcePreview | null> {
  const files = await nodeFiles.find(folder, source.paths);
  const file = firstFile(source, files);
  if (file === null) {
    if (source.optional) return null;
    throw new StudyError('study/no-files', { pattern: source.paths.join(', '), folder });
  }
  const beginning = await readBeginning(file, RECORDS);
  return {
    source: source.id,
    nFiles: files.length,
    path: file.path,
    nRead: beginning.items.length,
    nUsable: beginning.normalized.documents.length,
    isWhole: beginning.isWhole,
    rejected: rejectedReasons(beginning),
  };
}

/** Says that none of the records could be used; null where some could. */
export function nothingUsable({ source, path, nRead, nUsable, rejected }: SourcePreview): StudyError | null {
  if (nUsable > 0 || nRead === 0) return null;
  const reasons = rejected.map(({ reason, n, detail }) => `${n} ${reason} (${detail})`).join(', ');
  return new StudyError('study/nothing-usable', { source, path, nRead, reasons });
}

/**
 * Names in `fields` that none of the first records of a source has: a slip of the pen there leaves a field empty in silence. A table
 * has its columns in every row; other records may leave out what they do not have, so of them only names are told for which another
 * may have been meant. Nothing is said of files that are missing or cannot be read: reading them says it.
 */
export async function unknownFields(
  { folder }: Pick<StudyConfig, 'folder'>,
  source: SourceConfig,
): Promise<StudyError[]> {
  const file = firstFile(source, await nodeFiles.find(folder, source.paths));
  if (file?.adapter.named === undefined || Object.keys(source.fields).length === 0) return [];
  const rows = await readNames(file, RECORDS).catch(noneIfUnreadable);
  if (rows.length === 0) return [];
  const asked = mapped(source.fields);
  const columns = columnsOf(rows);
  const open = columns.filter(({ name }) => !asked.some(({ names }) => names.includes(name)));
  const meant = recogniseFields(open);
  return asked
    .filter(({ names }) => !names.some((name) => rows.some((row) => hasName(row, name))))
    .flatMap(({ field, names }) => {
      const near = names.map((name) => nearestWord(name, namesOf(open))).find((name) => name !== null);
      const suggestion = near ?? meant[field]?.[0] ?? null;
      if (suggestion === null && file.adapter.named === 'members') return [];
      const parameters = { source: source.id, path: file.path, nRead: rows.length, field, suggestion };
      return new StudyError('study/no-such-field', {
        ...parameters,
        names: names.map((name) => `"${name}"`).join(' or '),
        known: namesOf(columns).slice(0, MOST_NAMES).join(', '),
      });
    });
}

const namesOf = (columns: readonly RecordColumn[]): string[] => columns.map(({ name }) => name);

function noneIfUnreadable(error: unknown): NamedValues[] {
  if (error instanceof SourceError) return [];
  throw error;
}

function firstFile(
  source: SourceConfig,
  files: readonly { readonly path: string; readonly absolutePath: string }[],
): FileOfSource | null {
  const [first] = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (first === undefined) return null;
  const adapter = ADAPTERS.find((one) => one.name === source.adapter);
  if (adapter === undefined) throw new BugError(`no adapter ${source.adapter}`);
  return { source, adapter, path: first.path, absolutePath: first.absolutePath };
}

/** Fields with the names of which one must be there; columns that are kept must all be. */
function mapped({
  columns,
  ...fields
}: FieldMapping): { readonly field: keyof FieldMapping; readonly names: readonly string[] }[] {
  return [
    ...MAPPABLE_FIELDS.flatMap((field) => {
      const names = fields[field];
      return names === undefined ? [] : [{ field, names }];
    }),
    ...(columns ?? []).map((name) => ({ field: 'columns' as const, names: [name] })),
  ];
}

const hasName = (row: NamedValues, name: string): boolean =>
  Object.hasOwn(row, name) || valueAt(row, name.split('.')) !== undefined;
