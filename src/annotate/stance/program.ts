import { SourceError } from '../../errors/errors.ts';
import type { ProgramStanceConfig } from '../../study/config.ts';
import { NO_OPINION, type StanceAnnotator, type StanceInput, type StanceResult } from './annotator.ts';
import { type Program, type ProgramFailure, startProgram } from './program-process.ts';
import { parsedAnswer, readStanceAnswer, shownValue } from './stance-answer.ts';

/** What a program is run with beside its options in the study. */
export interface ProgramContext {
  /** Where it runs: the folder of the study. */
  readonly folder: string;
  readonly version: string;
}

/**
 * Asks a program: one JSON object a line in, one a line out, in any order within a request. The program starts with
 * the first request and goes on until `close`. An answer that is wrong or does not come stops the program.
 * @throws {SourceError} `annotator/…` naming the batch and the mentions in it
 */
export function createProgramStanceAnnotator(
  config: ProgramStanceConfig,
  context: ProgramContext,
): StanceAnnotator {
  const running: Running = { program: null, nextId: 1 };
  let turn: Promise<unknown> = Promise.resolve();
  return {
    name: config.name,
    version: context.version,
    trainedOn: [],
    annotate: (inputs, batch = 'the batch') => {
      const mine = turn.then(() => annotateAll(inputs, batch, { config, context, running }));
      turn = mine.catch(() => undefined);
      return mine;
    },
    close: () => {
      running.program?.close();
      running.program = null;
    },
  };
}

interface Running {
  program: Program | null;
  nextId: number;
}

interface Work {
  readonly config: ProgramStanceConfig;
  readonly context: ProgramContext;
  readonly running: Running;
}

async function annotateAll(
  inputs: readonly StanceInput[],
  batch: string,
  work: Work,
): Promise<StanceResult[]> {
  const results: StanceResult[] = inputs.map(() => NO_OPINION);
  const asked = inputs.flatMap((input, at) => (input.text.trim() === '' ? [] : [{ input, at }]));
  for (let start = 0; start < asked.length; start += work.config.batch) {
    const some = asked.slice(start, start + work.config.batch);
    const name = `${batch}, mentions ${start + 1} to ${start + some.length}`;
    for (const [i, result] of (
      await askProgram(
        some.map((one) => one.input),
        name,
        work,
      )
    ).entries())
      results[some[i]?.at ?? 0] = result;
  }
  return results;
}

/** One request: its lines and, in their order, the answers. */
async function askProgram(
  inputs: readonly StanceInput[],
  batch: string,
  { config, context, running }: Work,
): Promise<StanceResult[]> {
  running.program ??= startProgram({
    command: config.command,
    folder: context.folder,
    timeoutMs: config.timeoutSeconds * 1000,
  });
  const { program } = running;
  const placeOf = new Map(inputs.map((_, i) => [String(running.nextId + i), i]));
  const request = inputs.map((input, i) => requestLine(input, String(running.nextId + i))).join('');
  running.nextId += inputs.length;
  const answers = new Map<number, StanceResult>();
  try {
    const failure = await program.exchange(request, (line) => {
      if (line.trim() === '') return false;
      const { id, result } = readAnswer(line, { name: config.name, batch });
      const place = placeOf.get(id);
      const wrong = (problem: string) => wrongAnswer({ name: config.name, batch }, problem);
      if (place === undefined) throw wrong(`it answers id ${shownValue(id)}, which was not asked`);
      if (answers.has(place)) throw wrong(`it answers id ${shownValue(id)} twice`);
      answers.set(place, result);
      return answers.size === inputs.length;
    });
    if (failure !== null)
      throw failed(failure, { config, batch, asked: inputs.length, answered: answers.size });
  } catch (error) {
    program.kill();
    running.program = null;
    throw error;
  }
  return inputs.map((_, i) => answers.get(i) as StanceResult);
}

/** JSON keeps a post from writing a line of its own; lone surrogates, which some readers refuse, are replaced. */
function requestLine(input: StanceInput, id: string): string {
  const { text, spans, language, target = null, targetKind = null } = input;
  return `${JSON.stringify({ id, text: text.toWellFormed(), spans, language, target, targetKind })}\n`;
}

interface Asked {
  readonly name: string;
  readonly batch: string;
}

function readAnswer(line: string, asked: Asked): { id: string; result: StanceResult } {
  const answer = parsedAnswer(line);
  if (answer === null) throw wrongAnswer(asked, `the line ${shownValue(line)} is no JSON object`);
  const id = answer['id'];
  if (typeof id !== 'string' && typeof id !== 'number')
    throw wrongAnswer(asked, `the line ${shownValue(line)} has no id`);
  const result = readStanceAnswer(answer, id);
  if (typeof result === 'string') throw wrongAnswer(asked, result);
  return { id: String(id), result };
}

function wrongAnswer(asked: Asked, problem: string): SourceError {
  return new SourceError('annotator/wrong-answer', { ...asked, problem });
}

function failed(
  failure: ProgramFailure,
  of: {
    readonly config: ProgramStanceConfig;
    readonly batch: string;
    readonly asked: number;
    readonly answered: number;
  },
): SourceError {
  const { config, batch, asked, answered } = of;
  const { name } = config;
  switch (failure.kind) {
    case 'not-started':
      return new SourceError('annotator/not-started', {
        name,
        batch,
        command: config.command.join(' '),
        problem: failure.problem,
      });
    case 'ended':
      return new SourceError('annotator/ended', {
        name,
        batch,
        asked,
        answered,
        how: failure.how,
        lastWords: failure.lastWords,
      });
    case 'timed-out':
      return new SourceError('annotator/timed-out', {
        name,
        batch,
        asked,
        answered,
        seconds: config.timeoutSeconds,
      });
    case 'too-long':
      return wrongAnswer({ name, batch }, `a line is longer than ${failure.limit} characters`);
  }
}
