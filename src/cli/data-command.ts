import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { SourceError } from '../errors/errors.ts';
import { DATA_SETS } from './data-sets.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell data`. */
export interface DataCommandOptions {
  readonly from?: string;
  readonly to: string;
}

/** `groundswell data`: unpacks the archives of the real data, or says where each set is published. */
export async function dataCommand(options: DataCommandOptions, terminal: Terminal): Promise<void> {
  const from = resolve(options.from ?? join('..', 'shared', 'data'));
  const to = resolve(options.to);
  const archives = existsSync(from)
    ? (await readdir(from)).filter((name) => name.endsWith('.tar.gz')).sort()
    : [];
  if (archives.length === 0) {
    terminal.out(
      'The real data are not here. Each set is published at its origin; put it under data/<name>/:\n\n',
    );
    for (const { name, use, origin } of DATA_SETS) {
      terminal.out(`${name.padEnd(28)} ${use.padEnd(9)} ${origin}\n`);
    }
    return;
  }
  await mkdir(to, { recursive: true });
  const run = promisify(execFile);
  for (const archive of archives) {
    const path = join(from, archive);
    await run('tar', ['-xzf', path, '-C', to]).catch((cause: unknown) => {
      const problem = cause instanceof Error ? cause.message : String(cause);
      throw new SourceError('source/unreadable', { path, problem }, { cause });
    });
  }
  terminal.out(`unpacked ${archives.length} data sets into ${options.to}\n`);
}
