import type { Terminal } from './terminal.ts';

/** Options of `groundswell train`. */
export interface TrainCommandOptions {
  readonly data: string;
  readonly out: string;
  readonly seed: number;
  readonly json?: boolean;
}
