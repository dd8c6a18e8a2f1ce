import { mix32 } from './hash-units.ts';

/** Bands of a signature and minima in each. */
const BANDS = 16;
const ROWS = 6;
const BINS = BANDS * ROWS;

/** Texts with fewer shingles are compared for equality only: they resemble too many others. */
const FEWEST_SHINGLES = 12;

/** Makes band keys of shingle hashes: 16 of 32 bits; none for a text too short to compare. */
export type MinHash = (shingles: Uint32Array) => Uint32Array;

/**
 * Band keys for near-duplicate search: one-permutation MinHash (Li, Owen and Zhang 2012) with optimal densification
 * (Shrivastava 2017), 96 bins in 16 bands of 6. Two texts with Jaccard similarity s share a band with probability
 * 1 − (1 − s⁶)¹⁶: 0.5 → 22 %, 0.7 → 87 %, 0.8 → 99 %. Fewer rows would bring together many posts that share no more
 * than stock phrases.
 */
export function createMinHash(): MinHash {
  const minima = new Uint32Array(BINS);
  const filled = new Uint8Array(BINS);
  return (shingles) => {
    if (shingles.length < FEWEST_SHINGLES) return new Uint32Array();
    minima.fill(0xffffffff);
    filled.fill(0);
    // The upper half of a shingle's hash names the bin, so within a bin the lower half decides.
    for (let i = 0; i < shingles.length; i++) {
      const shingle = shingles[i] as number;
      const bin = ((shingle >>> 16) * BINS) >>> 16;
      if (shingle < (minima[bin] as number)) minima[bin] = shingle;
      filled[bin] = 1;
    }
    densify(minima, filled);
    return bandKeys(minima);
  };
}

function bandKeys(minima: Uint32Array): Uint32Array {
  const keys = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band++) {
    let h = mix32(band + 1);
    for (let row = 0; row < ROWS; row++) h = mix32(h ^ (minima[band * ROWS + row] as number)) + 0x9e3779b9;
    keys[band] = h;
  }
  return keys;
}

/** An empty bin takes the value of a filled one, chosen by hashing the bin's number and the attempt. */
function densify(minima: Uint32Array, filled: Uint8Array): void {
  for (let bin = 0; bin < BINS; bin++) {
    if (filled[bin] === 1) continue;
    let donor = bin;
    for (let attempt = 1; filled[donor] !== 1; attempt++) donor = mix32(bin * 0x9e3779b1 + attempt) % BINS;
    minima[bin] = mix32((minima[donor] as number) + 1);
  }
}
