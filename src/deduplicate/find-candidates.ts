/** A run of signatures that share one band key: their indices. */
export type Bucket = readonly number[];

/** Bits of the tables that remember which keys were seen once and twice: sixteen a key, within bounds. */
function filterBits(keys: number): number {
  return Math.min(Math.max(Math.ceil(Math.log2(keys + 1)) + 4, 10), 27);
}

/**
 * Groups signatures that share a band key. Most keys occur once, so a first pass marks the keys seen twice in
 * a bit table and only their signatures are sorted: memory is two bit tables and the candidates, not all keys.
 * @param keys band key of each signature
 * @returns buckets of at least two indices; indices ascending within a bucket
 */
export function bandBuckets(keys: Uint32Array): Bucket[] {
  const bits = filterBits(keys.length);
  const once = new Uint32Array(2 ** (bits - 5));
  const twice = new Uint32Array(2 ** (bits - 5));
  for (const key of keys) {
    const bit = scramble(key, bits);
    const word = bit >>> 5;
    const mask = 1 << (bit & 31);
    if (((once[word] ?? 0) & mask) === 0) once[word] = (once[word] ?? 0) | mask;
    else twice[word] = (twice[word] ?? 0) | mask;
  }
  const candidates: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    const bit = scramble(keys[i] ?? 0, bits);
    if (((twice[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0) candidates.push(i);
  }
  candidates.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
  const buckets: Bucket[] = [];
  for (let first = 0; first < candidates.length; ) {
    const key = keys[candidates[first] ?? 0];
    let last = first + 1;
    while (last < candidates.length && keys[candidates[last] ?? 0] === key) last++;
    if (last - first > 1) buckets.push(candidates.slice(first, last));
    first = last;
  }
  return buckets;
}

function scramble(key: number, bits: number): number {
  return Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> (32 - bits);
}
