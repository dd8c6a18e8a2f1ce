/**
 * Shingle sets of many texts in two buffers, 16 bits a shingle: among a few hundred shingles two differ in all their
 * bits but share these with probability 0.3 %, far below what moves a containment.
 */
export class ShingleStore {
  #packed = new Uint16Array(1 << 20);
  #used = 0;
  readonly #first: Float64Array;
  readonly #length: Uint32Array;

  /** @param texts how many texts there may be, numbered from 0 */
  constructor(texts: number) {
    this.#first = new Float64Array(texts);
    this.#length = new Uint32Array(texts);
  }

  /** Keeps the set of one text; hashes may repeat and come in any order. */
  put(text: number, hashes: Uint32Array): void {
    const short = new Uint16Array(hashes.length);
    for (let i = 0; i < hashes.length; i++) short[i] = (hashes[i] as number) >>> 16;
    short.sort();
    if (this.#used + short.length > this.#packed.length) this.#grow(short.length);
    this.#first[text] = this.#used;
    const start = this.#used;
    for (let i = 0; i < short.length; i++) {
      if (i === 0 || short[i] !== short[i - 1]) this.#packed[this.#used++] = short[i] as number;
    }
    this.#length[text] = this.#used - start;
  }

  #grow(needed: number): void {
    const larger = new Uint16Array(Math.max(this.#packed.length * 1.5, this.#used + needed));
    larger.set(this.#packed.subarray(0, this.#used));
    this.#packed = larger;
  }

  /** Shingles of a text; 0 for one that was never put. */
  size(text: number): number {
    return this.#length[text] as number;
  }

  /**
   * Share of the smaller set that stands in the other, or 0 as soon as it cannot reach `required`.
   * Cost: one merge, cut short for texts that differ.
   */
  containment(a: number, b: number, required: number): number {
    const [small, large] = this.size(a) <= this.size(b) ? [a, b] : [b, a];
    const n = this.size(small);
    if (n === 0) return 0;
    const packed = this.#packed;
    let i = this.#first[small] as number;
    let j = this.#first[large] as number;
    const [endI, endJ] = [i + n, j + this.size(large)];
    let missesLeft = n - Math.ceil(required * n - 1e-9);
    let shared = 0;
    while (i < endI) {
      const x = packed[i] as number;
      while (j < endJ && (packed[j] as number) < x) j++;
      if (j < endJ && packed[j] === x) shared++;
      else if (--missesLeft < 0) return 0;
      i++;
    }
    return shared / n;
  }
}
