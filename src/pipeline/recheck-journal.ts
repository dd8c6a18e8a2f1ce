import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESS_OUTCOMES, type AddressOutcome } from '../domain/deletion.ts';
import { canonicalDigest } from './canonical-digest.ts';

/** What was answered so far: kept line by line, so that an interrupted look goes on where it stopped. */
export interface RecheckJournal {
  /** Outcome by document and stance. */
  readonly outcomes: ReadonlyMap<string, AddressOutcome>;
  /** First and last answer, milliseconds since 1970; null = none. */
  readonly span: () => readonly [from: number, to: number] | null;
  /** Keeps answers on disk before it returns. */
  add(
    outcomes: readonly { readonly key: string; readonly outcome: AddressOutcome }[],
    at: number,
  ): Promise<void>;
  /** Everything was asked: the next look is a new one. */
  finish(): Promise<void>;
}

const FOLDER = 'recheck';
const FINISHED = '{"finished":true}';

/** Answers are about documents, by their ids: who or what is forgotten must not stay in them. */
export async function removeRechecks(storeFolder: string): Promise<void> {
  await rm(join(storeFolder, FOLDER), { recursive: true, force: true });
}

/**
 * Opens the answers to one draw: those of a look that was interrupted, or a new file. Every line is written with the line break before it,
 * so that what a killed look left half written spoils no other; what it held is asked again.
 */
export async function openRecheckJournal(
  storeFolder: string,
  draw: { readonly runId: string; readonly seed: number; readonly sample: number },
): Promise<RecheckJournal> {
  const folder = join(storeFolder, FOLDER);
  await mkdir(folder, { recursive: true });
  const name = canonicalDigest([draw.runId, draw.seed, draw.sample]).slice(0, 16);
  for (let round = 1; ; round++) {
    const path = join(folder, `${name}-${round}.jsonl`);
    const text = existsSync(path) ? await readFile(path, 'utf8') : '';
    if (!text.includes(FINISHED)) return journalAt(path, text);
  }
}

function journalAt(path: string, text: string): RecheckJournal {
  const outcomes = new Map<string, AddressOutcome>();
  const times: number[] = [];
  for (const line of text.split('\n')) {
    const answer = readLine(line);
    if (answer === null) continue;
    outcomes.set(answer.key, answer.outcome);
    times.push(answer.at);
  }
  let turn: Promise<unknown> = Promise.resolve();
  const write = (lines: string): Promise<void> => {
    const mine = turn.then(() => appendFile(path, lines));
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    outcomes,
    span: () =>
      times.length === 0
        ? null
        : [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))],
    add: async (added, at) => {
      for (const { key, outcome } of added) outcomes.set(key, outcome);
      times.push(at);
      await write(added.map((one) => `\n${JSON.stringify({ ...one, at })}`).join(''));
    },
    finish: () => write(`\n${FINISHED}`),
  };
}

const LINE = new RegExp(
  `^\\{"key":"([0-9a-f]{16} [a-z]+)","outcome":"(${ADDRESS_OUTCOMES.join('|')})","at":(\\d{1,16})\\}$`,
);

function readLine(line: string): { key: string; outcome: AddressOutcome; at: number } | null {
  const [, key, outcome, at] = LINE.exec(line) ?? [];
  return key === undefined ? null : { key, outcome: outcome as AddressOutcome, at: Number(at) };
}
