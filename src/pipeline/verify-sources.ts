import { createHash, hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { CheckOutcome, Mismatch } from '../domain/verification.ts';
import { StudyError, StudyProblems } from '../errors/errors.ts';
import type { StudyConfig } from '../study/config.ts';
import type { CompareSetup } from './compare-unit.ts';
import { nodeFiles } from './node-files.ts';
import type { Attachment, ManifestInput, RunManifest } from './run-manifest.ts';
import { codingFileDigest, codingsFolder, readCodings } from './study-codings.ts';
import { compareTasks } from './worker-pool.ts';
import type { UnitTask } from './worker-protocol.ts';

/** What the check of sources works with. */
export interface SourceContext extends CompareSetup {
  readonly manifest: RunManifest;
  readonly tasks: readonly UnitTask[];
  readonly threads: number;
}

const REMEDY = 'put the file back as it was read, or run the study again to measure what is there now';

/**
 * Reads the files of the study again: their bytes, and record by record what the store keeps of them. Files that are
 * gone are listed as missing: the store has their records.
 * @param attached what was found of codings and polls
 */
export async function checkSources(context: SourceContext, attached: CheckedFiles): Promise<CheckOutcome> {
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
  const tasks = context.tasks.filter(({ unit }) => unit.slices.every((slice) => whole.has(slice.path)));
  const compared = await compareTasks(tasks, { setup: context, threads: context.threads });
  const nRecords = compared.reduce((sum, one) => sum + one.nRecords, 0);
  mismatches.push(...compared.flatMap((one) => one.mismatches), ...attached.mismatches);
  missing.push(...attached.missing);
  const nothing = whole.size === 0 && missing.length > 0;
  return {
    check: 'sources',
    state: mismatches.length > 0 ? 'differs' : nothing ? 'not-checked' : 'agrees',
    detail: nothing
      ? 'no file of the sources is where it was read'
      : `${whole.size} files read again, ${nRecords} records compared`,
    mismatches,
    missing,
  };
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

/** Files that are not as they were, and files that are gone. */
export interface CheckedFiles {
  readonly mismatches: readonly Mismatch[];
  readonly missing: readonly string[];
}

/** Codings and polls: as they were, changed, gone, or come since. */
export async function checkAttachments(
  study: StudyConfig,
  attachments: readonly Attachment[],
): Promise<CheckedFiles> {
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
