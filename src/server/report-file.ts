import type { Context } from 'hono';
import { z } from 'zod';
import { StudyError } from '../errors/errors.ts';
import { isReportFormat, REPORT_FORMATS, type ReportFormat } from '../report/report-formats.ts';
import { NO_BODY, type Route } from './route.ts';

/** The report as a file: the one answer that is not JSON. */
export const reportFile = {
  method: 'get',
  path: '/api/report/:format',
  summary: `The finding as a file in one of the formats of \`groundswell report\`: ${REPORT_FORMATS.join(', ')}.`,
  body: NO_BODY,
  result: z.string().meta({ format: 'binary' }),
} as const satisfies Route;

const TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  zip: 'application/zip',
};

/** What the file is asked of. */
interface Reported {
  session(): Promise<{ readonly studyId: string }>;
  report(format: ReportFormat): Promise<Uint8Array>;
}

/**
 * The file, to be saved and never shown: a report has a policy of its own.
 * @throws {StudyError} `report/unknown-format`, or where a format needs what is not installed
 */
export async function answerReportFile(workbench: Reported, context: Context): Promise<Response> {
  const format = context.req.param('format') ?? '';
  if (!isReportFormat(format))
    throw new StudyError('report/unknown-format', { format, known: REPORT_FORMATS.join(', ') });
  const { studyId } = await workbench.session();
  const file = await workbench.report(format);
  return context.body(new Uint8Array(file), 200, {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="${studyId}.${format}"`,
  });
}
