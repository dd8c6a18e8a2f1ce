/** How a table separates its cells. */
export type Delimiter = ',' | ';' | '\t' | '|';

/** The delimiters that detection chooses from, likeliest first. */
export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/**
 * Splits one row into cells (RFC 4180). A cell that begins with a quote ends at a quote before a delimiter or the
 * end of the row; other quotes inside belong to the text, doubled ones stand for one.
 */
export function splitCells(row: string, delimiter: Delimiter): string[] {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    if (row.charCodeAt(at) === 0x22) {
      const end = closingQuote(row, at + 1, delimiter);
      cells.push(unquoted(row.slice(at + 1, end)));
      at = end + 1;
      if (at >= row.length) return cells;
    } else {
      const end = row.indexOf(delimiter, at);
      cells.push(end < 0 ? row.slice(at) : row.slice(at, end));
      if (end < 0) return cells;
      at = end;
    }
    at++;
  }
}

/**
 * Chooses the delimiter that gives the most columns over the first rows of a table, among those that give the same
 * number in most of them. `head` may end within a row.
 */
export function detectDelimiter(head: string, path: string): Delimiter {
  if (/\.(tsv|tab)(\.(gz|zst))?$/i.test(path)) return '\t';
  const rows = head
    .split(/\r?\n/)
    .filter((row) => row !== '')
    .slice(0, 30);
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const columns = splitCells(rows[0] ?? '', delimiter).length;
    if (columns < 2) continue;
    const alike = rows.filter((row) => splitCells(row, delimiter).length === columns).length;
    const score = columns * (alike / rows.length);
    if (score > most) {
      most = score;
      best = delimiter;
    }
  }
  return best;
}

/** Index of the quote that closes a cell; the row's length where none does. */
function closingQuote(row: string, from: number, delimiter: Delimiter): number {
  for (let at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at + 1)) {
    const next = row[at + 1];
    if (next === undefined || next === delimiter) return at;
    if (next === '"') at++;
  }
  return row.length;
}

/**
 * True when a quoted cell of several lines holds what looks like the beginning of another one (`,"` that is not
 * doubled): the quote that should have closed it was lost, and following rows were taken in.
 */
export function swallowedRows(row: string, delimiter: Delimiter): boolean {
  if (!row.includes('\n')) return false;
  for (let at = 0; at < row.length; ) {
    if (row[at] !== '"') {
      const end = row.indexOf(delimiter, at);
      if (end < 0) return false;
      at = end + 1;
      continue;
    }
    const end = closingQuote(row, at + 1, delimiter);
    for (let i = at + 1; i < end; i++) {
      if (row[i] !== '"') continue;
      if (row[i + 1] === '"') i++;
      else if (row[i - 1] === delimiter && row.lastIndexOf('\n', i) > at) return true;
    }
    at = end + 2;
  }
  return false;
}

function unquoted(cell: string): string {
  return cell.includes('"') ? cell.replaceAll('""', '"') : cell;
}
