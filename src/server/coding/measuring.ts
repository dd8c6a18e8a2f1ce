import type { User } from '../../domain/account.ts';
import { runStudy } from '../../pipeline/run-study.ts';
import { describeProblem } from '../describe-problem.ts';
import type { CodingDeskOptions } from './coding-desk.ts';
import type { Measuring } from './contract.ts';

/** Measures a study again with the codings at hand, one time at a time. */
export interface Remeasure {
  state(): Measuring;
  /** Begins, or tells how far the one under way is. */
  start(user: User): Promise<Measuring>;
}

const IDLE: Measuring = { state: 'idle', stage: null, done: 0, total: 0, problem: null };

/** Nothing is being measured yet. */
export function openRemeasure({ study, run, log, turn }: CodingDeskOptions): Remeasure {
  let state = IDLE;
  const measure = async (): Promise<void> => {
    const config = await study();
    await turn.take('the study is being measured', () =>
      runStudy(config, {
        ...run(config),
        progress: (event) => {
          if (event.kind === 'stage-start')
            state = { ...state, stage: event.stage, done: 0, total: event.total };
          if (event.kind === 'stage-progress') state = { ...state, stage: event.stage, done: event.done };
        },
      }),
    );
  };
  return {
    state: () => state,
    start: async (user) => {
      if (state.state === 'running') return state;
      state = { ...IDLE, state: 'running' };
      await log.add(user, { deed: 'measure', about: (await study()).id });
      measure().then(
        () => {
          state = { ...IDLE, state: 'done' };
        },
        (error: unknown) => {
          state = { ...IDLE, state: 'failed', problem: describeProblem(error).problem };
        },
      );
      return state;
    },
  };
}
