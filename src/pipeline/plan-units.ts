import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DigestCache, type DigestedFile, planInputs } from '../collect/plan-inputs.ts';
import type { FileSystem } from '../domain/effects.ts';
import type { InputUnit } from '../domain/input-unit.ts';
import { BugError } from '../errors/errors.ts';
import { ADAPTERS } from '../sources/registry.ts';
import type { SourceConfig, StudyConfig } from '../study/config.ts';
import { canonicalDigest } from './canonical-digest.ts';
import { type UnitFolder, unitFolder, writeWhole } from './part-store.ts';
import { STAGES } from './stages.ts';

/** Everything to be read for a study, and where it goes. */
export interface PlannedUnits {
  readonly tasks: readonly { readonly unit: InputUnit; readonly folder: UnitFolder }[];
  readonly nFiles: ReadonlyMap<string, number>;
}

/** What the names of the store's folders depend on beside the study. */
export interface PlanContext {
  readonly files: FileSystem;
  readonly storeFolder: string;
  /** Digest of the author key: another key gives other pseudonyms. */
  readonly keyDigest: string;
  /** What the annotators are beside their options in the study. */
  readonly annotatorDigest: string;
  /** Milliseconds since 1970: a file changed within the last seconds is digested again next time. */
  readonly now: number;
}

/** What is known of the input files, in the folder of the store. */
export const INPUT_CACHE_FILE = 'inputs.cache';

/** A file whose change is this recent may change again without its time showing it. */
const SETTLED_MS = 3_000;

/** Finds the inputs of every source and names each unit by its content and by what will be done to it. */
export async function planUnits(study: StudyConfig, context: PlanContext): Promise<PlannedUnits> {
  const cachePath = join(context.storeFolder, INPUT_CACHE_FILE);
  const cache = await readCache(cachePath);
  const digested = new Map<string, DigestedFile>();
  const nFiles = new Map<string, number>();
  const tasks: { unit: InputUnit; folder: UnitFolder }[] = [];
  for (const source of study.sources) {
    const adapter = ADAPTERS.find((a) => a.name === source.adapter);
    if (adapter === undefined) throw new BugError(`unknown adapter ${source.adapter} after parsing`);
    const planned = await planInputs(source, adapter, { files: context.files, folder: study.folder, cache });
    for (const [path, file] of planned.digested) {
      if (context.now - file.modifiedAt > SETTLED_MS) digested.set(path, file);
    }
    nFiles.set(source.id, planned.nFiles);
    const annotateKey = canonicalDigest([
      STAGES.annotate.version,
      STAGES.annotate.slice(study, source),
      context.annotatorDigest,
    ]).slice(0, 16);
    for (const unit of planned.units) {
      const key = unitKey(study, source, { unit, adapter: `${adapter.name}@${adapter.version}`, context });
      tasks.push({ unit, folder: unitFolder(context.storeFolder, key, annotateKey) });
    }
  }
  await writeWhole(cachePath, inputCacheText(Object.fromEntries([...digested].sort())));
  return { tasks, nFiles };
}

function unitKey(
  study: StudyConfig,
  source: SourceConfig,
  of: { readonly unit: InputUnit; readonly adapter: string; readonly context: PlanContext },
): string {
  return canonicalDigest([
    of.adapter,
    [STAGES.collect.version, STAGES.collect.slice(study, source)],
    [STAGES.normalize.version, STAGES.normalize.slice(study, source)],
    STAGES.sign.version,
    of.context.keyDigest,
    of.unit.slices.map((slice) => [slice.path, slice.start, slice.firstLine, slice.digest]),
  ]);
}

async function readCache(path: string): Promise<DigestCache> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return new Map(Object.entries(readInputCache(text) ?? {}));
}

/** The digests of input files with a digest of their own in the first line. */
function inputCacheText(files: Readonly<Record<string, DigestedFile>>): string {
  const text = JSON.stringify(files);
  return `${hash('sha256', text, 'hex')}\n${text}\n`;
}

/** The digests of input files; null where the text is not as it was written, so that no file is taken for another. */
export function readInputCache(text: string): Readonly<Record<string, DigestedFile>> | null {
  const [digest, files = ''] = text.split('\n');
  if (text !== `${digest}\n${files}\n` || hash('sha256', files, 'hex') !== digest) return null;
  return JSON.parse(files) as Record<string, DigestedFile>;
}
