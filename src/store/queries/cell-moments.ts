import { PROBABILITY_UNIT } from '../../domain/stance.ts';
import type { ClusterMoments, TwoWayMoments } from '../../stats/clustered-mean.ts';
import type { Database } from '../database.ts';

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

interface MomentRow {
  target: string;
  class: string;
  bin: number;
  grouping: 'author' | 'copies' | 'both';
  groups: number;
  annotated: number;
  authors: number;
  mentions: number;
  allGroups: number;
  allAuthors: number;
  squares: number;
  ww: number;
  f: number;
  a: number;
  n: number;
  ff: number;
  aa: number;
  nn: number;
  fa: number;
  fn: number;
  an: number;
}

const GROUPINGS = { author: 'author', copies: 'cluster', both: 'author, cluster' } as const;

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

/** A table of observations and what it counts as 1. */
interface Counted {
  readonly table: 'observation' | 'scored';
  readonly weightUnit: number;
  readonly labelUnit: number;
}

async function momentsIn(database: Database, of: Counted): Promise<CellMoments[]> {
  const rows: MomentRow[] = [];
  for (const [grouping, columns] of Object.entries(GROUPINGS)) {
    for (const bin of ['bin', '-1']) {
      const sql = `
        with grouped as (
          select target, class, ${bin} as bin, ${columns},
                 max(author_key is not null)::integer as known,
                 count(*) as c, sum(annotated) as k,
                 sum(w * favor) as f, sum(w * against) as a, sum(w) as n, sum(w * w) as ww
          from ${of.table} group by target, class, ${bin === 'bin' ? 'bin,' : ''} ${columns})
        select target, class, bin::integer as bin, '${grouping}' as grouping,
               count(*)::double as "allGroups", count_if(k > 0)::double as groups,
               sum(known)::double as "allAuthors", sum(known) filter (where k > 0)::double as authors,
               sum(c)::double as mentions, sum(k)::double as annotated, sum(c * c)::double as squares,
               sum(ww)::double as ww, sum(f)::double as f, sum(a)::double as a, sum(n)::double as n,
               sum(f * f)::double as ff, sum(a * a)::double as aa, sum(n * n)::double as nn,
               sum(f * a)::double as fa, sum(f * n)::double as fn, sum(a * n)::double as an
        from grouped group by all`;
      rows.push(...(await database.rows<MomentRow>(`cell-moments ${of.table} ${grouping}`, sql)));
    }
  }
  return assemble(rows.map((row) => inUnits(row, of)));
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

function momentsOf(r: MomentRow, value: CellValue): ClusterMoments {
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
