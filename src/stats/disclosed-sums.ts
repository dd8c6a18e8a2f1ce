/** A cell that is in no published table itself, but of which published sums are made. */
interface SumAtom {
  readonly nAuthors: number;
}

/** A number of several cells together that would be published. */
export interface PublishedSum {
  /** Places in the list of atoms. */
  readonly atoms: readonly number[];
  readonly nAuthors: number;
  /** Of several, those of a lower rank are given up first; null = it is published whatever it tells. */
  readonly rank: number | null;
}

/** What may be told of how many. */
export interface DisclosureOptions {
  readonly atoms: readonly SumAtom[];
  readonly sums: readonly PublishedSum[];
  /** Thin atoms that together have enough authors: their sum may be told. Lists share no atom. */
  readonly allowed?: readonly (readonly number[])[];
  readonly minimumAuthors: number;
}

/** Rows by column, without zeros. */
type SparseRow = Map<number, number>;

/**
 * Which of a list of sums must not be published, so that no sum or difference of those that are, with whatever factors, is of cells of
 * fewer than `minimumAuthors` authors alone (complementary suppression).
 *
 * A sum of too few authors is withheld itself. The others are let through one by one, those without a rank first, then by rank and
 * authors, the largest first. With one row a sum and one column a cell, those let through are kept in echelon form over the
 * columns of enough authors. What is left of a new sum less a combination of them either holds such a column, and then no
 * combination with it is of thin cells; or nothing, and then it tells nothing new; or thin cells alone, and then it is
 * withheld. So sums of any number of cells are covered.
 *
 * Several thin cells together count as thin, since authors do not add up, unless they are one of the lists that may be told; a list
 * may not where a sum without a rank leaves thin cells beside it. What sums without a rank tell among themselves is not asked.
 * Left open is what an outside source tells.
 *
 * Reference: Cox (1980), Suppression methodology and statistical disclosure control, Journal of the American Statistical Association 75,
 * 377–385. Cost: sums² × cells at worst; most rows have a single cell.
 *
 * @returns places in `sums`, ascending
 */
export function disclosedSums({ atoms, sums, minimumAuthors, allowed = [] }: DisclosureOptions): number[] {
  const isThin = (n: number): boolean => n > 0 && n < minimumAuthors;
  const isThinAtom = (atom: number): boolean => isThin((atoms[atom] as SumAtom).nAuthors);
  const pivots = new Map<number, SparseRow>();
  const told = new Map(
    allowed.map((columns) => [columns[0] as number, new Map(columns.map((column) => [column, 1]))]),
  );
  const order = [...sums.keys()].sort(
    (a, b) => compare(sums[a] as PublishedSum, sums[b] as PublishedSum) || a - b,
  );
  return order
    .filter((i) => {
      const { atoms: columns, nAuthors, rank } = sums[i] as PublishedSum;
      if (isThin(nAuthors)) return true;
      const counted = columns.filter((atom) => (atoms[atom] as SumAtom).nAuthors > 0);
      const row: SparseRow = new Map(counted.map((column) => [column, 1]));
      const pivot = reduce(row, pivots, (column) => !isThinAtom(column));
      if (pivot !== null) pivots.set(pivot, row);
      if (pivot !== null) return false;
      const left = new Map(row);
      reduce(left, told, (column) => told.has(column));
      if (rank !== null) return left.size > 0;
      if (left.size > 0) withdraw(told, row);
      return false;
    })
    .sort((a, b) => a - b);
}

/** Lists of which something is published as a part: what they leave of it would be told with them. */
function withdraw(told: Map<number, SparseRow>, published: SparseRow): void {
  for (const [first, list] of told)
    if ([...list.keys()].some((column) => published.has(column))) told.delete(first);
}

/** Those that are kept first come first. */
function compare(a: PublishedSum, b: PublishedSum): number {
  const rank = (one: PublishedSum): number => one.rank ?? Number.MAX_VALUE;
  return rank(b) - rank(a) || b.nAuthors - a.nAuthors;
}

/** Takes pivot rows from a row until none holds its next column; that column, or null where there is none. */
function reduce(
  row: SparseRow,
  pivots: ReadonlyMap<number, SparseRow>,
  isSought: (column: number) => boolean,
): number | null {
  for (;;) {
    const column = first(row, isSought);
    const known = column === null ? undefined : pivots.get(column);
    if (column === null || known === undefined) return column;
    subtract(row, known, (row.get(column) as number) / (known.get(column) as number));
    row.delete(column);
  }
}

/** First column of those sought. */
function first(row: SparseRow, isSought: (column: number) => boolean): number | null {
  let least: number | null = null;
  for (const column of row.keys()) if ((least === null || column < least) && isSought(column)) least = column;
  return least;
}

function subtract(row: SparseRow, other: SparseRow, factor: number): void {
  for (const [column, value] of other) {
    const left = (row.get(column) ?? 0) - factor * value;
    // Rows are of zeros and ones: what is smaller is rounding.
    if (Math.abs(left) < 1e-9) row.delete(column);
    else row.set(column, left);
  }
}
