import type { ClusterMoments, TwoWayMoments } from '../../stats/clustered-mean.ts';
import { type Database, dropTables } from '../database.ts';
import { literal } from './observation.ts';

/** A part of a cell, with the moments of its share of the cell and of its net balance. */
export interface PartMoments {
  readonly target: string;
  readonly language: string;
  /** Empty = all classes together. */
  readonly class: string;
  /** Index of the bin; −1 = the whole period. Of overlaps the discovered theme is the cell. */
  readonly bin: number;
  readonly cell: string;
  readonly part: string;
  /** Annotated mentions of the whole cell and of the part, their known authors, and (Σw)² / Σw². */
  readonly whole: PartCounts;
  readonly own: PartCounts;
  readonly share: TwoWayMoments;
  readonly balance: TwoWayMoments;
  /** Σ w·|y| over the part: what a mean of squares needs. */
  readonly nTold: number;
}

/** How much a number rests on. */
export interface PartCounts {
  readonly nMentions: number;
  readonly nAuthors: number;
  readonly kishSize: number;
}

/** Which cells are split. */
export type PartOf =
  /** Classes × bins, and classes over the whole period, by discovered theme. */
  | 'classes'
  /** Discovered themes, by theme of the codebook; a mention has as many as it has. */
  | 'codebook'
  /** Classes × bins, and classes over the whole period, by campaign of the author; all languages together. */
  | 'campaigns';

const GROUPINGS = { author: 'author', copies: 'cluster', both: 'author, cluster' } as const;
type Way = keyof typeof GROUPINGS;

/** A cell: the number of its names, and its bin. */
interface KeyRow {
  readonly names: number;
  readonly bin: number;
}
interface WholeRow extends KeyRow {
  readonly mentions: number;
  readonly authors: number;
  readonly w: number;
  readonly ww: number;
}
interface PartRow extends WholeRow {
  readonly target: string;
  readonly language: string;
  readonly class: string;
  readonly cell: string;
  readonly part: string;
  readonly told: number;
}
interface SumsRow extends KeyRow {
  readonly part: string;
  readonly way: Way;
  readonly groups: number;
  readonly p: number;
  readonly pp: number;
  readonly pn: number;
  readonly y: number;
  readonly yy: number;
  readonly yp: number;
}
interface TotalRow extends KeyRow {
  readonly way: Way;
  readonly groups: number;
  readonly n: number;
  readonly nn: number;
}

const NAMES = 'target, language, class, cell';

/**
 * Sums over clusters of every part's share of its cell and of its net balance, of annotated mentions that were sorted into
 * discovered themes. Sums are of whole numbers, so they depend on no order. After `createObservations` and `openDiscoveredThemes`.
 */
export async function partMoments(
  database: Database,
  {
    of,
    targets,
    weightUnit,
  }: { readonly of: PartOf; readonly targets: readonly string[]; readonly weightUnit: number },
): Promise<PartMoments[]> {
  if (targets.length === 0) return [];
  await createPartRows(database, of, targets);
  const wholes = await database.rows<WholeRow>(
    'part-wholes',
    `select names::double as names, bin, count(*)::double as mentions, count(distinct author_key)::double as authors,
            sum(w)::double as w, sum(w::hugeint * w)::double as ww from part_row group by all`,
  );
  const parts = await database.rows<PartRow>(
    'part-counts',
    `select names::double as names, bin, ${NAMES}, part, mentions, authors, w, ww, told
     from (select names, bin, part, count(*)::double as mentions, count(distinct author_key)::double as authors,
                  sum(w)::double as w, sum(w::hugeint * w)::double as ww, sum(abs(y))::double as told
           from (select * exclude (parts), unnest(parts) as part from part_row) group by all)
     join part_names using (names) order by target, language, class, bin, cell, part`,
  );
  const totals: TotalRow[] = [];
  const sums: SumsRow[] = [];
  for (const way of ['author', 'copies', 'both'] as const) {
    totals.push(...(await database.rows<TotalRow>(`part-totals ${way}`, totalsSql(way))));
    sums.push(...(await database.rows<SumsRow>(`part-sums ${way}`, sumsSql(way))));
  }
  await dropTables(database, 'part_row', 'part_names');
  const wholeOf = new Map(wholes.map((row) => [keyOf(row), row]));
  const totalOf = new Map(totals.map((row) => [`${keyOf(row)}\0${row.way}`, row]));
  const sumOf = new Map(sums.map((row) => [`${keyOf(row)}\0${row.part}\0${row.way}`, row]));
  return parts.map((row): PartMoments => {
    const key = keyOf(row);
    const at = (way: Way): readonly [TotalRow, SumsRow] => [
      totalOf.get(`${key}\0${way}`) as TotalRow,
      sumOf.get(`${key}\0${row.part}\0${way}`) as SumsRow,
    ];
    const { target, language, class: name, bin, cell, part } = row;
    return {
      target,
      language,
      class: name,
      bin,
      cell,
      part,
      whole: countsOf(wholeOf.get(key) as WholeRow),
      own: countsOf(row),
      share: twoWay((way) => shareOf(...at(way), weightUnit)),
      balance: twoWay((way) => balanceOf(at(way)[1], weightUnit)),
      nTold: row.told / weightUnit,
    };
  });
}

function keyOf({ names, bin }: KeyRow): string {
  return `${names}\0${bin}`;
}

