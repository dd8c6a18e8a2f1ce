import { type Dimension, OWN_LEVELS } from '../../domain/decomposition.ts';
import type { CrossProducts, TwoWayCrossProducts } from '../../stats/linearized-covariance.ts';
import { type Database, dropTables } from '../database.ts';
import type { DayContrast } from './contrast-moments.ts';

/** A mention with several themes counts in equal parts for each: parts of this number are whole up to fifteen themes. */
const PARTS = 360_360;

/** What is split: the mentions of two spans of days, over the levels of one dimension. */
export interface DecompositionOptions {
  readonly dimension: Dimension;
  readonly spans: DayContrast;
  readonly targets: readonly string[];
  /** What the table `observation` counts as 1. */
  readonly weightUnit: number;
}

/** What one level of one target and class holds on one side. */
export interface LevelCounts {
  readonly target: string;
  /** Empty where the dimension is the class itself: all classes together. */
  readonly class: string;
  readonly level: string;
  readonly side: 0 | 1;
  readonly nMentions: number;
  /** Distinct known authors. */
  readonly nAuthors: number;
  /** Distinct authors, each unknown one of its own, and distinct clusters of copies. */
  readonly authorGroups: number;
  readonly copyGroups: number;
  /** Σ of weights, of weight × value, of weight × value² and of squared weights. */
  readonly n: number;
  readonly y: number;
  readonly yy: number;
  readonly ww: number;
}

/**
 * Makes the table `change_part`: each annotated mention of the two spans in whole parts, one row for each of its levels.
 * The parts of a mention sum to its weight exactly, so that sums over levels are those of the whole.
 */
export async function createChangeParts(database: Database, options: DecompositionOptions): Promise<void> {
  await database.run('change-part', `create or replace temp table change_part as ${partsSql(options)}`);
}

/** Counts and sums of every level on each side; after {@link createChangeParts}. */
export async function levelCounts(
  database: Database,
  { dimension, weightUnit }: DecompositionOptions,
): Promise<LevelCounts[]> {
  const unit = unitOf(dimension, weightUnit);
  const rows = await database.rows<LevelCounts>(
    'level-counts',
    `select target, class, level, side,
            count(*)::double as "nMentions", count(distinct author_key)::double as "nAuthors",
            ${authorsSql('true')} as "authorGroups", ${clustersSql('true', 'cluster')} as "copyGroups",
            sum(n)::double as n, sum(y)::double as y, sum(abs(y))::double as yy, sum(n::hugeint * n)::double as ww
     from change_part group by all order by all`,
  );
  return rows.map((row) => ({
    ...row,
    n: row.n / unit,
    y: row.y / unit,
    yy: row.yy / unit,
    ww: row.ww / (unit * unit),
  }));
}

/** Where a level stands in the cross-products of its target and class; several levels may share a place. */
export interface LevelPlace {
  readonly target: string;
  readonly class: string;
  readonly level: string;
  readonly place: number;
}

/** Cross-products of one target and class. */
export interface ChangeCrossProducts {
  readonly target: string;
  readonly class: string;
  readonly crossProducts: TwoWayCrossProducts;
}

interface ProductRow {
  stratum: number;
  i: number;
  j: number;
  nn: number;
  ny: number;
  yn: number;
  yy: number;
}

type Way = keyof TwoWayCrossProducts;

/**
 * Σ over clusters of products of their totals n and y before and after in every level: see `linearizedCovariance`.
 * Sums are of whole numbers, so they do not depend on the order of rows or threads. After {@link createChangeParts}.
 */
