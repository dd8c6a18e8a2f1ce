/**
 * Cohen's kappa: agreement of two annotators beyond what two annotators with their habits would reach by chance
 * (Cohen 1960).
 *
 * Formula: (p_o − p_e) / (1 − p_e), p_o the share of equal labels, p_e = Σ over labels of the product of the two
 * annotators' shares. 1 = full agreement, 0 = what chance gives. Kappa is low where one label is much more common
 * than the rest, though few labels differ.
 *
 * @param table counts by label of the first annotator and label of the second
 * @returns at most 1; NaN without counts, or where both use one label only
 * @example cohenKappa([[20, 5], [10, 15]]) // 0.4
 */
export function cohenKappa(table: readonly (readonly number[])[]): number {
  const { observed, expected } = agreementShares(table);
  return expected < 1 ? (observed - expected) / (1 - expected) : Number.NaN;
}

/** The share of equal labels in a table, and the share expected by chance; NaN without counts. */
export function agreementShares(table: readonly (readonly number[])[]): {
  readonly observed: number;
  readonly expected: number;
} {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  let [equal, products] = [0, 0];
  table.forEach((row, i) => {
    const column = table.reduce((sum, other) => sum + (other[i] as number), 0);
    equal += row[i] as number;
    products += (rows[i] as number) * column;
  });
  return { observed: equal / n, expected: products / (n * n) };
}
