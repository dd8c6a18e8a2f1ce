/** Printed by `node bench/statistics/calibrate-change-penalty.ts`; not written by hand. */
export const CHANGE_PENALTIES = {
  bins: [20, 40, 80, 160, 320],
  autocorrelations: [0.6, 0.75, 0.9],
  /** One row for each number of bins, one column for each autocorrelation. */
  penalties: [
    [12.5, 14, 15.5],
    [12.5, 14, 15.5],
    [12.5, 14, 16],
    [12.2, 14, 16],
    [12, 14, 16],
  ],
} as const;
