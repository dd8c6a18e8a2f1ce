import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnnotateContext, AnnotatedBatch } from '../annotate/annotate-mentions.ts';
import { annotateMentions } from '../annotate/annotate-mentions.ts';
import { type CollectedBatch, collectRecords } from '../collect/collect-records.ts';
import type { DocumentSigner } from '../deduplicate/sign-documents.ts';
import type { FileSystem } from '../domain/effects.ts';
import type { InputUnit } from '../domain/input-unit.ts';
import { type NormalizeContext, normalizeRecords } from '../normalize/normalize-records.ts';
import type { SourceAdapter } from '../sources/adapter.ts';
import type { Database } from '../store/database.ts';
import type { PartWriter } from '../store/part.ts';
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
  readonly sign: DocumentSigner;
  readonly annotate: AnnotateContext;
  readonly writePart: PartWriter;
  /** Milliseconds from any start, for the stage timings. */
  readonly now: () => number;
  /** Called after each batch. */
  readonly onBatch: (done: BatchDone) => void;
}

/** What a batch took, for progress and benchmarks. */
export interface BatchDone {
  readonly documents: number;
  /** Thread-seconds by stage; `write` is the time to put the tables on disk. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** Takes a unit through the stages that work batch by batch: collect, normalize, sign, annotate. What is on disk is kept. */
export async function processUnit(unit: InputUnit, folder: UnitFolder, tools: UnitContext): Promise<void> {
  const context: BatchContext = { ...tools, unit };
  const complete = await completeBatches(folder);
  if (complete !== null) {
    for (let batch = 0; batch < complete; batch++) await annotateBatch(folder, batch, context);
    return;
  }
  await clearUnfinished(folder);
  let batches = 0;
  let watch = createWatch(context.now);
  for await (const batch of collectRecords(unit, context.source, context)) {
    batches++;
    watch.lap('collect');
    if (isPublished(batchFolder(folder, batch.number))) await annotateBatch(folder, batch.number, context);
    else await processBatch(batch, folder, { ...context, watch });
    watch = createWatch(context.now);
  }
  await completeUnit(folder, batches);
}

interface BatchContext extends UnitContext {
  readonly unit: InputUnit;
}

/** A batch as a person finds it: its source, the first file of its unit and its number there, from 1. */
function nameBatch(number: number, { unit }: BatchContext): string {
  const slice = unit.slices[0];
  const place = slice === undefined ? '' : `, ${slice.path} from line ${slice.firstLine}`;
  return `source ${unit.sourceId}${place}, batch ${number + 1}`;
}

interface Watch {
  /** Adds the time since the last lap to a stage. */
  lap(stage: string): void;
  readonly seconds: Record<string, number>;
}

function createWatch(now: () => number): Watch {
  let last = now();
  const seconds: Record<string, number> = {};
  return {
    seconds,
    lap: (stage) => {
      const at = now();
      seconds[stage] = (seconds[stage] ?? 0) + (at - last) / 1000;
      last = at;
    },
  };
}

async function processBatch(
  batch: CollectedBatch,
  folder: UnitFolder,
  context: BatchContext & { readonly watch: Watch },
): Promise<void> {
  const { watch } = context;
  const normalized = normalizeRecords(batch.records, context.normalize);
  const rejected = [...batch.rejected, ...normalized.rejected];
  watch.lap('normalize');
  const signatures = context.sign(normalized.documents);
  watch.lap('sign');
  const annotated = await annotateMentions(
    normalized.documents,
    context.annotate,
    nameBatch(batch.number, context),
  );
  watch.lap('annotate');
  const counts: BatchCounts = {
    items: batch.nItems,
    raw_record: normalized.rawRecords.length,
    rejected_record: rejected.length,
    document: normalized.documents.length,
    signature: signatures.length,
  };
  await publishFolder(batchFolder(folder, batch.number), async (unfinished) => {
    const write = tableWriter(unfinished, context.writePart);
    await write(RAW_RECORD, normalized.rawRecords);
    await write(REJECTED_RECORD, rejected);
    await write(DOCUMENT, normalized.documents);
    await write(SIGNATURE, signatures);
    await writeFile(join(unfinished, 'counts.json'), JSON.stringify(counts));
    const path = join(unfinished, `annotated-${folder.annotateKey}`);
    await publishFolder(path, (inner) => writeAnnotation(inner, annotated, context));
  });
  watch.lap('write');
  context.onBatch({ documents: normalized.documents.length, seconds: watch.seconds });
}

async function annotateBatch(folder: UnitFolder, batch: number, context: BatchContext): Promise<void> {
  const path = annotationFolder(folder, batch);
  if (isPublished(path)) return;
  const watch = createWatch(context.now);
  const documents = await readDocuments(
    context.scratch,
    join(batchFolder(folder, batch), 'document.parquet'),
  );
  watch.lap('collect');
  const annotated = await annotateMentions(documents, context.annotate, nameBatch(batch, context));
  watch.lap('annotate');
  await publishFolder(path, (inner) => writeAnnotation(inner, annotated, context));
  watch.lap('write');
  context.onBatch({ documents: documents.length, seconds: watch.seconds });
}

async function writeAnnotation(
  folder: string,
  annotated: AnnotatedBatch,
  { writePart }: UnitContext,
): Promise<void> {
  const { mentions, stances } = annotated;
  const write = tableWriter(folder, writePart);
  await write(MENTION, mentions);
  await write(ANNOTATION, stances);
  await writeFile(
    join(folder, 'counts.json'),
    JSON.stringify({ mention: mentions.length, annotation: stances.length }),
  );
}

/** Tables without rows get no file. */
function tableWriter(folder: string, writePart: PartWriter) {
  return async <Row>(table: Table<Row>, rows: readonly Row[]): Promise<void> => {
    if (rows.length > 0) await writePart(table, { rows, path: join(folder, `${table.name}.parquet`) });
  };
}