function countsOf({ mentions, authors, w, ww }: WholeRow): PartCounts {
  return { nMentions: mentions, nAuthors: authors, kishSize: ww === 0 ? 0 : (w * w) / ww };
}

function twoWay(of: (way: Way) => ClusterMoments): TwoWayMoments {
  return { author: of('author'), copies: of('copies'), both: of('both') };
}

function shareOf(total: TotalRow, sum: SumsRow, unit: number): ClusterMoments {
  const square = unit * unit;
  return {
    nGroups: total.groups,
    sumY: sum.p / unit,
    sumN: total.n / unit,
    sumYY: sum.pp / square,
    sumNN: total.nn / square,
    sumYN: sum.pn / square,
  };
}

function balanceOf(sum: SumsRow, unit: number): ClusterMoments {
  const square = unit * unit;
  return {
    nGroups: sum.groups,
    sumY: sum.y / unit,
    sumN: sum.p / unit,
    sumYY: sum.yy / square,
    sumNN: sum.pp / square,
    sumYN: sum.yp / square,
  };
}

/**
 * Makes the table `part_row`, a row for each mention in each cell with the parts that it has, and `part_names`, whose numbers stand in its
 * place for the names of the cell: rows are grouped many times, and whole numbers are grouped faster than names.
 */
async function createPartRows(database: Database, of: PartOf, targets: readonly string[]): Promise<void> {
  await database.run('part-sorted', `create or replace temp table part_sorted as ${sortedSql(of, targets)}`);
  await database.run(
    'part-names',
    `create or replace temp table part_names as
     select row_number() over (order by ${NAMES})::integer as names, *
     from (select distinct ${NAMES} from part_sorted)`,
  );
  const rows = `
    select names, bin, author, author_key, cluster, is_alone, w, y, parts
    from part_sorted join part_names using (${NAMES})`;
  await database.run(
    'part-row',
    of === 'codebook'
      ? `create or replace temp table part_row as ${rows}`
      : `create or replace temp table part_row as
         with named as materialized (${rows}) from named union all by name select * replace (-1 as bin) from named`,
  );
  await dropTables(database, 'part_sorted');
}

/** A mention that `is_alone` has one part and is no copy, so its cluster is itself. */
function sortedSql(of: PartOf, targets: readonly string[]): string {
  const sorted = `
    select o.target, ${of === 'campaigns' ? `''` : `split_part(o.language, '-', 1)`} as language, o.class, o.bin, o.author, o.author_key, o.cluster, o.is_copied, o.themes,
           o.w::bigint as w, o.w::bigint * (o.favor - o.against) as y,
           ${of === 'campaigns' ? `coalesce(d.campaign, 'none-of-these')` : 'd.theme'} as theme
    from observation o ${
      of === 'campaigns'
        ? 'left join campaign_author d using (author_key)'
        : 'join discovered_theme d using (document_id, target)'
    }
    where o.annotated = 1 and o.target in (${targets.map(literal).join(', ')})`;
  return of === 'codebook'
    ? `select target, language, '' as class, -1 as bin, theme as cell, author, author_key, cluster, false as is_alone, w, y,
              if(len(themes) = 0, ['none-of-these'], themes) as parts
       from (${sorted})`
    : `select target, language, class, bin, '' as cell, author, author_key, cluster, not is_copied as is_alone, w, y,
              [theme] as parts
       from (${sorted})`;
}

/** Mentions that are summed by cluster, and those that are clusters themselves. */
const ALONE: Readonly<Record<Way, string>> = { author: 'false', copies: 'is_alone', both: 'is_alone' };

function totalsSql(way: Way): string {
  return `
    select names::double as names, bin, '${way}' as way, sum(groups)::double as groups, sum(n)::double as n, sum(nn)::double as nn
    from (
      select names, bin, count(*) as groups, sum(n) as n, sum(n * n) as nn
      from (select names, bin, ${GROUPINGS[way]}, sum(w)::hugeint as n from part_row where not ${ALONE[way]} group by all)
      group by all
      union all
      select names, bin, count(*) as groups, sum(w::hugeint) as n, sum(w::hugeint * w) as nn
      from part_row where ${ALONE[way]} group by all)
    group by all`;
}

function sumsSql(way: Way): string {
  const group = GROUPINGS[way];
  return `
    with whole as (
      select names, bin, ${group}, sum(w)::hugeint as n from part_row where not ${ALONE[way]} group by all),
    parted as (
      select names, bin, ${group}, part, sum(w)::hugeint as p, sum(y)::hugeint as y
      from (select * exclude (parts), unnest(parts) as part from part_row where not ${ALONE[way]}) group by all),
    summed as (
      select names, bin, part, count(*) as groups, sum(p) as p, sum(p * p) as pp, sum(p * n) as pn,
             sum(y) as y, sum(y * y) as yy, sum(y * p) as yp
      from parted join whole using (names, bin, ${group}) group by all
      union all
      select names, bin, part, count(*) as groups, sum(w) as p, sum(w * w) as pp, sum(w * w) as pn,
             sum(y) as y, sum(y * y) as yy, sum(y * w) as yp
      from (select names, bin, parts[1] as part, w::hugeint as w, y::hugeint as y from part_row where ${ALONE[way]})
      group by all)
    select names::double as names, bin, part, '${way}' as way, sum(groups)::double as groups, sum(p)::double as p, sum(pp)::double as pp,
           sum(pn)::double as pn, sum(y)::double as y, sum(yy)::double as yy, sum(yp)::double as yp
    from summed group by all`;
}
