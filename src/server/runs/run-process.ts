import { type ChildProcess, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ProgressEvent } from '../../pipeline/progress.ts';
import type { RunProblem } from './run-state.ts';

/** What a run in a process of its own says. */
export type RunMessage =
  | { readonly kind: 'event'; readonly event: ProgressEvent }
  | { readonly kind: 'result' }
  | { readonly kind: 'problems'; readonly problems: readonly RunProblem[] };

/** How a process ended. */
export interface RunEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A run in a process of its own. */
export interface RunProcess {
  readonly ended: Promise<RunEnd>;
  /** Ends it; a process that does not go is made to go. */
  cancel(): void;
}

/** Starts a run of a study into a folder and tells what it says. */
export type LaunchRun = (
  where: { readonly study: string; readonly out: string },
  onMessage: (message: RunMessage) => void,
) => RunProcess;

/** The program beside this build or these sources. */
const PROGRAM = fileURLToPath(new URL('../../../bin/groundswell.js', import.meta.url));

/** What a process may take to end before it is made to. */
const GRACE_MS = 5_000;

/**
 * Starts `groundswell run` as it is started in a terminal, in a process of its own: a run that fails takes nothing with it,
 * and one that is ended leaves whole batches or none. It ends with this process, as nobody reads what it says then. The author
 * key is looked for where `env` says.
 */
export function runsInProcesses(env: Readonly<Record<string, string | undefined>>): LaunchRun {
  return ({ study, out }, onMessage) => {
    const child = spawn(process.execPath, [PROGRAM, 'run', study, '--out', out, '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
      windowsHide: true,
    });
    giveWay(child);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = readMessage(line);
      if (message !== null) onMessage(message);
    });
    return { ended: endOf(child), cancel: () => end(child) };
  };
}

/** A run takes every core; those who read and code come first. */
function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended, or the system does not allow it: it runs as it is.
  }
}

function endOf(child: ChildProcess): Promise<RunEnd> {
  return new Promise((resolve) => {
    child.on('error', () => resolve({ code: null, signal: null }));
    // After `exit`, when everything it said was read.
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
}

function end(child: ChildProcess): void {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  child.on('close', () => clearTimeout(timer));
}

/** A line of `groundswell run --json`; null = none of ours. */
export function readMessage(line: string): RunMessage | null {
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof said !== 'object' || said === null || !('kind' in said)) return null;
  if (said.kind === 'result') return { kind: 'result' };
  if (said.kind === 'error') {
    const { problems } = said as unknown as { problems: readonly RunProblem[] };
    return {
      kind: 'problems',
      problems: problems.map(({ code, message, hint, line: at }) => ({ code, message, hint, line: at })),
    };
  }
  return { kind: 'event', event: said as ProgressEvent };
}
