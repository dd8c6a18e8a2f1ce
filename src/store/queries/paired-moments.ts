import { OWN_LEVELS } from '../../domain/decomposition.ts';
import type { CrossProducts, TwoWayCrossProducts } from '../../stats/linearized-covariance.ts';
import type { PairedCell } from '../../stats/paired-contrast.ts';
import { type Database, dropTables } from '../database.ts';

/** A mention with several themes counts in equal parts for each: parts of this number are whole up to fifteen themes. */
const PARTS = 360_360;

/** What is compared. */
export interface PairedMomentOptions {
  readonly targets: readonly string[];
  readonly classes: readonly string[];
  readonly themes: readonly string[];
  /** Bins of the study that make one period. */
  readonly binsPerPeriod: number;
  readonly nPeriods: number;
  /** What the table `observation` counts as 1. */
  readonly weightUnit: number;
}

/** What one class says of one target. */
export interface PairedClass {
  readonly nMentions: number;
  /** Distinct known authors, and clusters of copies. */
  readonly nAuthors: number;
  readonly nClusters: number;
  /** Clusters by author or by copies, whichever is fewer. */
  readonly nGroups: number;
}

/** Moments of one target in all classes, from which any two can be compared. */
export interface PairedMoments {
  readonly target: string;
  readonly of: (className: string) => PairedClass | undefined;
  /** Cells of a class, one a period; `theme` null = net balance. */
  readonly cells: (className: string, theme: string | null) => PairedCell[];
  /** Cross-products of two classes, the periods of the first before those of the second. */
  readonly crossProducts: (classes: readonly [string, string], theme: string | null) => TwoWayCrossProducts;
}

type Way = keyof TwoWayCrossProducts;
type Values = Readonly<Record<string, number>>;
interface ProductRow extends Values {
  readonly i: number;
  readonly j: number;
  readonly nn: number;
}
interface GroupRow extends PairedClass {
  readonly target: string;
  readonly class: string;
  readonly authors: number;
  readonly both: number;
}

/**
 * Sums and cross-products of clusters by class and period, of net balance and of each theme's share of talk. Sums are of
 * whole numbers, so they do not depend on the order of rows or threads. After `createObservations`.
 */
export async function pairedMoments(
  database: Database,
  options: PairedMomentOptions,
): Promise<PairedMoments[]> {
  if (options.targets.length === 0 || options.classes.length < 2) return [];
  const names = [...options.themes, OWN_LEVELS.noTheme];
  await database.run(
    'paired-part',
    `create or replace temp table paired_part as ${partsSql(options, names)}`,
  );
  const groups = await database.rows<GroupRow>('paired-groups', GROUPS);
  const cells = await database.rows<Values & { target: string }>('paired-cells', cellsSql(names.length));
  // A text without copies is a cluster of its own: by copies, and by both.
  const single = await productsOf(database, { key: 'cluster', where: 'not is_copied', n: names.length });
  const found = {
    author: await productsOf(database, { key: 'author', where: 'true', n: names.length }),
    copies: await productsOf(database, { key: 'cluster', where: 'is_copied', n: names.length }),
    both: await productsOf(database, { key: 'author, cluster', where: 'is_copied', n: names.length }),
  };
  await dropTables(database, 'paired_part', 'paired_total');
  return options.targets.map((target) =>
    assemble(target, {
      options,
      names,
      groups: groups.filter((row) => row.target === target),
      cells: cells.filter((row) => row.target === target),
      products: {
        author: found.author.get(target) ?? [],
        copies: [...(found.copies.get(target) ?? []), ...(single.get(target) ?? [])],
        both: [...(found.both.get(target) ?? []), ...(single.get(target) ?? [])],
      },
    }),
  );
}

/** One row a mention; v0 is net balance, v1… the parts of the themes. */
function partsSql(
  { targets, classes, binsPerPeriod, nPeriods }: PairedMomentOptions,
  names: readonly string[],
): string {
  const list = classes.map((name, i) => `(${literal(name)}, ${i})`).join(', ');
  const parts = names.map(
    (name, k) =>
      `(if(list_contains(levels, ${literal(name)}), (w * ${PARTS}) // len(levels), 0))::hugeint as v${k + 1}`,
  );
  return `
    select target, class, author, author_key, cluster, is_copied, place * ${nPeriods} + bin // ${binsPerPeriod} as cell,
           w::hugeint as n, (w * (favor - against))::hugeint as v0, ${parts.join(', ')}
    from (select *, if(len(themes) = 0, ['${OWN_LEVELS.noTheme}'], themes) as levels from observation)
    join (values ${list}) c(class, place) using (class)
    where annotated = 1 and target in (${targets.map(literal).join(', ')})`;
}

const GROUPS = `
  select target, class, count(*)::double as "nMentions", count(distinct author_key)::double as "nAuthors",
         count(distinct author)::double as authors,
         (count_if(not is_copied) + count(distinct cluster) filter (where is_copied))::double as "nClusters",
         (count_if(not is_copied) + count(distinct (author, cluster)) filter (where is_copied))::double as both
  from paired_part group by all`;

function variables(n: number): string[] {
  return Array.from({ length: n + 1 }, (_, k) => `v${k}`);
}

