import {
  addFeature,
  bucketOf,
  createFeatureBuffer,
  extendHash,
  type FeatureBuffer,
  startHash,
} from '../../learn/feature-buffer.ts';
import type { StanceInput } from './annotator.ts';
import { createCharacterTable } from './character-classes.ts';
import { markHeldPraise } from './held-praise.ts';
import { addLetterFeatures, LETTER_GROUPS, type PlacedWord } from './letter-features.ts';
import { createMarkerHashes, type MarkerHashes } from './markers.ts';
import { addPlaceVectors, PLACE_VECTOR_LENGTH } from './place-vectors.ts';
import { createPolarityTable, markPolarity } from './polarity.ts';
import { createTokenWindow, TOKEN, type TokenWindow, tokenizeWindow } from './tokens.ts';
import type { WordVectors } from './word-vectors.ts';

/**
 * Groups of stance features, in the order of the weights in a model's card. `token…` are n-grams of words (1–3) and
 * of ideographs (1–4), `letter…` n-grams of 2–5 letters inside a word with its borders. `…Anywhere` ignores the
 * place; `…Zone` knows the side of the target and whether the clause or the sentence is the target's; `tokenNear`
 * the few tokens beside the target; `negated` what follows a negation; `shape` the window's form; `polarity` which
 * words of a short list of praise and blame stand where. Praise held at a distance (`held-praise.ts`) is in none when a text is read.
 */
export const FEATURE_GROUPS = [
  'tokenAnywhere',
  'tokenZone',
  'tokenNear',
  'letterAnywhere',
  'letterZone',
  'negated',
  'shape',
  'polarity',
] as const;

const GROUP = {
  tokenAnywhere: 0,
  tokenZone: 1,
  tokenNear: 2,
  ...LETTER_GROUPS,
  shape: 6,
  polarity: 7,
};

/** Version of the features: weights made for one version mean nothing under another. */
export const FEATURE_VERSION = 3;

/** Enough for the features of the longest window. */
const FEATURE_CAPACITY = 16_384;

/** An empty buffer for the features of one span: hashed ones and sums of word vectors by place. */
export function createStanceBuffer(): FeatureBuffer {
  return createFeatureBuffer(FEATURE_CAPACITY, PLACE_VECTOR_LENGTH);
}

/**
 * Turns span `which` of an input into features; what was in the buffer is overwritten. Without vectors for the
 * language of the input the sums of word vectors are zero. Returns the tokens it looked at, until the next call.
 */
export type StanceFeatureExtractor = (
  input: StanceInput,
  which: number,
  to: {
    readonly into: FeatureBuffer;
    readonly vectors: WordVectors | undefined;
    /** Takes each word with the hash of its token, in place of its letters going into the buffer. */
    readonly onWord?: (word: PlacedWord, hash: number) => void;
  },
) => TokenWindow;

const NEGATION_REACH = 3;
const NEAR_WORDS = 3;
const NEAR_IDEOGRAPHS = 6;

interface Scratch {
  readonly window: TokenWindow;
  /** Side × closeness of each token: see {@link markZones}. */
  readonly zones: Uint8Array;
  readonly near: Uint8Array;
  readonly negated: Uint8Array;
  /** 0 nothing, 1 praise, 2 blame, 3 praise negated, 4 blame negated. */
  readonly polarity: Uint8Array;
  /** 1 in praise held at a distance: it is nobody's word, and counts for nothing. */
  readonly held: Uint8Array;
  readonly markers: MarkerHashes;
}

/**
 * Makes an extractor with scratch memory of its own: one per thread. `mask` = number of buckets − 1; `isReading`: a model
 * reads, so that praise held at a distance is left out. One that learns gets every word.
 */
