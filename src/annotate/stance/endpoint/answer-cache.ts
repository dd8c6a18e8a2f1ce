import { appendFile, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PROBABILITY_UNIT, STANCE_LABELS, type StanceLabel } from '../../../domain/stance.ts';
import type { StanceResult } from '../annotator.ts';

/** Answers by the digest of what was asked. */
export interface AnswerCache {
  get(key: string): StanceResult | undefined;
  /** Keeps answers in memory and on disk before it returns. */
  add(answers: readonly (readonly [key: string, result: StanceResult])[]): Promise<void>;
}

/**
 * Opens a file of answers, one line each: the digest of what was asked, the label, the probabilities in ten-thousandths.
 * Every line is written with the line break before it, so that what a killed run left half written spoils no other
 * line; lines that are not whole are passed over, and what they held is asked again. `about` stands at the
 * top of a new file.
 */
export async function openAnswerCache(
  path: string,
  about: Readonly<Record<string, string | null>>,
): Promise<AnswerCache> {
  const answers = await readAnswers(path);
  let head = answers === null ? `\n${JSON.stringify(about)}` : '';
  const kept = answers ?? new Map<string, StanceResult>();
  let turn: Promise<unknown> = Promise.resolve();
  const write = async (lines: string): Promise<void> => {
    if (head !== '') await mkdir(dirname(path), { recursive: true });
    const first = head;
    head = '';
    await appendFile(path, first + lines);
  };
  return {
    get: (key) => kept.get(key),
    add: (added) => {
      const lines = added.map(([key, { label, against, neither, favor }]) => {
        kept.set(key, { label, against, neither, favor });
        return `\n${JSON.stringify({ key, label, p: [against, neither, favor] })}`;
      });
      const mine = turn.then(() => write(lines.join('')));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

async function readAnswers(path: string): Promise<Map<string, StanceResult> | null> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (file === null) return null;
  const answers = new Map<string, StanceResult>();
  for await (const line of file.readLines()) {
    const answer = readLine(line);
    if (answer !== null) answers.set(...answer);
  }
  return answers;
}

function readLine(line: string): [key: string, result: StanceResult] | null {
  const parts = LINE.exec(line);
  if (parts === null) return null;
  const [, key = '', label, ...written] = parts;
  const [against = 0, neither = 0, favor = 0] = written.map(Number);
  const isWhole = against + neither + favor === PROBABILITY_UNIT;
  return isWhole ? [key, { label: label as StanceLabel, against, neither, favor }] : null;
}

const LINE = new RegExp(
  `^\\{"key":"([\\w-]{43})","label":"(${STANCE_LABELS.join('|')})","p":\\[(\\d{1,5}),(\\d{1,5}),(\\d{1,5})\\]\\}$`,
);
