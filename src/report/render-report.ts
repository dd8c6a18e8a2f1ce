import type { Finding } from '../domain/finding.ts';
import type { BesideFinding } from './beside-finding.ts';
import { renderCsv } from './formats/csv.ts';
import { renderHtml } from './formats/html.ts';
import { renderJson } from './formats/json.ts';
import { renderMarkdown } from './formats/markdown.ts';

const FORMATS = {
  html: renderHtml,
  md: renderMarkdown,
  csv: renderCsv,
  json: renderJson,
} as const satisfies Readonly<Record<string, (finding: Finding, beside: BesideFinding) => string>>;

/** A form a finding can be rendered in as text; also the file extension. */
export type TextFormat = keyof typeof FORMATS;

/** A form a finding can be rendered in; also the file extension. */
export type ReportFormat = TextFormat | 'pdf' | 'docx';

/** All formats, in the order in which they are offered. */
export const REPORT_FORMATS: readonly ReportFormat[] = ['html', 'pdf', 'md', 'docx', 'csv', 'json'];

/** Whether a finding can be rendered in the format of that name. */
export function isReportFormat(name: string): name is ReportFormat {
  return (REPORT_FORMATS as readonly string[]).includes(name);
}

/** Whether the format is text, which can be shown in a terminal. */
export function isTextFormat(format: ReportFormat): format is TextFormat {
  return format in FORMATS;
}

/**
 * Renders a finding. Pure: the same finding gives the same bytes on any machine and in any time zone.
 * @param beside what was computed after it; left out where it is of another run
 */
export function renderReport(finding: Finding, format: TextFormat, beside: BesideFinding = {}): string {
  return FORMATS[format](finding, beside);
}
