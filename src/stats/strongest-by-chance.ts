import { type ActionTable, featureWeights } from './action-table.ts';
import { createPairFinder, type PairOptions, pairStrength } from './coaction-pairs.ts';
import { seededRandom } from './random.ts';
import { shuffleActions } from './shuffle-actions.ts';

/** How chance is asked. */
export interface ChanceOptions extends PairOptions {
  /** Shuffled tables. */
  readonly nShuffles: number;
  readonly seed: number;
}

/**
 * The greatest strength of any pair in any of B shuffled tables: a pair above it is stronger than chance makes a single one.
 * Under the null hypothesis the strongest pair of the table itself is as likely to be the greatest of all B + 1 as any other, so
 * the probability that any pair is taken for coordinated is at most 1 / (B + 1), whatever the number of pairs: the largest
 * statistic of all is compared (Westfall and Young 1993). 0 where no shuffled table has a pair with enough in common.
 * Cost: B times that of the pairs and of a shuffle.
 *
 * @returns the threshold, 0–1
 */
export function strongestByChance(
  table: ActionTable,
  { nShuffles, seed, fewest, mostAuthors }: ChanceOptions,
): number {
  const random = seededRandom(seed);
  const findPairs = createPairFinder(table, featureWeights(table), { fewest, mostAuthors });
  let strongest = 0;
  for (let shuffle = 0; shuffle < nShuffles; shuffle++)
    findPairs(shuffleActions(table, random), (pair) => {
      strongest = Math.max(strongest, pairStrength(pair, fewest));
    });
  return strongest;
}
