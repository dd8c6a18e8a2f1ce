import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { mount } from '../route.ts';
import { RUN_ROUTES } from './run-contract.ts';
import type { RunService } from './run-service.ts';
import { isUnderWay, type RunState } from './run-state.ts';

/** A page is told at most this often. */
const EVERY_MS = 200;

/** Something is sent at least this often, so that neither side takes the other for gone. */
const ALIVE_MS = 15_000;

/** Answers the requests about runs. */
export function mountRuns(app: Hono, runs: RunService): void {
  mount(app, RUN_ROUTES.startRun, () => runs.start());
  mount(app, RUN_ROUTES.currentRun, async () => runs.state());
  mount(app, RUN_ROUTES.cancelRun, async () => runs.cancel());
  mount(app, RUN_ROUTES.runEvents, async (_, context) => streamRun(context, runs));
}

function streamRun(context: Context, runs: RunService): Response {
  return streamSSE(context, async (stream) => {
    let wake = (): void => undefined;
    const unsubscribe = runs.subscribe(() => wake());
    stream.onAbort(() => wake());
    let sent: RunState | null = null;
    try {
      while (!stream.aborted) {
        const state = runs.state();
        if (state !== sent) {
          sent = state;
          await stream.writeSSE({ event: 'state', data: JSON.stringify(state) });
          if (!isUnderWay(state)) return;
          await stream.sleep(EVERY_MS);
          continue;
        }
        const heard = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const waited = stream.sleep(ALIVE_MS).then(() => 'late' as const);
        if (runs.state() === sent && (await Promise.race([heard, waited])) === 'late')
          await stream.write(': alive\n\n');
      }
    } finally {
      unsubscribe();
    }
  });
}
