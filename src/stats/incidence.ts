/** Rows that hold columns, each at most once and ascending: those of row i are `columns[starts[i]]` up to `columns[starts[i + 1]]`. */
export interface Incidence {
  /** One more than rows. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly nColumns: number;
}
