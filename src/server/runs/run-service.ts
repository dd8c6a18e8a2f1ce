import { StudyError } from '../../errors/errors.ts';
import type { ServedStudy } from '../served-study.ts';
import type { StoreTurn } from '../turns.ts';
import type { LaunchRun, RunEnd, RunMessage, RunProcess } from './run-process.ts';
import { afterEvent, isUnderWay, NO_RUN, type RunProblem, type RunState, secondsSince } from './run-state.ts';

/** Runs of the study that is served, one at a time. */
export interface RunService {
  state(): RunState;
  /** @throws {StudyError} `server/run-in-progress`; `codings/busy`; where there is no study, or it cannot be read */
  start(): Promise<RunState>;
  /** Does nothing where none is under way. */
  cancel(): RunState;
  /** Calls a listener at each change; returns the way to stop that. */
  subscribe(listener: (state: RunState) => void): () => void;
  /** Ends the run under way. */
  close(): Promise<void>;
}

/** What runs are made with. */
export interface RunServiceOptions {
  readonly served: ServedStudy;
  readonly launch: LaunchRun;
  /** Held while a run is under way. */
  readonly turn: StoreTurn;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What the user must know and the page must not: problems of our own. */
  readonly log: (line: string) => void;
}

/** Makes the keeper of runs. */
export function createRunService({ served, launch, turn, now, log }: RunServiceOptions): RunService {
  const listeners = new Set<(state: RunState) => void>();
  let state = NO_RUN;
  let running: RunProcess | null = null;
  let isStarting = false;
  let leave = (): void => undefined;
  const change = (next: RunState): RunState => {
    state = next;
    for (const listener of listeners) listener(state);
    return state;
  };
  const hear = (message: RunMessage): void => {
    if (message.kind === 'event') change(afterEvent(state, message.event, now()));
    else if (message.kind === 'problems')
      change({ ...state, problems: message.problems.map((one) => shown(one, log)) });
  };
  const conclude = (end: RunEnd): void => {
    running = null;
    leave();
    change(ended({ ...state, seconds: secondsSince(state.startedAt, now()) }, end));
  };
  const start = async (): Promise<RunState> => {
    if (isStarting || isUnderWay(state)) throw new StudyError('server/run-in-progress', {});
    isStarting = true;
    try {
      await served.load();
      const where = { study: served.path, out: await served.out() };
      leave = turn.hold('a run of the study is under way');
      change({ ...NO_RUN, status: 'waiting', number: state.number + 1, startedAt: now() });
      running = launch(where, hear);
      running.ended.then(conclude, () => conclude({ code: null, signal: null }));
      return state;
    } finally {
      isStarting = false;
    }
  };
  const cancel = (): RunState => {
    if (running === null || state.status === 'cancelling') return state;
    change({ ...state, status: 'cancelling' });
    running.cancel();
    return state;
  };
  return {
    state: () => state,
    start,
    cancel,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      const { ended: last } = running ?? { ended: null };
      cancel();
      await last;
    },
  };
}

/** A run whose process ended: whole, ended on wish, or broken off, which always has a reason. */
function ended(state: RunState, { code, signal }: RunEnd): RunState {
  if (code === 0) return { ...state, status: 'done', problems: [] };
  if (state.status === 'cancelling') return { ...state, status: 'cancelled', problems: [] };
  if (state.problems.length > 0) return { ...state, status: 'failed' };
  const how = signal !== null ? `signal ${signal}` : code !== null ? `code ${code}` : 'it did not start';
  const { code: name, message, hint } = new StudyError('server/run-broken', { how });
  return { ...state, status: 'failed', problems: [{ code: name, message, hint, line: null }] };
}

/** Statements and our own mistakes are for the terminal. */
function shown(problem: RunProblem, log: (line: string) => void): RunProblem {
  if (problem.code !== 'store/query-failed' && problem.code !== 'bug/invariant') return problem;
  log(`error ${problem.code} ${problem.message}`);
  const { message, hint } = new StudyError('server/run-mistake', {});
  return { code: problem.code, message, hint, line: null };
}
