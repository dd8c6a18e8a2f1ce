import { PROBABILITY_UNIT } from '../../domain/stance.ts';
import type { ClusterMoments, TwoWayMoments } from '../../stats/clustered-mean.ts';
import { type Database, dropTables } from '../database.ts';

/** The values a cell is measured by. */
export type CellValue = 'net' | 'favor' | 'against' | 'neither';

/** Everything a cell's estimates need, without its posts. */
export interface CellMoments {
  readonly target: string;
  readonly class: string;
  /** Index of the bin; −1 = the whole period. */
  readonly bin: number;
  /** Annotated mentions, whatever they weigh. */
  readonly nAnnotated: number;
  /** Distinct known authors of annotated mentions. */
  readonly nAuthors: number;
  /** (Σw)² / Σw² over annotated mentions. */
  readonly kishSize: number;
  readonly talk: TalkCounts;
  readonly moments: Readonly<Record<CellValue, TwoWayMoments>>;
}

/** Mentions, annotated or not. */
interface TalkCounts {
  readonly nMentions: number;
  readonly nAuthors: number;
  readonly nClusters: number;
  /** Σ of squared numbers of mentions, by author or by copies, whichever is more. */
  readonly spread: number;
}

/** Sums over clusters of their totals of weight n, favor f and against a, and of products of these. */
export interface ClusterSums {
  readonly groups: number;
  readonly f: number;
  readonly a: number;
  readonly n: number;
  readonly ff: number;
  readonly aa: number;
  readonly nn: number;
  readonly fa: number;
  readonly fn: number;
  readonly an: number;
}

interface MomentRow extends ClusterSums {
  target: string;
  class: string;
  bin: number;
  grouping: 'author' | 'copies' | 'both';
  annotated: number;
  authors: number;
  mentions: number;
  allGroups: number;
  allAuthors: number;
  squares: number;
  ww: number;
}

/** How each grouping tells clusters, and of which rows; the others are clusters alone. */
const GROUPINGS = {
  author: { columns: 'author', where: 'true' },
  copies: { columns: 'cluster', where: 'is_copied' },
  both: { columns: 'author, cluster', where: 'is_copied' },
} as const;

/**
 * Moments of every target × class × bin, and of each target × class over the whole period.
 * Sums are of whole numbers, so they do not depend on the order of rows or threads.
 * @param weightUnit what the table `observation` counts as 1
 */
export async function cellMoments(database: Database, weightUnit: number): Promise<CellMoments[]> {
  return momentsIn(database, { table: 'observation', weightUnit, labelUnit: 1 });
}

/** The same of the annotator's probabilities, which stand for labels in the table `scored`. */
export async function scoreCellMoments(database: Database, weightUnit: number): Promise<CellMoments[]> {
  return momentsIn(database, { table: 'scored', weightUnit, labelUnit: PROBABILITY_UNIT });
}

/** The same over the whole period by class and place, after `createPlaced`. */
export async function placedMoments(database: Database, weightUnit: number): Promise<CellMoments[]> {
  return momentsIn(database, { table: 'placed', weightUnit, labelUnit: 1, bins: ['-1'] });
}

/** A table of observations and what it counts as 1. */
interface Counted {
  readonly table: 'observation' | 'scored' | 'placed';
  readonly weightUnit: number;
  readonly labelUnit: number;
  /** -1 = the whole period [each bin, and the whole period]. */
  readonly bins?: readonly ('bin' | '-1')[];
}

async function momentsIn(database: Database, of: Counted): Promise<CellMoments[]> {
  await database.run('cell-alone', `create or replace temp table cell_alone as ${aloneSql(of.table)}`);
  const rows: MomentRow[] = [];
  for (const grouping of ['author', 'copies', 'both'] as const) {
    for (const bin of of.bins ?? (['bin', '-1'] as const)) {
      const sql = `
        select target, class, bin, '${grouping}' as grouping, ${SUMS.map((name) => `sum("${name}")::double as "${name}"`).join(', ')}
        from (${clusteredSql(of.table, grouping, bin)}) group by target, class, bin`;
      rows.push(...(await database.rows<MomentRow>(`cell-moments ${of.table} ${grouping}`, sql)));
    }
  }
  await dropTables(database, 'cell_alone');
  return assemble(rows.map((row) => inUnits(row, of)));
}

const SUMS = [
  ...['allGroups', 'groups', 'allAuthors', 'authors', 'mentions', 'annotated', 'squares', 'ww'],
  ...['f', 'a', 'n', 'ff', 'aa', 'nn', 'fa', 'fn', 'an'],
];

