import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
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

/** The study file of a folder. */
const STUDY_FILE = 'study.yaml';

/**
 * `groundswell serve study.yaml`: the finding in a browser on this machine, until Ctrl+C. A folder, or no study at all, serves
 * `study.yaml` of that or the working folder, and begins a study where there is none.
 */
export async function serveCommand(
  study: string | undefined,
  options: ServeCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const server = await startServer({
    study: await studyFile(study ?? '.'),
    out: options.out,
    port: options.port,
    version: programVersion(),
    env: terminal.env,
    now: Date.now,
    invite: (options.invite ?? []).map(invitation),
    log: (line) => terminal.error(`${line}\n`),
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

async function studyFile(given: string): Promise<string> {
  const facts = await stat(given).catch((cause: unknown) => {
    throw new StudyError('study/not-found', { path: given }, { cause });
  });
  return facts.isDirectory() ? join(given, STUDY_FILE) : given;
}
