import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckOutcome } from '../domain/verification.ts';
import { readTimeStamp, type TimeStampProblem } from '../evidence/time-stamp-token.ts';

/** Where a time-stamp token of a run is looked for, in its folder. */
export const SEAL_FILE = 'manifest.tsr';

const PROBLEMS: Readonly<Record<TimeStampProblem, string>> = {
  'not-der': 'it is no time-stamp token: its bytes are not DER',
  refused: 'the authority refused to stamp: the response has no token',
  'not-a-token': 'it is no time-stamp token of RFC 3161',
  'not-sha256': 'it stamps no SHA-256',
};

/** Compares the hash in the time-stamp token beside the manifest, where there is one, with that of the manifest. */
export async function checkSeal(out: string): Promise<CheckOutcome> {
  const bytes = await readFile(join(out, SEAL_FILE)).catch(() => null);
  const of = { check: 'seal', missing: [] } as const;
  if (bytes === null)
    return { ...of, state: 'agrees', detail: `no time stamp: there is no ${SEAL_FILE}`, mismatches: [] };
  const stamp = readTimeStamp(bytes);
  const manifest = hash('sha256', await readFile(join(out, 'manifest.json')), 'hex');
  if (typeof stamp === 'object' && stamp.sha256 === manifest)
    return {
      ...of,
      state: 'agrees',
      detail: `manifest.json stamped at ${shownTime(stamp.time)}; the signature was not checked`,
      mismatches: [],
    };
  const problem = typeof stamp === 'object' ? 'it stamps another manifest.json than this' : PROBLEMS[stamp];
  const remedy =
    'ask the authority for a token of manifest.json as it is now, or take the folder from a copy';
  return {
    ...of,
    state: 'differs',
    detail: `${SEAL_FILE} does not stamp this run`,
    mismatches: [{ check: 'seal', file: SEAL_FILE, problem, remedy }],
  };
}

/** `20240701120000Z` → `2024-07-01 12:00:00Z`; another form as it is. */
function shownTime(time: string): string {
  return time.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/, '$1-$2-$3 $4:$5:$6');
}
