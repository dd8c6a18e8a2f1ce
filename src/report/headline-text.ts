import type { Finding } from '../domain/finding.ts';
import { showUnsafeCharacters } from './escape-html.ts';
import { createReportContext } from './report-context.ts';
import { composeLead } from './sections/lead.ts';

/** The headline for a terminal, one fact a line: synthetic or not, what it is of, number with interval, reading. */
export function headlineText(finding: Finding): string {
  const context = createReportContext(finding);
  const { synthetic, subject, number, interval, uncorrected, sentences } = composeLead(context);
  const lines = [
    ...(synthetic === null ? [] : [`${synthetic.title} ${synthetic.body}`]),
    subject,
    interval === '' ? number : `${number}  ${interval}${context.messages.word.comma}${uncorrected}`,
    sentences[0] ?? '',
  ];
  return lines
    .map((line) => showUnsafeCharacters(line).replace(/\s*[\t\r\n\u2028\u2029]+\s*/g, ' '))
    .join('\n');
}
