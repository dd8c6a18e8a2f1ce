import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Finding } from '../domain/finding.ts';
import { StudyError } from '../errors/errors.ts';
import { keyFile, loadStudy, outFolder } from '../pipeline/load-study.ts';
import { type Explorer, openExplorer } from '../pipeline/open-explorer.ts';
import { readBeside } from '../pipeline/read-beside.ts';
import { renderFile } from '../pipeline/render-file.ts';
import { readFinding } from '../pipeline/run-study.ts';
import type { BesideFinding } from '../report/beside-finding.ts';
import type { ReportFormat } from '../report/report-formats.ts';
import type { Session } from './contract.ts';

/** What is asked of one study while it is served. */
export interface Workbench {
  session(): Promise<Session>;
  finding(): Promise<Finding>;
  /** What was computed after the finding. */
  beside(): Promise<BesideFinding>;
  /** The finding as a file. */
  report(format: ReportFormat): Promise<Uint8Array>;
  readonly explorer: Explorer;
}

/** Where the study and its results are. */
export interface WorkbenchOptions {
  /** Path of the study file. */
  readonly study: string;
  readonly out: string | undefined;
  readonly version: string;
  readonly now: () => number;
  /** Where the author key is, and programs are looked for that a format needs. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens a study to be served. The study file and the finding are read again at each request, so that an edit or a new
 * run shows without a restart.
 * @throws {StudyError} where there is no study or no finding of it
 */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { study, out, version, env } = options;
  const { config } = await loadStudy(study);
  const folder = outFolder(out, config);
  const finding = async (): Promise<Finding> => {
    const found = await readFinding(folder);
    if (found === null) throw new StudyError('report/no-finding', { path: folder });
    return found;
  };
  await finding();
  const explorer = openExplorer(async () => (await loadStudy(study)).config, {
    out: folder,
    threads: availableParallelism(),
    keyFile: keyFile(config, options.env),
    progress: () => undefined,
    now: options.now,
    randomBytes: (n) => randomBytes(n),
    version,
  });
  return {
    finding,
    explorer,
    beside: () => readBeside(folder),
    report: async (format) => renderFile(await finding(), await readBeside(folder), { format, env }),
    session: async () => {
      const { study: measured } = await finding();
      const digest = await loadStudy(study).then(
        (now) => now.config.digest,
        () => null,
      );
      return {
        studyId: measured.id,
        title: measured.title,
        language: measured.language,
        version,
        isChanged: digest !== measured.configDigest,
      };
    },
  };
}
