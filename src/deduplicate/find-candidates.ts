/** Runs of signatures that share one band key: run `k` is `members[starts[k] … starts[k + 1])`. */
export interface Buckets {
  /** Indices of signatures; ascending within a bucket. */
  readonly members: Uint32Array;
  /** One more than there are buckets. */
  readonly starts: Uint32Array;
}

const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;

/**
 * Groups signatures that share a band key, by a radix sort: its passes go through memory in order, where a hash table of
 * millions of keys would miss the cache at each. Signatures alone with their key are in no bucket.
 * @param keys band key of each signature
 * @returns buckets of at least two members, keys ascending
 */
export function bandBuckets(keys: Uint32Array): Buckets {
  const sorted = sortByKey(keys);
  const starts: number[] = [];
  let n = 0;
  for (let first = 0; first < keys.length; ) {
    const key = sorted.keys[first];
    let last = first + 1;
    while (last < keys.length && sorted.keys[last] === key) last++;
    if (last - first > 1) {
      starts.push(n);
      // Members move forward only, so the array of all indices can hold them.
      for (let i = first; i < last; i++) sorted.indices[n++] = sorted.indices[i] as number;
    }
    first = last;
  }
  starts.push(n);
  return { members: sorted.indices.slice(0, n), starts: Uint32Array.from(starts) };
}

interface KeyedIndices {
  readonly keys: Uint32Array;
  readonly indices: Uint32Array;
}

/** Equal keys keep the order of their indices. */
function sortByKey(unsorted: Uint32Array): KeyedIndices {
  const n = unsorted.length;
  const indices = new Uint32Array(n);
  for (let i = 0; i < n; i++) indices[i] = i;
  let from: KeyedIndices = { keys: unsorted.slice(), indices };
  let to: KeyedIndices = { keys: new Uint32Array(n), indices: new Uint32Array(n) };
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    sortByDigit(from, to, shift);
    [from, to] = [to, from];
  }
  return from;
}

function sortByDigit(from: KeyedIndices, to: KeyedIndices, shift: number): void {
  const places = new Uint32Array(DIGITS);
  const n = from.keys.length;
  for (let i = 0; i < n; i++) places[((from.keys[i] as number) >>> shift) & (DIGITS - 1)]!++;
  let place = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = places[digit] as number;
    places[digit] = place;
    place += count;
  }
  for (let i = 0; i < n; i++) {
    const key = from.keys[i] as number;
    const at = places[(key >>> shift) & (DIGITS - 1)]!++;
    to.keys[at] = key;
    to.indices[at] = from.indices[i] as number;
  }
}
