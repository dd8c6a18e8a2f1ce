import type { Table } from '../block.ts';
import type { ArticleNote, ArticleParagraph, ArticleReport } from '../compose-article.ts';
import { html, type Markup, trusted } from '../escape-html.ts';
import type { ReportContext } from '../report-context.ts';
import { ARTICLE_STYLE } from './article-style.ts';
import { LANGUAGE_TAGS, POLICY } from './html.ts';
import { STYLE_SHEET } from './style-sheet.ts';

/** A checked article as one self-contained page without script. */
export function renderArticleHtml(report: ArticleReport, { finding, messages }: ReportContext): string {
  const synthetic = finding.synthetic
    ? html`<aside class="synthetic"><p><strong>${messages.lead.syntheticTitle}</strong> ${messages.lead.syntheticBody}</p></aside>\n`
    : null;
  const page = html`<!doctype html>
<html lang="${LANGUAGE_TAGS[finding.study.language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${report.title}</title>
<style>${trusted(STYLE_SHEET + ARTICLE_STYLE)}</style>
</head>
<body>
${synthetic}<header class="page"><p class="eyebrow">${report.eyebrow}</p>
<h1 dir="auto">${report.title}</h1>
<p>${report.intro}</p>
<dl class="facts">${report.facts.map(({ term, detail }) => html`<div><dt>${term}</dt><dd dir="auto">${detail}</dd></div>\n`)}</dl>
<p class="note">${report.legend}</p></header>
<main class="page article">
${report.paragraphs.map(paragraphMarkup)}${report.entities !== null && html`<section>${tableMarkup(report.entities)}</section>`}${
  report.unused !== null &&
  html`<section><h2>${report.unused.heading}</h2><ul>${report.unused.items.map((item) => html`<li dir="auto">${item}</li>\n`)}</ul></section>`
}</main>
<footer class="page"><p>${messages.lead.colophon(finding.manifest.version, finding.manifest.runId)}</p></footer>
</body>
</html>
`;
  return page.source;
}

function paragraphMarkup({ pieces, notes }: ArticleParagraph): Markup {
  const text = pieces.map(({ text: words, number, kind }) =>
    number === null
      ? html`${words} `
      : html`<span class="says ${kind}">${words}</span><sup><a href="#s${number}" id="t${number}">${number}</a></sup> `,
  );
  return html`<section><p class="text" dir="auto">${text}</p>
${notes.length > 0 && html`<ol>${notes.map(noteMarkup)}</ol>`}</section>
`;
}

function noteMarkup({ number, label, lines }: ArticleNote): Markup {
  const isLook = lines.some(({ tone }) => tone === 'look');
  return html`<li id="s${number}"${isLook && html` class="look"`}><a href="#t${number}">${number}</a><div><p class="label">${label}</p>
${lines.map(({ tone, text }) => html`<p${tone !== 'plain' && html` class="${tone}"`} dir="auto">${text}</p>\n`)}</div></li>
`;
}

function tableMarkup({ caption, columns, rows }: Table): Markup {
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row" dir="auto">${cell.text}</th>` : html`<td dir="auto">${cell.text}</td>`))}</tr>\n`)}</tbody></table></div>`;
}
