/** A line of a difference: kept, taken out or put in. */
export interface DiffLine {
  readonly kind: ' ' | '-' | '+';
  readonly text: string;
  /** Number in the earlier text, or in the later one where it was put in; from 1. */
  readonly line: number;
}

const CONTEXT = 2;

/** What differs between two texts, line by line, with two lines around it. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  if (head === a.length && head === b.length) return [];
  const around = (from: number, to: number): DiffLine[] =>
    a
      .slice(Math.max(0, from), Math.max(0, to))
      .map((text, i) => ({ kind: ' ', text, line: Math.max(0, from) + i + 1 }));
  const end = a.length - tail;
  return [
    ...around(head - CONTEXT, head),
    ...changed(a.slice(head, end), b.slice(head, b.length - tail), head),
    ...around(end, Math.min(a.length, end + CONTEXT)),
  ];
}

/** The shortest way from one list of lines to another: by their longest common subsequence. */
function changed(a: readonly string[], b: readonly string[], offset: number): DiffLine[] {
  const length = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (length[i] as Uint32Array)[j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: ' ', text: a[i] as string, line: offset + i + 1 });
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: '-', text: a[i] as string, line: offset + i + 1 });
      i++;
    } else {
      lines.push({ kind: '+', text: b[j] as string, line: offset + j + 1 });
      j++;
    }
  }
  return lines;
}
