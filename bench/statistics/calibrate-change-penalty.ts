/**
 * Simulates the penalty for a change and writes `src/stats/change-penalty-table.ts`: the 95 % quantile of the fall of the deviance by the best
 * single step in series without a change, by number of bins and autocorrelation. One tenth of the variance is measurement error, which differs
 * from bin to bin; with more, the quantile is smaller.
 *
 *     node bench/statistics/calibrate-change-penalty.ts
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { measuredSeries } from '../../src/stats/noise-model.ts';
import { normalDraw } from '../../src/stats/normal.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { stepSearch } from '../../src/stats/step-search.ts';

const BINS = [20, 40, 80, 160, 320];
const AUTOCORRELATIONS = [0.6, 0.75, 0.9];
const LEVEL = 0.95;
const SHORTEST = 4;

function bestFall(bins: number, autocorrelation: number, random: () => number): number {
  let process = normalDraw(random);
  const drawn = Array.from({ length: bins }, () => {
    const variance = 0.1 * Math.exp(0.4 * normalDraw(random) - 0.08);
    const value = Math.sqrt(0.9) * process + Math.sqrt(variance) * normalDraw(random);
    process = autocorrelation * process + Math.sqrt(1 - autocorrelation ** 2) * normalDraw(random);
    return { value, variance };
  });
  const search = stepSearch(measuredSeries(drawn), { shortest: SHORTEST });
  return (search(0)?.deviance ?? 0) - (search(1)?.deviance ?? 0);
}

const penalties = BINS.map((bins) =>
  AUTOCORRELATIONS.map((autocorrelation) => {
    const random = seededRandom(1000 * bins + 100 * autocorrelation);
    const replicates = bins <= 80 ? 2000 : bins <= 160 ? 1000 : 500;
    const falls = Array.from({ length: replicates }, () => bestFall(bins, autocorrelation, random));
    const quantile = falls.sort((a, b) => a - b)[Math.ceil(LEVEL * replicates)] as number;
    process.stderr.write(`${bins} bins, autocorrelation ${autocorrelation}: ${quantile.toFixed(2)}\n`);
    return Math.round(100 * quantile) / 100;
  }),
);

const path = 'src/stats/change-penalty-table.ts';
writeFileSync(
  path,
  `/** Printed by \`node bench/statistics/calibrate-change-penalty.ts\`; not written by hand. */
export const CHANGE_PENALTIES = {
  bins: ${JSON.stringify(BINS)},
  autocorrelations: ${JSON.stringify(AUTOCORRELATIONS)},
  /** One row for each number of bins, one column for each autocorrelation. */
  penalties: ${JSON.stringify(penalties)},
} as const;
`,
);
execFileSync('npx', ['biome', 'format', '--write', path]);
