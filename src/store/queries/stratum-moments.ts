import type { MixDimension, ReferenceMix } from '../../domain/reference-mix.ts';
import { ACTIVITY_BANDS, MIX_DIMENSIONS, UNKNOWN_CATEGORY } from '../../domain/reference-mix.ts';
import type { ClusterProduct, ClusterProducts, Grouping } from '../../stats/cluster-products.ts';
import type { ComponentTotals } from '../../stats/post-stratified-mean.ts';
import { type Database, dropTables } from '../database.ts';
import type { DayContrast } from './contrast-moments.ts';

/** A stratum of a sample: where its mentions stand, on which side of an event, and their totals. */
export interface StratumComponent extends ComponentTotals {
  /** Dimension → category, of the dimensions of the class's reference mix. */
  readonly stratum: Readonly<Partial<Record<MixDimension, string>>>;
  /** 0 = before the event or no event, 1 = after it. */
  readonly side: 0 | 1;
}

/** Net balance of one target in one class by stratum, with the products that any mix of the strata needs. */
export interface StratumMoments {
  readonly target: string;
  readonly class: string;
  /** Index of the bin; −1 = the whole period or both sides of an event. */
  readonly bin: number;
  readonly components: readonly StratumComponent[];
  readonly products: Readonly<Record<Grouping, ClusterProducts>>;
}

/** What a table counts as 1: a weight, and a label or a probability. */
export interface Units {
  readonly weight: number;
  readonly label: number;
}

/** What the moments are taken over: each bin, the whole period, or the two sides of an event. */
export type MomentSpan = 'bins' | 'whole' | DayContrast;

/** How each grouping tells clusters, and which rows are clusters alone. */
const GROUPINGS = {
  author: { columns: 'author', alone: 'is_alone' },
  copies: { columns: 'cluster', alone: 'not is_copied' },
  both: { columns: 'author, cluster', alone: 'not is_copied' },
} as const;

/**
 * Makes the table `stratified`: annotated observations with the number of their stratum, and the table `stratum` with the
 * categories of each; after `createObservations`. Strata are numbered in the order of their categories.
 * @param table `scored`: the same of the coded targets with probabilities for labels, after `createScores`
 */
export async function createStrata(
  database: Database,
  mix: ReferenceMix,
  table: 'observation' | 'scored' = 'observation',
): Promise<void> {
  const used = MIX_DIMENSIONS.filter((dimension) => Object.values(mix).some((one) => dimension in one));
  const columns = used.map((dimension) => `${categorySql(dimension, mix)} as mix_${dimension}`);
  const names = used.map((dimension) => `mix_${dimension}`).join(', ');
  const document = table === 'scored' ? ', document_id' : '';
  await database.run(
    'mixed',
    `create or replace temp view mixed as select target, class, bin, published_day, author, cluster, w,
            is_copied, author_key is null and not is_copied as is_alone,
            w * (favor - against) as y, w * (favor + against) as s, ${columns.join(', ')}${document}
     from ${table} where annotated = 1`,
  );
  await database.run(
    'stratum',
    `create or replace temp table stratum as
     select class, ${names}, row_number() over (order by class, ${names})::integer as stratum
     from (select distinct class, ${names} from mixed)`,
  );
  await database.run(
    'stratified',
    `create or replace temp table stratified as
     select target, class, bin, published_day, author, cluster, is_copied, is_alone, w, y, s, stratum${document}
     from mixed join stratum using (class, ${names})`,
  );
}

function categorySql(dimension: MixDimension, mix: ReferenceMix): string {
  const classes = Object.keys(mix).filter((name) => dimension in (mix[name] as object));
  const list = classes.map(literal).join(', ');
  return `case when class in (${list}) then ${CATEGORIES[dimension]} else '' end`;
}

const [ONCE, FEW, SEVERAL, MANY, UNKNOWN] = ACTIVITY_BANDS;

/** The category of an observation, never null. */
const CATEGORIES: Readonly<Record<MixDimension, string>> = {
  source: 'source_id',
  language: `coalesce(language, '${UNKNOWN_CATEGORY}')`,
  region: `coalesce(region, '${UNKNOWN_CATEGORY}')`,
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  activity: `case when author_key is null then '${UNKNOWN}' else
    case count(*) over (partition by target, class, author_key, (published_day + 3) // 7)
      when 1 then '${ONCE}' when 2 then '${FEW}' when 3 then '${FEW}' when 4 then '${FEW}'
      when 5 then '${SEVERAL}' when 6 then '${SEVERAL}' when 7 then '${SEVERAL}' when 8 then '${SEVERAL}'
      when 9 then '${SEVERAL}' else '${MANY}' end end`,
};

