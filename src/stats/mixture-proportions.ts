/** Observations of a mixture whose components are known. */
export interface MixtureObservations {
  /** Density of each component at each observation, up to a factor of the observation's own. */
  readonly densities: readonly (readonly number[])[];
  /** How often each observation was made, above 0. */
  readonly weights: readonly number[];
}

/** When the steps stop: no share moves by more than this. */
const TOLERANCE = 1e-8;

const MOST_STEPS = 10_000;

/**
 * Shares of the known components of a mixture: maximum likelihood by expectation-maximization.
 *
 * Each step gives every observation to the components in proportion to share × density, and takes the mean as the new
 * shares (Dempster, Laird and Rubin 1977). The likelihood is concave in the shares, so the maximum found is the
 * maximum. Starts from equal shares. Returns shares 0–1 that sum to 1. Cost: observations × components × steps.
 * @example mixtureProportions({ densities: [[1, 0], [0, 1]], weights: [3, 1] }) // [0.75, 0.25]
 */
export function mixtureProportions({ densities, weights }: MixtureObservations): number[] {
  const classes = densities[0]?.length ?? 0;
  let shares = new Array<number>(classes).fill(1 / classes);
  const total = weights.reduce((sum, w) => sum + w, 0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = new Array<number>(classes).fill(0);
    let used = 0;
    for (const [i, density] of densities.entries()) {
      let sum = 0;
      for (let k = 0; k < classes; k++) sum += (shares[k] as number) * (density[k] as number);
      // An observation that no component can have made says nothing of their shares.
      if (sum <= 0) continue;
      const weight = weights[i] as number;
      used += weight;
      for (let k = 0; k < classes; k++)
        next[k]! += (weight * (shares[k] as number) * (density[k] as number)) / sum;
    }
    if (used === 0 || total === 0) return shares;
    let moved = 0;
    for (let k = 0; k < classes; k++) {
      next[k]! /= used;
      moved = Math.max(moved, Math.abs((next[k] as number) - (shares[k] as number)));
    }
    shares = next;
    if (moved < TOLERANCE) break;
  }
  return shares;
}
