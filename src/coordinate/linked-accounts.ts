import { type ActionTable, featureWeights } from '../stats/action-table.ts';
import { coactionPairs, pairStrength } from '../stats/coaction-pairs.ts';
import { strongestByChance } from '../stats/strongest-by-chance.ts';

/** What accounts did, with the day of each row. */
export interface DatedActions extends ActionTable {
  /** Days since 1970-01-01. */
  readonly days: Int32Array;
}

/** How pairs of accounts are judged. */
export interface LinkOptions {
  /** Things that two accounts must have done together. */
  readonly fewest: number;
  readonly seed: number;
}

/** Two accounts are never linked by less than this, however little chance makes: most of what either does is something else. */
const LEAST_SIMILARITY = 0.2;

/** Shuffled tables that the strongest pair is compared with: one chance in a hundred for each behaviour. */
const SHUFFLES = 99;

/** What more accounts than this do at one time makes no pairs. */
const MOST_TOGETHER = 1_000;

/** Two accounts that act alike, and how strongly: see {@link pairStrength}. */
interface LinkedPair {
  readonly first: number;
  readonly second: number;
  readonly strength: number;
}

/** Pairs of accounts that act more alike than chance makes any pair, and what the linked accounts did. */
export interface LinkedAccounts {
  /** Strength that chance reaches; null where no two accounts have enough in common. */
  readonly threshold: number | null;
  readonly pairs: readonly LinkedPair[];
  /** Rows of linked accounts. */
  readonly actions: readonly { readonly author: number; readonly feature: number; readonly day: number }[];
}

/** Compares every two accounts by what they did at the same time. Chance is asked only where any two have enough in common. */
export function linkedAccounts(table: DatedActions, { fewest, seed }: LinkOptions): LinkedAccounts {
  const options = { fewest, mostAuthors: MOST_TOGETHER };
  const pairs = coactionPairs(table, featureWeights(table), options).filter(
    (pair) => pair.similarity >= LEAST_SIMILARITY,
  );
  if (pairs.length === 0) return { threshold: null, pairs: [], actions: [] };
  const threshold = strongestByChance(table, { ...options, nShuffles: SHUFFLES, seed });
  const above = pairs
    .map(
      (pair): LinkedPair => ({
        first: pair.first,
        second: pair.second,
        strength: pairStrength(pair, fewest),
      }),
    )
    .filter(({ strength }) => strength > threshold);
  const linked = new Set(above.flatMap(({ first, second }) => [first, second]));
  const actions = [];
  for (let row = 0; linked.size > 0 && row < table.authors.length; row++) {
    const author = table.authors[row] as number;
    if (!linked.has(author)) continue;
    actions.push({ author, feature: table.features[row] as number, day: table.days[row] as number });
  }
  return { threshold, pairs: above, actions };
}
