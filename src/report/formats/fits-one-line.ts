import type { Cell, Table } from '../block.ts';
import { printedWidth } from '../charts/printed-width.ts';

/** Width of A4 between its margins, in the units of {@link printedWidth} at the letters of printed tables, and of a column's padding. */
const PAPER = 1300;
const PADDING = 10;

/** Whether on paper every row has room for its numbers beside their intervals; else all intervals of the table go below their numbers. */
export function fitsOneLine({ columns, rows }: Table): boolean {
  const widths = columns.map((_, i) => Math.max(0, ...rows.map((row) => cellWidth(row[i]))) + PADDING);
  return widths.reduce((sum, width) => sum + width, 0) <= PAPER;
}

function cellWidth(cell: Cell | undefined): number {
  if (cell === undefined) return 0;
  return printedWidth(cell.note === undefined ? cell.text : `${cell.text} ${cell.note}`);
}
