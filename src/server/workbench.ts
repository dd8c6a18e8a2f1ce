import type { Finding } from '../domain/finding.ts';
import { StudyError } from '../errors/errors.ts';
import { type Explorer, openExplorer } from '../pipeline/open-explorer.ts';
import { renderFile } from '../pipeline/render-file.ts';
import type { BesideFinding } from '../report/beside-finding.ts';
import type { FirstView } from '../report/first-view.ts';
import type { ReportFormat } from '../report/report-formats.ts';
import type { ReportLanguage } from '../study/config.ts';
import type { Session } from './contract.ts';
import { keptBeside, keptFirstView, type ReadFinding, resultBytes } from './kept-result.ts';
import { createRunOptions } from './run-options.ts';
import type { ServedStudy } from './served-study.ts';

/** What is asked of one study while it is served. */
export interface Workbench {
  session(): Promise<Omit<Session, 'user'>>;
  finding(): Promise<Finding>;
  /** What a reader sees first of it. */
  firstView(language: ReportLanguage): Promise<FirstView>;
  /** What was computed after the finding. */
  beside(): Promise<BesideFinding>;
  /** The finding as a file. */
  report(format: ReportFormat): Promise<Uint8Array>;
  readonly explorer: Explorer;
}

/** How a study is served. */
export interface WorkbenchOptions {
  readonly served: ServedStudy;
  readonly out: string | undefined;
  readonly readFinding: ReadFinding;
  readonly version: string;
  readonly now: () => number;
  /** Where the author key is, and programs are looked for that a format needs. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens a study to be served. The study file and the finding are read again at each request, so that an edit or a new
 * run shows without a restart. There may be no finding yet, and no study file.
 * @throws {StudyProblems} where the study file cannot be read
 */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { served, readFinding, version, env } = options;
  const readBeside = keptBeside();
  if (served.isThere()) await served.load();
  // Read before the first who asks has to wait for it; what is wrong with it is told to them.
  await served
    .out()
    .then((out) => Promise.all([readFinding(out), readBeside(out)]))
    .then(
      ([finding, beside]) => {
        resultBytes(beside);
        if (finding === null) return;
        resultBytes(finding);
        resultBytes(keptFirstView(finding, finding.study.language));
      },
      () => undefined,
    );
  const found = async (): Promise<Finding | null> => readFinding(await served.out());
  const measured = async (): Promise<Finding> => {
    const finding = await found();
    if (finding === null) throw new StudyError('report/no-finding', { path: await served.out() });
    return finding;
  };
  const beside = async (): Promise<BesideFinding> => readBeside(await served.out());
  const explorer = openExplorer(async () => (await served.load()).config, createRunOptions(options));
  return {
    finding: measured,
    firstView: async (language) => keptFirstView(await measured(), language),
    explorer,
    beside,
    report: async (format) => renderFile(await measured(), await beside(), { format, env }),
    session: async () => {
      const none = { studyId: null, title: null, language: 'en', runId: null, isChanged: false } as const;
      const isGone = !served.isThere();
      // A study file that goes away while it is served leaves its finding.
      const finding = await found().catch((error: unknown) => {
        if (isGone) return null;
        throw error;
      });
      if (isGone && finding === null) return { ...none, stage: 'no-study', version };
      const config = await served.load().then(
        (now) => now.config,
        () => null,
      );
      const { id, title, language } = finding?.study ?? config ?? { id: null, title: null, language: 'en' };
      return {
        stage: finding === null ? 'no-finding' : 'finding',
        studyId: id,
        title,
        language,
        version,
        runId: finding?.manifest.runId ?? null,
        isChanged: finding !== null && config?.digest !== finding.study.configDigest,
      };
    },
  };
}
