import type { FileSystem } from '../domain/effects.ts';
import type { InputSlice, InputUnit } from '../domain/input-unit.ts';
import type { RejectedRecord } from '../domain/record.ts';
import { SourceError } from '../errors/errors.ts';
import type { SourceAdapter, SourceItem, SourceRecord } from '../sources/adapter.ts';
import type { SourceConfig } from '../study/config.ts';

/** A record with the file it came from. */
interface CollectedRecord {
  readonly path: string;
  readonly record: SourceRecord;
}

/** A run of records of one unit, in file order. */
export interface CollectedBatch {
  /** Counts from 0 within the unit. */
  readonly number: number;
  /** Everything the adapter yielded: records and rejections. */
  readonly nItems: number;
  readonly records: readonly CollectedRecord[];
  readonly rejected: readonly RejectedRecord[];
}

/** A batch is closed at this many records or characters, whichever comes first. */
const BATCH_RECORDS = 10_000;
const BATCH_CHARACTERS = 4_000_000;

/** Records longer than this are rejected as `too-long`. */
const MAXIMUM_RECORD_LENGTH = 1_000_000;

/**
 * Reads the records of a unit in batches. The same bytes always give the same batches, so that an
 * interrupted run can go on after the last batch that was stored.
 */
export async function* collectRecords(
  unit: InputUnit,
  source: SourceConfig,
  context: { readonly adapter: SourceAdapter; readonly files: FileSystem },
): AsyncIterable<CollectedBatch> {
  let number = 0;
  let records: CollectedRecord[] = [];
  let rejected: RejectedRecord[] = [];
  let characters = 0;
  const take = (): CollectedBatch => {
    const batch = { number: number++, nItems: records.length + rejected.length, records, rejected };
    records = [];
    rejected = [];
    characters = 0;
    return batch;
  };
  for (const slice of unit.slices) {
    for await (const items of readSlice(slice, source, context)) {
      for (const item of items) {
        if (item.kind === 'record') {
          records.push({ path: slice.path, record: item });
          characters += item.payload.length;
        } else {
          const { kind: _, position, ...rest } = item;
          rejected.push({ sourceId: source.id, path: slice.path, ...position, ...rest });
        }
        if (records.length + rejected.length >= BATCH_RECORDS || characters >= BATCH_CHARACTERS) yield take();
      }
    }
  }
  if (records.length + rejected.length > 0) yield take();
}

async function* readSlice(
  slice: InputSlice,
  source: SourceConfig,
  context: { readonly adapter: SourceAdapter; readonly files: FileSystem },
): AsyncIterable<readonly SourceItem[]> {
  const input = {
    path: slice.path,
    open: () => context.files.open(slice.absolutePath, { start: slice.start, end: slice.end }),
    firstByte: slice.start,
    firstLine: slice.firstLine,
    encoding: source.encoding,
    fields: source.fields,
    options: source.options,
    timeZone: source.timeZone,
    maximumRecordLength: MAXIMUM_RECORD_LENGTH,
  };
  try {
    yield* context.adapter.read(input);
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    yield [
      {
        kind: 'rejected',
        reason: 'unreadable-file',
        detail: cause.message,
        excerpt: '',
        position: { line: null, byteOffset: slice.start },
      },
    ];
  }
}
