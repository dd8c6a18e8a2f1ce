import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deletion } from '../domain/deletion.ts';
import type { CheckOutcome, Mismatch } from '../domain/verification.ts';
import { readCustodyLog } from '../evidence/custody-log.ts';
import type { StudyConfig } from '../study/config.ts';
import { composeDeletion } from './compose-deletion.ts';
import { readCustody } from './custody.ts';
import { describeDifferences } from './describe-differences.ts';
import { drawRechecked } from './draw-rechecked.ts';
import { deletionPath } from './read-beside.ts';
import { answersDigest, readFinishedLook } from './recheck-journal.ts';
import type { StageContext } from './run-context.ts';

const NUMBERS_REMEDY = 'take deletion.json from a copy of the folder, or look anew: groundswell recheck';
const ANSWERS_REMEDY = 'take store/recheck from a copy of the folder, or look anew: groundswell recheck';

/**
 * Makes `deletion.json` again from the answers that were kept and the corpus, and names what differs.
 * @param withStage opens the corpus, where there is something to make
 */
export async function checkDeletion(
  withStage: <Result>(work: (stage: StageContext) => Promise<Result>) => Promise<Result>,
  { study, out, runId }: { readonly study: StudyConfig; readonly out: string; readonly runId: string },
): Promise<CheckOutcome> {
  const of = { check: 'deletion', missing: [], mismatches: [] } as const;
  const text = await readFile(deletionPath(out), 'utf8').catch(() => null);
  if (text === null) return { ...of, state: 'agrees', detail: 'no later look: there is no deletion.json' };
  const kept = readDeletion(text);
  if (kept === null) return differing([{ ...NUMBERS, problem: 'it is no result of a recheck' }]);
  if (kept.runId !== runId)
    return { ...of, state: 'agrees', detail: 'deletion.json is of another run; nothing shows it' };
  const { seed, sample } = kept;
  const look = await readFinishedLook(join(out, 'store'), { runId, seed, sample });
  if (look === null) {
    const detail = `no finished look with seed ${seed} and sample ${sample} is kept in store/recheck`;
    return { ...of, state: 'not-checked', detail };
  }
  const { frame, drawn } = await withStage((stage) => drawRechecked(stage, { seed, sample }));
  const derived = composeDeletion({ study, runId, seed, sample, frame, drawn, answers: look });
  const numbers = describeDifferences(text, derived).map((problem) => ({ ...NUMBERS, problem }));
  const isWritten = (await writtenAnswers(out)) === answersDigest(look);
  const problem = 'the answers are not those that custody.jsonl names';
  const answers: Mismatch[] = isWritten
    ? []
    : [{ check: 'deletion', file: look.file, problem, remedy: ANSWERS_REMEDY }];
  if (numbers.length + answers.length > 0) return differing([...numbers, ...answers]);
  const detail = `deletion.json made anew from ${look.outcomes.size} answers and the store`;
  return { ...of, state: 'agrees', detail };
}

const NUMBERS = { check: 'deletion', file: 'deletion.json', remedy: NUMBERS_REMEDY } as const;

function differing(mismatches: readonly Mismatch[]): CheckOutcome {
  const detail = 'it is not what the answers and the store give';
  return { check: 'deletion', state: 'differs', detail, mismatches, missing: [] };
}

function readDeletion(text: string): Pick<Deletion, 'runId' | 'seed' | 'sample'> | null {
  try {
    const { runId, seed, sample } = JSON.parse(text) as Deletion;
    return typeof runId === 'string' && Number.isInteger(seed) && Number.isInteger(sample)
      ? { runId, seed, sample }
      : null;
  } catch {
    return null;
  }
}

/** Digest of the answers to the last look, as the log has it. */
async function writtenAnswers(out: string): Promise<string | number | undefined> {
  const { entries } = readCustodyLog(await readCustody(out));
  return entries.findLast(({ action }) => action === 'recheck')?.facts['answers'];
}
