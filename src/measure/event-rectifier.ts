import { codedPeriods } from '../stats/corrected-period.ts';
import { rectifierJump } from '../stats/rectifier-jump.ts';
import type { PathObservation, RectifierAt } from '../stats/rectifier-path.ts';
import type { DayContrast } from '../store/queries/contrast-moments.ts';
import type { WeighedCoding } from './coding-weights.ts';
import type { TimeBin } from './time-bins.ts';

/** Independent codings without which a side of an event says nothing of the annotator there. */
export const FEWEST_ASIDE = 10;

/** What the codings of all days say of the two sides of an event, where too few lie in the days compared. */
export interface EventRectifier {
  /**
   * The contrast of the rectifier, one coefficient for each bin, that drifts as a random walk and may have jumped at the event
   * by any amount: what happened to the annotator, or to what people say, on one side tells nothing of the other.
   */
  readonly at: (coefficients: readonly number[]) => RectifierAt;
}

/** Residuals of codings by bin. */
interface Residuals {
  readonly observations: readonly PathObservation[];
  readonly deviation: number;
}

/** Null where a side of the event has fewer than {@link FEWEST_ASIDE} independent codings on all its days. */
export function eventRectifier(
  residuals: Residuals,
  of: {
    readonly codings: readonly WeighedCoding[];
    readonly spans: DayContrast;
    readonly bins: readonly TimeBin[];
  },
): EventRectifier | null {
  const { codings, spans, bins } = of;
  const { before, after } = spans;
  const sides = [
    codings.filter(({ mention }) => mention.day < before.end),
    codings.filter(({ mention }) => mention.day >= after.start),
  ];
  for (const side of sides) if (side.length === 0 || independent(side) < FEWEST_ASIDE) return null;
  const column = Float64Array.from(bins, ({ start, end }) =>
    Math.min(1, Math.max(0, (end - after.start) / (end - start))),
  );
  const at = (coefficients: readonly number[]): RectifierAt | null =>
    rectifierJump(residuals.observations, { coefficients, column, deviation: residuals.deviation });
  if (at(bins.map(() => 0)) === null) return null;
  return { at: (coefficients) => at(coefficients) as RectifierAt };
}

function independent(codings: readonly WeighedCoding[]): number {
  const rows = codings.map(({ mention, weight }) => ({
    period: 0,
    author: String(mention.author),
    weight,
    residual: 0,
  }));
  return codedPeriods(rows, [-1, 1]).size;
}
