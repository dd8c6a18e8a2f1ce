import type { Finding } from '../../domain/finding.ts';
import type { BesideFinding } from '../beside-finding.ts';
import type { Block, Cell, Figure, Lead, Panel, Quote, QuotePair, Report, Section, Table } from '../block.ts';
import type { Drawing } from '../charts/drawing.ts';
import { composeCheckedReport } from '../compose-checked-report.ts';
import { html, type Markup, trusted } from '../escape-html.ts';
import { isLanguageTag } from '../language-tag.ts';
import { type BasisNotes, createBasisNotes } from './basis-notes.ts';
import { fitsOneLine } from './fits-one-line.ts';
import { HATCHES, keySymbol } from './key-symbol.ts';
import { STYLE_SHEET } from './style-sheet.ts';

/** Digits of a record's hash that paper shows: enough to find it among millions, and the whole is in the page. */
const PRINTED_HASH = 16;

/** The language of a page. */
export const LANGUAGE_TAGS = { en: 'en', ru: 'ru', zh: 'zh-Hans' } as const;

/** Nothing is loaded and nothing runs: the page holds its own style and charts. */
export const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The report as one self-contained page without script. */
export function renderHtml(finding: Finding, beside: BesideFinding = {}): string {
  const report = composeCheckedReport(finding, beside);
  const { lead, sections } = report;
  const notes = createBasisNotes(report);
  const page = html`<!doctype html>
<html lang="${LANGUAGE_TAGS[report.language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${lead.title}</title>
<style>${trusted(STYLE_SHEET)}</style>
</head>
<body>
${trusted(HATCHES)}
${banner(lead)}<header class="page">${leadMarkup(lead, notes)}</header>
<nav class="page contents" aria-label="${report.messages.contents}"><ol>
${sections.map((section) => html`<li><a href="#${section.id}">${section.heading}</a></li>\n`)}</ol></nav>
<main class="page">
${sections.map((section) => sectionMarkup(section, { report, notes }))}</main>
${notes.notes()}<footer class="page"><p>${report.colophon}</p></footer>
</body>
</html>
`;
  return page.source;
}

function banner(lead: Lead): Markup | null {
  if (lead.synthetic === null) return null;
  const { title, body } = lead.synthetic;
  return html`<aside class="synthetic"><p><strong>${title}</strong> ${body}</p></aside>\n`;
}

function leadMarkup(lead: Lead, notes: BasisNotes): Markup {
  const number =
    lead.place === null ? lead.number : notes.link(lead.place, lead.number, { table: 'headline', column: 0 });
  const [first, ...others] = lead.sentences;
  return html`<p class="eyebrow">${lead.eyebrow}</p>
<h1 dir="auto">${lead.title}</h1>
<dl class="asked"><div><dt>${lead.question.label}</dt><dd dir="auto">${lead.question.text}</dd></div>
<div><dt>${lead.period.label}</dt><dd>${lead.period.text}</dd></div></dl>
<section class="headline" aria-labelledby="headline"><h2 id="headline">${lead.subject}</h2>
<div class="figures"><div><p class="number${lead.interval === '' && ' none'}">${number}</p>
${lead.interval !== '' && html`<p class="interval">${lead.interval}</p>\n`}${
  lead.uncorrected !== '' &&
  html`<p class="${lead.isCorrected ? 'corrected' : 'uncorrected'}">${lead.uncorrected}</p>\n`
}<p class="reading">${first ?? ''}</p></div>
${lead.chart !== null && headlineChart(lead.chart)}</div>
${others.map((sentence) => html`<p>${sentence}</p>\n`)}</section>`;
}

function headlineChart({ label, description, draw }: Panel): Markup {
  const chart = svg(draw('narrow'), { id: 'headline-chart', class: 'chart', title: label, description });
  return html`<figure>${chart}<figcaption>${label}</figcaption></figure>`;
}

