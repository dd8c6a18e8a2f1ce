import { join } from 'node:path';
import { type CodedRun, makeCodedRun } from '../../src/server/fixtures/coded-run.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { buildPage } from './build-page.ts';

/** A served run with its store, in which something can be drawn and measured. */
export interface ServedCoded {
  readonly run: CodedRun;
  /** Folder of the built page. */
  readonly page: string;
  /** The link of now: it is new at each start. */
  link(): string;
  stop(): Promise<void>;
  /** Starts it again, on the same port. */
  start(): Promise<void>;
}

/** Builds the page and serves a small run with it. */
export async function serveCoded(): Promise<ServedCoded> {
  const run = await makeCodedRun();
  const page = join(run.folder, 'page');
  await buildPage(page);
  const begin = (port: number): Promise<RunningServer> =>
    startServer({
      study: run.study,
      out: run.out,
      port,
      version: '0.0.0',
      page,
      now: Date.now,
      env: {},
      log: () => undefined,
    });
  let server = await begin(0);
  const port = Number(new URL(server.link).port);
  return {
    run,
    page,
    link: () => server.link,
    stop: () => server.close(),
    start: async () => {
      server = await begin(port);
    },
  };
}
