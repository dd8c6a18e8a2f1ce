import { incompleteBeta, logBetaInverse } from './incomplete-beta.ts';

/** More degrees of freedom than this give the same digits that matter. */
const MOST_DEGREES = 1e7;

/**
 * Student's t distribution: cumulative probability.
 * By the regularized incomplete beta function.
 * @param t any real number
 * @param degreesOfFreedom above 0; above 10,000,000 the limit 10,000,000 is used: the normal distribution to six digits
 * @returns P(T ≤ t), 0–1
 */
export function studentTCumulative(t: number, degreesOfFreedom: number): number {
  const df = Math.min(degreesOfFreedom, MOST_DEGREES);
  const x = df / (df + t * t);
  const tail = 0.5 * incompleteBeta(x, { a: df / 2, b: 0.5, logBeta: logBetaInverse(df / 2, 0.5) });
  return t > 0 ? 1 - tail : tail;
}

/**
 * Quantile of Student's t distribution, by bisection on {@link studentTCumulative}, which is asked only near the root.
 * @param probability strictly between 0 and 1
 * @param degreesOfFreedom at least 1; above 10,000,000 the limit 10,000,000 is used
 * @example studentTQuantile(0.975, 10) // 2.228138851964939
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentTQuantile(1 - probability, degreesOfFreedom);
  const df = Math.min(degreesOfFreedom, MOST_DEGREES);
  const logBeta = logBetaInverse(df / 2, 0.5);
  const cumulative = (t: number): number =>
    1 - 0.5 * incompleteBeta(df / (df + t * t), { a: df / 2, b: 0.5, logBeta });
  const [from, to] =
    probability < EVEN[0] || probability > EVEN[1]
      ? [0, Number.POSITIVE_INFINITY]
      : rootBetween(probability, { df, logBeta, cumulative });
  const isBelow = (t: number): boolean => t < from || (t <= to && cumulative(t) < probability);
  let [low, high] = [0, 2];
  while (isBelow(high)) [low, high] = [high, high * 2];
  for (let i = 0; i < 200 && high - low > 1e-14 * high; i++) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Outside of these rounding makes the computed distribution uneven. */
const EVEN = [0.75, 0.9999] as const;

/** Ends between which the quantile must lie, by Newton's steps; a share of it apart that is larger than what rounding does. */
function rootBetween(
  probability: number,
  of: { readonly df: number; readonly logBeta: number; readonly cumulative: (t: number) => number },
): readonly [number, number] {
  const { df, logBeta, cumulative } = of;
  const apart = 1e-11 * (1 + df / 10_000);
  let root = roughQuantile(probability, df);
  for (let i = 0; i < 50; i++) {
    const density = Math.exp(logBeta - ((df + 1) / 2) * Math.log1p((root * root) / df)) / Math.sqrt(df);
    const step = (probability - cumulative(root)) / density;
    root += step;
    if (Math.abs(step) <= apart * root) return [root * (1 - apart), root * (1 + apart)];
  }
  return [0, Number.POSITIVE_INFINITY];
}

/**
 * Where Newton's steps begin: the normal quantile to three digits (Abramowitz and Stegun 26.2.23) and the first term of its
 * expansion in 1/df (26.7.5), which is short of the root: from there the steps never leave for the far tail.
 */
function roughQuantile(probability: number, df: number): number {
  const t = Math.sqrt(-2 * Math.log(1 - probability));
  const z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return z + (z * z * z + z) / (4 * df);
}
