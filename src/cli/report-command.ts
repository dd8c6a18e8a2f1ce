import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { StudyError } from '../errors/errors.ts';
import { addCustody } from '../pipeline/custody.ts';
import { loadStudy, outFolder } from '../pipeline/load-study.ts';
import { writeWhole } from '../pipeline/part-store.ts';
import { readBeside } from '../pipeline/read-beside.ts';
import { renderFile } from '../pipeline/render-file.ts';
import { readFinding } from '../pipeline/run-study.ts';
import { isTextFormat } from '../report/render-report.ts';
import { isReportFormat, REPORT_FORMATS } from '../report/report-formats.ts';
import { programVersion } from './program-version.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell report`. */
export interface ReportCommandOptions {
  readonly format: string;
  readonly file?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `groundswell report study.yaml --format md`: the last finding in another format, on standard output or as a file. */
export async function reportCommand(
  path: string,
  options: ReportCommandOptions,
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
  const file = await renderFile(finding, await readBeside(out), { format, env: terminal.env });
  if (options.file === undefined && isTextFormat(format)) return terminal.out(Buffer.from(file).toString());
  const target = resolve(options.file ?? join(out, `report.${format}`));
  await writeWhole(target, file);
  const facts = { sha256: hash('sha256', file, 'hex') };
  await addCustody(
    out,
    { action: 'report', command: `report --format ${format}`, facts },
    { now: Date.now, version: programVersion() },
  );
  terminal.error(`wrote ${target}\n`);
}
