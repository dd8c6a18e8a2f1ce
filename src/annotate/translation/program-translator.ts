import type { ProgramTranslationConfig } from '../../study/translation-config.ts';
import { type Program, type ProgramFailure, startProgram } from '../stance/program-process.ts';
import { parsedAnswer, shownValue } from '../stance/stance-answer.ts';
import type { Passage, Translator } from './translator.ts';

/** What a program is run with beside its options in the study. */
export interface ProgramContext {
  /** Where it runs: the folder of the study. */
  readonly folder: string;
  readonly version: string;
  /** Language of the report. */
  readonly to: string;
}

/**
 * Asks a program: one JSON object a line in, `{"id","text","language","to"}`, one a line out, `{"id","translation"}`, in any order
 * within a request. A program that fails is asked nothing more; what it answered before stays, except in a request with a wrong line:
 * there nobody knows which text belongs to which.
 */
export function createProgramTranslator(
  config: ProgramTranslationConfig,
  { folder, version, to }: ProgramContext,
): Translator {
  const { command, timeoutSeconds, batch, name } = config;
  let program: Program | null = null;
  const close = (): void => {
    program?.close();
    program = null;
  };
  return {
    name,
    version,
    digest: JSON.stringify(['program', version, to]),
    isAsked: true,
    translate: async (passages, take) => {
      for (let start = 0; start < passages.length; start += batch) {
        program ??= startProgram({ command, folder, timeoutMs: timeoutSeconds * 1000 });
        const some = passages.slice(start, start + batch);
        const { answers, problem } = await askProgram(program, some, { start, to });
        for (const [place, text] of answers) take(start + place, text);
        if (problem === null) continue;
        program.kill();
        program = null;
        return problem === TIMED_OUT ? `no answer within ${timeoutSeconds} s` : problem;
      }
      return null;
    },
    close,
  };
}

const TIMED_OUT = 'timed out';

interface Answered {
  readonly answers: ReadonlyMap<number, string>;
  readonly problem: string | null;
}

async function askProgram(
  program: Program,
  passages: readonly Passage[],
  { start, to }: { readonly start: number; readonly to: string },
): Promise<Answered> {
  const line = ({ text, language }: Passage, place: number): string =>
    `${JSON.stringify({ id: String(start + place + 1), text: text.toWellFormed(), language, to })}\n`;
  const open = new Map(passages.map((_, place) => [String(start + place + 1), place]));
  const answers = new Map<number, string>();
  let wrong: string | null = null;
  const failure = await program.exchange(passages.map(line).join(''), (answer) => {
    if (answer.trim() === '') return false;
    const read = readAnswer(answer, open);
    if (typeof read === 'string') {
      wrong = read;
      return true;
    }
    open.delete(read.id);
    if (read.text !== null) answers.set(read.place, read.text);
    return open.size === 0;
  });
  if (wrong !== null) return { answers: new Map(), problem: wrong };
  return { answers, problem: failure === null ? null : problemOf(failure) };
}

/** Reads one line; a null translation says that the program has none. */
function readAnswer(
  line: string,
  open: ReadonlyMap<string, number>,
): { readonly id: string; readonly place: number; readonly text: string | null } | string {
  const answer = parsedAnswer(line);
  if (answer === null) return `the line ${shownValue(line)} is no JSON object`;
  const { id: written, translation } = answer as { id?: unknown; translation?: unknown };
  const id = typeof written === 'number' ? String(written) : written;
  const place = typeof id === 'string' ? open.get(id) : undefined;
  if (typeof id !== 'string' || place === undefined)
    return `it answers id ${shownValue(written)}, which is not awaited`;
  if (typeof translation !== 'string' && translation !== null)
    return `translation ${shownValue(translation)} of id ${shownValue(id)} is no text`;
  return { id, place, text: translation };
}

function problemOf(failure: ProgramFailure): string {
  switch (failure.kind) {
    case 'not-started':
      return `it cannot be started: ${failure.problem}`;
    case 'ended':
      return `it ended before it had answered: ${failure.how}${failure.lastWords === '' ? '' : `, ${failure.lastWords}`}`;
    case 'timed-out':
      return TIMED_OUT;
    case 'too-long':
      return `a line is longer than ${failure.limit} characters`;
  }
}
