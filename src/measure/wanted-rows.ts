import type { GroupedRows } from '../domain/mention-selection.ts';

/** A profile whose rows are wanted: the bit beside the flags of persons. */
export const WANTED = 8;

/** Rows that are looked at together where nothing else divides them: so many that what is kept of them stays in the cache. */
const STRETCH = 16_384;

/** Rows of one stretch that are wanted, in their order: four times the place among all rows, and the flags of persons, in one number. */
export interface WantedRows {
  readonly length: number;
  readonly rows: Uint32Array;
}

/** The flags of persons of a wanted row. */
export const PERSON_FLAGS = 3;

/**
 * Seeks out the rows that are wanted, stretch by stretch. Whether a row is wanted looks like chance, and a processor loses more by
 * guessing it wrong than a row costs: so every row is written down, and the next one over it unless it was wanted. What is given is valid until the next
 * stretch is asked for.
 * @param table by profile: 0, or {@link WANTED} and flags
 * @param cuts where stretches begin, and the end of the last one
 */
export function* wantedRows(
  { profile }: GroupedRows,
  table: Uint8Array,
  cuts: ArrayLike<number>,
): Generator<WantedRows, void> {
  let longest = 0;
  for (let k = 1; k < cuts.length; k++)
    longest = Math.max(longest, (cuts[k] as number) - (cuts[k - 1] as number));
  const rows = new Uint32Array(longest);
  for (let k = 1; k < cuts.length; k++) {
    const stretch = { profile, table, from: cuts[k - 1] as number, to: cuts[k] as number };
    yield { length: seek(stretch, rows), rows };
  }
}

function seek(
  of: {
    readonly profile: Uint32Array;
    readonly table: Uint8Array;
    readonly from: number;
    readonly to: number;
  },
  rows: Uint32Array,
): number {
  const { profile, table, from, to } = of;
  let n = 0;
  for (let i = from; i < to; i++) {
    const value = table[profile[i] as number] as number;
    rows[n] = (i << 2) | (value & PERSON_FLAGS);
    n += value >> 3;
  }
  return n;
}

/** Stretches of the rows of a target, all of one length. */
export function evenCuts({ starts }: GroupedRows, target: number): number[] {
  const end = starts[target + 1] ?? 0;
  const cuts: number[] = [];
  for (let at = starts[target] ?? 0; at < end; at += STRETCH) cuts.push(at);
  return [...cuts, end];
}
