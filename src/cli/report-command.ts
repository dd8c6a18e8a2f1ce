import { StudyError } from '../errors/errors.ts';
import { loadStudy, outFolder } from '../pipeline/load-study.ts';
import { readMultiverse } from '../pipeline/read-multiverse.ts';
import { readFinding } from '../pipeline/run-study.ts';
import { isReportFormat, REPORT_FORMATS, renderReport } from '../report/render-report.ts';
import type { Terminal } from './terminal.ts';

/** `groundswell report study.yaml --format md`: the last finding in another format, on standard output. */
export async function reportCommand(
  path: string,
  options: { readonly format: string; readonly out?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const format = options.json === true ? 'json' : options.format;
  if (!isReportFormat(format)) {
    throw new StudyError('report/unknown-format', { format, known: REPORT_FORMATS.join(', ') });
  }
  const { config } = await loadStudy(path);
  const out = outFolder(options.out, config);
  const finding = await readFinding(out);
  if (finding === null) throw new StudyError('report/no-finding', { path: out });
  if (finding.study.configDigest !== config.digest) {
    terminal.error('warning: the study file has changed since this finding was made\n');
  }
  terminal.out(renderReport(finding, format, await readMultiverse(out)));
}
