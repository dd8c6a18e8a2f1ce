/** A variance with the degrees of freedom it was estimated with. */
export interface VariancePart {
  readonly variance: number;
  readonly degrees: number;
}

/**
 * Degrees of freedom of a sum of independent estimated variances (Satterthwaite 1946): (ΣV)² / Σ(V² / df), at least 1.
 * @example satterthwaite([{ variance: 1, degrees: 10 }, { variance: 1, degrees: 10 }]) // 20
 */
export function satterthwaite(parts: readonly VariancePart[]): number {
  const sum = parts.reduce((total, { variance }) => total + variance, 0);
  const spread = parts.reduce(
    (total, { variance, degrees }) => total + variance ** 2 / Math.max(degrees, 1),
    0,
  );
  return spread > 0 ? Math.max(1, sum ** 2 / spread) : 1;
}
