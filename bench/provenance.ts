import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';

/** What a measurement was made on: processor, cores, memory, version of Node. */
export function describeMachine(): string {
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, ${memory} GiB, Node ${process.version}`;
}

/** What was measured: the commit, with `+changes` where the working tree differs from it, pages that benches write aside. */
export function describeCommit(): string {
  return (
    git(['rev-parse', '--short=10', 'HEAD']) +
    (git(['status', '--porcelain', '--', ':!bench/**/*.md']) === '' ? '' : '+changes')
  );
}

function git(args: string[]): string {
  try {
    return execFileSync('git', args, { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
