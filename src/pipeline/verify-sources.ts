import { createHash, hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { collectRecords } from '../collect/collect-records.ts';
import type { InputUnit } from '../domain/input-unit.ts';
import type { CheckOutcome, Mismatch } from '../domain/verification.ts';
import { BugError, StudyError, StudyProblems } from '../errors/errors.ts';
import { recordHash } from '../normalize/document-id.ts';
import { ADAPTERS } from '../sources/registry.ts';
import type { Database } from '../store/database.ts';
import { storedRecords } from '../store/queries/record-hashes.ts';
import type { StudyConfig } from '../study/config.ts';
import { nodeFiles } from './node-files.ts';
import { type BatchCounts, batchFolder, readCounts, type UnitFolder } from './part-store.ts';
import type { Attachment, ManifestInput, RunManifest } from './run-manifest.ts';
import { codingFileDigest, codingsFolder, readCodings } from './study-codings.ts';
import type { UnitTask } from './worker-protocol.ts';

/** What the check of sources works with. */
export interface SourceContext {
  readonly study: StudyConfig;
  readonly manifest: RunManifest;
  readonly tasks: readonly UnitTask[];
  readonly database: Database;
  /** Whether a part is as the run left it; what is not is named already. */
  readonly isWhole: (path: string) => boolean;
}

/** What reading the files of the study again gave. */
export interface CheckedSources {
  readonly outcome: CheckOutcome;
  /** Whether codings and polls are those of the run: without them its numbers cannot be made again. */
  readonly isAttached: boolean;
}

const REMEDY = 'put the file back as it was read, or run the study again to measure what is there now';

/**
 * Reads the files of the study again: their bytes, and record by record what the store keeps of them. Files that are
 * gone are listed as missing: the store has their records.
 */
export async function checkSources(context: SourceContext): Promise<CheckedSources> {
  const { manifest, study } = context;
  const mismatches: Mismatch[] = [];
  const missing: string[] = [];
  const whole = new Set<string>();
  for (const inputs of Map.groupBy(manifest.inputs, (input) => input.path).values()) {
    const { problems, isMissing } = await checkFile(study.folder, inputs);
    const path = inputs[0]?.path ?? '';
    if (isMissing) missing.push(path);
    else if (problems.length > 0) mismatches.push(...problems);
    else whole.add(path);
  }
  let nRecords = 0;
  for (const task of context.tasks) {
    if (!task.unit.slices.every((slice) => whole.has(slice.path))) continue;
    const compared = await compareUnit(task, context);
    nRecords += compared.nRecords;
    mismatches.push(...compared.mismatches);
  }
  const attached = await checkAttachments(study, manifest.attachments);
  mismatches.push(...attached.mismatches);
  missing.push(...attached.missing);
  const nothing = whole.size === 0 && missing.length > 0;
  const outcome: CheckOutcome = {
    check: 'sources',
    state: mismatches.length > 0 ? 'differs' : nothing ? 'not-checked' : 'agrees',
    detail: nothing
      ? 'no file of the sources is where it was read'
      : `${whole.size} files read again, ${nRecords} records compared`,
    mismatches,
    missing,
  };
  return { outcome, isAttached: attached.mismatches.length + attached.missing.length === 0 };
}

interface FileCheck {
  readonly problems: readonly Mismatch[];
  readonly isMissing: boolean;
}

async function checkFile(folder: string, inputs: readonly ManifestInput[]): Promise<FileCheck> {
  const { path = '' } = inputs[0] ?? {};
  const absolute = resolve(folder, path);
  const facts = await stat(absolute).catch(() => null);
  if (facts === null || !facts.isFile()) return { problems: [], isMissing: true };
  const problem = (text: string): Mismatch => ({
    check: 'sources',
    file: path,
    problem: text,
    remedy: REMEDY,
  });
  const size = Math.max(...inputs.map((input) => input.end));
  const problems: Mismatch[] = [];
  if (facts.size !== size) problems.push(problem(`it has ${facts.size} bytes; ${size} were read`));
  for (const { start, end, sha256 } of inputs) {
    const digest = createHash('sha256');
    if (end > start) for await (const chunk of nodeFiles.open(absolute, { start, end })) digest.update(chunk);
    if (digest.digest('hex') !== sha256)
      problems.push(problem(`bytes ${start} to ${end} are not those that were read`));
  }
  return { problems, isMissing: false };
}

async function compareUnit(
  { unit, folder }: UnitTask,
  context: SourceContext,
): Promise<{ nRecords: number; mismatches: readonly Mismatch[] }> {
  const source = context.study.sources.find((one) => one.id === unit.sourceId);
  const adapter = ADAPTERS.find((one) => one.name === source?.adapter);
  if (source === undefined || adapter === undefined) throw new BugError(`no source ${unit.sourceId}`);
  const mismatches: Mismatch[] = [];
  let nRecords = 0;
  for await (const batch of collectRecords(unit, source, { adapter, files: nodeFiles })) {
    const path = batchFolder(folder, batch.number);
    const part = join(path, 'raw_record.parquet');
    if (!context.isWhole(part) || !context.isWhole(join(path, 'counts.json'))) continue;
    const counts = await readCounts<BatchCounts>(path);
    const collected = new Set(
      batch.records.map(({ path: file, record }) =>
        placeKey(file, record.position.line, recordHash(record.payload.toWellFormed())),
      ),
    );
    const stored = counts.raw_record === 0 ? [] : await storedRecords(context.database, part);
    nRecords += stored.length;
    for (const row of stored)
      if (!collected.has(placeKey(row.path, row.line, row.recordHash))) mismatches.push(strange(row));
    if (batch.nItems !== counts.items || counts.raw_record + counts.rejected_record !== counts.items)
      mismatches.push(otherCount(unit, folder, { found: batch.nItems, kept: counts.items }));
  }
  return { nRecords, mismatches };
}

function placeKey(path: string, line: number | null, digest: string): string {
  return `${path}:${line ?? ''} ${digest}`;
}

function strange({ path, line }: { readonly path: string; readonly line: number | null }): Mismatch {
  return {
    check: 'sources',
    file: line === null ? path : `${path}:${line}`,
    problem: 'the record that the store keeps of this place is not what the file says',
    remedy: 'remove the folder of the run and run the study again',
  };
}

function otherCount(
  unit: InputUnit,
  folder: UnitFolder,
  n: { readonly found: number; readonly kept: number },
): Mismatch {
  return {
    check: 'sources',
    file: unit.slices[0]?.path ?? folder.path,
    problem: `it gives ${n.found} records; the store accounts for ${n.kept}`,
    remedy: 'remove the folder of the run and run the study again',
  };
}

/** Codings and polls: as they were, changed, gone, or come since. */
async function checkAttachments(
  study: StudyConfig,
  attachments: readonly Attachment[],
): Promise<{ mismatches: Mismatch[]; missing: string[] }> {
  const mismatches: Mismatch[] = [];
  const missing: string[] = [];
  const problem = (file: string, text: string): void => {
    mismatches.push({ check: 'sources', file, problem: text, remedy: REMEDY });
  };
  for (const { kind, path, sha256 } of attachments) {
    const content = await readFile(resolve(study.folder, path)).catch(() => null);
    if (content === null) missing.push(path);
    else if ((kind === 'coding' ? codingFileDigest(content) : hash('sha256', content, 'hex')) !== sha256)
      problem(path, `this ${kind} is not as it was when the run was made`);
  }
  if (missing.length > 0 || mismatches.length > 0) return { mismatches, missing };
  const known = new Set(attachments.map(({ path }) => path));
  const now = await readCodings(study).catch((error: unknown) => {
    if (!(error instanceof StudyError || error instanceof StudyProblems)) throw error;
    problem(
      relative(study.folder, codingsFolder(study)),
      `these codings cannot be read now: ${error.message}`,
    );
    return { files: [] };
  });
  for (const { path } of now.files) {
    const shown = relative(study.folder, join(codingsFolder(study), path))
      .split(sep)
      .join('/');
    if (!known.has(shown)) problem(shown, 'these codings came after the run was made');
  }
  return { mismatches, missing };
}
