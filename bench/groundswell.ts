import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What is asked here the kernel counts anyway, so that looking costs next to nothing. */
const WATCH_MS = 200;

class BenchError extends Error {}

/** What the command says when a stage ends. */
export interface StageEnd {
  readonly kind: 'stage-end';
  readonly stage: string;
  readonly seconds: number;
  readonly skipped: boolean;
  readonly rows: number;
  readonly threadSeconds?: Record<string, number>;
}

/** An event of the command, which it prints as a line of JSON. */
export interface ProgressLine {
  readonly kind: string;
  readonly stage?: string;
}

/** A run of the command. */
export interface Timed {
  readonly seconds: number;
  /** Of all its processes together, looked at five times a second; files that several of them have open count once. */
  readonly peakMb: number;
  /** Seconds of processor time of all its processes, as far as they were seen: other programs move them less than the clock. */
  readonly cpuSeconds: number;
  readonly stages: readonly StageEnd[];
}

/** Runs the command line as a user would and reads its events; `onEvent` sees each when it comes, with the process. */
export function groundswell(
  args: readonly string[],
  onEvent: (event: ProgressLine, pid: number) => void = () => {},
): Promise<Timed> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['bin/groundswell.js', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const pid = child.pid ?? 0;
    let [peakKb, cpuSeconds] = [0, 0];
    const watch = setInterval(() => {
      peakKb = Math.max(peakKb, residentKb(pid));
      cpuSeconds = Math.max(cpuSeconds, treeSeconds(pid));
    }, WATCH_MS);
    let rest = '';
    let error = '';
    const stages: StageEnd[] = [];
    child.stdout.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines.filter((one) => one.startsWith('{'))) {
        const event = JSON.parse(line) as ProgressLine;
        if (event.kind === 'stage-end') stages.push(event as StageEnd);
        onEvent(event, pid);
      }
    });
    child.stderr.on('data', (data: Buffer) => {
      error += data.toString();
    });
    child.on('close', (code) => {
      clearInterval(watch);
      if (code !== 0) {
        reject(new BenchError(`groundswell ${args.join(' ')} ended with ${code}\n${error}`));
        return;
      }
      const seconds = (performance.now() - started) / 1000;
      resolve({ seconds, peakMb: Math.round(peakKb / 1024), cpuSeconds, stages });
    });
  });
}

/**
 * Resident memory of a process and its children, kB: what each has for itself, and once the pages of files, which are the same
 * programs. Proportional set sizes would be exact, and the kernel goes through every page to add them up.
 */
function residentKb(pid: number): number {
  const sizes = treeOf(pid).map((one) => {
    const status = read(`/proc/${one}/status`);
    const kb = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { own: kb('RssAnon'), files: kb('RssFile') + kb('RssShmem') };
  });
  const own = sizes.reduce((sum, one) => sum + one.own, 0);
  return own + Math.max(...sizes.map((one) => one.files));
}

function treeOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(treeOf)];
}

/** Processor time of a process, of its children, and of those that have ended. */
function treeSeconds(pid: number): number {
  const [own = 0, system = 0, ended = 0, endedSystem = 0] = statOf(pid).slice(11, 15).map(Number);
  const all = (own + system + ended + endedSystem) / TICKS;
  return childrenOf(pid).reduce((sum, child) => sum + treeSeconds(child), all);
}

/** Of the clock that the system counts processor time by, a second. */
const TICKS = 100;

function childrenOf(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
}

/** The fields of `/proc/<pid>/stat` behind the name of the process. */
function statOf(pid: number): string[] {
  return read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ');
}

/** What a process has used so far: seconds of processor time, and the most memory it ever had, MB. */
export function usageOf(pid: number): { readonly cpuSeconds: number; readonly peakMb: number } {
  const fields = statOf(pid);
  const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  const peakKb = Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
  return { cpuSeconds: ticks / TICKS, peakMb: peakKb / 1024 };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