export function createStanceFeatures({
  mask,
  isReading,
}: {
  readonly mask: number;
  readonly isReading: boolean;
}): StanceFeatureExtractor {
  const table = createCharacterTable();
  const window = createTokenWindow();
  const size = window.kinds.length;
  const scratch: Scratch = {
    window,
    zones: new Uint8Array(size),
    near: new Uint8Array(size),
    negated: new Uint8Array(size),
    polarity: new Uint8Array(size),
    held: new Uint8Array(size),
    markers: createMarkerHashes(),
  };
  const polarityTable = createPolarityTable();
  return (input, which, { into, vectors, onWord }) => {
    into.length = 0;
    tokenizeWindow(input, which, { table, into: window });
    markZones(scratch);
    markNegated(scratch);
    markPolarity(window, { text: input.text, folded: table.folded, table: polarityTable }, scratch.polarity);
    if (isReading) markHeldPraise(scratch, input.text);
    for (let t = 0; t < window.length; t++) {
      if (scratch.held[t] === 1) continue;
      addTokenFeatures(scratch, t, { into, mask });
      if (window.kinds[t] !== TOKEN.word) continue;
      const word = {
        text: input.text,
        folded: table.folded,
        start: window.starts[t] as number,
        end: window.ends[t] as number,
        zone: scratch.zones[t] as number,
        isNegated: scratch.negated[t] === 1,
      };
      if (onWord === undefined) addLetterFeatures(word, into, mask);
      else onWord(word, window.hashes[t] as number);
    }
    addPolarity(scratch, { into, mask });
    addShape(scratch, input, { into, mask });
    if (vectors === undefined) into.dense.fill(0);
    else addPlaceVectors(window, scratch, { vectors, into: into.dense });
    return window;
  };
}

interface Sink {
  readonly into: FeatureBuffer;
  readonly mask: number;
}

const SENTENCE_ENDS = new Set([...'.!?…。！？\n'].map((c) => wordOfMark(c)));
const CLAUSE_ENDS = new Set([...',;:—–()，；：、'].map((c) => wordOfMark(c)));

function wordOfMark(c: string): number {
  return extendHash(startHash(0), c.charCodeAt(0));
}

/**
 * Zone of each token: 0 no target in the text; 1–3 left of it (same clause, same sentence, beyond); 4–6 right of it.
 * Borders are punctuation and words that open a clause.
 */
function markZones({ window, zones, near, markers }: Scratch): void {
  zones.fill(0);
  near.fill(0);
  if (window.focus < 0) return;
  for (const step of [-1, 1] as const) {
    let closeness = 0;
    let words = 0;
    let ideographs = 0;
    for (let t = window.focus + step; t >= 0 && t < window.length; t += step) {
      const hash = window.hashes[t] as number;
      const kind = window.kinds[t];
      if (kind === TOKEN.word) words++;
      else if (kind === TOKEN.ideograph) ideographs++;
      if (kind === TOKEN.mark && SENTENCE_ENDS.has(hash)) closeness = 2;
      else if (closeness === 0 && step === 1 && (CLAUSE_ENDS.has(hash) || markers.clauseOpeners.has(hash)))
        closeness = 1;
      zones[t] = (step === 1 ? 4 : 1) + closeness;
      if (closeness === 0 && step === -1 && (CLAUSE_ENDS.has(hash) || markers.clauseOpeners.has(hash)))
        closeness = 1;
      if (words <= NEAR_WORDS && ideographs <= NEAR_IDEOGRAPHS) near[t] = step === 1 ? 2 : 1;
    }
  }
}

function markNegated({ window, negated, markers }: Scratch): void {
  let left = 0;
  for (let t = 0; t < window.length; t++) {
    const hash = window.hashes[t] as number;
    negated[t] = left > 0 ? 1 : 0;
    if (window.kinds[t] === TOKEN.mark) left = CLAUSE_ENDS.has(hash) || SENTENCE_ENDS.has(hash) ? 0 : left;
    else if (markers.negations.has(hash)) left = NEGATION_REACH;
    else if (left > 0) left--;
  }
}

