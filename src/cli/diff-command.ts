import { resolve } from 'node:path';
import { diffRuns } from '../pipeline/diff-runs.ts';
import { diffText } from './diff-text.ts';
import type { Terminal } from './terminal.ts';

/** `groundswell diff RUN_A RUN_B`: what differs between two runs, and because of what. Returns 0 when nothing does, else 1. */
export async function diffCommand(
  folders: readonly [string, string],
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const diff = await diffRuns(resolve(folders[0]), resolve(folders[1]));
  terminal.out(options.json === true ? `${JSON.stringify(diff)}\n` : diffText(diff));
  return diff.isSame ? 0 : 1;
}
