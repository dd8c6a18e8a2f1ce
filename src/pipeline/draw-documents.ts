import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AuthorKey, printId } from '../domain/identifiers.ts';
import { BugError } from '../errors/errors.ts';
import { normalizeRecords } from '../normalize/normalize-records.ts';
import { ADAPTERS } from '../sources/registry.ts';
import { openDatabase } from '../store/database.ts';
import { type SampledDocument, sampledDocuments } from '../store/queries/sampled-documents.ts';
import type { SourceConfig, StudyConfig } from '../study/config.ts';
import { createLanguageIdentifier } from '../text/language.ts';
import { createZoneOffsets } from '../text/zone-offsets.ts';
import { readAnnotatorsDigest } from './annotators-digest.ts';
import { readAuthorKeys } from './author-key-file.ts';
import { nodeFiles } from './node-files.ts';
import { batchFolder, completeBatches } from './part-store.ts';
import { planUnits } from './plan-units.ts';
import { inputOf } from './read-beginning.ts';
import type { RunOptions } from './run-context.ts';

/** Documents on which a query is tried. */
export interface DrawnDocuments {
  /** `store` = drawn from all that the last run stored; `files` = the beginning of each file, where there is no run. */
  readonly from: 'store' | 'files';
  readonly documents: readonly SampledDocument[];
  /** All documents there are; null = not known. */
  readonly total: number | null;
}

const FROM_FILES = 20_000;

/**
 * Draws documents of a study by its seed: from the parts that runs stored, which may be read while a run writes, else from the
 * files of the sources.
 */
export async function drawDocuments(
  study: StudyConfig,
  run: RunOptions,
  most: number,
): Promise<DrawnDocuments> {
  const storeFolder = join(run.out, 'store');
  const stored = existsSync(join(storeFolder, 'parts')) ? await storedParts(study, run, storeFolder) : [];
  if (stored.length === 0) return drawFromFiles(study, Math.min(most, FROM_FILES));
  const database = await openDatabase({
    path: ':memory:',
    threads: 1,
    memoryLimitMb: 512,
    temporaryFolder: join(storeFolder, 'temporary'),
  });
  try {
    const drawn = await sampledDocuments(database, stored, { seed: study.seed, most });
    return { from: 'store', ...drawn };
  } finally {
    database.close();
  }
}

/** Parts with documents of the units that the study has now. Other targets need no new documents. */
async function storedParts(study: StudyConfig, run: RunOptions, storeFolder: string): Promise<string[]> {
  const { current } = await readAuthorKeys(run.keyFile, run.randomBytes);
  const { tasks } = await planUnits(study, {
    files: nodeFiles,
    storeFolder,
    keyDigest: hash('sha256', current, 'hex').slice(0, 16),
    annotatorDigest: await readAnnotatorsDigest(study),
    now: run.now(),
  });
  const parts: string[] = [];
  for (const { folder } of tasks) {
    const batches = (await completeBatches(folder)) ?? 0;
    for (let batch = 0; batch < batches; batch++) {
      const path = join(batchFolder(folder, batch), 'document.parquet');
      if (existsSync(path)) parts.push(path);
    }
  }
  return parts;
}

async function drawFromFiles(study: StudyConfig, most: number): Promise<DrawnDocuments> {
  const documents = new Map<string, SampledDocument>();
  const each = Math.ceil(most / study.sources.length);
  const tools = { identifier: createLanguageIdentifier(), offsetAt: createZoneOffsets() };
  for (const source of study.sources)
    for (const document of await beginningOf(study, source, { most: each, ...tools }))
      documents.set(document.id, document);
  return { from: 'files', documents: [...documents.values()], total: null };
}

async function beginningOf(
  study: StudyConfig,
  source: SourceConfig,
  tools: {
    readonly most: number;
    readonly identifier: ReturnType<typeof createLanguageIdentifier>;
    readonly offsetAt: ReturnType<typeof createZoneOffsets>;
  },
): Promise<SampledDocument[]> {
  const adapter = ADAPTERS.find(({ name }) => name === source.adapter);
  if (adapter === undefined) throw new BugError(`unknown adapter ${source.adapter} after parsing`);
  const found: SampledDocument[] = [];
  for (const { path, absolutePath } of await nodeFiles.find(study.folder, source.paths)) {
    for await (const items of adapter.read(inputOf({ source, path, absolutePath }))) {
      const records = items.flatMap((item) => (item.kind === 'record' ? [{ path, record: item }] : []));
      const { documents } = normalizeRecords(records, {
        source,
        pseudonymize: () => 0n as AuthorKey,
        formerPseudonyms: () => [],
        removal: { isForgotten: () => false, isTooOld: () => false },
        identifyLanguage: (text) => tools.identifier.identify(text).language,
        offsetAt: tools.offsetAt,
      });
      for (const { documentId, text, sourceId, publishedDay, language } of documents)
        found.push({ id: printId(documentId), text, source: sourceId, day: publishedDay, language });
      if (found.length >= tools.most) return found.slice(0, tools.most);
    }
  }
  return found;
}
