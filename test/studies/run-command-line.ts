import { spawn } from 'node:child_process';

/** What a run of the command line gave. */
export interface CommandResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly error: string;
}

/** How to run it. */
export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Kill the process with SIGKILL after this many milliseconds. */
  readonly killAfterMs?: number;
  /** Stop reading its output after the first piece of it, as `| head` does. */
  readonly readsLittle?: boolean;
}

/** Runs `groundswell` as a user would, in a process of its own. */
export function runCommandLine(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['bin/groundswell.js', ...args], {
      env: { ...process.env, NO_COLOR: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = { out: '', error: '' };
    child.stdout.on('data', (data: Buffer) => {
      chunks.out += data.toString();
      if (options.readsLittle === true) child.stdout.destroy();
    });
    child.stderr.on('data', (data: Buffer) => {
      chunks.error += data.toString();
    });
    const timer =
      options.killAfterMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), options.killAfterMs);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (timer !== null) clearTimeout(timer);
      resolve({ code, signal, ...chunks });
    });
  });
}
