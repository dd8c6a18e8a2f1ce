import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckOutcome, Mismatch } from '../domain/verification.ts';
import { readCustodyLog } from '../evidence/custody-log.ts';
import { CUSTODY_FILE, manifestHash, readCustody } from './custody.ts';
import type { RunManifest } from './run-manifest.ts';

const REMEDY = 'take the folder from a copy; if there is none, what was done to this run since is not known';

/**
 * Follows the chain of the log, and holds it to the manifest from both sides: the manifest names how far the log went when it was
 * written, and the last line that wrote a manifest names this one.
 */
export async function checkCustody(out: string, { custody }: RunManifest): Promise<CheckOutcome> {
  const of = { check: 'custody', missing: [] } as const;
  const differs = (problem: string, line?: number): CheckOutcome => {
    const file = line === undefined ? CUSTODY_FILE : `${CUSTODY_FILE}:${line}`;
    const mismatches: Mismatch[] = [{ check: 'custody', file, problem, remedy: REMEDY }];
    return { ...of, state: 'differs', detail: 'the log is not as it was written', mismatches };
  };
  if (!existsSync(join(out, CUSTODY_FILE))) {
    if (custody !== undefined) return differs('it is missing');
    return {
      ...of,
      state: 'agrees',
      detail: 'no log: the run was made by a version that kept none',
      mismatches: [],
    };
  }
  const { entries, hashes, broken } = readCustodyLog(await readCustody(out));
  if (broken !== null) return differs(broken.problem, broken.line);
  if (custody !== undefined && custody.lines > 0 && hashes[custody.lines - 1] !== custody.head)
    return differs(
      'it is not the line that the manifest names: the log was cut or written anew',
      custody.lines,
    );
  const last = entries.at(-1);
  if (last?.manifestAfter !== (await manifestHash(out)))
    return differs(
      'the last line names another manifest.json: it was changed, or a run ended before its line was written',
      Math.max(1, entries.length),
    );
  const gaps = entries.filter((one, i) => i > 0 && one.manifestBefore !== entries[i - 1]?.manifestAfter);
  const unexplained =
    gaps.length === 0
      ? ''
      : `; before ${gaps.map(({ n }) => `line ${n}`).join(', ')} the manifest changed without a line`;
  return {
    ...of,
    state: 'agrees',
    detail: `${entries.length} ${entries.length === 1 ? 'line' : 'lines'}, each bound to the one before${unexplained}`,
    mismatches: [],
  };
}
