/** More degrees of freedom than this give the same digits that matter. */
const MOST_DEGREES = 1e7;

/**
 * Student's t distribution: cumulative probability.
 * Regularized incomplete beta function by its continued fraction (Lentz; DLMF 8.17.22), relative error below 1e-12.
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
  const apart = 1e-9 * (1 + df / 10_000);
  let root = 0;
  for (let i = 0; i < 50; i++) {
    const density = Math.exp(logBeta - ((df + 1) / 2) * Math.log1p((root * root) / df)) / Math.sqrt(df);
    const step = (probability - (root === 0 ? 0.5 : cumulative(root))) / density;
    root += step;
    if (Math.abs(step) <= apart * root) return [root * (1 - apart), root * (1 + apart)];
  }
  return [0, Number.POSITIVE_INFINITY];
}

/** Log of Γ(a + b) / (Γ(a)·Γ(b)). */
function logBetaInverse(a: number, b: number): number {
  return logGamma(a + b) - logGamma(a) - logGamma(b);
}

function incompleteBeta(
  x: number,
  { a, b, logBeta }: { readonly a: number; readonly b: number; readonly logBeta: number },
): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logBeta + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let fraction = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const step of [even, odd]) {
      d = 1 + step * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + step / c;
      if (Math.abs(c) < tiny) c = tiny;
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return fraction;
}

/** Lanczos approximation with g = 7 and nine terms. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const z = x - 1;
  let sum = coefficients[0] ?? 0;
  for (let i = 1; i < coefficients.length; i++) sum += (coefficients[i] ?? 0) / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