interface TotalRow {
  readonly target: string;
  readonly class: string;
  readonly bin: number;
  readonly component: number;
  readonly sumY: number;
  readonly sumN: number;
  readonly sumSquare: number;
  readonly sumWW: number;
}

interface ProductRow extends Omit<ClusterProduct, 'a' | 'b'> {
  readonly target: string;
  readonly class: string;
  readonly bin: number;
  readonly a: number;
  readonly b: number;
}

interface GroupRow {
  readonly target: string;
  readonly class: string;
  readonly bin: number;
  readonly n: number;
}

/**
 * Moments by stratum of every target × class for each bin, the whole period, or the two sides of an event. Pairs of strata
 * have an entry only where some cluster stands in both. Sums are of whole numbers, so the order of rows does not matter.
 * After {@link createStrata}.
 * @param counted what the table counts as 1; a number = weights, with labels as they are
 */
export async function stratumMoments(
  database: Database,
  span: MomentSpan,
  counted: number | Units,
): Promise<StratumMoments[]> {
  const unit = typeof counted === 'number' ? { weight: counted, label: 1 } : counted;
  await database.run('spanned', `create or replace temp view spanned as ${spanSql(span)}`);
  const totals = await database.rows<TotalRow>('stratum-totals', TOTALS);
  const cells = new Map<string, Cell>();
  for (const row of totals) {
    const key = keyOf(row);
    const cell = cells.get(key) ?? { first: row, rows: [], products: emptyProducts() };
    cell.rows.push(row);
    cells.set(key, cell);
  }
  await database.run('alone-total', `create or replace temp table alone_total as ${ALONE}`);
  for (const cell of cells.values()) cell.rows.sort((x, y) => x.component - y.component);
  for (const grouping of ['author', 'copies', 'both'] as const) {
    await createClusterTotals(database, grouping);
    for (const row of await database.rows<GroupRow>('stratum-groups', GROUPS)) {
      const cell = cells.get(keyOf(row)) as Cell;
      cell.products[grouping].nGroups = row.n;
    }
    for (const row of await database.rows<ProductRow>(
      'stratum-products',
      productsSql(GROUPINGS[grouping].columns),
    )) {
      const cell = cells.get(keyOf(row)) as Cell;
      const place = (component: number): number => placeOf(cell, component);
      const nn = row.nn / unit.weight ** 2;
      const [yn, ny] = [row.yn, row.ny].map((x) => x / unit.weight ** 2 / unit.label) as [number, number];
      const yy = row.yy / unit.weight ** 2 / unit.label ** 2;
      cell.products[grouping].products.push({
        a: place(row.a),
        b: place(row.b),
        shared: row.shared,
        yy,
        yn,
        ny,
        nn,
      });
    }
  }
  await database.run('drop alone', 'drop view alone');
  await dropTables(database, 'cluster_total', 'several', 'alone_total');
  const names = await stratumNames(database);
  return [...cells.keys()].sort().map((key) => assemble(cells.get(key) as Cell, names, unit));
}

interface Cell {
  readonly first: TotalRow;
  readonly rows: TotalRow[];
  readonly products: Record<Grouping, { nGroups: number; products: ClusterProduct[] }>;
}

function emptyProducts(): Cell['products'] {
  const none = () => ({ nGroups: 0, products: [] });
  return { author: none(), copies: none(), both: none() };
}

const keyOf = (row: { readonly target: string; readonly class: string; readonly bin: number }): string =>
  JSON.stringify([row.target, row.class, row.bin]);

function placeOf({ rows }: Cell, component: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as TotalRow).component < component) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Observations of a span. A component is a stratum on one side of an event: twice its number, plus the side. */
export function spanSql(span: MomentSpan): string {
  const columns = 'target, class, author, cluster, is_copied, is_alone, w, y, s';
  if (typeof span === 'string') {
    const bin = span === 'bins' ? 'bin' : '-1';
    return `select ${columns}, ${bin} as bin, 2 * stratum as component from stratified`;
  }
  const inside = ({ start, end }: { start: number; end: number }): string =>
    `published_day >= ${start} and published_day < ${end}`;
  return `select ${columns}, -1 as bin, 2 * stratum + (${inside(span.after)})::integer as component
          from stratified where (${inside(span.before)}) or (${inside(span.after)})`;
}

