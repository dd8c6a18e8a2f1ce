import type { ClusterMoments, TwoWayMoments } from '../../stats/clustered-mean.ts';
import type { Database } from '../database.ts';
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
type Key = 'target' | 'language' | 'class' | 'bin' | 'cell';
type KeyRow = Record<Exclude<Key, 'bin'>, string> & { readonly bin: number };
interface WholeRow extends KeyRow {
  readonly mentions: number;
  readonly authors: number;
  readonly w: number;
  readonly ww: number;
}
interface PartRow extends WholeRow {
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

const KEYS = 'target, language, class, bin, cell';

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
  await database.run('part-row', `create or replace temp table part_row as ${rowsSql(of, targets)}`);
  const wholes = await database.rows<WholeRow>(
    'part-wholes',
    `select ${KEYS}, count(*)::double as mentions, count(distinct author_key)::double as authors,
            sum(w)::double as w, sum(w::hugeint * w)::double as ww from part_row group by all`,
  );
  const parts = await database.rows<PartRow>(
    'part-counts',
    `select ${KEYS}, part, count(*)::double as mentions, count(distinct author_key)::double as authors,
            sum(w)::double as w, sum(w::hugeint * w)::double as ww, sum(abs(y))::double as told
     from (select * exclude (parts), unnest(parts) as part from part_row) group by all order by all`,
  );
  const totals: TotalRow[] = [];
  const sums: SumsRow[] = [];
  for (const way of ['author', 'copies', 'both'] as const) {
    totals.push(...(await database.rows<TotalRow>(`part-totals ${way}`, totalsSql(way))));
    sums.push(...(await database.rows<SumsRow>(`part-sums ${way}`, sumsSql(way))));
  }
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

function keyOf({ target, language, class: name, bin, cell }: KeyRow): string {
  return [target, language, name, bin, cell].join('\0');
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

function rowsSql(of: PartOf, targets: readonly string[]): string {
  const sorted = `
    select o.target, ${of === 'campaigns' ? `''` : `split_part(o.language, '-', 1)`} as language, o.class, o.bin, o.author, o.author_key, o.cluster, o.themes,
           o.w::bigint as w, o.w::bigint * (o.favor - o.against) as y,
           ${of === 'campaigns' ? `coalesce(d.campaign, 'none-of-these')` : 'd.theme'} as theme
    from observation o ${
      of === 'campaigns'
        ? 'left join campaign_author d using (author_key)'
        : 'join discovered_theme d using (document_id, target)'
    }
    where o.annotated = 1 and o.target in (${targets.map(literal).join(', ')})`;
  if (of === 'codebook') {
    return `
      select target, language, '' as class, -1 as bin, theme as cell, author, author_key, cluster, w, y,
             if(len(themes) = 0, ['none-of-these'], themes) as parts
      from (${sorted})`;
  }
  const columns = `target, language, class, '' as cell, author, author_key, cluster, w, y, [theme] as parts`;
  return `
    with sorted as materialized (${sorted})
    select bin, ${columns} from sorted union all by name select -1 as bin, ${columns} from sorted`;
}

function totalsSql(way: Way): string {
  return `
    select ${KEYS}, '${way}' as way, count(*)::double as groups, sum(n)::double as n, sum(n * n)::double as nn
    from (select ${KEYS}, ${GROUPINGS[way]}, sum(w)::hugeint as n from part_row group by all) group by all`;
}

function sumsSql(way: Way): string {
  const group = GROUPINGS[way];
  return `
    with whole as (select ${KEYS}, ${group}, sum(w)::hugeint as n from part_row group by all),
    parted as (
      select ${KEYS}, ${group}, part, sum(w)::hugeint as p, sum(y)::hugeint as y
      from (select * exclude (parts), unnest(parts) as part from part_row) group by all)
    select ${KEYS}, part, '${way}' as way, count(*)::double as groups, sum(p)::double as p, sum(p * p)::double as pp,
           sum(p * n)::double as pn, sum(y)::double as y, sum(y * y)::double as yy, sum(y * p)::double as yp
    from parted join whole using (${KEYS}, ${group}) group by all`;
}
