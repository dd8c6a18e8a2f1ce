import pc from 'picocolors';
import { StudyError, StudyProblems } from '../errors/errors.ts';

/** Where a command writes, so that tests can read it. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** True when a person watches: bars and colours. */
  readonly isInteractive: boolean;
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** As a shell has it: 128 + SIGPIPE. */
const NOBODY_READS = 141;

/** The process's own terminal. Where the reader went away, as with `| head`, the command ends without a word. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(NOBODY_READS);
    });
  }
  return {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    isInteractive: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
    env: process.env,
  };
}

/** Colours, or none where `NO_COLOR` is set or nobody watches. */
export function colours(terminal: Terminal): ReturnType<typeof pc.createColors> {
  const wanted = terminal.isInteractive && terminal.env['NO_COLOR'] === undefined;
  return pc.createColors(wanted);
}

/** Exit codes: 0 done · 2 the user can fix it · 3 an outside system failed · 70 our bug. */
export function exitCode(error: unknown): number {
  if (error instanceof StudyError || error instanceof StudyProblems) return 2;
  if (error instanceof Error && error.name === 'SourceError') return 3;
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code !== undefined && ['ENOSPC', 'EACCES', 'EROFS', 'EPERM', 'EMFILE', 'EIO'].includes(code)) return 3;
  return 70;
}
