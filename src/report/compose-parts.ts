import type { Finding } from '../domain/finding.ts';
import type { BesideFinding } from './beside-finding.ts';
import type { Report, Section } from './block.ts';
import { lettersOnce } from './letters-once.ts';
import { BASIS_MESSAGES } from './messages/basis-messages.ts';
import { composeBasis } from './number-basis.ts';
import { createReportContext, type ReportContext } from './report-context.ts';
import { headlineVerdict } from './sections/headline-verdict.ts';
import { composeLead } from './sections/lead.ts';

/** Makes one section; null where it has nothing to say in a finding. */
export type SectionComposer = (context: ReportContext) => Section | null;

/** A report whose sections are made when they are asked for: a page makes one, shows it, and answers before it makes the next. */
export interface OpenReport extends Omit<Report, 'sections'> {
  /** What may be said of the headline's event; null where it is of none. */
  readonly verdict: string | null;
  readonly section: <Made extends Section | null>(compose: (context: ReportContext) => Made) => Made;
}

/** The first screen and some sections of a report. */
export function composeParts(
  finding: Finding,
  beside: BesideFinding,
  sections: readonly SectionComposer[],
): Report {
  const { section, verdict: _, ...report } = openReport(finding, beside);
  return { ...report, sections: sections.flatMap((compose) => section(compose) ?? []) };
}

/** The first screen of a report, and the way to its sections. */
export function openReport(finding: Finding, beside: BesideFinding): OpenReport {
  const context = createReportContext(finding, beside);
  const { messages } = context;
  return {
    language: finding.study.language,
    messages: {
      contents: messages.lead.contents,
      original: messages.exhibits.original,
      hash: messages.exhibits.hash,
      dataBehindChart: messages.word.dataBehindChart,
      dataBehindCharts: messages.word.dataBehindCharts,
      colon: messages.word.colon,
      basis: BASIS_MESSAGES[finding.study.language],
    },
    basisOf: (place) => composeBasis(context, place),
    lead: composeLead(context),
    verdict: headlineVerdict(context),
    section: (compose) => {
      const made = compose(context);
      return made === null ? made : { ...made, ...lettersOnce(made, messages) };
    },
    colophon: messages.lead.colophon(finding.manifest.version, finding.manifest.runId),
  };
}