function sectionMarkup(section: Section, page: Omit<Place, 'id'>): Markup {
  const { id, heading, blocks } = section;
  return html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>
${blocks.map((block, index) => blockMarkup(block, { id: `${id}-${index + 1}`, ...page }))}</section>
`;
}

interface Place {
  readonly id: string;
  readonly report: Report;
  readonly notes: BasisNotes;
}

function blockMarkup(block: Block, place: Place): Markup {
  switch (block.kind) {
    case 'paragraph':
      return html`<p${block.tone === 'note' && html` class="note"`}>${block.text}</p>\n`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`;
    case 'heading':
      return html`<h3 class="group">${block.title}</h3><p class="note">${block.text}</p>\n`;
    case 'items':
      return itemsMarkup(block);
    case 'facts':
      return html`<dl class="facts">${block.facts.map(
        ({ term, detail, code }) =>
          html`<div><dt>${term}</dt><dd>${code ? html`<code>${detail}</code>` : detail}</dd></div>\n`,
      )}</dl>\n`;
    case 'table':
      return tableMarkup(block.table, { layout: 'stack', notes: place.notes, id: `${place.id}-table` });
    case 'figure':
      return figureMarkup(block.figure, place);
    case 'quotes':
      return html`${block.pairs.map((pair) => quotesMarkup(pair, place.report))}`;
  }
}

function itemsMarkup({ title, text, items, closing }: Block & { readonly kind: 'items' }): Markup {
  const heading = closing === undefined ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`;
  return html`<div class="items">${heading}${text !== '' && html`<p>${text}</p>`}${
    items.length > 0 && html`<ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>`
  }${closing !== undefined && html`<p class="closing"><b>${closing.label}</b>${closing.text}</p>`}</div>\n`;
}

/** Tables stand in a region that scrolls; on a phone a stacked one turns each row into a card. Roles survive that. */
function tableMarkup(
  table: Table,
  {
    layout,
    notes,
    id,
  }: { readonly layout: 'stack' | 'scroll'; readonly notes: BasisNotes; readonly id: string },
): Markup {
  const head = table.columns.map(
    (column) =>
      html`<th role="columnheader" scope="col"${column.numeric && html` class="number"`}>${column.label}</th>`,
  );
  // Thousands of numbers stand behind charts: said once of the table, their columns need not say it.
  const isNumbers = layout === 'scroll' && table.columns.slice(1).every(({ numeric }) => numeric);
  const cell = (one: Cell, index: number): Markup => {
    const column = table.columns[index];
    const isNumber = column?.numeric === true && !isNumbers;
    const style = [isNumber ? 'number' : '', one.muted === true ? 'muted' : ''];
    const attributes = style.some((name) => name !== '') && html` class="${style.join(' ').trim()}"`;
    const isStack = layout === 'stack';
    const text = isStack ? html`<span class="value">${one.text}</span>` : html`${one.text}`;
    const shown =
      one.number === undefined ? text : notes.link(one.number, text, { table: id, column: index });
    const inner = html`${shown}${one.note !== undefined && html` <small>${one.note}</small>`}`;
    if (!isStack)
      return index === 0 ? html`<th scope="row">${inner}</th>` : html`<td${attributes}>${inner}</td>`;
    return index === 0
      ? html`<th role="rowheader" scope="row"${attributes}>${inner}</th>`
      : html`<td role="cell" data-label="${column?.label ?? ''}"${attributes}><span>${inner}</span></td>`;
  };
  return html`<div class="scroll" id="${id}" role="group" aria-label="${table.caption}" tabindex="0"><table role="table" class="${[layout, table.prose === true && 'prose', isNumbers && 'numbers', layout === 'stack' && fitsOneLine(table) && 'one-line'].filter((name) => name !== false).join(' ')}"><caption>${table.caption}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${table.rows.map((row) => (layout === 'stack' ? html`<tr role="row">${row.map(cell)}</tr>\n` : html`<tr>${row.map(cell)}</tr>\n`))}</tbody></table></div>
`;
}

function figureMarkup(figure: Figure, { id, report, notes }: Place): Markup {
  const several = figure.panels.length > 1;
  const panels = figure.panels.map((panel, index) => {
    const name = `${id}-${index + 1}`;
    const title = panel.label === '' ? figure.title : `${figure.title}: ${panel.label}`;
    const chart = (width: 'narrow' | 'wide'): Markup =>
      svg(panel.draw(width), {
        id: `${name}-${width}`,
        class: several ? 'chart' : `chart ${width}`,
        title,
        description: panel.description,
      });
    return several
      ? html`<div class="panel"><h4>${panel.label}</h4>${chart('narrow')}</div>\n`
      : html`${chart('wide')}\n${chart('narrow')}\n`;
  });
  const key = figure.key.map(
    ({ symbol, text }) =>
      html`<li${symbol.kind === 'letter' && html` class="event"`}>${keySymbol(symbol)} <span>${text}</span></li>\n`,
  );
  return html`<figure aria-labelledby="${id}-title"><h3 id="${id}-title">${figure.title}</h3>
${several ? html`<div class="panels${panels.length <= 4 && ' few'}">${panels}</div>` : html`${panels}`}
<figcaption><ul class="key${figure.eventsUnder !== undefined && ' again'}">${key}${
    figure.eventsUnder !== undefined && html`<li class="under">${figure.eventsUnder}</li>\n`
  }</ul></figcaption>
<details><summary>${report.messages.dataBehindChart}</summary>${tableMarkup(figure.table, { layout: 'scroll', notes, id: `${id}-table` })}</details>
</figure>
`;
}

function svg(
  drawing: Drawing,
  options: {
    readonly id: string;
    readonly class: string;
    readonly title: string;
    readonly description: string;
  },
): Markup {
  const { id, title, description } = options;
  return html`<svg class="${options.class}" role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d" viewBox="0 0 ${drawing.width} ${drawing.height}" width="${drawing.width}" height="${drawing.height}" text-anchor="middle" fill="currentColor"><title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>${trusted(drawing.body)}</svg>`;
}

