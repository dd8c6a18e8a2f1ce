import { extendHash, startHash } from '../../learn/feature-buffer.ts';
import { TOKEN, type TokenWindow } from './tokens.ts';
import { rowOfWord, type WordVectors } from './word-vectors.ts';

/** Numbers in a word vector: all files of vectors have this many. */
export const VECTOR_DIMENSIONS = 64;

/**
 * Places over which the vectors of words are summed: the whole window; to the left and to the right of the target the
 * few words beside it, its clause, and all by closeness; and the words that a negation turns.
 */
const PLACES = {
  whole: 0,
  leftNear: 1,
  leftClause: 2,
  left: 3,
  rightNear: 4,
  rightClause: 5,
  right: 6,
  negated: 7,
} as const;
const PLACE_COUNT = Object.keys(PLACES).length;

/** Numbers that {@link addPlaceVectors} writes. */
export const PLACE_VECTOR_LENGTH = PLACE_COUNT * VECTOR_DIMENSIONS;

/** Words after which a word counts half in the sums by closeness. */
const HALF_DISTANCE = 4;
const LONGEST_PHRASE = 4;

/** Where each token of a window stands. */
export interface TokenPlaces {
  /** 0 no target; 1–3 left of it (same clause, same sentence, beyond); 4–6 right of it. */
  readonly zones: Uint8Array;
  /** Beside the target: 1 left, 2 right. */
  readonly near: Uint8Array;
  readonly negated: Uint8Array;
}

/**
 * Sums the vectors of the words of a window by place, each sum scaled to length 1 over the square root of the number
 * of places, so that all together have length 1 at most. In Chinese the longest known run of ideographs is a word.
 */
export function addPlaceVectors(
  window: TokenWindow,
  places: TokenPlaces,
  { vectors, into }: { readonly vectors: WordVectors; readonly into: Float32Array },
): void {
  into.fill(0);
  for (let t = 0; t < window.length; ) {
    const [row, length] = wordAt(window, t, vectors);
    if (row >= 0) addWord(window, t, { places, row, vectors, into });
    t += length;
  }
  for (let place = 0; place < PLACE_COUNT; place++) scaleToLength(into, place);
}

const NO_WORD: readonly [number, number] = [-1, 1];

/** Row of the word that begins at token `t`, and how many tokens it takes. */
function wordAt(
  window: TokenWindow,
  t: number,
  vectors: WordVectors,
): readonly [row: number, length: number] {
  if (window.kinds[t] === TOKEN.word) return [rowOfWord(vectors, window.hashes[t] as number), 1];
  if (window.kinds[t] !== TOKEN.ideograph) return NO_WORD;
  let best = NO_WORD;
  let hash = startHash(9);
  for (let n = 1; n <= LONGEST_PHRASE && window.kinds[t + n - 1] === TOKEN.ideograph; n++) {
    if (t + n > window.length) break;
    hash = extendHash(hash, window.hashes[t + n - 1] as number);
    const row = rowOfWord(vectors, hash);
    if (row >= 0) best = [row, n];
  }
  return best;
}

interface Word {
  readonly places: TokenPlaces;
  readonly row: number;
  readonly vectors: WordVectors;
  readonly into: Float32Array;
}

function addWord(window: TokenWindow, t: number, { places, row, vectors, into }: Word): void {
  const add = (place: number, weight: number): void => {
    const from = row * VECTOR_DIMENSIONS;
    const to = place * VECTOR_DIMENSIONS;
    for (let d = 0; d < VECTOR_DIMENSIONS; d++)
      into[to + d]! += weight * (vectors.values[from + d] as number);
  };
  add(PLACES.whole, 1);
  if (places.negated[t] === 1) add(PLACES.negated, 1);
  const zone = places.zones[t] as number;
  if (zone === 0) return;
  const isRight = zone >= 4;
  const distance = Math.abs(t - window.focus);
  add(isRight ? PLACES.right : PLACES.left, HALF_DISTANCE / (HALF_DISTANCE + distance));
  if (places.near[t] !== 0) add(isRight ? PLACES.rightNear : PLACES.leftNear, 1);
  if (zone === 1 || zone === 4) add(isRight ? PLACES.rightClause : PLACES.leftClause, 1);
}

function scaleToLength(into: Float32Array, place: number): void {
  const from = place * VECTOR_DIMENSIONS;
  let square = 0;
  for (let i = from; i < from + VECTOR_DIMENSIONS; i++) square += (into[i] as number) ** 2;
  if (square === 0) return;
  const scale = 1 / Math.sqrt(square * PLACE_COUNT);
  for (let i = from; i < from + VECTOR_DIMENSIONS; i++) into[i]! *= scale;
}
