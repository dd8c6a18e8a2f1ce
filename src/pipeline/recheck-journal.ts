import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESS_OUTCOMES, type AddressOutcome } from '../domain/deletion.ts';
import { canonicalDigest } from './canonical-digest.ts';

/** What was answered. */
export interface RecheckAnswers {
  /** Outcome by document and stance. */
  readonly outcomes: ReadonlyMap<string, AddressOutcome>;
  /** First and last answer, milliseconds since 1970; null = none. */
  readonly span: () => readonly [from: number, to: number] | null;
}

/** What was answered so far: kept line by line, so that an interrupted look goes on where it stopped. */
export interface RecheckJournal extends RecheckAnswers {
  /** Keeps answers on disk before it returns. */
  add(
    outcomes: readonly { readonly key: string; readonly outcome: AddressOutcome }[],
    at: number,
  ): Promise<void>;
  /** Everything was asked: the next look is a new one. */
  finish(): Promise<void>;
}

/** What draws documents: the same run, seed and sample draw the same. */
interface Draw {
  readonly runId: string;
  readonly seed: number;
  readonly sample: number;
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
export async function openRecheckJournal(storeFolder: string, draw: Draw): Promise<RecheckJournal> {
  await mkdir(join(storeFolder, FOLDER), { recursive: true });
  const { file, text } = (await readLooks(storeFolder, draw)).open;
  return journalAt(join(storeFolder, '..', file), text);
}

/** The answers to the last finished look at a draw, with their file in the folder of the run; null where none is kept. */
export async function readFinishedLook(
  storeFolder: string,
  draw: Draw,
): Promise<(RecheckAnswers & { readonly file: string }) | null> {
  const last = (await readLooks(storeFolder, draw)).finished.at(-1);
  return last === undefined ? null : { ...readAnswers(last.text), file: last.file };
}

/** What answers come to, in any order of asking. */
export function answersDigest({ outcomes, span }: RecheckAnswers): string {
  return canonicalDigest([[...outcomes].sort(([a], [b]) => (a < b ? -1 : 1)), span()]);
}

interface Look {
  /** Relative to the folder of the run. */
  readonly file: string;
  readonly text: string;
}

/** Looks at one draw in their order, and the one that goes on or begins. */
async function readLooks(storeFolder: string, draw: Draw): Promise<{ finished: Look[]; open: Look }> {
  const name = canonicalDigest([draw.runId, draw.seed, draw.sample]).slice(0, 16);
  const finished: Look[] = [];
  for (let round = 1; ; round++) {
    const file = `${name}-${round}.jsonl`;
    const path = join(storeFolder, FOLDER, file);
    const text = existsSync(path) ? await readFile(path, 'utf8') : '';
    const look = { file: `store/${FOLDER}/${file}`, text };
    if (!text.includes(FINISHED)) return { finished, open: look };
    finished.push(look);
  }
}

interface WritableAnswers extends RecheckAnswers {
  readonly outcomes: Map<string, AddressOutcome>;
  readonly times: number[];
}

function readAnswers(text: string): WritableAnswers {
  const outcomes = new Map<string, AddressOutcome>();
  const times: number[] = [];
  for (const line of text.split('\n')) {
    const answer = readLine(line);
    if (answer === null) continue;
    outcomes.set(answer.key, answer.outcome);
    times.push(answer.at);
  }
  return {
    outcomes,
    times,
    span: () =>
      times.length === 0
        ? null
        : [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))],
  };
}

function journalAt(path: string, text: string): RecheckJournal {
  const { outcomes, times, span } = readAnswers(text);
  let turn: Promise<unknown> = Promise.resolve();
  const write = (lines: string): Promise<void> => {
    const mine = turn.then(() => appendFile(path, lines));
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    outcomes,
    span,
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
