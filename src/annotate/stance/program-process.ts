import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { printable } from './printable.ts';

/** How a program is run. */
export interface ProgramOptions {
  /** The program and its arguments; no shell reads them. */
  readonly command: readonly string[];
  /** Where it runs. */
  readonly folder: string;
  /** Longest wait for the answers to one request. */
  readonly timeoutMs: number;
}

/** Why a program did not answer. */
export type ProgramFailure =
  | { readonly kind: 'not-started'; readonly problem: string }
  /** `lastWords`: the end of what it wrote to its error stream. */
  | { readonly kind: 'ended'; readonly how: string; readonly lastWords: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'too-long'; readonly limit: number };

/** A running program that answers lines with lines. */
export interface Program {
  /**
   * Writes a request and hands every line of the answer to `take` until that says that nothing is missing. Gives the
   * failure, or null. What `take` throws, this throws.
   */
  exchange(request: string, take: (line: string) => boolean): Promise<ProgramFailure | null>;
  /** Ends its input, and the program itself if it does not stop by then. */
  close(): void;
  /** Stops it at once. */
  kill(): unknown;
}

/** A line of more characters than this is no answer: it is not kept in memory. */
const LONGEST_LINE = 1_000_000;
const LAST_WORDS = 400;
const GRACE_MS = 2_000;

/** Starts a program. That it cannot be started is said by the first exchange. */
export function startProgram(options: ProgramOptions): Program {
  let ended: ProgramFailure | null = null;
  let onEnd: (failure: ProgramFailure) => void = () => undefined;
  const child = spawned(options, (failure) => {
    ended ??= failure;
    onEnd(ended);
  });
  if (child === null) return { exchange: async () => ended, close: () => undefined, kill: () => undefined };
  const lines = lineReader(child);
  const exchange: Program['exchange'] = async (request, take) => {
    if (ended !== null) return ended;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<ProgramFailure | null>((resolve, reject) => {
        onEnd = resolve;
        timer = setTimeout(() => resolve({ kind: 'timed-out' }), options.timeoutMs);
        lines.read((line) => {
          if (line === null) resolve({ kind: 'too-long', limit: LONGEST_LINE });
          else {
            try {
              if (!take(line)) return true;
              resolve(null);
            } catch (wrong) {
              reject(wrong);
            }
          }
          return false;
        });
        child.stdin.write(request);
      });
    } finally {
      onEnd = () => undefined;
      lines.stop();
      clearTimeout(timer);
    }
  };
  const close = (): void => {
    child.stdin.end();
    child.stdout.resume();
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    child.once('exit', () => clearTimeout(timer));
  };
  return { exchange, close, kill: () => child.kill('SIGKILL') };
}

/** Starts the process and says, once, how it ended. It does not outlive this one. */
function spawned(
  { command, folder }: ProgramOptions,
  onEnd: (failure: ProgramFailure) => void,
): ChildProcessWithoutNullStreams | null {
  const [file = '', ...words] = command;
  let child: ChildProcessWithoutNullStreams;
  try {
    child = spawn(file, words, { cwd: folder, stdio: 'pipe', shell: false, windowsHide: true });
  } catch (cause) {
    onEnd({ kind: 'not-started', problem: cause instanceof Error ? cause.message : String(cause) });
    return null;
  }
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = `${lastWords}${text}`.slice(-LAST_WORDS);
  });
  // A program that has ended cannot be written to; its end is said below.
  child.stdin.on('error', () => undefined);
  child.on('close', (code, signal) => {
    onEnd({ kind: 'ended', how: signal ?? `exit code ${code}`, lastWords: printable(lastWords) });
  });
  const kill = (): boolean => child.kill('SIGKILL');
  const passOn = (signal: NodeJS.Signals): void => {
    kill();
    release();
    process.kill(process.pid, signal);
  };
  const release = (): unknown => process.off('exit', kill).off('SIGTERM', passOn).off('SIGINT', passOn);
  process.once('exit', kill).once('SIGTERM', passOn).once('SIGINT', passOn);
  child.once('exit', release).on('error', (error) => {
    release();
    onEnd({ kind: 'not-started', problem: error.message });
  });
  return child;
}

interface LineReader {
  /** Hands over line by line, null for one that is too long, until `take` gives false. */
  read(take: (line: string | null) => boolean): void;
  /** Leaves what comes next in the pipe. */
  stop(): void;
}

function lineReader(child: ChildProcessWithoutNullStreams): LineReader {
  let rest = '';
  let take: ((line: string | null) => boolean) | null = null;
  const handOver = (): void => {
    for (let end = rest.indexOf('\n'); take !== null && end >= 0; end = rest.indexOf('\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 1);
      if (!take(line)) take = null;
    }
    if (take !== null && rest.length > LONGEST_LINE) {
      rest = '';
      take(null);
    }
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    rest += text;
    handOver();
  });
  child.stdout.pause();
  return {
    read: (next) => {
      take = next;
      child.stdout.resume();
      handOver();
    },
    stop: () => {
      take = null;
      child.stdout.pause();
    },
  };
}
