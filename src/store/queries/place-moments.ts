import { OWN_LEVELS } from '../../domain/decomposition.ts';
import type { Database } from '../database.ts';
import { literal } from './observation.ts';

/** A region as the posts have it. */
export interface RegionCount {
  readonly region: string;
  readonly nMentions: number;
  readonly nAuthors: number;
}

/** Between class and place in the column `class` of the view `placed`. */
const BETWEEN = '\u001f';

/** The column `class` of the view `placed`: so every query by class is one by class and place. */
export function placedClass(name: string, place: string): string {
  return `${name}${BETWEEN}${place}`;
}

/** Which mentions of `observation` the view `placed` holds, and how their regions are named there. */
export interface PlaceOptions {
  readonly targets: readonly string[];
  readonly classes: readonly string[];
  /** Region as the posts have it → place; all others are `rest`, and posts without a region `unknown`. */
  readonly places: ReadonlyMap<string, string>;
}

/** Regions of the mentions in `observation`, those with most authors first. */
export async function regionCounts(database: Database, targets: readonly string[]): Promise<RegionCount[]> {
  if (targets.length === 0) return [];
  return database.rows<RegionCount>(
    'region-counts',
    `select region, count(*)::double as "nMentions", count(distinct author)::double as "nAuthors"
     from observation where region is not null and target in (${targets.map(literal).join(', ')})
     group by region order by "nAuthors" desc, "nMentions" desc, region`,
  );
}

/** Classes in which some mention has a region. */
export async function classesWithRegions(database: Database): Promise<string[]> {
  const rows = await database.rows<{ class: string }>(
    'region-classes',
    'select distinct class from observation where region is not null order by class',
  );
  return rows.map((row) => row.class);
}

/** Makes the view `placed`: observations whose class is a class and place, see {@link placedClass}. */
export async function createPlaced(database: Database, options: PlaceOptions): Promise<void> {
  const { targets, classes, places } = options;
  const rows = [...places].map(([region, place]) => `(${literal(region)}, ${literal(place)})`);
  await database.run(
    'region_place',
    `create or replace temp table region_place as
     select * from (values ${rows.length === 0 ? "('', '')" : rows.join(', ')}) t(region, place)`,
  );
  await database.run(
    'placed',
    `create or replace temp view placed as
     select * replace (class || chr(31) || place as class), class as own_class
     from (select o.*, coalesce(p.place, if(o.region is null, '${OWN_LEVELS.unknown}', '${OWN_LEVELS.rest}')) as place
           from observation o left join region_place p using (region)
           where o.target in (${targets.map(literal).join(', ')}) and o.class in (${classes.map(literal).join(', ')}))`,
  );
}

/** Takes the view {@link createPlaced} made away. */
export async function dropPlaced(database: Database): Promise<void> {
  await database.run('drop placed', 'drop view placed');
  await database.run('drop region_place', 'drop table region_place');
}

/** Σ over clusters of products of what two places have: weights n and weighted balances y. */
export interface PlaceProduct {
  readonly target: string;
  readonly class: string;
  readonly way: 'author' | 'copies' | 'both';
  readonly first: string;
  readonly second: string;
  readonly nn: number;
  readonly ny: number;
  readonly yn: number;
  readonly yy: number;
}

const WAYS = {
  author: { columns: 'author', where: 'true' },
  copies: { columns: 'cluster', where: 'is_copied' },
  both: { columns: 'author, cluster', where: 'is_copied' },
} as const;

/**
 * Products of every two places that share an author or a copied text; after {@link createPlaced}. Sums are of whole numbers, so they do not
 * depend on the order of rows or threads.
 * @param weightUnit what the table `observation` counts as 1
 */
export async function placeProducts(database: Database, weightUnit: number): Promise<PlaceProduct[]> {
  const found: PlaceProduct[] = [];
  for (const way of ['author', 'copies', 'both'] as const) {
    const { columns, where } = WAYS[way];
    await database.run(
      'place-total',
      `create or replace temp table place_total as
       select target, own_class, place, ${columns}, sum(w)::hugeint as n, sum(w * (favor - against))::hugeint as y
       from placed where annotated = 1 and ${where} group by all`,
    );
    const key = `target, own_class, ${columns}`;
    const sum = (a: string, b: string): string => `sum(a.${a} * b.${b})::double as ${a}${b}`;
    const rows = await database.rows<PlaceProduct>(
      `place-products ${way}`,
      `with several as materialized (
         select * from place_total semi join (
           select ${key} from place_total group by all having count(*) > 1) using (${key}))
       select target, own_class as class, '${way}' as way, a.place as first, b.place as second,
              ${sum('n', 'n')}, ${sum('n', 'y')}, ${sum('y', 'n')}, ${sum('y', 'y')}
       from several a join several b using (${key}) where a.place < b.place
       group by all order by all`,
    );
    const unit = weightUnit ** 2;
    found.push(
      ...rows.map((row) => ({
        ...row,
        nn: row.nn / unit,
        ny: row.ny / unit,
        yn: row.yn / unit,
        yy: row.yy / unit,
      })),
    );
  }
  await database.run('drop place_total', 'drop table place_total');
  return found;
}

/** Who is counted in a region between two days, of one target in one class. */
export interface RegionSegment {
  readonly target: string;
  readonly class: string;
  /** Null = all together. */
  readonly region: string | null;
  readonly start: number;
  readonly end: number;
  readonly nDocuments: number;
  readonly nAuthors: number;
}

/** What is counted by region and stretch of time. */
export interface RegionSegmentOptions {
  readonly targets: readonly string[];
  readonly classes: readonly string[];
  /** Regions as the posts have them that are counted apart; all others are `rest`, and posts without a region `unknown`. */
  readonly regions: readonly string[];
  /** Days since 1970-01-01, ascending. */
  readonly cuts: readonly number[];
}

/** Annotated mentions and their authors by region, and of all together, between neighbouring cuts; after `createObservations`. */
export async function regionSegments(
  database: Database,
  { targets, classes, regions, cuts }: RegionSegmentOptions,
): Promise<RegionSegment[]> {
  const segments = cuts.slice(1).map((end, i) => `(${cuts[i]}, ${end})`);
  if ([segments, targets, classes, regions].some((list) => list.length === 0)) return [];
  const list = (of: readonly string[]): string => of.map(literal).join(', ');
  return database.rows<RegionSegment>(
    'region-segments',
    `with placed_segment as (
       select o.target, o.class, o.author, s.first_day::double as start, s.end_day::double as "end",
              case when o.region is null then '${OWN_LEVELS.unknown}' when o.region in (${list(regions)}) then o.region
                   else '${OWN_LEVELS.rest}' end as region
       from observation o join (values ${segments.join(', ')}) s(first_day, end_day)
         on o.published_day >= s.first_day and o.published_day < s.end_day
       where o.annotated = 1 and o.target in (${list(targets)}) and o.class in (${list(classes)}))
     select target, class, region, start, "end", count(*)::double as "nDocuments", count(distinct author)::double as "nAuthors"
     from placed_segment
     group by grouping sets ((target, class, region, start, "end"), (target, class, start, "end"))
     order by target, class, region nulls first, start`,
  );
}
