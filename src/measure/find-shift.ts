/** A lasting change in how much a source gives. */
export interface Shift {
  /** Index of the first bin at the new level. */
  readonly bin: number;
  /** Median of documents a day in the bins before, and from then on. */
  readonly before: number;
  readonly after: number;
}

/** A change by this factor or more is told. */
const FACTOR = 3;

/** Bins on each side, so that a few busy weeks are no change. */
const FEWEST_BINS = 6;

/** Share of bins that lie on their own side of the middle between both levels: an uneven source has not shifted. */
const APART = 0.9;

/** Documents in a middle bin of the busier side, so that chance among a few documents is no change. */
const FEWEST_DOCUMENTS = 10;

/**
 * The split of a source's bins at which documents a day differ most between both sides, where that is by a factor of
 * three or more. Bins without documents are holes, which are told apart from this, and take no part.
 * It describes collection; no test is made.
 */
export function findShift(
  bins: readonly { readonly nDocuments: number; readonly days: number }[],
): Shift | null {
  const filled = bins.flatMap(({ nDocuments, days }, bin) =>
    nDocuments > 0 ? [{ bin, nDocuments, rate: nDocuments / days }] : [],
  );
  let found: Shift | null = null;
  let largest = Math.log(FACTOR) - 1e-9;
  for (let split = FEWEST_BINS; split <= filled.length - FEWEST_BINS; split++) {
    const sides = [filled.slice(0, split), filled.slice(split)] as const;
    const [before, after] = [median(sides[0].map((b) => b.rate)), median(sides[1].map((b) => b.rate))];
    const busier = after > before ? sides[1] : sides[0];
    const size = Math.abs(Math.log(after / before));
    if (size <= largest || median(busier.map((b) => b.nDocuments)) < FEWEST_DOCUMENTS) continue;
    const middle = Math.sqrt(before * after);
    const apart = filled.filter((b, i) => b.rate > middle === (i < split ? before : after) > middle);
    if (apart.length < APART * filled.length) continue;
    largest = size;
    found = { bin: (filled[split] as { bin: number }).bin, before, after };
  }
  return found;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)] as number,
    sorted[Math.ceil((sorted.length - 1) / 2)] as number,
  ];
  return (low + high) / 2;
}