function quotesMarkup(pair: QuotePair, report: Report): Markup {
  const sides = pair.sides.map(({ label, quotes, none }) => {
    const list = quotes.map((quote) => quoteMarkup(quote, report));
    return html`<div class="side"><h4>${label}</h4>${list.length > 0 ? list : html`<p class="note">${none}</p>`}</div>\n`;
  });
  return html`<div class="pair"><h3 dir="auto">${pair.title}</h3><div class="sides">${sides}</div></div>\n`;
}

function quoteMarkup(quote: Quote, report: Report): Markup {
  const { original, hash } = report.messages;
  const words = html`<blockquote dir="auto"${isLanguageTag(quote.language) && html` lang="${quote.language}"`}>${quote.before}${
    quote.marked !== '' && html`<mark>${quote.marked}</mark>`
  }${quote.after}</blockquote>`;
  return html`<figure class="quote">${withTranslation(words, quote)}
<figcaption>${quote.source}${
    quote.url !== null && html` · <a href="${quote.url}" rel="noopener noreferrer nofollow">${original}</a>`
  }${quote.details.map((detail) => html` · ${detail}`)}<span class="hash">${hash} <code>${quote.hash.slice(0, PRINTED_HASH)}<span class="rest">${quote.hash.slice(PRINTED_HASH)}</span></code></span></figcaption></figure>
`;
}

/** The translator's words beside those of the post, under the name of the translator. */
function withTranslation(words: Markup, { translation }: Quote): Markup {
  if (translation === undefined) return words;
  const { label, text, language } = translation;
  return html`<div class="both">${words}<div class="translation"><p class="by">${label}</p>${
    text !== '' && html`<p dir="auto" lang="${language}">${text}</p>`
  }</div></div>`;
}
