import { simulateNoise } from '../../../src/stats/autoregressive-noise.ts';
import type { SeriesPoint } from '../../../src/stats/autoregressive-regression.ts';
import { normalDraw } from '../../../src/stats/normal.ts';

/** Variance of a week's net balance from 400 mentions. */
const MEASURED = 0.0016;

/** Variance of what moves from week to week beside the errors of measurement. */
const PROCESS = 0.0006;

/** Weeks with 280 to 570 mentions each, an autoregressive process of order one, and what `shape` adds. */
export function drawWeeks(
  of: { readonly weeks: number; readonly ar: number },
  random: () => number,
  shape: (week: number) => number = () => 0,
): SeriesPoint[] {
  const variances = Array.from({ length: of.weeks }, () => MEASURED * (0.7 + 0.7 * random()));
  const noise = simulateNoise({ processVariance: PROCESS, partial: [of.ar, 0] }, variances, random);
  return variances.map((variance, week) => ({ value: (noise[week] as number) + shape(week), variance }));
}

/** Ways in which a balance moves with no event at the middle of the series. */
export function drawDrift(name: string, weeks: number, random: () => number): (week: number) => number {
  const sign = random() < 0.5 ? -1 : 1;
  if (name === 'line of 10 points') return (week) => (sign * 0.1 * week) / weeks;
  if (name === 'line of 20 points') return (week) => (sign * 0.2 * week) / weeks;
  if (name === 'wave of 10 points') {
    const start = random();
    return (week) => 0.1 * Math.sin(2 * Math.PI * (week / weeks / 2 + start));
  }
  if (name === 'random walk') {
    let level = 0;
    const walk = Array.from({ length: weeks }, () => {
      level += 0.01 * normalDraw(random);
      return level;
    });
    return (week) => walk[week] as number;
  }
  if (name === 'step at one third') return (week) => (week >= weeks / 3 ? sign * 0.1 : 0);
  return () => 0;
}
