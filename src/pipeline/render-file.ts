import type { Finding } from '../domain/finding.ts';
import type { BesideFinding } from '../report/beside-finding.ts';
import { renderDocx } from '../report/formats/docx.ts';
import { isTextFormat, type ReportFormat, renderReport } from '../report/render-report.ts';
import { printPdf } from './print-pdf.ts';

/** A finding in any format, as the bytes of a file. */
export async function renderFile(
  finding: Finding,
  beside: BesideFinding,
  {
    format,
    env,
  }: { readonly format: ReportFormat; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<Uint8Array> {
  if (isTextFormat(format)) return Buffer.from(renderReport(finding, format, beside));
  if (format === 'docx') return renderDocx(finding, beside);
  return printPdf(renderReport(finding, 'html', beside), env);
}
