import type { ConfusionSpread } from './confusion-spread.ts';
import { studentTQuantile } from './student-t.ts';

/** Against, neither, favor. */
type Triple = readonly [number, number, number];

/** What was counted, and what is asked. */
export interface ConfusionInversionInputs {
  readonly spread: ConfusionSpread;
  /** Share of mentions decided for each class; of a difference: after − before. */
  readonly decided: Triple;
  /** Sampling covariance of `decided`. */
  readonly covariance: readonly (readonly number[])[];
  /**
   * The unknown is `mass[0]`·p₁ − `mass[1]`·p₀, p₀ and p₁ true shares: [1, 0] for shares of one period, [1, 1] for their
   * difference between two.
   */
  readonly mass: readonly [number, number];
  /** Weights of the quantity asked for: (−1, 0, 1) is the net balance. */
  readonly functional: Triple;
  /** Nominal coverage, 0–1. */
  readonly level: number;
}

/** Points of the plane (true against, true favor). */
type Point = readonly [number, number];

/** Ends are found to 1e-6 of the range. */
const HALVINGS = 20;

/**
 * The true values that are compatible with what an annotator decided, when its errors depend on the true class alone.
 *
 * With true shares t the decided shares are Σₖ tₖ·ratesₖ plus the error of the rates, of variance Σ tⱼtₖ·Cov(rateⱼ, rateₖ),
 * plus sampling error. The set holds every value v for which some feasible t with that value lies no farther from what
 * was decided than the best t does, by the squared Mahalanobis distance and the squared quantile of Student's t with ν degrees of
 * freedom. It is Fieller's set for a ratio, in three classes: where the rates tell the
 * classes apart too poorly it grows to all values that shares can have, and nothing is divided by a number near 0.
 *
 * @returns null where no shares are compatible: then the annotator errs here otherwise than the rates say
 * References: Fieller 1954; Rao 1973, section 8c; Buonaccorsi 2010, chapter 2. Cost: some hundred small sums.
 */
export function confusionInversion(
  inputs: ConfusionInversionInputs,
): { readonly lower: number; readonly upper: number } | null {
  const { spread, level } = inputs;
  const { degreesOfFreedom: nu } = spread;
  const limit = studentTQuantile((1 + level) / 2, nu) ** 2;
  const space = feasibleSpace(inputs);
  const best = space.nearest();
  if (best.distance > misfitLimit(level, nu)) return null;
  const end = (extreme: number): number => {
    const inside = (v: number): boolean => space.distanceAt(v) - best.distance <= limit;
    if (inside(extreme)) return extreme;
    let [near, far] = [best.value, extreme];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (near + far) / 2;
      if (inside(middle)) near = middle;
      else far = middle;
    }
    return far;
  };
  return { lower: end(space.lowest), upper: end(space.highest) };
}

/** Quantile of Hotelling's T² of two dimensions: ν·2/(ν−1)·F(2, ν−1), where F has a closed form. */
function misfitLimit(level: number, nu: number): number {
  if (!Number.isFinite(nu)) return -2 * Math.log(1 - level);
  const f = ((nu - 1) / 2) * ((1 - level) ** (-2 / (nu - 1)) - 1);
  return ((2 * nu) / (nu - 1)) * f;
}

interface FeasibleSpace {
  readonly lowest: number;
  readonly highest: number;
  /** Smallest distance of a feasible t whose value is v. */
  readonly distanceAt: (v: number) => number;
  /** The value of the nearest feasible t. */
  readonly nearest: () => { readonly value: number; readonly distance: number };
}

function feasibleSpace(inputs: ConfusionInversionInputs): FeasibleSpace {
  const { mass, functional } = inputs;
  const [a, b] = mass;
  const total = a - b;
  // The corners of the set of a·p₁ − b·p₀: p₁ and p₀ are all of one class each.
  const corners = [0, 1, 2].flatMap((i) =>
    (b === 0 ? [null] : [0, 1, 2].filter((j) => j !== i)).map((j): Point => {
      const at = (k: number): number => (i === k ? a : 0) - (j === k ? b : 0);
      return [at(0), at(2)];
    }),
  );
  const numberOf = ([against, favor]: Point): number =>
    functional[0] * against + functional[1] * (total - against - favor) + functional[2] * favor;
  const values = corners.map(numberOf);
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const distance = distanceFrom(inputs);
  const distanceAt = (v: number): number => {
    const ends = sectionEnds(corners, values, v);
    return ends === null ? Number.POSITIVE_INFINITY : nearestBetween(ends, distance);
  };
  const nearest = (): { value: number; distance: number } => {
    const exact = solve(inputs);
    if (exact !== null && isInside(exact, mass)) return { value: numberOf(exact), distance: 0 };
    return minimum(distanceAt, lowest, highest);
  };
  return { lowest, highest, distanceAt, nearest };
}

/** Where the line of all t of value v enters and leaves the set: between the outermost crossings of two corners. */
function sectionEnds(
  corners: readonly Point[],
  values: readonly number[],
  v: number,
): readonly [Point, Point] | null {
  let [first, last]: [Point | null, Point | null] = [null, null];
  const isBefore = (p: Point, q: Point): boolean =>
    p[0] + p[1] < q[0] + q[1] || (p[0] + p[1] === q[0] + q[1] && p[0] < q[0]);
  for (let i = 0; i < corners.length; i++) {
    for (let j = 0; j < corners.length; j++) {
      const [vi, vj] = [values[i] as number, values[j] as number];
      if (vi > v || vj < v) continue;
      const s = vj === vi ? 0 : (v - vi) / (vj - vi);
      const point = between(corners[i] as Point, corners[j] as Point, s);
      if (first === null || isBefore(point, first)) first = point;
      if (last === null || isBefore(last, point)) last = point;
    }
  }
  return first === null || last === null ? null : [first, last];
}

