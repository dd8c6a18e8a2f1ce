import type { PairMoments, TwoWayPairMoments } from '../../stats/clustered-difference.ts';
import type { Database } from '../database.ts';

/** Two spans of days to compare, half-open, in days since 1970-01-01. */
export interface DayContrast {
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
}

/** Net balance of one target and class on both sides of an event. */
export interface ContrastMoments {
  readonly target: string;
  readonly class: string;
  readonly authors0: number;
  readonly authors1: number;
  /** Clusters with an observation [before, after], by grouping. */
  readonly sideGroups: Readonly<Record<'author' | 'copies' | 'both', readonly [number, number]>>;
  /** Mentions that take a side, before and after. */
  readonly sided0: number;
  readonly sided1: number;
  readonly moments: TwoWayPairMoments;
}

type PairRow = PairMoments & {
  target: string;
  class: string;
  known0: number;
  known1: number;
  groups0: number;
  groups1: number;
  s0: number;
  s1: number;
};

const GROUPINGS = { author: 'author', copies: 'cluster', both: 'author, cluster' } as const;

/** Moments of every target × class for two spans of days that do not overlap. */
export async function contrastMoments(database: Database, spans: DayContrast): Promise<ContrastMoments[]> {
  const found = new Map<string, Partial<Record<keyof typeof GROUPINGS, PairRow>>>();
  for (const [grouping, columns] of Object.entries(GROUPINGS)) {
    const rows = await database.rows<PairRow>(`contrast-moments ${grouping}`, contrastSql(columns, spans));
    for (const row of rows) {
      const key = JSON.stringify([row.target, row.class]);
      found.set(key, { ...found.get(key), [grouping]: row });
    }
  }
  return [...found.keys()].sort().map((key) => {
    const { author, copies, both } = found.get(key) as Record<keyof typeof GROUPINGS, PairRow>;
    return {
      target: author.target,
      class: author.class,
      authors0: author.known0,
      authors1: author.known1,
      sideGroups: {
        author: [author.groups0, author.groups1],
        copies: [copies.groups0, copies.groups1],
        both: [both.groups0, both.groups1],
      },
      sided0: author.s0,
      sided1: author.s1,
      moments: { author, copies, both },
    };
  });
}

function contrastSql(columns: string, { before, after }: DayContrast): string {
  const inside = (span: { start: number; end: number }): string =>
    `published_day >= ${span.start} and published_day < ${span.end}`;
  return `
    with sided as (
      select target, class, ${columns}, favor - against as y, abs(favor - against) as s, author_key,
             (${inside(after)})::integer as side
      from observation where (${inside(before)}) or (${inside(after)})),
    grouped as (
      select target, class, ${columns},
             max((author_key is not null)::integer * (1 - side)) as k0,
             max((author_key is not null)::integer * side) as k1,
             sum(y * (1 - side)) as y0, sum(1 - side) as n0, sum(y * side) as y1, sum(side) as n1,
             sum(s * (1 - side)) as s0, sum(s * side) as s1
      from sided group by target, class, ${columns})
    select target, class, count(*)::double as "nGroups",
           sum(k0)::double as known0, sum(k1)::double as known1,
           count_if(n0 > 0)::double as groups0, count_if(n1 > 0)::double as groups1,
           sum(s0)::double as s0, sum(s1)::double as s1,
           sum(y0)::double as "sumY0", sum(n0)::double as "sumN0",
           sum(y1)::double as "sumY1", sum(n1)::double as "sumN1",
           sum(y0 * y0)::double as y0y0, sum(y0 * n0)::double as y0n0, sum(n0 * n0)::double as n0n0,
           sum(y1 * y1)::double as y1y1, sum(y1 * n1)::double as y1n1, sum(n1 * n1)::double as n1n1,
           sum(y0 * y1)::double as y0y1, sum(y0 * n1)::double as y0n1,
           sum(n0 * y1)::double as n0y1, sum(n0 * n1)::double as n0n1
    from grouped group by target, class`;
}
