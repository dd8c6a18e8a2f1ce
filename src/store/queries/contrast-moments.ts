import { OWN_LEVELS } from '../../domain/decomposition.ts';
import { PROBABILITY_UNIT } from '../../domain/stance.ts';
import type { PairMoments, TwoWayPairMoments } from '../../stats/clustered-difference.ts';
import { type Database, dropTables } from '../database.ts';
import { literal } from './observation.ts';

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

/** The same of the posts from some places alone. */
export interface RegionalContrast extends DayContrast {
  /** As the posts have them; `unknown` = no place. Left out: all. */
  readonly regions?: readonly string[];
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

/** How each grouping tells clusters, and of which rows; the others are clusters alone. */
const GROUPINGS = {
  author: { columns: 'author', where: 'true' },
  copies: { columns: 'cluster', where: 'is_copied' },
  both: { columns: 'author, cluster', where: 'is_copied' },
} as const;

/**
 * Moments of every target × class for two spans of days that do not overlap.
 * @param weightUnit what the table `observation` counts as 1
 */
export async function contrastMoments(
  database: Database,
  spans: RegionalContrast,
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

/** The same by class and place, after `createPlaced`. */
export async function placedContrastMoments(
  database: Database,
  spans: DayContrast,
  weightUnit: number,
): Promise<ContrastMoments[]> {
  return momentsIn(database, spans, { table: 'placed', weightUnit, labelUnit: 1 });
}

/** A table of observations and what it counts as 1. */
interface Counted {
  readonly table: 'observation' | 'scored' | 'placed';
  readonly weightUnit: number;
  readonly labelUnit: number;
}

async function momentsIn(
  database: Database,
  spans: RegionalContrast,
  of: Counted,
): Promise<ContrastMoments[]> {
  const found = new Map<string, Partial<Record<keyof typeof GROUPINGS, PairRow>>>();
  await database.run('sided', `create or replace temp table sided as ${sidedSql(of.table, spans)}`);
  const alone = summed('select *, 1 as nGroups, c0 as groups0, c1 as groups1 from sided where not is_copied');
  await database.run('contrast-alone', `create or replace temp table contrast_alone as ${alone}`);
  for (const grouping of ['author', 'copies', 'both'] as const) {
    const rows = await database.rows<PairRow>(
      `contrast-moments ${of.table} ${grouping}`,
      contrastSql(grouping),
    );
    for (const row of rows) {
      const key = JSON.stringify([row.target, row.class]);
      found.set(key, { ...found.get(key), [grouping]: inUnits(row, of) });
    }
  }
  await dropTables(database, 'sided', 'contrast_alone');
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

/** One row a mention, with its sums on both sides. */
function sidedSql(table: Counted['table'], { before, after, regions }: RegionalContrast): string {
  const inside = (span: { start: number; end: number }): string =>
    `published_day >= ${span.start} and published_day < ${span.end}`;
  const placed =
    regions === undefined
      ? ''
      : `and coalesce(region, ${literal(OWN_LEVELS.unknown)}) in (${regions.map(literal).join(', ')})`;
  const sides = (name: string): string => `${name} * (1 - side) as ${name}0, ${name} * side as ${name}1`;
  return `
    select target, class, author, cluster, is_copied, ${['k', 'c', 'y', 'n', 's', 'ww'].map(sides).join(', ')}
    from (select target, class, author, cluster, is_copied, (author_key is not null)::integer as k, 1 as c,
                 (w * (favor - against))::hugeint as y, w::hugeint as n, w * (favor + against) as s, w::hugeint * w as ww,
                 (${inside(after)})::integer as side
          from ${table} where annotated = 1 ${placed} and ((${inside(before)}) or (${inside(after)})))`;
}

const TOTALS = ['c', 'y', 'n', 's', 'ww'].flatMap((name) => [`${name}0`, `${name}1`]);
const SUMS = ['known', 'mentions', 'groups', 's', 'ww', 'sumY', 'sumN'].flatMap((name) => [
  `${name}0`,
  `${name}1`,
]);

/** Sums over clusters of what each has on both sides. */
function summed(clusters: string): string {
  return `
    select target, class, sum(nGroups) as "nGroups", sum(k0) as known0, sum(k1) as known1,
           sum(c0) as mentions0, sum(c1) as mentions1, sum(groups0) as groups0, sum(groups1) as groups1,
           sum(s0) as s0, sum(s1) as s1, sum(ww0) as ww0, sum(ww1) as ww1,
           sum(y0) as "sumY0", sum(n0) as "sumN0", sum(y1) as "sumY1", sum(n1) as "sumN1",
           ${PRODUCTS.map((name) => `sum(${name.slice(0, 2)} * ${name.slice(2)}) as ${name}`).join(', ')}
    from (${clusters}) group by target, class`;
}

function contrastSql(grouping: keyof typeof GROUPINGS): string {
  const { columns, where } = GROUPINGS[grouping];
  const clusters = `
    select *, 1 as nGroups, (c0 > 0)::integer as groups0, (c1 > 0)::integer as groups1
    from (select target, class, ${columns}, max(k0) as k0, max(k1) as k1,
                 ${TOTALS.map((name) => `sum(${name}) as ${name}`).join(', ')}
          from sided where ${where} group by target, class, ${columns})`;
  const alone = grouping === 'author' ? '' : 'union all select * from contrast_alone';
  return `
    select target, class, ${['nGroups', ...SUMS, ...PRODUCTS].map((name) => `sum("${name}")::double as "${name}"`).join(', ')}
    from (${summed(clusters)} ${alone}) group by target, class`;
}
