import { type Dimension, OWN_LEVELS } from '../../domain/decomposition.ts';
import type { CrossProducts, TwoWayCrossProducts } from '../../stats/linearized-covariance.ts';
import type { Database } from '../database.ts';
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
            count(distinct author)::double as "authorGroups", count(distinct cluster)::double as "copyGroups",
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
  target: string;
  class: string;
  i: number;
  j: number;
  nn: number;
  ny: number;
  yn: number;
  yy: number;
}

const WAYS = { author: 'author', copies: 'cluster', both: 'author, cluster' } as const;
type Way = keyof typeof WAYS;

/**
 * Σ over clusters of products of their totals n and y before and after in every level: see `linearizedCovariance`.
 * Sums are of whole numbers, so they do not depend on the order of rows or threads. After {@link createChangeParts}.
 */
export async function changeCrossProducts(
  database: Database,
  options: DecompositionOptions,
  places: readonly LevelPlace[],
): Promise<ChangeCrossProducts[]> {
  if (places.length === 0) return [];
  await placeParts(database, places);
  const groups = await database.rows<{ target: string; class: string } & Record<Way, number>>(
    'change-groups',
    `select target, class, count(distinct author)::double as author, count(distinct cluster)::double as copies,
            count(distinct (author, cluster))::double as both
     from placed_part group by all order by all`,
  );
  const products = new Map<string, ProductRow[]>();
  for (const [way, columns] of Object.entries(WAYS)) {
    const rows = await database.rows<ProductRow>(`change-products ${way}`, productsSql(columns));
    for (const [key, mine] of Map.groupBy(rows, (row) => JSON.stringify([way, row.target, row.class])))
      products.set(key, mine);
  }
  const unit = unitOf(options.dimension, options.weightUnit);
  return groups.map(({ target, class: name, ...nGroups }) => {
    const own = places.filter((p) => p.target === target && p.class === name);
    const size = 4 * (1 + Math.max(...own.map((p) => p.place)));
    const of = (way: Way): CrossProducts => ({
      nGroups: nGroups[way],
      products: symmetric(products.get(JSON.stringify([way, target, name])) ?? [], size, unit * unit),
    });
    return {
      target,
      class: name,
      crossProducts: { author: of('author'), copies: of('copies'), both: of('both') },
    };
  });
}

async function placeParts(database: Database, places: readonly LevelPlace[]): Promise<void> {
  const rows = places.map(
    (p) => `(${[p.target, p.class, p.level].map(literal).join(', ')}, ${p.place.toFixed(0)})`,
  );
  await database.run(
    'placed-part',
    `create or replace temp table placed_part as
     select p.target, p.class, author, cluster, 2 * place + side as cell, n, y
     from change_part p join (values ${rows.join(', ')}) l(target, class, level, place) using (target, class, level)`,
  );
}

/** Most clusters stand in one cell: only the others are joined with themselves. */
function productsSql(columns: string): string {
  const key = `target, class, ${columns}`;
  return `
    with grouped as materialized (
      select ${key}, cell, sum(n)::hugeint as n, sum(y)::hugeint as y from placed_part group by all),
    several as (select * from grouped qualify count(*) over (partition by ${key}) > 1)
    select target, class, cell as i, cell as j, sum(n * n)::double as nn, sum(n * y)::double as ny,
           sum(n * y)::double as yn, sum(y * y)::double as yy
    from grouped group by all
    union all
    select target, class, a.cell as i, b.cell as j, sum(a.n * b.n)::double as nn, sum(a.n * b.y)::double as ny,
           sum(a.y * b.n)::double as yn, sum(a.y * b.y)::double as yy
    from several a join several b using (${key}) where a.cell < b.cell group by all`;
}

function symmetric(rows: readonly ProductRow[], size: number, unit: number): number[][] {
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const set = (i: number, j: number, value: number): void => {
    (matrix[i] as number[])[j] = value / unit;
    (matrix[j] as number[])[i] = value / unit;
  };
  for (const { i, j, nn, ny, yn, yy } of rows) {
    set(2 * i, 2 * j, nn);
    set(2 * i, 2 * j + 1, ny);
    set(2 * i + 1, 2 * j, yn);
    set(2 * i + 1, 2 * j + 1, yy);
  }
  return matrix;
}

function unitOf(dimension: Dimension, weightUnit: number): number {
  return dimension === 'theme' ? weightUnit * PARTS : weightUnit;
}

/** The level of a mention, for the dimensions in which it has one. */
const LEVELS: Readonly<Record<Exclude<Dimension, 'theme'>, string>> = {
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
    from observation
    where annotated = 1 and target in (${targets.map(literal).join(', ')})
      and (published_day >= ${before.start} and published_day < ${before.end}
           or published_day >= ${after.start} and published_day < ${after.end})`;
  if (dimension !== 'theme') {
    return `
      select target, ${dimension === 'class' ? "''" : 'class'} as class, ${LEVELS[dimension]} as level, side,
             author, cluster, author_key, w::bigint as n, w::bigint * (favor - against) as y
      from (${sided}) window author_sides as (partition by target, class, author_key)`;
  }
  // What does not divide goes to the first theme, so that nothing is lost.
  return `
    select target, class, level, side, author, cluster, author_key, n, n * (favor - against) as y
    from (select *, (w * ${PARTS}) // len(levels) + if(place = 1, (w * ${PARTS}) % len(levels), 0) as n
          from (select *, unnest(levels) as level, generate_subscripts(levels, 1) as place
                from (select *, if(len(themes) = 0, ['${OWN_LEVELS.noTheme}'], themes) as levels from (${sided}))))`;
}

function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