export async function changeCrossProducts(
  database: Database,
  options: DecompositionOptions,
  places: readonly LevelPlace[],
): Promise<ChangeCrossProducts[]> {
  const strata = [...Map.groupBy(places, (p) => JSON.stringify([p.target, p.class])).values()];
  if (strata.length === 0) return [];
  await placeParts(database, strata);
  const groups = await database.rows<{ stratum: number } & Record<Way, number>>(
    'change-groups',
    `select stratum, ${authorsSql('is_first')} as author, ${clustersSql('is_first', 'cluster')} as copies,
            ${clustersSql('is_first', '(author, cluster)')} as both
     from placed_part group by all`,
  );
  // A text without copies is a cluster of its own: by copies, and by both.
  const isPooled = strata.some((own) => new Set(own.map((p) => p.place)).size < own.length);
  const single = await productsOf(
    database,
    'single',
    isPooled ? totalsSql('cluster', 'not is_copied') : SINGLES,
  );
  const found: Record<Way, Map<number, ProductRow[]>> = {
    author: await productsOf(database, 'author', totalsSql('author', 'true')),
    copies: await productsOf(database, 'copies', totalsSql('cluster', 'is_copied')),
    both: await productsOf(database, 'both', totalsSql('author, cluster', 'is_copied')),
  };
  await dropTables(database, 'placed_part', 'change_total');
  const unit = unitOf(options.dimension, options.weightUnit) ** 2;
  return strata.map((own, stratum) => {
    const { target, class: name } = own[0] as LevelPlace;
    const size = 4 * (1 + Math.max(...own.map((p) => p.place)));
    const counted = groups.find((row) => row.stratum === stratum);
    const of = (way: Way): CrossProducts => {
      const rows = [found[way], ...(way === 'author' ? [] : [single])].flatMap(
        (one) => one.get(stratum) ?? [],
      );
      return { nGroups: counted?.[way] ?? 0, products: symmetric(rows, size, unit) };
    };
    return {
      target,
      class: name,
      crossProducts: { author: of('author'), copies: of('copies'), both: of('both') },
    };
  });
}

/** Each known author is one; an unknown one stands for a text, or for a group of copies. `once` holds in one row of a mention. */
function authorsSql(once: string): string {
  return `(count(distinct author_key) + count_if(author_key is null and ${once} and not is_copied)
           + count(distinct cluster) filter (where author_key is null and is_copied))::double`;
}

/** Each text without copies is a cluster. */
function clustersSql(once: string, key: string): string {
  return `(count_if(${once} and not is_copied) + count(distinct ${key}) filter (where is_copied))::double`;
}

async function placeParts(database: Database, strata: readonly (readonly LevelPlace[])[]): Promise<void> {
  const rows = strata.flatMap((places, stratum) =>
    places.map(
      (p) => `(${[p.target, p.class, p.level].map(literal).join(', ')}, ${stratum}, ${p.place.toFixed(0)})`,
    ),
  );
  await database.run(
    'placed-part',
    `create or replace temp table placed_part as
     select stratum, author, author_key, cluster, is_copied, is_first, 2 * place + side as cell, n, y
     from change_part p
     join (values ${rows.join(', ')}) l(target, class, level, stratum, place) using (target, class, level)`,
  );
}

/** Where no levels are told together, a text has one row in a cell. */
const SINGLES = 'select stratum, cluster, cell, n, y from placed_part where not is_copied';

function totalsSql(columns: string, where: string): string {
  return `select stratum, ${columns}, cell, sum(n) as n, sum(y) as y from placed_part where ${where} group by all`;
}

