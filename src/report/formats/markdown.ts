import type { Finding } from '../../domain/finding.ts';
import type { BesideFinding } from '../beside-finding.ts';
import type { Block, Cell, Figure, Lead, QuotePair, Report, Table } from '../block.ts';
import { composeCheckedReport } from '../compose-checked-report.ts';
import { showUnsafeCharacters } from '../escape-html.ts';

/** The report as Markdown with tables: same words and order as the page, figures as their tables. */
export function renderMarkdown(finding: Finding, beside: BesideFinding = {}): string {
  const report = composeCheckedReport(finding, beside);
  const { lead } = report;
  const term = ({ label, text }: Lead['question']): string =>
    `**${inline(label)}**${report.messages.colon}${inline(text)}`;
  const parts = [
    ...(lead.synthetic === null
      ? []
      : [`> **${inline(lead.synthetic.title)}** ${inline(lead.synthetic.body)}`]),
    `# ${inline(lead.title)}`,
    term(lead.question),
    term(lead.period),
    `## ${inline(lead.subject)}`,
    `**${inline(lead.number)}**${lead.interval === '' ? '' : ` ${inline(lead.interval)} (${inline(lead.uncorrected)})`}`,
    ...lead.sentences.map(inline),
    ...report.sections.flatMap((section) => [
      `## ${inline(section.heading)}`,
      ...section.blocks.flatMap((block) => blockParts(block, report)),
    ]),
    '---',
    inline(report.colophon),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockParts(block: Block, report: Report): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [inline(block.text)];
    case 'list':
      return [list(block.items)];
    case 'heading':
      return [`### ${inline(block.title)}`, inline(block.text)];
    case 'items':
      return [
        `${block.closing === undefined ? '###' : '####'} ${inline(block.title)}`,
        ...(block.text === '' ? [] : [inline(block.text)]),
        ...(block.items.length === 0 ? [] : [list(block.items)]),
        ...(block.closing === undefined
          ? []
          : [`**${inline(block.closing.label).trim()}** ${inline(block.closing.text)}`]),
      ];
    case 'facts':
      return [
        block.facts
          .map(({ term, detail }) => `- ${inline(term)}${report.messages.colon}${inline(detail)}`)
          .join('\n'),
      ];
    case 'table':
      return [`**${inline(block.table.caption)}**`, table(block.table)];
    case 'figure':
      return figure(block.figure);
    case 'quotes':
      return block.pairs.flatMap((pair) => quotes(pair, report));
  }
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${inline(item)}`).join('\n');
}

function figure({ title, key, eventsUnder, table: rows }: Figure): string[] {
  const named = key.filter((entry) => entry.symbol.kind === 'letter').map((entry) => entry.text);
  const events = eventsUnder === undefined ? named : [eventsUnder];
  return [`### ${inline(title)}`, table(rows), ...(events.length === 0 ? [] : [list(events)])];
}

/** A table of Markdown. */
export function table({ columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (one: Cell): string => inline(one.note === undefined ? one.text : `${one.text} ${one.note}`);
  return [
    line(columns.map((column) => inline(column.label))),
    line(columns.map((column) => (column.numeric ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(cell))),
  ].join('\n');
}

function quotes(pair: QuotePair, report: Report): string[] {
  return [
    `### ${inline(pair.title)}`,
    ...pair.sides.flatMap((side) => [
      `#### ${inline(side.label)}`,
      ...(side.quotes.length === 0 ? [inline(side.none)] : []),
      ...side.quotes.map((quote) => {
        const marked = quote.marked === '' ? '' : `**${inline(quote.marked)}**`;
        const link =
          quote.url === null ? [] : [`${report.messages.original}${report.messages.colon}<${quote.url}>`];
        const source = [inline(quote.source), ...link, ...quote.details.map(inline)].join(' · ');
        const { translation } = quote;
        const other =
          translation === undefined
            ? ''
            : `> *${inline(translation.label)}*${translation.text === '' ? '' : `${report.messages.colon}${inline(translation.text)}`}\n>\n`;
        return `> ${inline(quote.before)}${marked}${inline(quote.after)}\n>\n${other}> ${source}  \n> ${report.messages.hash} \`${quote.hash.replace(/[^0-9a-f]/gi, '')}\``;
      }),
    ]),
  ];
}

/** Text that stays text: one line, and every character that Markdown or HTML could read as markup is escaped. */
export function inline(text: string): string {
  return showUnsafeCharacters(text)
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replace(/[\\`*_[\]<>&|~@]/g, (character) => `\\${character}`)
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\bwww\./gi, (match) => match.replace('.', '\\.'))
    .replace(/^(\s*)([-+#=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2');
}