function addTokenFeatures({ window, zones, near, negated }: Scratch, t: number, { into, mask }: Sink): void {
  const longest = window.kinds[t] === TOKEN.ideograph ? 4 : 3;
  const zone = zones[t] as number;
  let hash = startHash(1);
  for (let n = 1; n <= longest && t + n <= window.length; n++) {
    hash = extendHash(hash, window.stems[t + n - 1] as number);
    if (n === 1 && window.kinds[t] === TOKEN.word) {
      const whole = extendHash(startHash(6), window.hashes[t] as number);
      addFeature(into, bucketOf(whole, 0, mask), GROUP.tokenAnywhere);
      addFeature(into, bucketOf(whole, 1 + zone, mask), GROUP.tokenZone);
    } else addFeature(into, bucketOf(hash, 0, mask), GROUP.tokenAnywhere);
    if (n <= 3) addFeature(into, bucketOf(hash, 1 + zone, mask), GROUP.tokenZone);
    if (n <= 2 && near[t] !== 0)
      addFeature(into, bucketOf(hash, 16 + (near[t] as number), mask), GROUP.tokenNear);
    if (n <= 2 && negated[t] === 1) addFeature(into, bucketOf(hash, 30, mask), GROUP.negated);
  }
}

function addShape({ window }: Scratch, input: StanceInput, { into, mask }: Sink): void {
  const add = (what: number, value: number): void =>
    addFeature(into, bucketOf(extendHash(startHash(3), what), value, mask), GROUP.shape);
  add(1, window.focus < 0 ? 0 : 1);
  add(2, Math.min(7, Math.floor(Math.log2(1 + window.length))));
  if (window.focus >= 0) {
    add(3, Math.min(5, Math.floor(Math.log2(1 + window.focus))));
    add(4, Math.min(5, Math.floor(Math.log2(window.length - window.focus))));
  }
  if (input.targetKind !== undefined) {
    let hash = startHash(4);
    for (let i = 0; i < input.targetKind.length; i++) hash = extendHash(hash, input.targetKind.charCodeAt(i));
    addFeature(into, bucketOf(hash, 0, mask), GROUP.shape);
  }
}

/**
 * Praise and blame by place: each such word with its zone and nearness, the closest one on each side within the
 * sentence, how many of each there are in the sentence and in the window, and whether the target's own clause and the
 * rest lean to praise or blame: so blame of something else in the same sentence can be told apart.
 */
function addPolarity({ window, zones, near, negated, polarity }: Scratch, { into, mask }: Sink): void {
  const add = (what: number, value: number): void =>
    addFeature(into, bucketOf(extendHash(startHash(5), what), value, mask), GROUP.polarity);
  let [good, bad, goodHere, badHere] = [0, 0, 0, 0];
  let [left, right] = [0, 0];
  let [clause, rest] = [0, 0];
  for (let t = 0; t < window.length; t++) {
    const plain = polarity[t] as number;
    if (plain === 0) continue;
    const code = plain + (negated[t] === 1 ? 2 : 0);
    const zone = zones[t] as number;
    const isGood = code === 1 || code === 4;
    if (isGood) good++;
    else bad++;
    if (zone === 1 || zone === 4) clause += isGood ? 1 : -1;
    else rest += isGood ? 1 : -1;
    add(1, code * 8 + zone);
    if (near[t] !== 0) add(2, code * 8 + (near[t] as number));
    if (zone === 3 || zone === 6) continue;
    if (isGood) goodHere++;
    else badHere++;
    if (t < window.focus) left = code;
    else if (right === 0) right = code;
  }
  add(3, left * 8 + right);
  add(4, Math.min(good, 3) * 4 + Math.min(bad, 3));
  add(5, Math.min(goodHere, 3) * 4 + Math.min(badHere, 3));
  add(7, Math.sign(clause) * 4 + Math.sign(rest));
  add(6, Math.max(-4, Math.min(4, goodHere - badHere)));
}
