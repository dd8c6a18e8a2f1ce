import { PROBABILITY_UNIT } from '../../domain/stance.ts';
import type { PairMoments, TwoWayPairMoments } from '../../stats/clustered-difference.ts';
import type { Database } from '../database.ts';

/** Two spans of days to compare, half-open, in days since 1970-01-01. */
export interface DayContrast {
  readonly before: DaySpan;
  readonly after: DaySpan;
}

/** Days since 1970-01-01, half-open. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

/** Net balance of one target and class on both sides of an event. */
export interface ContrastMoments {
  readonly target: string;
  readonly class: string;
  readonly before: ContrastSide;
  readonly after: ContrastSide;
  readonly moments: TwoWayPairMoments;
}

/** What is known of one side beside its moments. */
export interface ContrastSide {
  /** Annotated mentions, whatever they weigh. */
  readonly nMentions: number;
  /** Distinct known authors. */
  readonly nAuthors: number;
  /** (Σw)² / Σw² over annotated mentions. */
  readonly kishSize: number;
  /** Weighted share of mentions that take a side: the mean of y². */
  readonly meanSquare: number;
  /** Clusters with an observation. */
  readonly groups: Readonly<Record<keyof typeof GROUPINGS, number>>;
}

type PairRow = PairMoments & {
  target: string;
  class: string;
} & Record<`${'mentions' | 'known' | 'groups' | 's' | 'ww'}${0 | 1}`, number>;

const GROUPINGS = { author: 'author', copies: 'cluster', both: 'author, cluster' } as const;

/**
 * Moments of every target × class for two spans of days that do not overlap.
 * @param weightUnit what the table `observation` counts as 1
 */
export async function contrastMoments(
  database: Database,
  spans: DayContrast,
  weightUnit: number,
): Promise<ContrastMoments[]> {
  return momentsIn(database, spans, { table: 'observation', weightUnit, labelUnit: 1 });
}

/** The same of the annotator's probabilities, which stand for labels in the table `scored`. */
export async function scoreContrastMoments(
  database: Database,
  spans: DayContrast,
  weightUnit: number,
): Promise<ContrastMoments[]> {
  return momentsIn(database, spans, { table: 'scored', weightUnit, labelUnit: PROBABILITY_UNIT });
}

/** A table of observations and what it counts as 1. */
interface Counted {
  readonly table: 'observation' | 'scored';
  readonly weightUnit: number;
  readonly labelUnit: number;
}

async function momentsIn(database: Database, spans: DayContrast, of: Counted): Promise<ContrastMoments[]> {
  const found = new Map<string, Partial<Record<keyof typeof GROUPINGS, PairRow>>>();
  for (const [grouping, columns] of Object.entries(GROUPINGS)) {
    const rows = await database.rows<PairRow>(
      `contrast-moments ${of.table} ${grouping}`,
      contrastSql(of.table, columns, spans),
    );
    for (const row of rows) {
      const key = JSON.stringify([row.target, row.class]);
      found.set(key, { ...found.get(key), [grouping]: inUnits(row, of) });
    }
  }
  return [...found.keys()].sort().map((key) => {
    const rows = found.get(key) as Record<keyof typeof GROUPINGS, PairRow>;
    const { target, class: name } = rows.author;
    return { target, class: name, before: sideOf(rows, 0), after: sideOf(rows, 1), moments: rows };
  });
}

/** Sums of weights and labels and of their products as multiples of 1. */
function inUnits(row: PairRow, { weightUnit, labelUnit }: Counted): PairRow {
  const result = { ...row };
  for (const key of ['sumN0', 'sumN1'] as const) result[key] /= weightUnit;
  for (const key of ['s0', 's1', 'sumY0', 'sumY1'] as const) result[key] /= weightUnit * labelUnit;
  for (const key of ['ww0', 'ww1'] as const) result[key] /= weightUnit ** 2;
  for (const key of PRODUCTS) {
    // `y0n1` is a product of one label and two weights.
    const nLabels = key.split('y').length - 1;
    result[key] /= weightUnit ** 2 * labelUnit ** nLabels;
  }
  return result;
}

const PRODUCTS = [
  'y0y0',
  'y0n0',
  'n0n0',
  'y1y1',
  'y1n1',
  'n1n1',
  'y0y1',
  'y0n1',
  'n0y1',
  'n0n1',
] as const satisfies readonly (keyof PairMoments)[];

function sideOf(rows: Readonly<Record<keyof typeof GROUPINGS, PairRow>>, side: 0 | 1): ContrastSide {
  const { author, copies, both } = rows;
  const weight = author[`sumN${side}`];
  return {
    nMentions: author[`mentions${side}`],
    nAuthors: author[`known${side}`],
    kishSize: weight ** 2 / author[`ww${side}`],
    meanSquare: author[`s${side}`] / weight,
    groups: {
      author: author[`groups${side}`],
      copies: copies[`groups${side}`],
      both: both[`groups${side}`],
    },
  };
}

function contrastSql(table: Counted['table'], columns: string, { before, after }: DayContrast): string {
  const inside = (span: { start: number; end: number }): string =>
    `published_day >= ${span.start} and published_day < ${span.end}`;
  return `
    with sided as (
      select target, class, ${columns}, w, w * (favor - against) as y, w * (favor + against) as s, author_key,
             (${inside(after)})::integer as side
      from ${table} where annotated = 1 and ((${inside(before)}) or (${inside(after)}))),
    grouped as (
      select target, class, ${columns},
             max((author_key is not null)::integer * (1 - side)) as k0,
             max((author_key is not null)::integer * side) as k1,
             sum(1 - side) as c0, sum(side) as c1,
             sum(y * (1 - side)) as y0, sum(w * (1 - side)) as n0, sum(y * side) as y1, sum(w * side) as n1,
             sum(s * (1 - side)) as s0, sum(s * side) as s1,
             sum(w * w * (1 - side)) as ww0, sum(w * w * side) as ww1
      from sided group by target, class, ${columns})
    select target, class, count(*)::double as "nGroups",
           sum(k0)::double as known0, sum(k1)::double as known1,
           sum(c0)::double as mentions0, sum(c1)::double as mentions1,
           count_if(c0 > 0)::double as groups0, count_if(c1 > 0)::double as groups1,
           sum(s0)::double as s0, sum(s1)::double as s1,
           sum(ww0)::double as ww0, sum(ww1)::double as ww1,
           sum(y0)::double as "sumY0", sum(n0)::double as "sumN0",
           sum(y1)::double as "sumY1", sum(n1)::double as "sumN1",
           sum(y0 * y0)::double as y0y0, sum(y0 * n0)::double as y0n0, sum(n0 * n0)::double as n0n0,
           sum(y1 * y1)::double as y1y1, sum(y1 * n1)::double as y1n1, sum(n1 * n1)::double as n1n1,
           sum(y0 * y1)::double as y0y1, sum(y0 * n1)::double as y0n1,
           sum(n0 * y1)::double as n0y1, sum(n0 * n1)::double as n0n1
    from grouped group by target, class`;
}
