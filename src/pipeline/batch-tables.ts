import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnnotatedBatch } from '../annotate/annotate-mentions.ts';
import type { DocumentId, RecordHash } from '../domain/identifiers.ts';
import type { Signature } from '../domain/signature.ts';
import type { EarlierRecords, KeptRecord, NormalizedBatch } from '../normalize/normalize-records.ts';
import { createPartBuilder, type PartBuilder } from '../store/part.ts';
import { ANNOTATION, DOCUMENT, MENTION, RAW_RECORD, REJECTED_RECORD, SIGNATURE } from '../store/tables.ts';
import type { AnnotationCounts, BatchCounts } from './part-store.ts';

/** What came of some records of a batch. */
interface ReadRecords extends NormalizedBatch {
  /** What the adapter gave, counted before anything was made of it: `verify` holds the tables against it. */
  readonly nItems: number;
  readonly signatures: readonly Signature[];
  readonly annotated: AnnotatedBatch;
}

/** The tables of one batch, while they fill. */
export interface BatchTables {
  /** The records that are in the tables. */
  readonly earlier: EarlierRecords;
  add(read: ReadRecords): void;
  addAnnotation(annotated: AnnotatedBatch): void;
  nDocuments(): number;
  /** Writes what a batch holds beside its annotation, and forgets it. Tables without rows get no file. */
  writeRecords(folder: string): Promise<void>;
  /** Writes the annotation of a batch, and forgets it. */
  writeAnnotation(folder: string): Promise<void>;
  /** Forgets what a batch left that was not finished. */
  clear(): void;
}

/** Makes empty tables. They are filled for one batch after another, so that each process needs one set. */
export function createBatchTables(): BatchTables {
  const tables = {
    raw_record: createPartBuilder(RAW_RECORD),
    rejected_record: createPartBuilder(REJECTED_RECORD),
    document: createPartBuilder(DOCUMENT),
    signature: createPartBuilder(SIGNATURE),
    mention: createPartBuilder(MENTION),
    annotation: createPartBuilder(ANNOTATION),
  };
  const { raw_record, rejected_record, document, signature, mention, annotation } = tables;
  const ids = createKnownIds();
  let items = 0;
  const forgetItems = (): void => {
    ids.clear();
    items = 0;
  };
  const addAnnotation = ({ mentions, stances }: AnnotatedBatch): void => {
    mention.add(mentions);
    annotation.add(stances);
  };
  return {
    earlier: {
      find: (id) => {
        const row = ids.mayHave(id) ? raw_record.lastRowOf(id) : -1;
        return row < 0 ? undefined : keptRecord(raw_record, row);
      },
      drop: (id) => {
        for (const table of [raw_record, document, signature, mention, annotation]) table.drop(id);
      },
    },
    add: ({ nItems, rawRecords, documents, rejected, signatures, annotated }) => {
      items += nItems;
      ids.add(rawRecords);
      raw_record.add(rawRecords);
      rejected_record.add(rejected);
      document.add(documents);
      signature.add(signatures);
      addAnnotation(annotated);
    },
    addAnnotation,
    nDocuments: () => document.length(),
    writeRecords: async (folder) => {
      const written = { raw_record, rejected_record, document, signature };
      const counts: BatchCounts = { items, ...countsOf(written) };
      forgetItems();
      await writeTables(written, folder, counts);
    },
    writeAnnotation: (folder) => {
      const written = { mention, annotation };
      return writeTables(written, folder, countsOf(written) satisfies AnnotationCounts);
    },
    clear: () => {
      forgetItems();
      for (const table of Object.values(tables)) table.clear();
    },
  };
}

/** Tells which documents may be among some, and surely which are not: numbers of 31 bits cost far less than whole ids. */
function createKnownIds() {
  const known = new Set<number>();
  const short = (id: DocumentId): number => Number(BigInt.asUintN(31, id));
  return {
    mayHave: (id: DocumentId): boolean => known.has(short(id)),
    add: (records: NormalizedBatch['rawRecords']): void => {
      for (const { documentId } of records) known.add(short(documentId));
    },
    clear: (): void => known.clear(),
  };
}

type Tables<Name extends string> = Readonly<
  Record<Name, Pick<PartBuilder<never>, 'length' | 'write' | 'clear'>>
>;

function countsOf<Name extends string>(tables: Tables<Name>): Record<Name, number> {
  const entries = Object.entries<Tables<Name>[Name]>(tables).map(([name, table]) => [name, table.length()]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

async function writeTables<Name extends string>(
  tables: Tables<Name>,
  folder: string,
  counts: BatchCounts | AnnotationCounts,
): Promise<void> {
  for (const [name, table] of Object.entries<Tables<Name>[Name]>(tables))
    if (table.length() > 0) await table.write(join(folder, `${name}.parquet`));
    else table.clear();
  await writeFile(join(folder, 'counts.json'), JSON.stringify(counts));
}

function keptRecord(records: Pick<PartBuilder<never>, 'at'>, row: number): KeptRecord {
  const at = (column: string): unknown => records.at(row, column);
  const bytes = (column: string): Buffer => Buffer.from(at(column) as Uint8Array);
  const number = (column: string): number | null => {
    const value = at(column);
    return value === null ? null : Number(value);
  };
  return {
    sourceId: at('source_id') as string,
    path: at('path') as string,
    line: number('line'),
    byteOffset: number('byte_offset'),
    payload: bytes('payload').toString('utf8'),
    recordHash: bytes('record_hash').toString('hex') as RecordHash,
    retrievedAt: number('retrieved_at'),
  };
}
