import type { Incidence } from './incidence.ts';

/** Which columns attract each other, and how strongly: those of column i are at `starts[i]` up to `starts[i + 1]`, ascending. */
export interface AttractingColumns {
  /** One more than columns. */
  readonly starts: Int32Array;
  readonly others: Int32Array;
  readonly strength: Float64Array;
}

/** Columns that stand together in fewer rows say nothing of each other. */
const FEWEST_TOGETHER = 2;

/**
 * How strongly columns attract each other: log(n·N / nₐ·n_b) where it is above 0, with n the rows that hold both and nₐ, n_b, N its
 * sums over the other columns. Counts are whole numbers, so their sums are exact in any order. They are taken one column at a time, so
 * that what is counted into fits the processor's cache. Cost: Σ of squared row sizes + columns².
 *
 * @param weights how often each row counts, whole numbers; 0 leaves it out
 */
export function attractingColumns(rows: Incidence, weights: Float64Array): AttractingColumns {
  const { nColumns } = rows;
  const { own, total } = companySums(rows, weights);
  const holding = rowsHolding(rows);
  const together = new Float64Array(nColumns);
  const sizes = new Int32Array(nColumns);
  const [first, second, strength]: [number[], number[], number[]] = [[], [], []];
  for (let a = 0; a < nColumns; a++) {
    countAfter(rows, weights, { a, holding, together });
    for (let b = a + 1; b < nColumns; b++) {
      const n = together[b] as number;
      if (n === 0) continue;
      together[b] = 0;
      if (n < FEWEST_TOGETHER) continue;
      const ratio = (n * total) / ((own[a] as number) * (own[b] as number));
      if (ratio <= 1) continue;
      first.push(a);
      second.push(b);
      strength.push(Math.log(ratio));
      sizes[a] = (sizes[a] as number) + 1;
      sizes[b] = (sizes[b] as number) + 1;
    }
  }
  return bothWays({ first, second, strength }, sizes);
}

/** Of each column the rows that hold it with the other columns that they hold, and the sum of that. */
function companySums({ starts, columns, nColumns }: Incidence, weights: Float64Array) {
  const own = new Float64Array(nColumns);
  let total = 0;
  for (let r = 0; r < starts.length - 1; r++) {
    const [from, to] = [starts[r] as number, starts[r + 1] as number];
    const company = (weights[r] as number) * (to - from - 1);
    for (let e = from; e < to; e++) {
      const c = columns[e] as number;
      own[c] = (own[c] as number) + company;
      total += company;
    }
  }
  return { own, total };
}

/** Where columns stand in rows: those of column c are at `starts[c]` up to `starts[c + 1]`. */
interface Holding {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  /** Where the columns after it begin in the row. */
  readonly after: Int32Array;
}

function rowsHolding({ starts, columns, nColumns }: Incidence): Holding {
  const from = new Int32Array(nColumns + 1);
  for (const c of columns) from[c + 1] = (from[c + 1] as number) + 1;
  for (let c = 0; c < nColumns; c++) from[c + 1] = (from[c + 1] as number) + (from[c] as number);
  const next = from.slice(0, nColumns);
  const [rows, after] = [new Int32Array(columns.length), new Int32Array(columns.length)];
  for (let r = 0; r < starts.length - 1; r++) {
    for (let e = starts[r] as number; e < (starts[r + 1] as number); e++) {
      const c = columns[e] as number;
      const at = next[c] as number;
      next[c] = at + 1;
      rows[at] = r;
      after[at] = e + 1;
    }
  }
  return { starts: from, rows, after };
}

/** Adds to `together` in how many rows each column after `a` stands with it. */
function countAfter(
  { starts, columns }: Incidence,
  weights: Float64Array,
  {
    a,
    holding,
    together,
  }: { readonly a: number; readonly holding: Holding; readonly together: Float64Array },
): void {
  for (let at = holding.starts[a] as number; at < (holding.starts[a + 1] as number); at++) {
    const r = holding.rows[at] as number;
    const weight = weights[r] as number;
    if (weight === 0) continue;
    const to = starts[r + 1] as number;
    for (let e = holding.after[at] as number; e < to; e++) {
      const b = columns[e] as number;
      together[b] = (together[b] as number) + weight;
    }
  }
}

interface Pairs {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly strength: readonly number[];
}

/** Pairs, by the first and then the second, seen from both of their columns. */
function bothWays(pairs: Pairs, sizes: Int32Array): AttractingColumns {
  const starts = new Int32Array(sizes.length + 1);
  for (let c = 0; c < sizes.length; c++) starts[c + 1] = (starts[c] as number) + (sizes[c] as number);
  const next = starts.slice(0, sizes.length);
  const others = new Int32Array(2 * pairs.first.length);
  const strength = new Float64Array(2 * pairs.first.length);
  const add = (from: number, to: number, s: number): void => {
    const at = next[from] as number;
    next[from] = at + 1;
    others[at] = to;
    strength[at] = s;
  };
  for (let pair = 0; pair < pairs.first.length; pair++) {
    const [a, b] = [pairs.first[pair] as number, pairs.second[pair] as number];
    add(a, b, pairs.strength[pair] as number);
    add(b, a, pairs.strength[pair] as number);
  }
  return { starts, others, strength };
}