function between(p: Point, q: Point, s: number): Point {
  return [p[0] + s * (q[0] - p[0]), p[1] + s * (q[1] - p[1])];
}

/** Decided classes that are compared; the third is what is left. */
const COMPARED = [0, 2] as const;

/** A distance with what it is made of: residual (against, favor) and its variance. */
interface Residual {
  readonly at: Point;
  readonly variance: readonly [number, number, number];
}

function distanceFrom({
  spread,
  decided,
  covariance,
  mass,
}: ConfusionInversionInputs): (t: Point) => Residual {
  const total = mass[0] - mass[1];
  const [ra, rn, rf] = spread.rates as readonly [number[], number[], number[]];
  const [against, cross, favor] = [quadratic(spread, 0, 0), quadratic(spread, 0, 2), quadratic(spread, 2, 2)];
  const sampling = (x: number, y: number): number => covariance[x]?.[y] as number;
  const [saa, saf, sff] = [sampling(0, 0), sampling(0, 2), sampling(2, 2)];
  const left = (x: number, t: Triple): number =>
    decided[x as 0 | 2] - t[0] * (ra[x] as number) - t[1] * (rn[x] as number) - t[2] * (rf[x] as number);
  return ([ta, tf]) => {
    const t: Triple = [ta, total - ta - tf, tf];
    return {
      at: [left(COMPARED[0], t), left(COMPARED[1], t)],
      variance: [against(t) + saa, cross(t) + saf, favor(t) + sff],
    };
  };
}

/** Covariance of the errors of two decided shares as a function of t: Σ tⱼ·tₖ·Cov(rateⱼₓ, rateₖᵧ). */
function quadratic({ covariance }: ConfusionSpread, x: number, y: number): (t: Triple) => number {
  const at = (j: number, k: number): number => covariance[j * 3 + x]?.[k * 3 + y] as number;
  const [aa, nn, ff] = [at(0, 0), at(1, 1), at(2, 2)];
  const [an, af, nf] = [at(0, 1) + at(1, 0), at(0, 2) + at(2, 0), at(1, 2) + at(2, 1)];
  return ([a, n, f]) => a * a * aa + n * n * nn + f * f * ff + a * n * an + a * f * af + n * f * nf;
}

/** pᵀ·V⁻¹·q for a variance [v₁₁, v₁₂, v₂₂]. */
function product(p: Point, [v11, v12, v22]: Residual['variance'], q: Point): number {
  const determinant = v11 * v22 - v12 * v12;
  return (p[0] * (v22 * q[0] - v12 * q[1]) + p[1] * (v11 * q[1] - v12 * q[0])) / determinant;
}

/**
 * Smallest distance between two points: with the variance held, the nearest point is that of generalized least squares;
 * a few turns of both settle.
 */
function nearestBetween(ends: readonly [Point, Point], residual: (t: Point) => Residual): number {
  const [start, end] = [residual(ends[0]), residual(ends[1])];
  const step: Point = [end.at[0] - start.at[0], end.at[1] - start.at[1]];
  let least = Number.POSITIVE_INFINITY;
  let s = 0.5;
  for (let turn = 0; turn < 3; turn++) {
    const { at, variance } = residual(between(ends[0], ends[1], s));
    least = Math.min(least, product(at, variance, at));
    const length = product(step, variance, step);
    if (!(length > 0)) break;
    s = Math.min(1, Math.max(0, -product(start.at, variance, step) / length));
  }
  return least;
}

/** The t whose mixture is just what was decided, feasible or not; null where the rates cannot tell the classes apart. */
function solve({ spread, decided, mass }: ConfusionInversionInputs): Point | null {
  const total = mass[0] - mass[1];
  const rate = (k: number, x: number): number => spread.rates[k]?.[x] as number;
  const [a, b] = [rate(0, 0) - rate(1, 0), rate(2, 0) - rate(1, 0)];
  const [c, d] = [rate(0, 2) - rate(1, 2), rate(2, 2) - rate(1, 2)];
  const determinant = a * d - b * c;
  if (Math.abs(determinant) < 1e-9) return null;
  const [x, y] = [decided[0] - total * rate(1, 0), decided[2] - total * rate(1, 2)];
  return [(x * d - b * y) / determinant, (a * y - c * x) / determinant];
}

/** Whether t is a·p₁ − b·p₀ for some shares: its positive parts sum to at most a. */
function isInside([against, favor]: Point, [a, b]: readonly [number, number]): boolean {
  const parts = [against, a - b - against - favor, favor];
  return parts.reduce((sum, part) => sum + Math.max(part, 0), 0) <= a + 1e-12;
}

/** Least value of a function with one valley, by golden sections, its ends included. */
function minimum(
  of: (v: number) => number,
  lowest: number,
  highest: number,
): { readonly value: number; readonly distance: number } {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [lowest, highest];
  for (let i = 0; i < 24; i++) {
    const [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
    if (of(a) < of(b)) high = b;
    else low = a;
  }
  const candidates = [lowest, (low + high) / 2, highest].map((value) => ({ value, distance: of(value) }));
  return candidates.reduce((best, one) => (one.distance < best.distance ? one : best));
}
