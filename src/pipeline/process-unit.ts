import { join } from 'node:path';
import type { AnnotateContext } from '../annotate/annotate-mentions.ts';
import { annotateMentions } from '../annotate/annotate-mentions.ts';
import { type CollectedPortion, collectRecords } from '../collect/collect-records.ts';
import type { DocumentSigner } from '../deduplicate/sign-documents.ts';
import type { FileSystem } from '../domain/effects.ts';
import type { InputUnit } from '../domain/input-unit.ts';
import { type NormalizeContext, normalizeRecords } from '../normalize/normalize-records.ts';
import type { SourceAdapter } from '../sources/adapter.ts';
import type { Database } from '../store/database.ts';
import { readDocuments } from '../store/queries/documents.ts';
import type { SourceConfig } from '../study/config.ts';
import type { BatchTables } from './batch-tables.ts';
import {
  annotationFolder,
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
  /** Records that are annotated at once; see `collectRecords`. */
  readonly portionRecords: number;
  /** The tables of the batch at hand. */
  readonly tables: BatchTables;
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
  tools.tables.clear();
  const complete = await completeBatches(folder);
  if (complete !== null) {
    for (let batch = 0; batch < complete; batch++) await annotateBatch(folder, batch, context);
    return;
  }
  await clearUnfinished(folder);
  let batches = 0;
  let isKept: boolean | undefined;
  let watch = createWatch(context.now);
  for await (const portion of collectRecords(unit, context.source, context)) {
    watch.lap('collect');
    isKept ??= isPublished(batchFolder(folder, portion.batch));
    if (!isKept) await addPortion(portion, { ...context, watch });
    if (!portion.isLast) continue;
    if (isKept) await annotateBatch(folder, portion.batch, context);
    else await publishBatch(folder, portion.batch, { ...context, watch });
    batches++;
    isKept = undefined;
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

async function addPortion(
  portion: CollectedPortion,
  context: BatchContext & { readonly watch: Watch },
): Promise<void> {
  const { watch, tables } = context;
  const normalized = normalizeRecords(portion.records, context.normalize, tables.earlier);
  watch.lap('normalize');
  const signatures = context.sign(normalized.documents);
  watch.lap('sign');
  const batch = nameBatch(portion.batch, context);
  const annotated = await annotateMentions(normalized.documents, context.annotate, batch);
  watch.lap('annotate');
  const nItems = portion.records.length + portion.rejected.length;
  const rejected = [...portion.rejected, ...normalized.rejected];
  tables.add({ ...normalized, nItems, rejected, signatures, annotated });
  watch.lap('write');
}

async function publishBatch(
  folder: UnitFolder,
  batch: number,
  { tables, watch, onBatch }: BatchContext & { readonly watch: Watch },
): Promise<void> {
  const documents = tables.nDocuments();
  await publishFolder(batchFolder(folder, batch), async (unfinished) => {
    await tables.writeRecords(unfinished);
    const path = join(unfinished, `annotated-${folder.annotateKey}`);
    await publishFolder(path, (inner) => tables.writeAnnotation(inner));
  });
  watch.lap('write');
  onBatch({ documents, seconds: watch.seconds });
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
  context.tables.addAnnotation(annotated);
  await publishFolder(path, (inner) => context.tables.writeAnnotation(inner));
  watch.lap('write');
  context.onBatch({ documents: documents.length, seconds: watch.seconds });
}
