const LONGEST = 40;

/**
 * The known word a person most likely meant, or null. Compared without case and hyphens by the number of letters
 * changed, added, left out or swapped with their neighbour (Damerau 1964, optimal string alignment); at most a third
 * of the longer word may differ.
 */
export function nearestWord(word: string, known: readonly string[]): string | null {
  if (word.length > LONGEST) return null;
  const written = folded(word);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const each of known) {
    const other = folded(each);
    const limit = Math.max(1, Math.floor(Math.max(written.length, other.length) / 3));
    if (Math.abs(written.length - other.length) > limit) continue;
    const distance = editDistance(written, other);
    if (distance <= limit && distance < least) [best, least] = [each, distance];
  }
  return best;
}

const folded = (word: string): string => word.toLowerCase().replace(/[-_ ]/g, '');

function editDistance(a: string, b: string): number {
  let twoBack: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    [twoBack, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
