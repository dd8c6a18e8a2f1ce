import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { normalQuantile } from '../stats/normal.ts';
import type { PlaceboSeries } from '../stats/placebo-series.ts';
import { maxTCritical, stepDownMaxT } from '../stats/step-down-max-t.ts';

/** A test, with the series it was made on and the bin of the study with which it begins. */
interface Look {
  readonly placebo: PlaceboSeries;
  /** By the distribution of the estimate. */
  readonly probability: number;
  readonly direction: Float64Array;
  readonly residual: Float64Array;
  /** Share of the standard error that comes from the series; the rest is taken as independent of other tests. */
  readonly share: number;
  readonly series: string;
  readonly first: number;
}

/** A p-value adjusted for all looks: for the chance of one false alarm, and for the share of false ones. */
interface AdjustedLook {
  readonly pAdjusted: number;
  readonly qValue: number;
}

const DRAWS = 4_000;

/** Placebo series as large from which their share is a p-value to rely on. */
const ENOUGH = 5;

/** Smallest p-value that is told from 0: the estimate's distribution is not known further out. */
const SMALLEST = 1e-12;

/**
 * Adjusts tests for each other. Neither adjusted p-value is smaller than that against placebo series.
 * Also gives the |z| that one of all tests exceeds with the stated probability where nothing changed.
 */
export function adjustLooks(
  looks: readonly Look[],
  options: { readonly level: number; readonly nBins: number; readonly random: () => number },
): { readonly looks: readonly AdjustedLook[]; readonly critical: number } {
  if (looks.length === 0) return { looks: [], critical: 0 };
  const probabilities = looks.map(probabilityOf);
  const correlation = correlationOf(looks, options.nBins);
  const draws = { correlation, nDraws: DRAWS, random: options.random };
  const adjusted = stepDownMaxT(
    probabilities.map((p) => normalQuantile(1 - p / 2)),
    draws,
  );
  const placebo = looks.map((look) => look.placebo.probability);
  const qValues = benjaminiHochberg(placebo.map((p, i) => Math.max(p, probabilities[i] as number)));
  return {
    looks: looks.map((_, i) => ({
      pAdjusted: Math.max(adjusted[i] as number, placebo[i] as number),
      qValue: qValues[i] as number,
    })),
    critical: maxTCritical(options.level, draws),
  };
}

/**
 * The p-value against placebo series; where too few of them are as large to tell it, that of the estimate's own distribution, if
 * it is smaller.
 */
function probabilityOf({ placebo, probability }: Look): number {
  if (placebo.nAsLarge >= ENOUGH) return placebo.probability;
  return Math.max(SMALLEST, Math.min(placebo.probability, probability));
}

/**
 * Correlation of the tests where nothing changed: that of the places where they look, times that of what the two series leave
 * unexplained in the same bins, and the shares of the standard errors that come from the series. A product of two correlation matrices is one itself (Schur).
 */
function correlationOf(looks: readonly Look[], nBins: number): number[][] {
  const spread = ({ first }: Look, column: Float64Array): Float64Array => {
    const whole = new Float64Array(nBins);
    whole.set(column, first);
    const length = Math.sqrt(product(whole, whole));
    return length > 0 ? whole.map((x) => x / length) : whole;
  };
  const directions = looks.map((look) => spread(look, look.direction));
  const residuals = looks.map((look) => spread(look, look.residual));
  return looks.map((a, i) =>
    looks.map((b, j) => {
      const places = product(directions[i] as Float64Array, directions[j] as Float64Array);
      const series =
        a.series === b.series ? 1 : product(residuals[i] as Float64Array, residuals[j] as Float64Array);
      return i === j ? 1 : a.share * b.share * places * series;
    }),
  );
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
}
