import { join } from 'node:path';
import type { RunOptions } from '../../src/pipeline/run-context.ts';

/** How a replicate runs the whole program: alone, silent, with a key that its seed gives. */
export function runOptions(folder: string, seed: number): RunOptions {
  return {
    out: join(folder, 'result'),
    threads: 1,
    keyFile: join(folder, 'key'),
    progress: () => undefined,
    now: Date.now,
    randomBytes: (n) => Uint8Array.from({ length: n }, (_, i) => (seed >>> (8 * (i % 4))) & 255),
    version: 'bench',
  };
}
