import { CHANGE_PENALTIES } from './change-penalty-table.ts';

/**
 * Deviance that a change must take away to be one: the 95 % quantile of what the best single step takes away in series without a
 * change, from a table simulated by `bench/statistics/calibrate-change-penalty.ts`, straight lines between its entries (in log bins).
 *
 * A series of a given length knows its own autocorrelation only roughly, so one below 0.6 is read as 0.6: the quantile is largest there,
 * and the rate of false alarms then holds for all autocorrelations up to 0.6 without knowing which it is.
 * Outside the table the nearest entry counts.
 * @param bins bins that are present
 * @param autocorrelation of the process, from bin to bin
 */
export function changePenalty(bins: number, autocorrelation: number): number {
  const { bins: lengths, autocorrelations, penalties } = CHANGE_PENALTIES;
  const row = place(lengths.map(Math.log), Math.log(bins));
  const column = place(autocorrelations, autocorrelation);
  const at = (i: number): number => {
    const entries = penalties[i] as readonly number[];
    return between(entries[column.low] as number, entries[column.low + 1] as number, column.share);
  };
  return between(at(row.low), at(row.low + 1), row.share);
}

function place(grid: readonly number[], value: number): { low: number; share: number } {
  const inside = Math.min(Math.max(value, grid[0] as number), grid.at(-1) as number);
  let low = 0;
  while (low < grid.length - 2 && inside > (grid[low + 1] as number)) low++;
  const [from, to] = [grid[low] as number, grid[low + 1] as number];
  return { low, share: (inside - from) / (to - from) };
}

function between(from: number, to: number, share: number): number {
  return from + share * (to - from);
}