/** Products of the totals of clusters, one row a cluster and cell. Only clusters in several cells are joined with themselves. */
async function productsOf(
  database: Database,
  name: string,
  totals: string,
): Promise<Map<number, ProductRow[]>> {
  const keys = { single: 'cluster', author: 'author', copies: 'cluster', both: 'author, cluster' };
  const key = `stratum, ${keys[name as keyof typeof keys]}`;
  await database.run(
    `change-totals ${name}`,
    `create or replace temp table change_total as
     select * replace (n::hugeint as n, y::hugeint as y) from (${totals})`,
  );
  const rows = await database.rows<ProductRow>(
    `change-products ${name}`,
    `with several as materialized (
       select * from change_total semi join (
         select ${key} from change_total group by all having count(*) > 1) using (${key}))
     select stratum, cell as i, cell as j, sum(n * n)::double as nn, sum(n * y)::double as ny,
            sum(n * y)::double as yn, sum(y * y)::double as yy
     from change_total group by all
     union all
     select stratum, a.cell as i, b.cell as j, sum(a.n * b.n)::double as nn, sum(a.n * b.y)::double as ny,
            sum(a.y * b.n)::double as yn, sum(a.y * b.y)::double as yy
     from several a join several b using (${key}) where a.cell < b.cell group by all`,
  );
  return Map.groupBy(rows, (row) => row.stratum);
}

function symmetric(rows: readonly ProductRow[], size: number, unit: number): number[][] {
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const add = (i: number, j: number, value: number): void => {
    (matrix[i] as number[])[j] = (matrix[i]?.[j] as number) + value / unit;
    if (i !== j) (matrix[j] as number[])[i] = matrix[i]?.[j] as number;
  };
  for (const { i, j, nn, ny, yn, yy } of rows) {
    add(2 * i, 2 * j, nn);
    add(2 * i, 2 * j + 1, ny);
    if (i !== j) add(2 * i + 1, 2 * j, yn);
    add(2 * i + 1, 2 * j + 1, yy);
  }
  return matrix;
}

function unitOf(dimension: Dimension, weightUnit: number): number {
  return dimension === 'theme' ? weightUnit * PARTS : weightUnit;
}

/** Mentions with the discovered theme that explains them, null where none was learned; after `openDiscoveredThemes`. */
const DISCOVERED = `(select o.*, d.theme as discovered from observation o left join discovered_theme d using (document_id, target))`;

/** The level of a mention, for the dimensions in which it has one. */
const LEVELS: Readonly<Record<Exclude<Dimension, 'theme'>, string>> = {
  discovered: `coalesce(discovered, '${OWN_LEVELS.unknown}')`,
  source: 'source_id',
  region: `coalesce(region, '${OWN_LEVELS.unknown}')`,
  language: `coalesce(nullif(language, 'und'), '${OWN_LEVELS.unknown}')`,
  class: 'class',
  author: `case when author_key is null then '${OWN_LEVELS.unknown}'
                when min(side) over author_sides < max(side) over author_sides then '${OWN_LEVELS.stayed}'
                when side = 1 then '${OWN_LEVELS.entered}' else '${OWN_LEVELS.left}' end`,
};

function partsSql({ dimension, spans, targets }: DecompositionOptions): string {
  const { before, after } = spans;
  const sided = `
    select *, (published_day >= ${after.start})::integer as side
    from ${dimension === 'discovered' ? DISCOVERED : 'observation'}
    where annotated = 1 and target in (${targets.map(literal).join(', ')})
      and (published_day >= ${before.start} and published_day < ${before.end}
           or published_day >= ${after.start} and published_day < ${after.end})`;
  const columns = 'side, author, cluster, author_key, is_copied';
  if (dimension !== 'theme') {
    return `
      select target, ${dimension === 'class' ? "''" : 'class'} as class, ${LEVELS[dimension]} as level, ${columns},
             true as is_first, w::bigint as n, w::bigint * (favor - against) as y
      from (${sided}) window author_sides as (partition by target, class, author_key)`;
  }
  // What does not divide goes to the first theme, so that nothing is lost.
  return `
    select target, class, level, ${columns}, place = 1 as is_first, n, n * (favor - against) as y
    from (select *, (w * ${PARTS}) // len(levels) + if(place = 1, (w * ${PARTS}) % len(levels), 0) as n
          from (select *, unnest(levels) as level, generate_subscripts(levels, 1) as place
                from (select *, if(len(themes) = 0, ['${OWN_LEVELS.noTheme}'], themes) as levels from (${sided}))))`;
}

function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
