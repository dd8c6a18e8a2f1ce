import { normalDraw } from '../../../src/stats/normal.ts';

/** A series to draw. */
export interface SeriesPlan {
  readonly bins: number;
  /** Mentions a bin, on average: weeks differ by a factor of about 1.5 each way. */
  readonly mentions: number;
  readonly autocorrelation: number;
  /** Standard deviation of the autoregressive process. */
  readonly processDeviation: number;
  /** Net balance by bin, before the process. */
  readonly level: (bin: number) => number;
}

/** A bin as the estimators get it. */
export interface DrawnBin {
  readonly value: number;
  readonly variance: number;
}

/** Share of mentions that take a side. */
const SIDED = 0.55;

/** Standard error of a net balance near zero from so many mentions, 55 % of which take a side. */
export function samplingDeviation(mentions: number): number {
  return Math.sqrt(SIDED / mentions);
}

/** Bins of counted mentions around a level with an autoregressive process; the variance of each is estimated from its own mentions. */
export function drawSeries(plan: SeriesPlan, random: () => number): DrawnBin[] {
  const { autocorrelation, processDeviation } = plan;
  let process = normalDraw(random);
  return Array.from({ length: plan.bins }, (_, bin) => {
    const n = Math.max(5, Math.round(plan.mentions * Math.exp(0.4 * normalDraw(random) - 0.08)));
    const drawn = countMentions(n, plan.level(bin) + processDeviation * process, random);
    process = autocorrelation * process + Math.sqrt(1 - autocorrelation ** 2) * normalDraw(random);
    return drawn;
  });
}

function countMentions(n: number, balance: number, random: () => number): DrawnBin {
  const favor = Math.min(Math.max((SIDED + balance) / 2, 0), SIDED);
  let sum = 0;
  let sided = 0;
  for (let i = 0; i < n; i++) {
    const u = random();
    if (u >= SIDED) continue;
    sided++;
    sum += u < favor ? 1 : -1;
  }
  const value = sum / n;
  // One mention on each side is added, so that no variance is zero.
  return { value, variance: ((sided + 2) / (n + 2) - (sum / (n + 2)) ** 2) / (n + 1) };
}
