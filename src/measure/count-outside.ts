import { CELL_BITS, MARK, type MentionIndex } from '../domain/mention-selection.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import { APART, type CompiledSelection, OUT_OF_PERIOD } from './compile-selection.ts';
import { evenCuts, WANTED, wantedRows } from './wanted-rows.ts';

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
 * Thin = there are one to nine. Rows are looked at while a count that they would add to is below ten: after the first of them
 * only rare failures are left.
 */
export function countOutside(index: MentionIndex, of: CompiledSelection): ThinOutside {
  const { nBins, author: rows } = index;
  const { group, profile, cell } = rows;
  const { fails } = of;
  const [from, to] = of.bins;
  const total = sets(1, of.narrowed);
  const bins = sets(nBins, of.narrowed & ~OUT_OF_PERIOD);
  const awaited = new Uint8Array(fails.length);
  const isAwaited = awaitedProfiles(awaited, of, [bins, total]);
  let nStretches = 0;
  isAwaited();
  for (const { length, rows: wanted } of wantedRows(rows, awaited, evenCuts(rows, of.target))) {
    for (let k = 0; k < length; k++) {
      const i = (wanted[k] as number) >>> 2;
      const fail = fails[profile[i] as number] as number;
      const b = (cell[i] as number) >>> CELL_BITS;
      const whole = b < from || b >= to ? fail | OUT_OF_PERIOD : fail;
      if (bins.isOpen[b * APART + fail] === 0 && total.isOpen[whole] === 0) continue;
      if (((cell[i] as number) & MARK.label) === 3) continue;
      const g = group[i] as number;
      bins.see(b, fail, g);
      total.see(0, whole, g);
    }
    nStretches++;
    // Ever more seldom: most counts are full after a few stretches.
    if ((nStretches & (nStretches - 1)) === 0 && !isAwaited()) break;
  }
  return {
    bins: Array.from({ length: nBins }, (_, b) => bins.isThin(b)),
    total: total.isThin(0),
  };
}

type Sets = ReturnType<typeof sets>;

/**
 * Marks the profiles of persons whose failure a count still waits for, whenever it is called.
 * @returns tells whether there are any
 */
function awaitedProfiles(
  awaited: Uint8Array,
  { fails, persons, profiles: [start, end] }: CompiledSelection,
  counted: readonly Sets[],
): () => boolean {
  let before = '';
  let isAny = true;
  return () => {
    const isOpen = openFailures(counted);
    // Counts are never opened again, and most calls find those open that were.
    if (before === isOpen.join('')) return isAny;
    before = isOpen.join('');
    let any = 0;
    for (let p = start; p < end; p++) {
      const is = (persons[p] as number) === 0 ? 0 : (isOpen[fails[p] as number] as number);
      awaited[p] = is;
      any |= is;
    }
    isAny = any !== 0;
    return isAny;
  };
}

/** By failure: {@link WANTED} where a count still waits for it, in whatever place; else 0. */
function openFailures(counted: readonly Sets[]): Uint8Array {
  const isOpen = new Uint8Array(2 * APART);
  for (const one of counted)
    for (let at = 0; at < one.isOpen.length; at++)
      if (one.isOpen[at] !== 0) isOpen[at & (OUT_OF_PERIOD - 1)] = WANTED;
  return isOpen;
}

/** Counts persons for every set of dimensions in each of several places, up to ten each. */
function sets(nPlaces: number, narrowed: number) {
  const wider = subsets(narrowed);
  const counts = new Uint8Array(nPlaces * APART);
  const last = new Int32Array(nPlaces * APART).fill(-1);
  // A mention that fails in nothing stands in the selection itself, and adds to no count.
  const isOpen = new Uint8Array(nPlaces * APART);
  for (let place = 0; place < nPlaces; place++) for (const fail of wider) isOpen[place * APART + fail] = 1;
  const close = (place: number): void => {
    for (let fail = 1; fail < APART; fail++)
      if (wider.every((set) => (fail & ~set) !== 0 || counts[place * APART + set] === CELL_AUTHORS))
        isOpen[place * APART + fail] = 0;
  };
  return {
    /** By place and failure: whether a count that it would add to is still below ten. */
    isOpen,
    see: (place: number, fail: number, person: number): void => {
      const at = place * APART;
      if (isOpen[at + fail] === 0) return;
      let isFull = false;
      for (const set of wider) {
        if ((fail & ~set) !== 0 || counts[at + set] === CELL_AUTHORS || last[at + set] === person) continue;
        last[at + set] = person;
        counts[at + set] = (counts[at + set] as number) + 1;
        if (counts[at + set] !== CELL_AUTHORS) continue;
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
}

/** Every set of the given bits but the empty one. */
function subsets(bits: number): number[] {
  const found: number[] = [];
  for (let set = bits; set > 0; set = (set - 1) & bits) found.push(set);
  return found;
}