function cellsSql(n: number): string {
  const sums = variables(n).map(
    (v) =>
      `sum(${v})::double as ${v}, sum(${v === 'v0' ? 'abs(v0)' : `${v} * ${v} // n`})::double as ${v}${v}`,
  );
  return `
    select target, cell::double as cell, sum(n)::double as n, sum(n * n)::double as nn, ${sums.join(', ')}
    from paired_part where n > 0 group by target, cell`;
}

async function productsOf(
  database: Database,
  { key: columns, where, n }: { readonly key: string; readonly where: string; readonly n: number },
): Promise<Map<string, ProductRow[]>> {
  const key = `target, ${columns}`;
  const vs = variables(n);
  await database.run(
    'paired-totals',
    `create or replace temp table paired_total as
     select ${key}, cell, sum(n)::hugeint as n, ${vs.map((v) => `sum(${v})::hugeint as ${v}`).join(', ')}
     from paired_part where ${where} group by all`,
  );
  const sums = (a: string, b: string): string =>
    [
      `sum(${a}n * ${b}n)::double as nn`,
      ...vs.flatMap((v) => [
        `sum(${a}n * ${b}${v})::double as n${v}`,
        `sum(${a}${v} * ${b}n)::double as ${v}n`,
        `sum(${a}${v} * ${b}${v})::double as ${v}${v}`,
      ]),
    ].join(', ');
  const rows = await database.rows<ProductRow & { target: string }>(
    'paired-products',
    `with several as materialized (
       select * from paired_total semi join (
         select ${key} from paired_total group by all having count(*) > 1) using (${key}))
     select target, cell::double as i, cell::double as j, ${sums('', '')} from paired_total group by target, cell
     union all
     select target, a.cell::double as i, b.cell::double as j, ${sums('a.', 'b.')}
     from several a join several b using (${key}) where a.cell < b.cell group by target, a.cell, b.cell`,
  );
  return Map.groupBy(rows, (row) => row.target);
}

interface Found {
  readonly options: PairedMomentOptions;
  readonly names: readonly string[];
  readonly groups: readonly GroupRow[];
  readonly cells: readonly Values[];
  readonly products: Readonly<Record<Way, readonly ProductRow[]>>;
}

function assemble(target: string, { options, names, groups, cells, products }: Found): PairedMoments {
  const { nPeriods, weightUnit, classes } = options;
  const byCell = new Map(cells.map((row) => [row['cell'], row]));
  const variable = (theme: string | null): string => `v${theme === null ? 0 : names.indexOf(theme) + 1}`;
  const scale = (theme: string | null): number => (theme === null ? 1 : PARTS);
  const groupOf = (name: string) => groups.find((row) => row.class === name);
  return {
    target,
    of: (name) => {
      const row = groupOf(name);
      return row === undefined ? undefined : { ...row, nGroups: Math.min(row.authors, row.nClusters) };
    },
    cells: (name, theme) =>
      Array.from({ length: nPeriods }, (_, t): PairedCell => {
        const row = byCell.get(classes.indexOf(name) * nPeriods + t);
        const v = variable(theme);
        const [unit, one] = [weightUnit, scale(theme)];
        const at = (key: string): number => row?.[key] ?? 0;
        return {
          n: at('n') / unit,
          y: at(v) / (unit * one),
          yy: at(`${v}${v}`) / (unit * one * one),
          ww: at('nn') / unit ** 2,
        };
      }),
    crossProducts: (pair, theme) => {
      const v = variable(theme);
      const placed = placer(
        pair.map((name) => classes.indexOf(name)),
        nPeriods,
      );
      const [unit, one] = [weightUnit ** 2, scale(theme)];
      const of = (way: Way): CrossProducts => {
        const count = { author: 'authors', copies: 'nClusters', both: 'both' } as const;
        const nGroups = pair.reduce((sum, name) => sum + (groupOf(name)?.[count[way]] ?? 0), 0);
        const matrix = Array.from({ length: 4 * nPeriods }, () => new Array<number>(4 * nPeriods).fill(0));
        const add = (i: number, j: number, value: number): void => {
          (matrix[i] as number[])[j] = (matrix[i]?.[j] as number) + value;
          if (i !== j) (matrix[j] as number[])[i] = matrix[i]?.[j] as number;
        };
        for (const row of products[way]) {
          const [i, j] = [placed(row.i), placed(row.j)];
          if (i === null || j === null) continue;
          const at = (key: string): number => (row[key] as number) / unit;
          add(2 * i, 2 * j, at('nn'));
          add(2 * i, 2 * j + 1, at(`n${v}`) / one);
          if (i !== j) add(2 * i + 1, 2 * j, at(`${v}n`) / one);
          add(2 * i + 1, 2 * j + 1, at(`${v}${v}`) / (one * one));
        }
        return { nGroups, products: matrix };
      };
      return { author: of('author'), copies: of('copies'), both: of('both') };
    },
  };
}

/** From a cell of all classes to its place among those of two; null = of another class. */
function placer(places: readonly number[], nPeriods: number): (cell: number) => number | null {
  return (cell) => {
    const which = places.indexOf(Math.floor(cell / nPeriods));
    return which < 0 ? null : which * nPeriods + (cell % nPeriods);
  };
}

function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
