import { bucketOf, extendHash, startHash } from '../../learn/feature-buffer.ts';
import type { LinearSection } from '../../learn/linear-model.ts';
import { createCharacterTable } from './character-classes.ts';
import type { GoldRow } from './gold.ts';
import { inputOfRow } from './pack-examples.ts';
import { createTokenWindow, TOKEN, type TokenWindow, tokenizeWindow } from './tokens.ts';

/** Words are kept by hash: with this many bits few of the words that were never seen fall on one that was. */
const KNOWN_BITS = 19;

/** Fewer words around a target say nothing of how unlike the training texts they are. */
const FEWEST_WORDS = 5;

/** This share of the texts that the model was validated on is more unlike its training texts than the limit. */
const UNLIKE_SHARE = 0.01;

/** How a text is told that is unlike those a model learned from. */
export interface UnseenWords {
  /** Mean share of words that stand in no other training text, out of fold; 0–1. */
  readonly mean: number;
  /** Share above which a text counts as unlike the training texts: one in a hundred of theirs is, out of fold. */
  readonly limit: number;
}

/** Calls `visit` with the bucket of every word of a window, and of every pair of ideographs. */
function visitWords({ kinds, hashes, length }: TokenWindow, visit: (bucket: number) => void): void {
  const mask = 2 ** KNOWN_BITS - 1;
  for (let t = 0; t < length; t++) {
    const hash = hashes[t] as number;
    if (kinds[t] === TOKEN.word) visit(bucketOf(hash, 0, mask));
    else if (kinds[t] === TOKEN.ideograph && t + 1 < length && kinds[t + 1] === TOKEN.ideograph)
      visit(bucketOf(extendHash(extendHash(startHash(1), hash), hashes[t + 1] as number), 0, mask));
  }
}

/**
 * Share of the words around a target that stand in none of the training texts: pairs of ideographs where there are no
 * spaces. The target itself is no word of its text.
 * @param known 1 in the bucket of each word of the training texts
 * @returns 0–1; null where there are fewer than {@link FEWEST_WORDS} words
 */
export function unseenShare(window: TokenWindow, known: Int8Array): number | null {
  let [n, unseen] = [0, 0];
  visitWords(window, (bucket) => {
    n++;
    if (known[bucket] === 0) unseen++;
  });
  return n < FEWEST_WORDS ? null : unseen / n;
}

/**
 * Learns the words of the training texts, and what share of a text's words is commonly new.
 * @param folds fold of each row, below 31; −1 for rows that only train. The words of a row are looked for in the other folds.
 */
export function learnKnownWords(
  name: string,
  rows: readonly GoldRow[],
  folds: Int32Array,
): { readonly section: LinearSection; readonly unseen: UnseenWords } {
  const table = createCharacterTable();
  const window = createTokenWindow();
  // One bit for each fold that a word stands in; the last for rows that only train.
  const foldsOf = new Int32Array(2 ** KNOWN_BITS);
  const bit = (row: number): number => 1 << (folds[row] === -1 ? 31 : (folds[row] as number));
  const tokenize = (row: GoldRow): void => tokenizeWindow(inputOfRow(row), 0, { table, into: window });
  rows.forEach((row, i) => {
    tokenize(row);
    visitWords(window, (bucket) => {
      foldsOf[bucket]! |= bit(i);
    });
  });
  const elsewhere = new Map<number, Int8Array>();
  const shares: number[] = [];
  rows.forEach((row, i) => {
    if (folds[i] === -1) return;
    const own = bit(i);
    const known = elsewhere.get(own) ?? Int8Array.from(foldsOf, (bits) => ((bits & ~own) === 0 ? 0 : 1));
    elsewhere.set(own, known);
    tokenize(row);
    const share = unseenShare(window, known);
    if (share !== null) shares.push(share);
  });
  shares.sort((a, b) => a - b);
  const buckets = foldsOf.length;
  const weights = Int8Array.from(foldsOf, (bits) => (bits === 0 ? 0 : 1));
  return {
    section: { name, classes: 1, buckets, scale: 1, bias: [0], weights },
    unseen: {
      mean: shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length),
      limit: shares[Math.floor((1 - UNLIKE_SHARE) * shares.length)] ?? 1,
    },
  };
}
