import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { addCustody, manifestHash } from './custody.ts';
import type { RunOptions } from './run-context.ts';

/**
 * Marks a run as begun; what it gives back, called with the finding when the manifest is written, adds the line of the run to the log. A
 * run that is killed leaves its mark, by which the next one knows that it goes on.
 */
export async function beginRunLog(
  storeFolder: string,
  options: Pick<RunOptions, 'out' | 'now' | 'version'>,
): Promise<(finding: Finding, codings: string | null) => Promise<void>> {
  const mark = join(storeFolder, 'running');
  const action = existsSync(mark) ? 'resume' : 'run';
  const manifestBefore = await manifestHash(options.out);
  await writeFile(mark, '');
  return async ({ manifest: { nRecords, recordsRoot } }, codings) => {
    const facts = {
      records: nRecords,
      ...(recordsRoot === undefined ? {} : { recordsRoot }),
      ...(codings === null ? {} : { codings }),
    };
    await addCustody(options.out, { action, command: 'run', facts, manifestBefore }, options);
    await rm(mark, { force: true });
  };
}
