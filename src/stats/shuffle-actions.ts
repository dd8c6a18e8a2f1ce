import type { ActionTable } from './action-table.ts';

/** How often another place is sought for an author who came twice to one feature. */
const TRIES = 12;

/**
 * Who might as well have done what was done: authors change places among the rows of a stratum. Each author keeps the number of
 * rows in every stratum and each feature its number of authors, so that neither a busy author nor a common feature makes a
 * pair; only who acts with whom is left to chance. An author who comes twice to a feature changes places again; where no
 * place is found after some tries the pair of rows stays, and counts as one shared feature too many, which makes chance look
 * stronger and never weaker. Cost: rows.
 *
 * Assumes that authors of one source in the same days are alike but for what they coordinate.
 * Reference: for tables of 0 and 1 with fixed margins, Gotelli 2000; here within strata.
 * @returns the author of each row
 */
export function shuffleActions(table: ActionTable, random: () => number): Int32Array {
  const { strata, features } = table;
  const authors = table.authors.slice();
  for (let start = 0; start < strata.length; ) {
    let end = start + 1;
    while (end < strata.length && strata[end] === strata[start]) end++;
    for (let i = end - 1; i > start; i--) swap(authors, i, start + Math.floor(random() * (i - start + 1)));
    separate({ authors, features, nAuthors: table.nAuthors }, [start, end], random);
    start = end;
  }
  return authors;
}

interface Rows {
  readonly authors: Int32Array;
  readonly features: Int32Array;
  readonly nAuthors: number;
}

/** Gives every author who stands twice at one feature another place in the stratum `[start, end)`. */
function separate(rows: Rows, [start, end]: readonly [number, number], random: () => number): void {
  const { authors } = rows;
  for (let row = start + 1; row < end; row++) {
    if (!repeats(rows, { row, author: authors[row] as number, start })) continue;
    for (let trial = 0; trial < TRIES; trial++) {
      const other = start + Math.floor(random() * (end - start));
      if (fits(rows, [row, other], [start, end])) {
        swap(authors, row, other);
        break;
      }
    }
  }
}

/** An earlier row of the feature is the author's. */
function repeats(
  { authors, features }: Rows,
  { row, author, start }: { readonly row: number; readonly author: number; readonly start: number },
): boolean {
  for (let i = row - 1; i >= start && features[i] === features[row]; i--)
    if (authors[i] === author) return true;
  return false;
}

/** Two rows can change their authors without either standing twice at a feature. */
function fits(
  { authors, features }: Rows,
  [row, other]: readonly [number, number],
  [start, end]: readonly [number, number],
): boolean {
  if (features[row] === features[other]) return false;
  const free = (at: number, author: number): boolean => {
    for (let i = at - 1; i >= start && features[i] === features[at]; i--)
      if (authors[i] === author) return false;
    for (let i = at + 1; i < end && features[i] === features[at]; i++)
      if (authors[i] === author) return false;
    return authors[at] !== author;
  };
  return free(row, authors[other] as number) && free(other, authors[row] as number);
}

function swap(values: Int32Array, i: number, j: number): void {
  const kept = values[i] as number;
  values[i] = values[j] as number;
  values[j] = kept;
}
