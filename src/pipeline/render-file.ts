import type { Finding } from '../domain/finding.ts';
import type { Multiverse } from '../domain/multiverse.ts';
import { renderDocx } from '../report/formats/docx.ts';
import { isTextFormat, type ReportFormat, renderReport } from '../report/render-report.ts';
import { printPdf } from './print-pdf.ts';

/** A finding in any format, as the bytes of a file. */
export async function renderFile(
  finding: Finding,
  multiverse: Multiverse | null,
  {
    format,
    env,
  }: { readonly format: ReportFormat; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<Uint8Array> {
  if (isTextFormat(format)) return Buffer.from(renderReport(finding, format, multiverse));
  if (format === 'docx') return renderDocx(finding, multiverse);
  return printPdf(renderReport(finding, 'html', multiverse), env);
}
