import { normalDraw } from './normal.ts';
import { choleskyFactor } from './positive-definite.ts';

/** How the largest of several statistics is simulated. */
export interface StepDownOptions {
  /** Correlation of the statistics where nothing is changed; 1 on the diagonal. */
  readonly correlation: readonly (readonly number[])[];
  readonly nDraws: number;
  /** Uniform in [0, 1), as `seededRandom` gives. */
  readonly random: () => number;
}

/** Added to the diagonal so that equal tests can be drawn; it makes adjusted p-values larger by less than chance does. */
const RIDGE = 1e-6;

/**
 * p-values adjusted for all tests made at once, so that the chance of even one false alarm stays below the level: the step-down
 * procedure of Westfall and Young (1993) with the largest |z|.
 *
 * The tests are taken from the largest |z| down; each is compared with the largest of itself and those after it, drawn from a
 * normal distribution with the given correlation: p = (b + 1)/(m + 1). Correlated tests are thus paid for as what they are,
 * independent ones as with Šidák's formula.
 *
 * Assumes statistics that are standard normal where nothing changed.
 * Cost: draws × tests². References: Westfall and Young (1993), Resampling-based multiple testing, chapter 2; Hothorn, Bretz and
 * Westfall (2008), Simultaneous inference in general parametric models, Biometrical Journal 50, 346–363.
 *
 * @param statistics z-values
 * @returns adjusted p-values in the order given
 */
export function stepDownMaxT(statistics: readonly number[], options: StepDownOptions): number[] {
  const n = statistics.length;
  if (n === 0) return [];
  const sizes = statistics.map(Math.abs);
  const order = sizes.map((_, i) => i).sort((a, b) => (sizes[b] as number) - (sizes[a] as number));
  const asLarge = new Array<number>(n).fill(0);
  const draw = correlatedDraws(options);
  for (let i = 0; i < options.nDraws; i++) {
    const drawn = draw();
    let largest = 0;
    for (let place = n - 1; place >= 0; place--) {
      const test = order[place] as number;
      largest = Math.max(largest, Math.abs(drawn[test] as number));
      if (largest >= (sizes[test] as number)) asLarge[test] = (asLarge[test] as number) + 1;
    }
  }
  let most = 0;
  const adjusted = new Array<number>(n);
  for (const test of order) {
    most = Math.max(most, ((asLarge[test] as number) + 1) / (options.nDraws + 1));
    adjusted[test] = most;
  }
  return adjusted;
}

/**
 * The |z| that the largest of several statistics exceeds with the stated probability where nothing is changed.
 * @param level 0–1, e.g. 0.05
 * @example maxTCritical(0.05, { correlation: [[1]], nDraws: 100_000, random }) // about 1.96
 */
export function maxTCritical(level: number, options: StepDownOptions): number {
  const draw = correlatedDraws(options);
  const largest = Float64Array.from({ length: options.nDraws }, () => {
    let most = 0;
    for (const z of draw()) most = Math.max(most, Math.abs(z));
    return most;
  }).sort();
  return largest[Math.min(largest.length - 1, Math.ceil((1 - level) * (largest.length + 1)) - 1)] as number;
}

function drawableFactor(correlation: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const ridged = correlation.map((row, i) => row.map((r, j) => (i === j ? 1 + RIDGE : r)));
  const independent = correlation.map((_, i) => Array.from({ length: i + 1 }, (_, j) => (i === j ? 1 : 0)));
  // A correlation that cannot be drawn is an estimate gone wrong: independence is the cautious choice.
  return choleskyFactor(ridged) ?? independent;
}

/** Gives draws with a correlation, each in the place of the one before. */
function correlatedDraws({ correlation, random }: StepDownOptions): () => Float64Array {
  const factor = drawableFactor(correlation).map((row) => Float64Array.from(row));
  const independent = new Float64Array(factor.length);
  const drawn = new Float64Array(factor.length);
  return () => {
    for (let k = 0; k < independent.length; k++) independent[k] = normalDraw(random);
    for (const [i, row] of factor.entries()) {
      let sum = 0;
      for (let k = 0; k < row.length; k++) sum += (row[k] as number) * (independent[k] as number);
      drawn[i] = sum;
    }
    return drawn;
  };
}
