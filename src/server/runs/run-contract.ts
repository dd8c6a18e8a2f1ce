import { z } from 'zod';
import { NO_BODY, type Route } from '../route.ts';
import { runStateSchema } from './run-state.ts';

const startRun = {
  method: 'post',
  path: '/api/runs',
  summary: 'Starts a run of the study, as `groundswell run` does; one at a time.',
  body: z.strictObject({}),
  result: runStateSchema,
} as const satisfies Route;

const currentRun = {
  method: 'get',
  path: '/api/runs/current',
  summary: 'The run under way, or the last one since the server started.',
  body: NO_BODY,
  result: runStateSchema,
} as const satisfies Route;

const runEvents = {
  method: 'get',
  path: '/api/runs/current/events',
  summary:
    'The same as server-sent events named `state`, each time it changes; ends with the run, or at once where none is under way.',
  body: NO_BODY,
  result: runStateSchema,
  isStream: true,
} as const satisfies Route;

const cancelRun = {
  method: 'post',
  path: '/api/runs/current/cancel',
  summary: 'Ends the run under way. What it has read stays; the next run goes on from there.',
  body: z.strictObject({}),
  result: runStateSchema,
} as const satisfies Route;

/** Requests about runs. */
export const RUN_ROUTES = { startRun, currentRun, runEvents, cancelRun } as const;
