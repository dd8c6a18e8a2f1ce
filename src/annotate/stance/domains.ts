import type { GoldRow } from './gold.ts';

/** A domain with fewer rows has no classifier of its own. */
const MINIMUM_DOMAIN_ROWS = 200;

/** The domains of a language that have classifiers, and which of them a row belongs to. */
export interface Domains {
  /** Ascending; the empty name stands for all rows whose domain has too few or only one kind of label. */
  readonly names: readonly string[];
  readonly domainOf: (row: GoldRow) => number;
}

/** Finds the domains that have enough rows, of more than one class. */
export function domainsOf(rows: readonly GoldRow[]): Domains {
  const byName = Map.groupBy(rows, (row) => row.domain);
  const large = [...byName.keys()].filter((name) => {
    const mine = byName.get(name) ?? [];
    return mine.length >= MINIMUM_DOMAIN_ROWS && new Set(mine.map((row) => row.label)).size > 1;
  });
  const own = new Set(large);
  if (rows.some((row) => !own.has(row.domain))) own.add('');
  const names = [...own].sort();
  const places = new Map(names.map((name, d) => [name, d]));
  return { names, domainOf: (row) => places.get(row.domain) ?? places.get('') ?? 0 };
}
