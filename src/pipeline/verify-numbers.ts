import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CheckOutcome, Mismatch } from '../domain/verification.ts';
import type { StudyConfig } from '../study/config.ts';
import { describeDifferences } from './describe-differences.ts';
import { finishRun } from './finish-run.ts';
import { deletionPath } from './read-beside.ts';
import { multiversePath } from './read-multiverse.ts';
import type { FinishContext } from './run-context.ts';

const OTHER_BYTES = 'the same values are written in other bytes';

/**
 * Runs every stage after annotation again, from the parts of the store, in a folder of its own, and compares the finding
 * and the report byte by byte with those of the run.
 * @param damaged files of the run that are known not to be what they were
 * @param context the run's parts, with `out` and `storeFolder` in a temporary folder
 */
export async function checkNumbers(
  study: StudyConfig,
  context: FinishContext,
  { out, damaged }: { readonly out: string; readonly damaged: ReadonlySet<string> },
): Promise<CheckOutcome> {
  await mkdir(context.out, { recursive: true });
  // The report shows what was computed afterwards; where that is damaged it is named already and cannot be shown.
  const paths = [multiversePath, deletionPath];
  const isShown = paths.every((path) => !damaged.has(basename(path(out))));
  if (isShown) for (const path of paths) await copyFile(path(out), path(context.out)).catch(() => undefined);
  const finding = await finishRun(study, context);
  const mismatches: Mismatch[] = [];
  const read = (folder: string, file: string): Promise<string> =>
    readFile(join(folder, file), 'utf8').catch(() => '');
  const kept = await read(out, 'finding.json');
  const isSame = kept === (await read(context.out, 'finding.json'));
  const remedy = 'run the study again: it is made anew from the store';
  if (!isSame) {
    const differences = describeDifferences(kept, finding);
    for (const problem of differences.length === 0 ? [OTHER_BYTES] : differences)
      mismatches.push({ check: 'numbers', file: 'finding.json', problem, remedy });
  }
  if (isShown && (await read(out, 'report.html')) !== (await read(context.out, 'report.html')))
    mismatches.push({
      check: 'numbers',
      file: 'report.html',
      problem: 'it is not what the store gives',
      remedy,
    });
  return {
    check: 'numbers',
    state: mismatches.length === 0 ? 'agrees' : 'differs',
    detail: `finding.json${isShown ? ' and report.html' : ''} made anew from the store`,
    mismatches,
    missing: [],
  };
}
