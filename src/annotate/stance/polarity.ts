import { extendHash, startHash } from '../../learn/feature-buffer.ts';
import { wordHash } from './markers.ts';
import { POLARITY_WORDS } from './polarity-words.ts';
import { TOKEN, type TokenWindow } from './tokens.ts';

/** What a token says by itself: 0 nothing, 1 praise, 2 blame. */
type Polarity = 0 | 1 | 2;

/** Hashes of the polarity words. */
export interface PolarityTable {
  readonly beginnings: ReadonlyMap<number, Polarity>;
  readonly words: ReadonlyMap<number, Polarity>;
  readonly phrases: ReadonlyMap<number, Polarity>;
}

const LONGEST_BEGINNING = 12;
const LONGEST_PHRASE = 4;
const IDEOGRAPHS = /^[\u3400-\u9fff]+$/;

/** Hashes the words of `polarity-words.ts` once. */
export function createPolarityTable(): PolarityTable {
  const beginnings = new Map<number, Polarity>();
  const words = new Map<number, Polarity>();
  const phrases = new Map<number, Polarity>();
  for (const { good, bad } of POLARITY_WORDS) {
    for (const [list, polarity] of [
      [good, 1],
      [bad, 2],
    ] as const) {
      for (const entry of list.replaceAll('ё', 'е').split(' ')) {
        if (IDEOGRAPHS.test(entry)) phrases.set(phraseHash([...entry].map(wordHash)), polarity);
        else if (entry.endsWith('=')) words.set(wordHash(entry.slice(0, -1)), polarity);
        else beginnings.set(wordHash(entry), polarity);
      }
    }
  }
  return { beginnings, words, phrases };
}

function phraseHash(hashes: readonly number[]): number {
  return hashes.reduce(extendHash, startHash(9));
}

/**
 * Marks the tokens of a window that praise or blame. A word goes by its longest known beginning; in Chinese the
 * longest known run of ideographs counts once, at its first.
 */
export function markPolarity(
  window: TokenWindow,
  source: { readonly text: string; readonly folded: Uint16Array; readonly table: PolarityTable },
  into: Uint8Array,
): void {
  const { text, folded, table } = source;
  for (let t = 0; t < window.length; t++) {
    into[t] = 0;
    const kind = window.kinds[t];
    if (kind === TOKEN.ideograph) {
      const length = phraseAt(window, t, { table, into });
      for (let k = 1; k < length; k++) into[t + k] = 0;
      if (length > 1) t += length - 1;
    } else if (kind === TOKEN.word) {
      into[t] = table.words.get(window.hashes[t] as number) ?? 0;
      if (into[t] !== 0) continue;
      let hash = startHash(0);
      const end = Math.min(window.ends[t] as number, (window.starts[t] as number) + LONGEST_BEGINNING);
      for (let i = window.starts[t] as number; i < end; i++) {
        hash = extendHash(hash, folded[text.charCodeAt(i)] as number);
        const found = table.beginnings.get(hash);
        if (found !== undefined) into[t] = found;
      }
    }
  }
}

function phraseAt(
  window: TokenWindow,
  t: number,
  { table, into }: { readonly table: PolarityTable; readonly into: Uint8Array },
): number {
  let hash = startHash(9);
  let longest = 1;
  for (let n = 1; n <= LONGEST_PHRASE && t + n <= window.length; n++) {
    if (window.kinds[t + n - 1] !== TOKEN.ideograph) break;
    hash = extendHash(hash, window.hashes[t + n - 1] as number);
    const found = table.phrases.get(hash);
    if (found === undefined) continue;
    into[t] = found;
    longest = n;
  }
  return longest;
}
