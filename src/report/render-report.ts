import type { Finding } from '../domain/finding.ts';
import type { BesideFinding } from './beside-finding.ts';
import { renderCsv } from './formats/csv.ts';
import { renderHtml } from './formats/html.ts';
import { renderJson } from './formats/json.ts';
import { renderMarkdown } from './formats/markdown.ts';
import type { ReportFormat } from './report-formats.ts';

const FORMATS = {
  html: renderHtml,
  md: renderMarkdown,
  csv: renderCsv,
  json: renderJson,
} as const satisfies Readonly<Record<string, (finding: Finding, beside: BesideFinding) => string>>;

/** A form a finding can be rendered in as text. */
export type TextFormat = keyof typeof FORMATS;

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
