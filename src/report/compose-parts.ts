import type { Finding } from '../domain/finding.ts';
import type { BesideFinding } from './beside-finding.ts';
import type { Report, Section } from './block.ts';
import { BASIS_MESSAGES } from './messages/basis-messages.ts';
import { composeBasis } from './number-basis.ts';
import { createReportContext, type ReportContext } from './report-context.ts';
import { composeLead } from './sections/lead.ts';

/** Makes one section; null where it has nothing to say in a finding. */
export type SectionComposer = (context: ReportContext) => Section | null;

/** The first screen and some sections of a report: a page that shows a part need not load the others. */
export function composeParts(
  finding: Finding,
  beside: BesideFinding,
  sections: readonly SectionComposer[],
): Report {
  const context = createReportContext(finding, beside);
  const { messages } = context;
  return {
    language: finding.study.language,
    messages: {
      contents: messages.lead.contents,
      original: messages.exhibits.original,
      hash: messages.exhibits.hash,
      dataBehindChart: messages.word.dataBehindChart,
      colon: messages.word.colon,
      basis: BASIS_MESSAGES[finding.study.language],
    },
    basisOf: (place) => composeBasis(context, place),
    lead: composeLead(context),
    sections: sections.flatMap((compose) => compose(context) ?? []),
    colophon: messages.lead.colophon(finding.manifest.version, finding.manifest.runId),
  };
}
