import { bestStep, type FittedShifts, fitShifts, regressOnShifts } from './level-shifts.ts';
import type { MeasuredSeries, NoiseModel } from './noise-model.ts';
import { optimalPartitions } from './optimal-partition.ts';
import { segmentCosts } from './segment-cost.ts';

const MOST_ROUNDS = 4;

/**
 * Lists for each number of steps from 0 up the steps that explain a series best, with the noise around them. The noise decides
 * where the steps are and the steps decide what is noise, so both are found in turn: exact optimal partitioning at the noise of
 * the moment, each step moved to its best bin with the noise going on across it, noise fitted again; until nothing moves.
 * It starts from the noise without steps and from half of it without autocorrelation, since a step left in the noise looks like autocorrelation.
 *
 * @param shortest fewest present bins of a segment
 * @returns one entry for each number of steps, computed when asked for; null where the segments would be too short
 */
export function stepSearch(
  series: MeasuredSeries,
  { shortest }: { readonly shortest: number },
): (steps: number) => FittedShifts | null {
  const known = new Map<string, FittedShifts>();
  const fitted = (changes: readonly number[]): FittedShifts => {
    const key = changes.join();
    const one =
      known.get(key) ??
      fitShifts(
        series,
        changes.map((start) => ({ start, duration: 1 })),
      );
    known.set(key, one);
    return one;
  };
  const none = fitted([]);
  const found: (FittedShifts | null)[] = [none];
  const inTurn = (steps: number, start: NoiseModel): FittedShifts | null => {
    let best: FittedShifts | null = null;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const noise: NoiseModel = best?.noise ?? start;
      const cost = segmentCosts(series, noise, { shape: 'level', shortest });
      const partition = optimalPartitions(cost, { n: series.values.length, mostChanges: steps })[steps];
      if (partition === undefined) return null;
      const next = fitted(moveSteps(series, partition.changes, { noise, shortest }));
      if (best !== null && next.deviance >= best.deviance) return best;
      best = next;
    }
    return best;
  };
  return (steps) => {
    for (let k = found.length; k <= steps; k++) {
      const { processVariance } = none.noise;
      const tries = [
        found[k - 1]?.noise ?? none.noise,
        { processVariance: processVariance / 2, autocorrelation: 0 },
      ];
      const fits = tries.flatMap((noise) => inTurn(k, noise) ?? []);
      found.push(fits.length === 0 ? null : fits.reduce((a, b) => (b.deviance < a.deviance ? b : a)));
    }
    return found[steps] ?? null;
  };
}

/** Moves each step to its best bin, the others in place, until none moves. */
function moveSteps(
  series: MeasuredSeries,
  changes: readonly number[],
  { noise, shortest }: { readonly noise: NoiseModel; readonly shortest: number },
): number[] {
  const n = series.values.length;
  const present = presentBefore(series);
  const moved = [...changes];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let still = true;
    for (const [index, before] of moved.entries()) {
      const others = moved.filter((_, i) => i !== index).map((start) => ({ start, duration: 1 }));
      const [low, high] = [moved[index - 1] ?? 0, moved[index + 1] ?? n];
      const count = (from: number, to: number): number => (present[to] as number) - (present[from] as number);
      const best = bestStep(regressOnShifts(series, others, noise), {
        n,
        allowed: (start) =>
          start > low &&
          start < high &&
          count(start, start + 1) === 1 &&
          count(low, start) >= shortest &&
          count(start, high) >= shortest,
      });
      if (best === null || best.start === before) continue;
      moved[index] = best.start;
      still = false;
    }
    if (still) break;
  }
  return moved;
}

/** How many bins before each are present. */
function presentBefore({ variances }: MeasuredSeries): Int32Array {
  const counts = new Int32Array(variances.length + 1);
  for (const [t, variance] of variances.entries())
    counts[t + 1] = (counts[t] as number) + (variance < Number.POSITIVE_INFINITY ? 1 : 0);
  return counts;
}
