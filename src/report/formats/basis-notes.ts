import type { BasisRow, Report } from '../block.ts';
import { type Fragment, html, type Markup } from '../escape-html.ts';
import type { NumberPlace } from '../number-place.ts';

/** Where a number stands on the page. */
interface TableColumn {
  /** Id of the table, or what is read instead of one: a reader comes back to it. */
  readonly table: string;
  readonly column: number;
}

/** Collects the numbers of a page that a reader can ask about, and prints what they rest on. */
export interface BasisNotes {
  /** The number as a link to its row in the note of its column. */
  readonly link: (place: NumberPlace, shown: Fragment, from: TableColumn) => Markup;
  /** The notes of all numbers asked for so far: opened one at a time on a screen; on paper a line says where they are. */
  readonly notes: () => Markup | null;
}

/** What the numbers of one column rest on. */
interface ColumnNote {
  readonly id: string;
  readonly table: string;
  readonly rows: { readonly id: string; readonly row: BasisRow; readonly command: string }[];
}

/**
 * Notes of one page. They open without script: the note that holds the target of the page's address is shown (`:target`), so
 * each of thousands of numbers costs a row of a table and can be sent to others by its address.
 */
export function createBasisNotes(report: Report): BasisNotes {
  const ids = new Map<NumberPlace, string>();
  const columns = new Map<string, ColumnNote>();
  const words = report.messages.basis;
  return {
    link: (place, shown, { table, column }) => {
      const id = ids.get(place) ?? `r${ids.size + 1}`;
      if (!ids.has(place)) {
        const key = `${table}/${column}`;
        const note = columns.get(key) ?? { id: `s${columns.size + 1}`, table, rows: [] };
        const { row, command } = report.basisOf(place);
        note.rows.push({ id, row, command });
        columns.set(key, note);
      }
      ids.set(place, id);
      return html`<a href=#${id}>${shown}</a>`;
    },
    notes: () =>
      ids.size === 0
        ? null
        : html`<section class="page basis" aria-label="${words.heading}"><p>${words.printed}</p>\n${[...columns.values()].map((note) => columnNote(report, note))}</section>\n`,
  };
}

/** One table for the numbers of a column; what holds of all of them stands once. A second way of making them has a number. */
function columnNote(report: Report, { id, table, rows }: ColumnNote): Markup {
  const words = report.messages.basis;
  const isShared = (rows[0]?.row.of ?? []).map((part, i) => rows.every(({ row }) => row.of[i] === part));
  const partsOf = ({ of }: BasisRow, shared: boolean): string =>
    of.filter((part, i) => part !== '' && (isShared[i] ?? false) === shared).join(' · ');
  const title = rows[0] === undefined ? '' : partsOf(rows[0].row, true);
  const methods = [...new Set(rows.map(({ row }) => row.method))].filter((method) => method !== '');
  const several = methods.length > 1;
  const prefix = sharedPath(rows.map(({ command }) => command));
  const nCells = Math.max(...rows.map(({ row }) => row.cells.length));
  const columns = [...words.columns.slice(0, nCells + 1), ...(several ? [words.method] : []), words.posts];
  const lines = rows.map(({ id: name, row, command }) => {
    const cells = [...row.cells, ...Array.from({ length: nCells - row.cells.length }, () => '—')];
    if (several) cells.push(String(methods.indexOf(row.method) + 1 || '—'));
    return html`<tr id=${name} tabindex=-1><th>${partsOf(row, false)}${cells.map((cell) => html`<td>${cell}`)}<td>${command.slice(prefix.length)}\n`;
  });
  return html`<div popover role="dialog" aria-labelledby="${id}"><a class="outside" href="#${table}" tabindex="-1" aria-hidden="true"></a><div><p class="head"><b id="${id}">${title}</b> <a href="#${table}">${words.close}</a></p>
<div class="rows" tabindex="0" role="group" aria-labelledby="${id}"><table><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>
${lines}</tbody></table></div>
${methods.length > 0 && html`<p>${words.method}: ${several ? methods.map((method, index) => html`${index + 1}) ${method} `) : methods}</p>`}<p>${words.posts}: <code>${prefix}</code>${rows.length > 1 && html` ${words.rowEnding}`}</p></div></div>\n`;
}

/** What all commands begin with, up to a slash; all of it where there is only one. */
function sharedPath([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return first;
  let length = first.lastIndexOf('/') + 1;
  while (length > 0 && !others.every((one) => one.startsWith(first.slice(0, length))))
    length = first.lastIndexOf('/', length - 2) + 1;
  return first.slice(0, length);
}
