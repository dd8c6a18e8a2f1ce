import { once } from 'node:events';
import { ROLES, type Role } from '../domain/account.ts';
import { StudyError } from '../errors/errors.ts';
import { startServer } from '../server/start-server.ts';
import { programVersion } from './program-version.ts';
import { colours, type Terminal } from './terminal.ts';

/** Options of `groundswell serve`. */
export interface ServeCommandOptions {
  readonly out?: string;
  readonly port: number;
  readonly invite?: readonly string[];
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
    invite: (options.invite ?? []).map(invitation),
  });
  const c = colours(terminal);
  terminal.out(
    options.json === true
      ? `${JSON.stringify({ kind: 'result', link: server.link, invited: server.invited })}\n`
      : `\n${c.bold('Open')}   ${server.link}\n       The link is for you alone: who has it sees the posts. Ctrl+C ends.\n${server.invited.map(({ name, role, link }) => `${c.bold(name)} (${role})   ${link}\n`).join('')}`,
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
}

/** `anna:coder` as it was written. */
function invitation(written: string): { readonly name: string; readonly role: Role } {
  const [name = '', asked = ''] = written.split(':');
  const role = ROLES.find((one) => one === asked);
  if (role === undefined)
    throw new StudyError('cli/usage', {
      problem: `--invite "${written}": NAME:ROLE, the role one of ${ROLES.join(', ')}`,
    });
  return { name, role };
}
