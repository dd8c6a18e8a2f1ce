/** Printed by `node bench/statistics/calibrate-change-penalty.ts`; not written by hand. */
export const CHANGE_PENALTIES = {
  bins: [20, 40, 80, 160, 320],
  autocorrelations: [0.6, 0.75, 0.9],
  /** One row for each number of bins, one column for each autocorrelation. */
  penalties: [
    [11.39, 12.78, 14.07],
    [11.95, 12.82, 14.64],
    [11.54, 12.92, 15.42],
    [11.67, 12.61, 15.12],
    [11.69, 12.95, 14.97],
  ],
} as const;
