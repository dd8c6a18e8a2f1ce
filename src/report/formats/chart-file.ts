import type { Block, Figure, Lead, Panel, Table } from '../block.ts';
import { html, trusted } from '../escape-html.ts';
import { chartSvg } from './chart-svg.ts';
import { csvCell } from './csv.ts';
import { keySymbol } from './key-symbol.ts';
import { terminalWrap } from './terminal-text.ts';

/** What stands under a chart that leaves the report: what is shown, how it was made, of which run. */
export type ChartNotes = readonly string[];

const MARGIN = 16;
const LINE = 17;

/** The notes of a section's charts: that the corpus is synthetic, the section's own definitions, the study and the run. */
export function chartNotes(
  report: { readonly lead: Pick<Lead, 'period' | 'synthetic' | 'title'>; readonly colophon: string },
  blocks: readonly Block[],
): ChartNotes {
  const { lead, colophon } = report;
  const first = blocks.findIndex(({ kind }) => kind === 'figure');
  const words = blocks
    .slice(0, Math.max(first, 0))
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  return [
    ...(lead.synthetic === null ? [] : [lead.synthetic.title]),
    ...words,
    `${lead.title}. ${lead.period.label}: ${lead.period.text}. ${colophon}`,
  ];
}

/** A chart as a file that stands alone: its title over it, its key and notes under it, on a light ground. */
export function chartFile(figure: Figure, panel: Panel, notes: ChartNotes): string {
  const drawing = panel.draw('wide');
  const width = drawing.width + 2 * MARGIN;
  const columns = Math.floor((width - 2 * MARGIN) / 6.6);
  const title = terminalWrap(panelTitle(figure, panel), Math.floor(columns * 0.72));
  const lines = notes.flatMap((note) => terminalWrap(note, columns));
  const top = MARGIN + 24 * title.length;
  const keyTop = top + drawing.height + 12;
  const notesTop = keyTop + 20 * figure.key.length + 14;
  const body = html`<rect width="${width}" height="${notesTop + LINE * lines.length + MARGIN}" fill="var(--paper)"/>
<g text-anchor="start" fill="var(--ink)">${title.map(
    (line, i) =>
      html`<text x="${MARGIN}" y="${MARGIN + 14 + 24 * i}" font-size="17" font-weight="600">${line}</text>`,
  )}</g>
<g transform="translate(${MARGIN} ${top})">${trusted(drawing.body)}</g>
<g text-anchor="start" fill="var(--ink)" font-size="12">${figure.key.map(
    ({ symbol, text }, i) =>
      html`<g transform="translate(${MARGIN} ${keyTop + 20 * i})">${keySymbol(symbol)}<text x="40" y="12">${text}</text></g>`,
  )}</g>
<g text-anchor="start" fill="var(--ink-soft)" font-size="12">${lines.map(
    (line, i) => html`<text x="${MARGIN}" y="${notesTop + LINE * i}">${line}</text>`,
  )}</g>`;
  const height = notesTop + LINE * lines.length + MARGIN;
  return chartSvg({ ...drawing, width, height, body: body.source });
}

/** The figures behind a chart as CSV, as the report prints them; title, study and run stand in every row. */
export function tableFile(title: string, table: Table, notes: ChartNotes): string {
  const about = [title, notes.join(' ')];
  const rows = [
    [...table.columns.map(({ label }) => label), 'figure', 'notes'],
    ...table.rows.map((row) => [
      ...row.map(({ text, note }) => (note === undefined ? text : `${text} (${note})`)),
      ...about,
    ]),
  ];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** What a chart is called outside of its figure. */
export function panelTitle({ title }: Figure, { label }: Panel): string {
  return label === '' ? title : `${title}: ${label}`;
}
