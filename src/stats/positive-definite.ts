/**
 * Factor L of a symmetric positive definite matrix A = L·Lᵀ (Cholesky), row by row.
 * @param matrix square; only its lower triangle is read
 * @returns null where the matrix is not positive definite beyond rounding (a pivot ≤ 1e-12 of its diagonal)
 */
export function choleskyFactor(matrix: readonly (readonly number[])[]): number[][] | null {
  const factor: number[][] = [];
  for (const [i, line] of matrix.entries()) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? row : (factor[j] as number[]);
      let sum = line[j] as number;
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (other[k] as number);
      if (j < i) row.push(sum / (other[j] as number));
      else if (sum > 1e-12 * Math.abs(line[i] as number)) row.push(Math.sqrt(sum));
      else return null;
    }
    factor.push(row);
  }
  return factor;
}

/** x in A·x = b, from the factor of {@link choleskyFactor}. */
export function solveFactored(factor: readonly (readonly number[])[], right: readonly number[]): number[] {
  const forward: number[] = [];
  for (const [i, row] of factor.entries()) {
    let sum = right[i] as number;
    for (let k = 0; k < i; k++) sum -= (row[k] as number) * (forward[k] as number);
    forward.push(sum / (row[i] as number));
  }
  const x = new Array<number>(factor.length).fill(0);
  for (let i = factor.length - 1; i >= 0; i--) {
    let sum = forward[i] as number;
    for (let k = i + 1; k < factor.length; k++) sum -= (factor[k]?.[i] as number) * (x[k] as number);
    x[i] = sum / (factor[i]?.[i] as number);
  }
  return x;
}

/** A⁻¹, from the factor of {@link choleskyFactor}. */
export function invertFactored(factor: readonly (readonly number[])[]): number[][] {
  return factor.map((_, i) =>
    solveFactored(
      factor,
      factor.map((__, j) => (i === j ? 1 : 0)),
    ),
  );
}
