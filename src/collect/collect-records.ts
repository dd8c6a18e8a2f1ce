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

/** How records are collected. */
export interface CollectContext {
  readonly adapter: SourceAdapter;
  readonly files: FileSystem;
  /** Records of a batch that are given at once [100]. */
  readonly portionRecords?: number;
}

/**
 * Some records of a batch, in file order: few enough that what is made of them is gone before the collector moves it to where
 * looking for what is gone costs most.
 */
export interface CollectedPortion {
  /** The batch that it is part of; counts from 0 within the unit. */
  readonly batch: number;
  /** Whether the batch is whole with it. Such a portion may be empty. */
  readonly isLast: boolean;
  readonly records: readonly CollectedRecord[];
  readonly rejected: readonly RejectedRecord[];
}

/** A batch is closed at this many items or characters, whichever comes first. */
const BATCH_RECORDS = 10_000;
const BATCH_CHARACTERS = 4_000_000;

/** What a portion holds where nothing else is said: as much as is read and made within one part of the collector's young space. */
export const PORTION_RECORDS = 100;

/** Records longer than this are rejected as `too-long`. */
const MAXIMUM_RECORD_LENGTH = 1_000_000;

/**
 * Reads the records of a unit, batch by batch. The same bytes always give the same batches, so that an
 * interrupted run can go on after the last batch that was stored.
 */
export async function* collectRecords(
  unit: InputUnit,
  source: SourceConfig,
  context: CollectContext,
): AsyncIterable<CollectedPortion> {
  const { portionRecords = PORTION_RECORDS } = context;
  let batch = 0;
  let items = 0;
  let characters = 0;
  let records: CollectedRecord[] = [];
  let rejected: RejectedRecord[] = [];
  const take = (isLast: boolean): CollectedPortion => {
    const portion = { batch, isLast, records, rejected };
    records = [];
    rejected = [];
    if (isLast) [batch, items, characters] = [batch + 1, 0, 0];
    return portion;
  };
  for (const slice of unit.slices) {
    for await (const read of readSlice(slice, source, context)) {
      for (const item of read) {
        items++;
        if (item.kind === 'record') {
          records.push({ path: slice.path, record: item });
          characters += item.payload.length;
        } else {
          const { kind: _, position, ...rest } = item;
          rejected.push({ sourceId: source.id, path: slice.path, ...position, ...rest });
        }
        const isLast = items >= BATCH_RECORDS || characters >= BATCH_CHARACTERS;
        if (isLast || records.length + rejected.length >= portionRecords) yield take(isLast);
      }
    }
  }
  if (items > 0) yield take(true);
}

async function* readSlice(
  slice: InputSlice,
  source: SourceConfig,
  context: CollectContext,
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
