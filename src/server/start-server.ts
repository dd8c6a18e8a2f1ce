import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { OWNER, type Role } from '../domain/account.ts';
import { StudyError } from '../errors/errors.ts';
import { createArticleService } from './article/article-service.ts';
import { openCoding } from './coding/open-coding.ts';
import { createApp } from './create-app.ts';
import { keptFinding } from './kept-result.ts';
import { readPageFiles } from './page-files.ts';
import { createQueryService } from './query/query-service.ts';
import { type LaunchRun, runsInProcesses } from './runs/run-process.ts';
import { createRunService } from './runs/run-service.ts';
import { serveStudy } from './served-study.ts';
import { createStartService } from './start/start-service.ts';
import { createStoreTurn } from './turns.ts';
import { openWorkbench } from './workbench.ts';

/** How to serve a study. */
export interface ServeOptions {
  /** Path of the study file, there or not yet. */
  readonly study: string;
  /** Folder of the run; absent = `out/<study id>`. */
  readonly out: string | undefined;
  /** 0 = any that is free. */
  readonly port: number;
  readonly version: string;
  /** Folder of the built page; absent = where `npm run build` puts it. */
  readonly page?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  /** People who get a link of their own. */
  readonly invite?: readonly { readonly name: string; readonly role: Role }[];
  /** Writes a line into the terminal. */
  readonly log: (line: string) => void;
  /** How runs are started; absent = each in a process of its own. */
  readonly launch?: LaunchRun;
}

/** A study that is being served. */
export interface RunningServer {
  /** Opens the page: it holds the token, so it is for this user alone. */
  readonly link: string;
  /** Links of those who were invited: each is told this once. */
  readonly invited: readonly { readonly name: string; readonly role: Role; readonly link: string }[];
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/**
 * Serves a study on this machine, to nobody else.
 * @throws {StudyError} `server/no-page`, `server/port-taken`, or where the study cannot be read
 */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const page = await readPageFiles(options.page);
  const { launch = runsInProcesses(options.env), now, log } = options;
  const served = serveStudy(options);
  const readFinding = keptFinding();
  const workbench = await openWorkbench({ ...options, served, readFinding });
  const turn = createStoreTurn();
  const runs = createRunService({ served, launch, turn, now, log });
  const start = createStartService(served);
  const query = createQueryService(served);
  const server = createServer();
  const port = await listen(server, options.port);
  const token = randomBytes(32).toString('base64url');
  const coding = openCoding({ ...options, served, turn, readFinding });
  const articles = createArticleService({ ...options, served, turn });
  const app = createApp({ ...options, workbench, coding, runs, start, query, articles, page, token, port });
  const linkOf = (secret: string): string => `http://${LOOPBACK}:${port}/?token=${secret}`;
  const invited = [];
  for (const { name, role } of options.invite ?? []) {
    const secret = await coding.accounts.invite(name, role);
    await coding.log.add({ name: OWNER, role: 'analyst' }, { deed: 'invite', about: name });
    invited.push({ name, role, link: linkOf(secret) });
  }
  // Routes are compiled by the first request: by one that is turned away, before anybody waits for it.
  await app.request(`http://${LOOPBACK}:${port}/`, { headers: { host: `${LOOPBACK}:${port}` } });
  server.on('request', getRequestListener(app.fetch));
  return {
    link: linkOf(token),
    invited,
    close: async () => {
      await runs.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      workbench.explorer.close();
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new StudyError('server/port-taken', { port }, { cause });
    throw cause;
  }
  return (server.address() as AddressInfo).port;
}
