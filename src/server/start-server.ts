import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { StudyError } from '../errors/errors.ts';
import { createApp } from './create-app.ts';
import { readPageFiles } from './page-files.ts';
import { openWorkbench } from './workbench.ts';

/** How to serve a study. */
export interface ServeOptions {
  /** Path of the study file. */
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
}

/** A study that is being served. */
export interface RunningServer {
  /** Opens the page: it holds the token, so it is for this user alone. */
  readonly link: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/**
 * Serves a study on this machine, to nobody else.
 * @throws {StudyError} `server/no-page`, `server/port-taken`, or where there is no study or finding
 */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const page = await readPageFiles(options.page);
  const workbench = await openWorkbench(options);
  const server = createServer();
  const port = await listen(server, options.port);
  const token = randomBytes(32).toString('base64url');
  const app = createApp({ ...options, workbench, page, token, port });
  server.on('request', getRequestListener(app.fetch));
  return {
    link: `http://${LOOPBACK}:${port}/?token=${token}`,
    close: async () => {
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
