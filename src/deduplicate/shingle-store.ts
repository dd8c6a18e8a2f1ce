/** 32-bit words of the bit map that stands before each text's shingles. */
const MAP_WORDS = 16;

/** Bytes that a text of so many shingles takes at most. */
export function bytesOfText(nShingles: number): number {
  return 4 * wordsOfText(nShingles);
}

/** A text has at most as many different shingles as 16 bits tell apart. */
function wordsOfText(nShingles: number): number {
  return MAP_WORDS + ((Math.min(nShingles, 2 ** 16) + 1) >>> 1);
}

/** 32-bit words of a page, 16 MiB: room for the map and all 65,536 shingles that one text can have, many times over. */
const PAGE_WORDS = 2 ** 22;

/** One piece of memory, seen as words for the maps and as halves of words for the shingles. */
interface Page {
  readonly words: Uint32Array;
  readonly shingles: Uint16Array;
}

/**
 * Shingle sets of many texts, 16 bits a shingle: among a few hundred shingles two differ in all their bits but share
 * these with probability 0.3 %, far below what moves a containment. Before each set stands a bit map of it, by which most
 * pairs that share too little are known at once. Memory comes in pages, so that growing copies nothing.
 */
export class ShingleStore {
  readonly #pages: Page[] = [];
  /** Words used of the last page. */
  #used = PAGE_WORDS;
  /** Word at which a text's bit map begins, counted through all pages. */
  readonly #first: Float64Array;
  readonly #length: Uint32Array;
  readonly #marks = new Marks();
  /** The text whose shingles are marked; −1 = none. */
  #marked = -1;

  /** @param texts how many texts there may be, numbered from 0 */
  constructor(texts: number) {
    this.#first = new Float64Array(texts);
    this.#length = new Uint32Array(texts);
  }

  /** Keeps the set of one text; hashes may repeat and come in any order. */
  put(text: number, hashes: Uint32Array): void {
    const { words, shingles } = this.#pageFor(wordsOfText(hashes.length));
    const map = this.#used;
    const start = (map + MAP_WORDS) * 2;
    words.fill(0, map, map + MAP_WORDS);
    this.#marks.clear();
    this.#marked = -1;
    let at = start;
    for (let i = 0; i < hashes.length; i++) {
      const shingle = (hashes[i] as number) >>> 16;
      if (!this.#marks.add(shingle)) continue;
      shingles[at++] = shingle;
      words[map + ((shingle >>> 5) & (MAP_WORDS - 1))]! |= 1 << (shingle & 31);
    }
    this.#first[text] = (this.#pages.length - 1) * PAGE_WORDS + map;
    this.#length[text] = at - start;
    this.#used = (at + 1) >>> 1;
  }

  /** The last page, or a new one where so many words do not fit. */
  #pageFor(words: number): Page {
    if (this.#used + words > PAGE_WORDS) {
      const memory = new ArrayBuffer(4 * PAGE_WORDS);
      this.#pages.push({ words: new Uint32Array(memory), shingles: new Uint16Array(memory) });
      this.#used = 0;
    }
    return this.#pages.at(-1) as Page;
  }

  #pageOf(text: number): Page {
    return this.#pages[Math.floor((this.#first[text] as number) / PAGE_WORDS)] as Page;
  }

  /** Word of its page at which a text's bit map begins. */
  #mapOf(text: number): number {
    return (this.#first[text] as number) % PAGE_WORDS;
  }

  /** Shingles of a text; 0 for one that was never put. */
  size(text: number): number {
    return this.#length[text] as number;
  }

  /**
   * Share of the smaller set that stands in the other, or 0 as soon as it cannot reach `required`.
   * Cost: 16 words of each for pairs that share little, else one look at each shingle.
   */
  containment(a: number, b: number, required: number): number {
    const [small, large] = this.size(a) <= this.size(b) ? [a, b] : [b, a];
    const n = this.size(small);
    if (n === 0) return 0;
    let missesLeft = n - Math.ceil(required * n - 1e-9);
    if (this.#bitsMissing(small, large) > missesLeft) return 0;
    this.#markText(large);
    const { shingles } = this.#pageOf(small);
    const first = (this.#mapOf(small) + MAP_WORDS) * 2;
    let shared = 0;
    for (let i = first; i < first + n; i++) {
      if (this.#marks.has(shingles[i] as number)) shared++;
      else if (--missesLeft < 0) return 0;
    }
    return shared / n;
  }

  /** Bits of one map that the other lacks: at least so many shingles are missing. */
  #bitsMissing(small: number, large: number): number {
    const [s, l] = [this.#pageOf(small).words, this.#pageOf(large).words];
    const [atSmall, atLarge] = [this.#mapOf(small), this.#mapOf(large)];
    let missing = 0;
    for (let word = 0; word < MAP_WORDS; word++) {
      missing += countBits((s[atSmall + word] as number) & ~(l[atLarge + word] as number));
    }
    return missing;
  }

  #markText(text: number): void {
    if (this.#marked === text) return;
    this.#marks.clear();
    this.#marked = text;
    const { shingles } = this.#pageOf(text);
    const first = (this.#mapOf(text) + MAP_WORDS) * 2;
    const end = first + this.size(text);
    for (let i = first; i < end; i++) this.#marks.add(shingles[i] as number);
  }
}

/** A set of 16-bit numbers that is emptied at no cost: a number is in it when it bears the present stamp. */
class Marks {
  readonly #stamps = new Uint16Array(1 << 16);
  #stamp = 0;

  clear(): void {
    if (this.#stamp === 0xffff) {
      this.#stamps.fill(0);
      this.#stamp = 0;
    }
    this.#stamp++;
  }

  /** False where the number was in already. */
  add(number: number): boolean {
    if (this.#stamps[number] === this.#stamp) return false;
    this.#stamps[number] = this.#stamp;
    return true;
  }

  has(number: number): boolean {
    return this.#stamps[number] === this.#stamp;
  }
}

/** Bits set in a 32-bit integer (Warren, Hacker's Delight, 5-1). */
function countBits(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  n = (n + (n >>> 4)) & 0x0f0f0f0f;
  return Math.imul(n, 0x01010101) >>> 24;
}