/** Sums over rows without copies, each a cluster of its own. */
function aloneSql(table: Counted['table']): string {
  return `
    select target, class, bin::integer as bin, count(*) as "allGroups", sum(k) as groups,
           sum(known) as "allAuthors", sum(known * k) as authors,
           count(*) as mentions, sum(k) as annotated, count(*) as squares,
           sum(n * n) as ww, sum(f) as f, sum(a) as a, sum(n) as n,
           sum(f * f) as ff, sum(a * a) as aa, sum(n * n) as nn, sum(f * a) as fa, sum(f * n) as fn, sum(a * n) as an
    from (select target, class, bin, (author_key is not null)::integer as known, annotated as k,
                 (w * favor)::hugeint as f, (w * against)::hugeint as a, w::hugeint as n
          from ${table} where not is_copied) group by target, class, bin`;
}

/** Sums over clusters, and by copies those over rows without copies. */
function clusteredSql(table: Counted['table'], grouping: MomentRow['grouping'], bin: 'bin' | '-1'): string {
  const { columns, where } = GROUPINGS[grouping];
  const alone = `union all select * replace (${bin}::integer as bin) from cell_alone`;
  return `
    select target, class, bin::integer as bin, count(*) as "allGroups", count_if(k > 0) as groups,
           sum(known) as "allAuthors", sum(known) filter (where k > 0) as authors,
           sum(c) as mentions, sum(k) as annotated, sum(c * c) as squares,
           sum(ww) as ww, sum(f) as f, sum(a) as a, sum(n) as n,
           sum(f * f) as ff, sum(a * a) as aa, sum(n * n) as nn, sum(f * a) as fa, sum(f * n) as fn, sum(a * n) as an
    from (select target, class, ${bin} as bin, ${columns},
                 max(author_key is not null)::integer as known, count(*) as c, sum(annotated) as k,
                 sum(w * favor) as f, sum(w * against) as a, sum(w) as n, sum(w * w) as ww
          from ${table} where ${where} group by target, class, ${bin === 'bin' ? 'bin,' : ''} ${columns})
    group by target, class, bin ${grouping === 'author' ? '' : alone}`;
}

/** Sums of weights and labels and of their products as multiples of 1. */
function inUnits(row: MomentRow, { weightUnit, labelUnit }: Counted): MomentRow {
  const unit = weightUnit * labelUnit;
  return {
    ...row,
    f: row.f / unit,
    a: row.a / unit,
    n: row.n / weightUnit,
    ww: row.ww / weightUnit ** 2,
    ff: row.ff / unit ** 2,
    aa: row.aa / unit ** 2,
    nn: row.nn / weightUnit ** 2,
    fa: row.fa / unit ** 2,
    fn: row.fn / unit / weightUnit,
    an: row.an / unit / weightUnit,
  };
}

function assemble(rows: readonly MomentRow[]): CellMoments[] {
  const cells = new Map<string, Partial<Record<MomentRow['grouping'], MomentRow>>>();
  for (const row of rows) {
    const key = JSON.stringify([row.target, row.class, row.bin]);
    const cell = cells.get(key) ?? {};
    cell[row.grouping] = row;
    cells.set(key, cell);
  }
  return [...cells.keys()].sort().map((key) => {
    const cell = cells.get(key) as Record<MomentRow['grouping'], MomentRow>;
    const of = (value: CellValue): TwoWayMoments => ({
      author: momentsOf(cell.author, value),
      copies: momentsOf(cell.copies, value),
      both: momentsOf(cell.both, value),
    });
    const { target, class: name, bin, n, ww } = cell.author;
    return {
      target,
      class: name,
      bin,
      nAnnotated: cell.author.annotated,
      nAuthors: cell.author.authors ?? 0,
      kishSize: ww === 0 ? 0 : (n * n) / ww,
      talk: {
        nMentions: cell.author.mentions,
        nAuthors: cell.author.allAuthors,
        nClusters: cell.copies.allGroups,
        spread: Math.max(cell.author.squares, cell.copies.squares),
      },
      moments: { net: of('net'), favor: of('favor'), against: of('against'), neither: of('neither') },
    };
  });
}

/** The moments of one value. */
export function momentsOf(r: ClusterSums, value: CellValue): ClusterMoments {
  const shared = { nGroups: r.groups, sumN: r.n, sumNN: r.nn };
  switch (value) {
    case 'favor':
      return { ...shared, sumY: r.f, sumYY: r.ff, sumYN: r.fn };
    case 'against':
      return { ...shared, sumY: r.a, sumYY: r.aa, sumYN: r.an };
    case 'net':
      return { ...shared, sumY: r.f - r.a, sumYY: r.ff + r.aa - 2 * r.fa, sumYN: r.fn - r.an };
    case 'neither':
      return {
        ...shared,
        sumY: r.n - r.f - r.a,
        sumYY: r.nn + r.ff + r.aa - 2 * r.fn - 2 * r.an + 2 * r.fa,
        sumYN: r.nn - r.fn - r.an,
      };
  }
}
