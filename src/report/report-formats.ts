/** Forms a finding can be rendered in, in the order in which they are offered; also the file extensions. */
export const REPORT_FORMATS = ['html', 'pdf', 'md', 'docx', 'csv', 'json', 'zip'] as const;

/** One of {@link REPORT_FORMATS}. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Whether a finding can be rendered in the format of that name. */
export function isReportFormat(name: string): name is ReportFormat {
  return (REPORT_FORMATS as readonly string[]).includes(name);
}
