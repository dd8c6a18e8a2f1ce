import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A study that `groundswell serve` serves in a process of its own. */
export interface ServedStudy {
  readonly link: string;
  readonly invited: readonly { readonly name: string; readonly role: string; readonly link: string }[];
  end(): Promise<void>;
}

/**
 * Serves a study as a user does.
 * @param invite as the command takes it: `anna:coder`
 */
export async function serveStudy(
  study: string,
  out: string,
  invite: readonly string[],
): Promise<ServedStudy> {
  const child = spawn(
    process.execPath,
    [
      ...['bin/groundswell.js', 'serve', study, '--out', out, '--json'],
      ...invite.flatMap((one) => ['--invite', one]),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`groundswell serve ended with ${code}; was the page built (\`npm run build\`)?`);
  });
  const said = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const [line] = await Promise.race([said, ended]);
  return {
    ...(JSON.parse(line) as Pick<ServedStudy, 'link' | 'invited'>),
    end: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
