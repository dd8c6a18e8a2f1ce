import type { OpenReport, SectionComposer } from '../../../../src/report/compose-parts.ts';
import type { ReportLanguage } from '../../../../src/study/config.ts';
import { type Answer, OFFLINE } from '../../api/client.ts';
import { readMeasured } from '../../state/read-measured.ts';
import type { AskFinding } from '../../state/use-finding.ts';

/** The whole finding, and what makes its report. */
export interface Whole {
  readonly runId: string;
  readonly open: (language: ReportLanguage) => OpenReport;
  /** Sections of the overview, and those after the index. */
  readonly all: readonly SectionComposer[];
  readonly later: readonly SectionComposer[];
}

/** Loads the whole finding and what makes its report, once what came before is drawn. */
export async function loadWhole(askFinding: AskFinding): Promise<Answer<Whole>> {
  await drawn();
  const [measured, report, sections] = await Promise.all([
    readMeasured(askFinding),
    import('../../../../src/report/compose-parts.ts').catch(() => null),
    import('./overview-sections.ts').catch(() => null),
  ]);
  if (measured.kind === 'problem') return measured;
  if (report === null || sections === null) return { kind: 'problem', problem: OFFLINE };
  const { finding, beside } = measured.result;
  return {
    kind: 'result',
    result: {
      runId: finding.manifest.runId,
      open: (language) => report.openReport({ ...finding, study: { ...finding.study, language } }, beside),
      all: sections.OVERVIEW_SECTIONS,
      later: sections.LATER_SECTIONS,
    },
  };
}

/** A frame is drawn and the next has begun, so what is seen is seen; a page that nobody looks at draws none. */
function drawn(): Promise<unknown> {
  return new Promise((done) => {
    if (document.visibilityState === 'hidden') setTimeout(done);
    else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
  });
}
