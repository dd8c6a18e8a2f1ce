import { z } from 'zod';
import type { ProgressEvent } from '../../pipeline/progress.ts';

const stageSchema = z.object({
  stage: z.string(),
  isDone: z.boolean(),
  /** Of `unit`; 0 of 0 where the stage does not count. */
  done: z.number(),
  total: z.number(),
  unit: z.string(),
  /** What it made, once it is done. */
  rows: z.number(),
  seconds: z.number(),
  /** Everything was there from an earlier run. */
  isSkipped: z.boolean(),
  /** By the pace so far; null = nothing to go by. */
  secondsLeft: z.number().nullable(),
});

const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  line: z.number().nullable(),
});

/** A run as the page shows it: the one under way, or the last one since the server started. */
export const runStateSchema = z.object({
  status: z
    .enum(['none', 'waiting', 'running', 'cancelling', 'cancelled', 'failed', 'done'])
    .describe('`none` = no run since the server started; `waiting` = begun, no stage yet.'),
  /** Counts runs, so that a page knows one that it has seen. */
  number: z.int(),
  /** Milliseconds since 1970. */
  startedAt: z.number().nullable(),
  seconds: z.number(),
  stages: z.array(stageSchema),
  warnings: z.array(z.string()),
  /** What a service will be asked, where the study has one. */
  estimate: z
    .object({
      host: z.string(),
      model: z.string(),
      nAsked: z.number(),
      cost: z.number().nullable(),
      currency: z.string().nullable(),
    })
    .nullable(),
  /** Why it failed, each with its remedy. */
  problems: z.array(problemSchema),
});

/** A run as the page shows it. */
export type RunState = z.infer<typeof runStateSchema>;

/** One stage of a run as the page shows it. */
export type RunStage = z.infer<typeof stageSchema>;

/** A problem that ended a run. */
export type RunProblem = z.infer<typeof problemSchema>;

/** Before the first run. */
export const NO_RUN: RunState = {
  status: 'none',
  number: 0,
  startedAt: null,
  seconds: 0,
  stages: [],
  warnings: [],
  estimate: null,
  problems: [],
};

/** Whether a run is under way. */
export function isUnderWay({ status }: Pick<RunState, 'status'>): boolean {
  return status === 'waiting' || status === 'running' || status === 'cancelling';
}

/** More than these are not kept: a page is no log. */
const MOST_WARNINGS = 20;

/** A run after one more event of it; `at` is in milliseconds since 1970. */
export function afterEvent(state: RunState, event: ProgressEvent, at: number): RunState {
  const seconds = secondsSince(state.startedAt, at);
  const status = state.status === 'waiting' ? 'running' : state.status;
  switch (event.kind) {
    case 'warning':
      return { ...state, seconds, warnings: [...state.warnings, event.message].slice(-MOST_WARNINGS) };
    case 'estimate': {
      const { host, model, nAsked, cost, currency } = event.estimate;
      return { ...state, seconds, estimate: { host, model, nAsked, cost, currency } };
    }
    case 'stage-start': {
      const { stage, total, unit } = event;
      const counts = { done: 0, total, unit, rows: 0, seconds: 0 };
      return withStage(
        { ...state, status, seconds },
        { stage, isDone: false, ...counts, isSkipped: false, secondsLeft: null },
      );
    }
    case 'stage-progress': {
      const known = state.stages.find(({ stage }) => stage === event.stage);
      const { stage, done, total, unit } = event;
      const before = state.stages.reduce((sum, one) => sum + (one.isDone ? one.seconds : 0), 0);
      const spent = Math.max(0, seconds - before);
      const share = total === 0 ? 1 : done / total;
      const secondsLeft = share > 0 ? Math.ceil((spent * (1 - share)) / share) : null;
      return withStage(
        { ...state, status, seconds },
        { ...(known ?? newStage(stage)), done, total, unit, seconds: spent, secondsLeft },
      );
    }
    case 'stage-end': {
      const known = state.stages.find(({ stage }) => stage === event.stage) ?? newStage(event.stage);
      const { rows, skipped: isSkipped } = event;
      const ended = { ...known, isDone: true, rows, seconds: event.seconds, isSkipped, secondsLeft: 0 };
      return withStage({ ...state, status, seconds }, ended);
    }
  }
}

/** Seconds from one time to another, in milliseconds since 1970. */
export function secondsSince(startedAt: number | null, at: number): number {
  return startedAt === null ? 0 : Math.max(0, (at - startedAt) / 1000);
}

const newStage = (stage: string): RunStage => ({
  stage,
  isDone: false,
  done: 0,
  total: 0,
  unit: '',
  rows: 0,
  seconds: 0,
  isSkipped: false,
  secondsLeft: null,
});

function withStage(state: RunState, changed: RunStage): RunState {
  const at = state.stages.findIndex(({ stage }) => stage === changed.stage);
  return { ...state, stages: at < 0 ? [...state.stages, changed] : state.stages.with(at, changed) };
}
