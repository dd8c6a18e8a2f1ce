import { BugError } from '../errors/errors.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell train`. */
export interface TrainCommandOptions {
  readonly data: string;
  readonly out: string;
  readonly seed: number;
  readonly json?: boolean;
}

/** `groundswell train`. */
export async function trainCommand(options: TrainCommandOptions, terminal: Terminal): Promise<void> {
  terminal.error(options.data);
  throw new BugError('not wired');
}
