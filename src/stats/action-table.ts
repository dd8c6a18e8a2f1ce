/**
 * What authors did, by column: one row for each author and feature, however often. A feature is something done at a time: a
 * link shared in an hour, a text copied on a day. Rows stand in the order of stratum, feature and author.
 */
export interface ActionTable {
  readonly nAuthors: number;
  readonly nFeatures: number;
  /** Author and feature of each row, whole numbers from 0. */
  readonly authors: Int32Array;
  readonly features: Int32Array;
  /** Window of time in which the row stands: things done in one window are one occasion. Features of one window are numbered together. */
  readonly moments: Int32Array;
  /** Rows of one stratum could as well have been each other's: the same source in the same days. */
  readonly strata: Int32Array;
  /** Period in which the row stands, whole numbers from 0: how common a feature is, is told within it. */
  readonly periods: Int32Array;
}

/**
 * Weight of each feature: the inverse document frequency ln(N / n), where n authors have the feature and N have any in the same
 * period. What everybody does at a time weighs nothing; what a single author does has the weight 0 too, because it tells nothing
 * of acting alike. Cost: rows.
 *
 * Reference: Salton and Buckley 1988; for behaviour of accounts, Pacheco et al. 2021.
 * @example two of eight authors of a day share a link: ln(8 / 2) = 1.386
 */
export function featureWeights(table: ActionTable): Float64Array {
  const { authors, features, periods, nFeatures } = table;
  const having = new Int32Array(nFeatures);
  const periodOf = new Int32Array(nFeatures);
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] as number;
    having[feature] = (having[feature] as number) + 1;
    periodOf[feature] = periods[row] as number;
  }
  const active = activeAuthors(authors, periods);
  return Float64Array.from(having, (n, feature) =>
    n < 2 ? 0 : Math.log((active.get(periodOf[feature] as number) as number) / n),
  );
}

/** Authors with any row in each period. */
function activeAuthors(authors: Int32Array, periods: Int32Array): Map<number, number> {
  const byPeriod = new Map<number, Set<number>>();
  for (let row = 0; row < authors.length; row++) {
    const period = periods[row] as number;
    const known = byPeriod.get(period) ?? new Set();
    byPeriod.set(period, known.add(authors[row] as number));
  }
  return new Map([...byPeriod].map(([period, known]) => [period, known.size]));
}
