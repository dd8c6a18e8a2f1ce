import { strToU8, zipSync } from 'fflate';
import type { Finding } from '../domain/finding.ts';
import type { Multiverse } from '../domain/multiverse.ts';
import { renderDocx } from '../report/formats/docx.ts';
import { renderFolder } from '../report/formats/folder.ts';
import { isTextFormat, renderReport } from '../report/render-report.ts';
import type { ReportFormat } from '../report/report-formats.ts';
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
  if (format === 'zip') return zipped(renderFolder(finding, multiverse));
  return printPdf(renderReport(finding, 'html', multiverse), env);
}

/** Without the clock: the same finding gives the same bytes. */
function zipped(files: ReadonlyMap<string, string>): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries([...files].map(([name, text]) => [name, [strToU8(text), { mtime }]])));
}
