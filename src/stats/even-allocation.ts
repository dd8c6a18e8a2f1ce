/**
 * Divides a sample among strata as evenly as their sizes let: each gets the same number or, where it has fewer units, all of them.
 * Purpose: rates are to be compared between strata, so that each needs about as many units, however small it is; weights set right what is
 * added up over them. Of a remainder the earlier strata get one unit more, so give strata in an order that does not depend on chance.
 *
 * @param sizes units of each stratum
 * @param n units to draw in all
 * @returns units per stratum, summing to n, or to the population where that is smaller
 * @example evenAllocation([500, 3, 80], 63) // [30, 3, 30]
 */
export function evenAllocation(sizes: readonly number[], n: number): number[] {
  const allocation = sizes.map(() => 0);
  let left = n;
  for (;;) {
    const open = sizes.flatMap((size, i) => (size > (allocation[i] as number) ? [i] : []));
    if (open.length === 0 || left <= 0) return allocation;
    const each = Math.floor(left / open.length);
    for (const i of each > 0 ? open : open.slice(0, left)) {
      const more = Math.min((sizes[i] as number) - (allocation[i] as number), Math.max(1, each));
      allocation[i] = (allocation[i] as number) + more;
      left -= more;
    }
  }
}
