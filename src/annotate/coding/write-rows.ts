/** What a cell holds. */
export type CellValue = string | number;

/**
 * A table by RFC 4180 that a spreadsheet opens without running anything: text that it would take for a formula begins with
 * an apostrophe, and no cell breaks its row.
 */
export function writeRows(
  columns: readonly string[],
  rows: readonly (readonly CellValue[])[],
  delimiter: ',' | ';' = ',',
): string {
  return [columns, ...rows].map((row) => `${row.map(safeCell).join(delimiter)}\n`).join('');
}

function safeCell(value: CellValue): string {
  if (typeof value === 'number') return String(value);
  const inert = /^\s*[=+\-@]/.test(value) ? `'${value}` : value;
  return /[",;\t'\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
