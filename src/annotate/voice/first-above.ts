/**
 * Index of the first entry of an ascending list whose number is greater than `value`; the length where there is none.
 * Logarithmic.
 */
export function firstAbove<T>(list: readonly T[], value: number, numberOf: (entry: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(list[middle] as T) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
