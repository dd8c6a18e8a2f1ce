import { hash } from 'node:crypto';
import { BugError } from '../errors/errors.ts';

/** A stratum of the population to be sampled. */
export interface StratumSize {
  /** Units in it, N. */
  readonly size: number;
  /** Standard deviation of the quantity of interest within it, S ≥ 0. */
  readonly spread: number;
}

/** How a sample is divided. */
export interface AllocationOptions {
  /** Units to draw. */
  readonly n: number;
  /** 0 = proportional allocation, 1 = Neyman allocation; between: spreads are drawn toward their mean. */
  readonly neymanShare: number;
  /** No unit has a smaller probability than this times n / N. */
  readonly leastShare: number;
}

/** A variance within a stratum needs two units. */
const LEAST_PER_STRATUM = 2;

/**
 * The fewest units that each stratum must give: two (all of it where it has fewer), and so many that no probability falls
 * under its bound. An empty stratum gives none.
 */
export function leastAllocation(
  strata: readonly StratumSize[],
  { n, leastShare }: Pick<AllocationOptions, 'n' | 'leastShare'>,
): number[] {
  const population = strata.reduce((sum, { size }) => sum + size, 0);
  return strata.map(({ size }) =>
    Math.min(size, Math.max(LEAST_PER_STRATUM, Math.ceil((leastShare * n * size) / population))),
  );
}

/**
 * Divides a sample among strata so that an estimated total has the least variance, within bounds: exact optimum
 * allocation in whole numbers (Wright 2012, "The equivalence of Neyman optimum allocation for sampling and equal
 * proportions for apportioning the U.S. House of Representatives", The American Statistician 66).
 *
 * Purpose: a unit of stratum h is drawn with probability π = n_h / N_h, known and never 0, and more often where one
 * learns more. Formula: start from {@link leastAllocation}; give each further unit to the stratum, not yet taken whole,
 * with the greatest N_h S_h / √(n_h (n_h + 1)): the one in which it lessens Σ N_h² S_h² / n_h the most. S_h is
 * λ times the stated spread plus (1 − λ) times the mean spread, λ the share of Neyman: spreads are guesses, and a stratum
 * that is wrongly thought to be without error must not be left out. Where all spreads are 0 they count as equal.
 *
 * Assumes simple random sampling within strata, and units of equal cost. Ties go to the earlier stratum, so give strata in
 * an order that does not depend on chance. Cost: n × strata.
 *
 * @returns units per stratum, summing to n, or to the population where that is smaller
 * @throws {BugError} where n is below the sum of {@link leastAllocation}
 * @example allocateSample([{ size: 900, spread: 0.1 }, { size: 100, spread: 0.9 }], { n: 50, neymanShare: 1, leastShare: 0.2 }) // [25, 25]
 */
export function allocateSample(strata: readonly StratumSize[], options: AllocationOptions): number[] {
  const allocation = leastAllocation(strata, options);
  const population = strata.reduce((sum, { size }) => sum + size, 0);
  let left = Math.min(options.n, population) - allocation.reduce((sum, n) => sum + n, 0);
  if (left < 0) throw new BugError(`a sample of ${options.n} is too small for these strata`);
  const totals = mixedTotals(strata, options.neymanShare);
  for (; left > 0; left--) {
    let [best, highest] = [-1, -1];
    strata.forEach(({ size }, h) => {
      const n = allocation[h] as number;
      if (n >= size) return;
      const priority = (totals[h] as number) / Math.sqrt(n * (n + 1));
      if (priority > highest) [best, highest] = [h, priority];
    });
    allocation[best]! += 1;
  }
  return allocation;
}

/** N S of each stratum, its spread drawn toward the mean one. */
function mixedTotals(strata: readonly StratumSize[], neymanShare: number): number[] {
  const population = strata.reduce((sum, { size }) => sum + size, 0);
  const mean = strata.reduce((sum, { size, spread }) => sum + size * spread, 0) / population;
  return strata.map(({ size, spread }) =>
    mean > 0 ? size * (neymanShare * spread + (1 - neymanShare) * mean) : size,
  );
}

/** A unit of the population: an id that no other has, and the place of its stratum. */
export interface SampledUnit {
  readonly id: string;
  readonly stratum: number;
}

/** The place of an id in a shuffled order: a number that a key and the id alone decide, in hexadecimal. */
function placeOf(key: string, id: string): string {
  return hash('sha256', `${key}\n${id}`, 'hex');
}

/** Sorts ids into an order that looks random and that a key and the ids alone decide. */
export function shuffleByKey(ids: readonly string[], key: string): string[] {
  return ids
    .map((id) => ({ id, place: placeOf(key, id) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ id }) => id);
}

/** A draw under way. */
export interface KeyedDraw {
  add(unit: SampledUnit): void;
  /** The ids drawn so far, by stratum, each list in the order of its digests. */
  drawn(): readonly (readonly string[])[];
}

/**
 * Draws a simple random sample within each stratum while the population passes by: the units whose SHA-256 of key and id
 * is smallest (permanent random numbers; Ohlsson 1995, "Coordination of samples using permanent random numbers").
 *
 * Every subset of the wanted size is drawn with the same probability over keys, as far as SHA-256 behaves at random. The
 * same key and units give the same sample, in whatever order the units come and whatever other strata there are.
 * Cost: one digest a unit; memory grows with the sample, not with the population.
 *
 * @param sizes units to draw from each stratum
 */
export function keyedDraw(sizes: readonly number[], key: string): KeyedDraw {
  const kept = sizes.map((): { id: string; place: string }[] => []);
  const cut = (stratum: number): void => {
    kept[stratum]!.sort((a, b) => (a.place < b.place ? -1 : 1)).splice(sizes[stratum] as number);
  };
  return {
    add: ({ id, stratum }) => {
      const list = kept[stratum]!;
      list.push({ id, place: placeOf(key, id) });
      if (list.length > 1_000 + 2 * (sizes[stratum] as number)) cut(stratum);
    },
    drawn: () => {
      for (const stratum of kept.keys()) cut(stratum);
      return kept.map((list) => list.map(({ id }) => id));
    },
  };
}
