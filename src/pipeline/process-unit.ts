import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnnotateContext } from '../annotate/annotate-mentions.ts';
import { annotateMentions } from '../annotate/annotate-mentions.ts';
import { type CollectedBatch, collectRecords } from '../collect/collect-records.ts';
import { signDocuments } from '../deduplicate/sign-documents.ts';
import type { Document } from '../domain/document.ts';
import type { FileSystem } from '../domain/effects.ts';
import type { InputUnit } from '../domain/input-unit.ts';
import { type NormalizeContext, normalizeRecords } from '../normalize/normalize-records.ts';
import type { SourceAdapter } from '../sources/adapter.ts';
import type { Database } from '../store/database.ts';
import { writePart } from '../store/part.ts';
import { readDocuments } from '../store/queries/documents.ts';
import {
  ANNOTATION,
  DOCUMENT,
  MENTION,
  RAW_RECORD,
  REJECTED_RECORD,
  SIGNATURE,
  type Table,
} from '../store/tables.ts';
import type { SourceConfig } from '../study/config.ts';
import {
  annotationFolder,
  type BatchCounts,
  batchFolder,
  clearUnfinished,
  completeBatches,
  completeUnit,
  isPublished,
  publishFolder,
  type UnitFolder,
} from './part-store.ts';

/** One thread's tools. */
export interface UnitContext {
  readonly files: FileSystem;
  /** In-memory database of this thread. */
  readonly scratch: Database;
  readonly source: SourceConfig;
  readonly adapter: SourceAdapter;
  readonly normalize: NormalizeContext;
  readonly annotate: AnnotateContext;
  /** Called after each batch. */
  readonly onBatch: (documents: number) => void;
}

/** Takes a unit through the stages that work batch by batch: collect, normalize, sign, annotate. What is on disk is kept. */
export async function processUnit(unit: InputUnit, folder: UnitFolder, context: UnitContext): Promise<void> {
  const complete = await completeBatches(folder);
  if (complete !== null) {
    for (let batch = 0; batch < complete; batch++) await annotateBatch(folder, batch, context);
    return;
  }
  await clearUnfinished(folder);
  let batches = 0;
  for await (const batch of collectRecords(unit, context.source, context)) {
    batches++;
    if (isPublished(batchFolder(folder, batch.number))) await annotateBatch(folder, batch.number, context);
    else await processBatch(batch, folder, context);
  }
  await completeUnit(folder, batches);
}

async function processBatch(batch: CollectedBatch, folder: UnitFolder, context: UnitContext): Promise<void> {
  const normalized = normalizeRecords(batch.records, context.normalize);
  const rejected = [...batch.rejected, ...normalized.rejected];
  const signatures = signDocuments(normalized.documents);
  const counts: BatchCounts = {
    items: batch.nItems,
    raw_record: normalized.rawRecords.length,
    rejected_record: rejected.length,
    document: normalized.documents.length,
    signature: signatures.length,
  };
  await publishFolder(batchFolder(folder, batch.number), async (unfinished) => {
    const write = tableWriter(context.scratch, unfinished);
    await write(RAW_RECORD, normalized.rawRecords);
    await write(REJECTED_RECORD, rejected);
    await write(DOCUMENT, normalized.documents);
    await write(SIGNATURE, signatures);
    await writeFile(join(unfinished, 'counts.json'), JSON.stringify(counts));
    const annotated = join(unfinished, `annotated-${folder.annotateKey}`);
    await publishFolder(annotated, (inner) => writeAnnotation(inner, normalized.documents, context));
  });
  context.onBatch(normalized.documents.length);
}

async function annotateBatch(folder: UnitFolder, batch: number, context: UnitContext): Promise<void> {
  const path = annotationFolder(folder, batch);
  if (isPublished(path)) return;
  const documents = await readDocuments(
    context.scratch,
    join(batchFolder(folder, batch), 'document.parquet'),
  );
  await publishFolder(path, (inner) => writeAnnotation(inner, documents, context));
  context.onBatch(documents.length);
}

async function writeAnnotation(
  folder: string,
  documents: readonly Document[],
  context: UnitContext,
): Promise<void> {
  const { mentions, stances } = annotateMentions(documents, context.annotate);
  const write = tableWriter(context.scratch, folder);
  await write(MENTION, mentions);
  await write(ANNOTATION, stances);
  await writeFile(
    join(folder, 'counts.json'),
    JSON.stringify({ mention: mentions.length, annotation: stances.length }),
  );
}

/** Tables without rows get no file. */
function tableWriter(scratch: Database, folder: string) {
  return async <Row>(table: Table<Row>, rows: readonly Row[]): Promise<void> => {
    if (rows.length > 0)
      await writePart(scratch, table, { rows, path: join(folder, `${table.name}.parquet`) });
  };
}
