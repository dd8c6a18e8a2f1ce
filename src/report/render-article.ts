import type { CheckedArticle } from '../domain/checked-article.ts';
import type { Finding } from '../domain/finding.ts';
import { composeArticle } from './compose-article.ts';
import { renderArticleHtml } from './formats/article-html.ts';
import { renderArticleMarkdown } from './formats/article-markdown.ts';
import { createReportContext } from './report-context.ts';

/** Forms of a checked article; also the file extensions. */
export const ARTICLE_FORMATS = ['html', 'md', 'json'] as const;

/** Renders a checked article in the language of its study. Pure. */
export function renderArticle(
  checked: CheckedArticle,
  options: {
    readonly finding: Finding;
    readonly text: string;
    readonly format: (typeof ARTICLE_FORMATS)[number];
  },
): string {
  if (options.format === 'json') return `${JSON.stringify(checked, null, 2)}\n`;
  const context = createReportContext(options.finding);
  const report = composeArticle(checked, options.text, context);
  return options.format === 'html'
    ? renderArticleHtml(report, context)
    : renderArticleMarkdown(report, context);
}
