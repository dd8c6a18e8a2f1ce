import { BugError } from '../errors/errors.ts';
import { choleskyFactor, solveFactored } from './positive-definite.ts';

/** More classes than this would take too long: the search doubles with each. */
const MOST_CLASSES = 12;

/**
 * Shares p ≥ 0 with sum 1 whose mixture of rows comes closest to what was observed: the minimum of ‖Σₖ pₖ·rowₖ − observed‖².
 * Exact: the minimum on each set of classes with a positive share is solved as a linear system, and the best that is
 * feasible is kept. A minimum with independent rows always exists, so sets whose rows depend on each other are skipped.
 * @param rows one row a class, all as long as `observed`; at most 12
 * @example simplexLeastSquares([[0.8, 0.2], [0.3, 0.7]], [0.5, 0.5]) // [0.4, 0.6]
 */
export function simplexLeastSquares(
  rows: readonly (readonly number[])[],
  observed: readonly number[],
): number[] {
  if (rows.length === 0 || rows.length > MOST_CLASSES) {
    throw new BugError(`1 to ${MOST_CLASSES} classes, not ${rows.length}`);
  }
  if ([...rows.flat(), ...observed].some((value) => !Number.isFinite(value))) {
    throw new BugError('rows and observed must be finite numbers');
  }
  let best: { readonly shares: number[]; readonly distance: number } | null = null;
  for (let set = 1; set < 2 ** rows.length; set++) {
    const support = rows.flatMap((_, k) => (set & (1 << k) ? [k] : []));
    const found = solveOn(support, rows, observed);
    if (found === null || found.some((share) => share < 0)) continue;
    const shares = rows.map((_, k) => found[support.indexOf(k)] ?? 0);
    const distance = squaredDistance(mixture(rows, shares), observed);
    if (best === null || distance < best.distance) best = { shares, distance };
  }
  // A single class is always feasible.
  return (best as { readonly shares: number[] } | null)?.shares ?? [];
}

/** Rows mixed by their shares: Σₖ pₖ·rowₖ. */
export function mixture(rows: readonly (readonly number[])[], shares: readonly number[]): number[] {
  return (rows[0] ?? []).map((_, x) =>
    rows.reduce((sum, row, k) => sum + (shares[k] as number) * (row[x] as number), 0),
  );
}

/** The minimum over shares of a set of classes that sum to 1 and may be negative; null where rows depend on each other. */
function solveOn(
  support: readonly number[],
  rows: readonly (readonly number[])[],
  observed: readonly number[],
): number[] | null {
  const [last, ...others] = [...support].reverse() as [number, ...number[]];
  const base = rows[last] as readonly number[];
  const away = others.map((k) => (rows[k] as readonly number[]).map((r, x) => r - (base[x] as number)));
  const goal = observed.map((o, x) => o - (base[x] as number));
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, x) => sum + value * (b[x] as number), 0);
  const factor = choleskyFactor(away.map((a) => away.map((b) => dot(a, b))));
  if (factor === null) return null;
  const solved = solveFactored(
    factor,
    away.map((a) => dot(a, goal)),
  );
  return [...solved.reverse(), 1 - solved.reduce((sum, share) => sum + share, 0)];
}

function squaredDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, x) => sum + (value - (b[x] as number)) ** 2, 0);
}
