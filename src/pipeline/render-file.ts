import { strToU8, zipSync } from 'fflate';
import type { Finding } from '../domain/finding.ts';
import type { BesideFinding } from '../report/beside-finding.ts';
import { renderDocx } from '../report/formats/docx.ts';
import { renderFolder } from '../report/formats/folder.ts';
import { isTextFormat, renderReport } from '../report/render-report.ts';
import type { ReportFormat } from '../report/report-formats.ts';
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
  if (format === 'zip') return zipped(renderFolder(finding, beside));
  return printPdf(renderReport(finding, 'html', beside), env);
}

/** Without the clock: the same finding gives the same bytes. */
function zipped(files: ReadonlyMap<string, string>): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries([...files].map(([name, text]) => [name, [strToU8(text), { mtime }]])));
}