const TOTALS = `
  select target, class, bin::integer as bin, component::double as component,
         sum(y)::double as "sumY", sum(w)::double as "sumN", sum(s)::double as "sumSquare",
         sum(w * w)::double as "sumWW"
  from spanned group by target, class, bin, component`;

/** Products of the rows that are clusters alone, by what makes them so. */
const ALONE = `
  select target, class, bin::integer as bin, component, is_copied, is_alone, count(*) as shared,
         sum(y::hugeint * y) as yy, sum(y::hugeint * w) as yn, sum(w::hugeint * w) as nn
  from spanned where not is_copied group by all`;

/** Makes `cluster_total`, totals of the other clusters by component, and `several`, the clusters in more than one component. */
async function createClusterTotals(database: Database, grouping: Grouping): Promise<void> {
  const { columns, alone } = GROUPINGS[grouping];
  await database.run(
    'cluster-total',
    `create or replace temp table cluster_total as
     select target, class, bin::integer as bin, component, ${columns}, sum(y) as y, sum(w) as n
     from spanned where not (${alone}) group by all`,
  );
  await database.run(
    'several',
    `create or replace temp table several as
     select target, class, bin, ${columns}, count(*) as n_components
     from cluster_total group by all having count(*) > 1`,
  );
  await database.run(
    'alone',
    `create or replace temp view alone as select * from alone_total where ${alone}`,
  );
}

/** Clusters: one for each row of `cluster_total`, but those in several components once. */
const GROUPS = `
  select target, class, bin, sum(n)::double as n
  from (select target, class, bin, 1 as n from cluster_total
        union all select target, class, bin, 1 - n_components as n from several
        union all select target, class, bin, shared as n from alone)
  group by all`;

/** Only clusters in several components are joined with themselves. */
function productsSql(columns: string): string {
  const key = `target, class, bin, ${columns}`;
  return `
    with joined as materialized (select * from cluster_total semi join several using (${key}))
    select target, class, bin, a::double as a, b::double as b, sum(shared)::double as shared,
           sum(yy)::double as yy, sum(yn)::double as yn, sum(ny)::double as ny, sum(nn)::double as nn
    from (select target, class, bin, component as a, component as b, count(*) as shared,
                 sum(y * y) as yy, sum(y * n) as yn, sum(y * n) as ny, sum(n * n) as nn
          from cluster_total group by all
          union all
          select target, class, bin, component as a, component as b, shared, yy, yn, yn as ny, nn from alone
          union all
          select target, class, bin, p.component as a, q.component as b, count(*) as shared,
                 sum(p.y * q.y) as yy, sum(p.y * q.n) as yn, sum(p.n * q.y) as ny, sum(p.n * q.n) as nn
          from joined p join joined q using (${key}) where p.component < q.component
          group by target, class, bin, p.component, q.component)
    group by target, class, bin, a, b
    order by target, class, bin, a, b`;
}

/** Categories of strata by number. */
type StratumNames = ReadonlyMap<number, StratumComponent['stratum']>;

/** Categories of each stratum by its number; after {@link createStrata}. */
export async function stratumNames(database: Database): Promise<StratumNames> {
  type Row = Readonly<Partial<Record<`mix_${MixDimension}`, string>>> & { readonly stratum: number };
  const rows = await database.rows<Row>('strata', 'select * exclude (class) from stratum');
  return new Map(
    rows.map((row) => [
      row.stratum,
      Object.fromEntries(
        MIX_DIMENSIONS.flatMap((dimension) => {
          const category = row[`mix_${dimension}`] ?? '';
          return category === '' ? [] : [[dimension, category]];
        }),
      ),
    ]),
  );
}

function assemble({ first, rows, products }: Cell, names: StratumNames, unit: Units): StratumMoments {
  return {
    target: first.target,
    class: first.class,
    bin: first.bin,
    components: rows.map((row) => ({
      stratum: names.get(Math.floor(row.component / 2)) ?? {},
      side: row.component % 2 === 1 ? 1 : 0,
      sumY: row.sumY / unit.weight / unit.label,
      sumN: row.sumN / unit.weight,
      sumSquare: row.sumSquare / unit.weight / unit.label,
      sumWW: row.sumWW / unit.weight ** 2,
    })),
    products,
  };
}

/** A string as an SQL literal. */
function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
