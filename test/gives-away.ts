/** Whether some combination of the rows is the unit vector of a column: by elimination over all columns, the column last. */
export function givesAway(rows: readonly (readonly number[])[], column: number): boolean {
  if (rows.length === 0) return false;
  const rank = (matrix: number[][]): number => {
    const left = matrix.map((row) => [...row]);
    let found = 0;
    for (let c = 0; c < (left[0]?.length ?? 0); c++) {
      const pivot = left.findIndex((row, i) => i >= found && Math.abs(row[c] as number) > 1e-9);
      if (pivot < 0) continue;
      [left[found], left[pivot]] = [left[pivot] as number[], left[found] as number[]];
      const head = left[found] as number[];
      for (const [i, row] of left.entries()) {
        if (i === found) continue;
        const factor = (row[c] as number) / (head[c] as number);
        for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) - factor * (head[j] as number);
      }
      found++;
    }
    return found;
  };
  const unit = Array.from({ length: rows[0]?.length ?? 0 }, (_, i) => Number(i === column));
  return rank([...rows.map((row) => [...row]), unit]) === rank(rows.map((row) => [...row]));
}
