import { CELL_BITS, MARK, MARK_LABELS, type MentionIndex } from '../domain/mention-selection.ts';
import type { CompiledSelection } from './compile-selection.ts';
import { evenCuts, wantedRows } from './wanted-rows.ts';

/** Which mentions of a selection are looked at. */
export interface DrawOptions {
  readonly bins: readonly [number, number];
  /** Null = every label. */
  readonly label: (typeof MARK_LABELS)[number] | null;
  readonly seed: number;
  /** The first so many of the draw. */
  readonly most: number;
}

/** Rows of the index by author, and how many there are to draw from. */
export interface DrawnMentions {
  readonly places: readonly number[];
  readonly nMentions: number;
  readonly nAuthors: number;
}

/**
 * Draws mentions of a selection by chance, at most one an author. The order is that of a hash of seed and place in the index, so that a
 * draw can be repeated, and a longer one begins like a shorter.
 */
export function drawMentions(
  index: MentionIndex,
  of: CompiledSelection,
  options: DrawOptions,
): DrawnMentions {
  const { author: rows } = index;
  const [from, to] = options.bins;
  const label = options.label === null ? null : MARK_LABELS.indexOf(options.label);
  const best: { key: number; place: number }[] = [];
  let [nMentions, nAuthors, author] = [0, 0, -1];
  let own = { key: Number.POSITIVE_INFINITY, place: -1 };
  const close = (): void => {
    if (own.place < 0) return;
    const last = best.at(-1);
    if (best.length < options.most || (last !== undefined && own.key < last.key)) {
      const at = best.findIndex(({ key }) => key > own.key);
      best.splice(at < 0 ? best.length : at, 0, own);
      best.length = Math.min(best.length, options.most);
    }
    own = { key: Number.POSITIVE_INFINITY, place: -1 };
  };
  for (const { length, rows: wanted } of wantedRows(rows, of.wanted, evenCuts(rows, of.target)))
    for (let k = 0; k < length; k++) {
      const i = (wanted[k] as number) >>> 2;
      const cell = rows.cell[i] as number;
      const bin = cell >>> CELL_BITS;
      const mark = cell & MARK.label;
      if (bin < from || bin >= to || mark === 3 || (label !== null && mark !== label)) continue;
      nMentions++;
      if (rows.group[i] !== author) {
        close();
        nAuthors++;
        author = rows.group[i] as number;
      }
      const key = mixed(options.seed, i);
      if (key < own.key) own = { key, place: i };
    }
  close();
  return { places: best.map(({ place }) => place), nMentions, nAuthors };
}

/** A whole number that looks like chance, of two others (the finalizer of MurmurHash3). */
function mixed(seed: number, i: number): number {
  let h = Math.imul(seed, 0x9e3779b1) ^ i;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
