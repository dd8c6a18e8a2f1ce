import { MARK, type MentionIndex } from '../domain/mention-selection.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import { APART, type CompiledSelection, OUT_OF_PERIOD } from './compile-selection.ts';

/** Whether a wider selection has a few persons more. */
export interface ThinOutside {
  /** Of a bin, where the wider selection is of the same bin. */
  readonly bins: readonly boolean[];
  /** Of the whole selection. */
  readonly total: boolean;
}

/**
 * A number of the selection less that of a wider one would tell of those who are in the wider one alone. Wider are all
 * selections that narrow fewer dimensions: for each such set of dimensions the persons are counted that fail in these alone, up to ten.
 * Thin = there are one to nine. Ends as soon as every count is ten. Cost: mentions of the target, at most.
 */
export function countOutside(index: MentionIndex, of: CompiledSelection): ThinOutside {
  const { nBins, author: rows } = index;
  const { group, profile, bin, mark } = rows;
  const { fails, persons } = of;
  const [from, to] = of.bins;
  if (of.narrowed === 0) return { bins: new Array<boolean>(nBins).fill(false), total: false };
  const total = sets(1, of.narrowed);
  const bins = sets(nBins, of.narrowed & ~OUT_OF_PERIOD);
  const end = rows.starts[of.target + 1] ?? 0;
  for (let i = rows.starts[of.target] ?? 0; i < end; i++) {
    const p = profile[i] as number;
    const fail = fails[p] as number;
    if (fail >= APART) continue;
    const b = bin[i] as number;
    const whole = b < from || b >= to ? fail | OUT_OF_PERIOD : fail;
    if (bins.isOpen[b * APART + fail] === 0 && total.isOpen[whole] === 0) continue;
    if (persons[p] === 0 || ((mark[i] as number) & MARK.label) === 3) continue;
    const g = group[i] as number;
    bins.see(b, fail, g);
    total.see(0, whole, g);
    if (bins.open === 0 && total.open === 0) break;
  }
  return {
    bins: Array.from({ length: nBins }, (_, b) => bins.isThin(b)),
    total: total.isThin(0),
  };
}

/** Counts persons for every set of dimensions in each of several places, up to ten each. */
function sets(nPlaces: number, narrowed: number) {
  const wider = subsets(narrowed);
  const counts = new Uint8Array(nPlaces * APART);
  const last = new Int32Array(nPlaces * APART).fill(-1);
  // A mention that fails in nothing stands in the selection itself, and adds to no count.
  const isOpen = new Uint8Array(nPlaces * APART).fill(wider.length === 0 ? 0 : 1);
  for (let place = 0; place < nPlaces; place++) isOpen[place * APART] = 0;
  const close = (place: number): void => {
    for (let fail = 1; fail < APART; fail++)
      if (wider.every((set) => (fail & ~set) !== 0 || counts[place * APART + set] === CELL_AUTHORS))
        isOpen[place * APART + fail] = 0;
  };
  const state = {
    /** By place and failure: whether a count that it would add to is still below ten. */
    isOpen,
    open: nPlaces * wider.length,
    see: (place: number, fail: number, person: number): void => {
      const at = place * APART;
      if (isOpen[at + fail] === 0) return;
      let isFull = false;
      for (const set of wider) {
        if ((fail & ~set) !== 0 || counts[at + set] === CELL_AUTHORS || last[at + set] === person) continue;
        last[at + set] = person;
        counts[at + set] = (counts[at + set] as number) + 1;
        if (counts[at + set] !== CELL_AUTHORS) continue;
        state.open--;
        isFull = true;
      }
      if (isFull) close(place);
    },
    isThin: (place: number): boolean =>
      wider.some((set) => {
        const n = counts[place * APART + set] as number;
        return n > 0 && n < CELL_AUTHORS;
      }),
  };
  return state;
}

/** Every set of the given bits but the empty one. */
function subsets(bits: number): number[] {
  const found: number[] = [];
  for (let set = bits; set > 0; set = (set - 1) & bits) found.push(set);
  return found;
}
