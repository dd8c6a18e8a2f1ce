import type { ArticleReport } from '../compose-article.ts';
import type { ReportContext } from '../report-context.ts';
import { inline, table } from './markdown.ts';

/** A checked article as Markdown: each paragraph, and under it what is known of its sentences. */
export function renderArticleMarkdown(report: ArticleReport, { finding, messages }: ReportContext): string {
  const colon = messages.word.colon;
  const parts = [
    ...(finding.synthetic
      ? [`> **${inline(messages.lead.syntheticTitle)}** ${inline(messages.lead.syntheticBody)}`]
      : []),
    `# ${inline(report.title)}`,
    inline(report.intro),
    report.facts.map(({ term, detail }) => `- ${inline(term)}${colon}${inline(detail)}`).join('\n'),
    inline(report.legend),
    ...report.paragraphs.flatMap(({ pieces, notes }) => [
      pieces
        .map(({ text, number }) => `${inline(text)}${number === null ? '' : ` \\[${number}\\]`}`)
        .join(' '),
      ...notes.map(({ number, label, lines }) =>
        [
          `> **\\[${number}\\] ${inline(label)}**`,
          ...lines.map(({ tone, text }) => `> ${tone === 'look' ? '⚠ ' : ''}${inline(text)}`),
        ].join('  \n'),
      ),
    ]),
    ...(report.entities === null ? [] : [`**${inline(report.entities.caption)}**`, table(report.entities)]),
    ...(report.unused === null
      ? []
      : [
          `## ${inline(report.unused.heading)}`,
          report.unused.items.map((item) => `- ${inline(item)}`).join('\n'),
        ]),
    '---',
    inline(messages.lead.colophon(finding.manifest.version, finding.manifest.runId)),
  ];
  return `${parts.join('\n\n')}\n`;
}
