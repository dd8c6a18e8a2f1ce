import { once } from 'node:events';
import { startServer } from '../server/start-server.ts';
import { programVersion } from './program-version.ts';
import { colours, type Terminal } from './terminal.ts';

/** Options of `groundswell serve`. */
export interface ServeCommandOptions {
  readonly out?: string;
  readonly port: number;
  readonly json?: boolean;
}

/** `groundswell serve study.yaml`: the finding in a browser on this machine, until Ctrl+C. */
export async function serveCommand(
  study: string,
  options: ServeCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const server = await startServer({
    study,
    out: options.out,
    port: options.port,
    version: programVersion(),
    env: terminal.env,
    now: Date.now,
  });
  const c = colours(terminal);
  terminal.out(
    options.json === true
      ? `${JSON.stringify({ kind: 'result', link: server.link })}\n`
      : `\n${c.bold('Open')}   ${server.link}\n       The link is for you alone: who has it sees the posts. Ctrl+C ends.\n`,
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
}
