import type { Finding } from '../domain/finding.ts';
import type { BesideFinding } from './beside-finding.ts';
import type { Report, Section } from './block.ts';
import { BASIS_MESSAGES } from './messages/basis-messages.ts';
import { composeBasis } from './number-basis.ts';
import { createReportContext, type ReportContext } from './report-context.ts';
import { composeChanges } from './sections/change-section.ts';
import { composeClaims } from './sections/claim-section.ts';
import { composeClassContrasts } from './sections/class-contrast-section.ts';
import { composeCodings } from './sections/coding-section.ts';
import { composeContrasts } from './sections/contrast-section.ts';
import { composeCoordination } from './sections/coordination-section.ts';
import { composeCorrection } from './sections/correction-section.ts';
import { composeDeletion } from './sections/deletion-section.ts';
import { composeDiscovered } from './sections/discovered-section.ts';
import { composeDrivers } from './sections/driver-section.ts';
import { composeExhibits } from './sections/exhibit-section.ts';
import { composeGap } from './sections/gap-section.ts';
import { composeHealth } from './sections/health-section.ts';
import { composeIndex } from './sections/index-section.ts';
import { composeLead } from './sections/lead.ts';
import { composeLevels } from './sections/level-section.ts';
import { composeLimits } from './sections/limit-section.ts';
import { composeMethod } from './sections/method-section.ts';
import { composeMix } from './sections/mix-section.ts';
import { composeMultiverse } from './sections/multiverse-section.ts';
import { composePolls } from './sections/poll-section.ts';
import { composePrivacy } from './sections/privacy-section.ts';
import { composeReproduce } from './sections/reproduce-section.ts';
import { composeVoices } from './sections/voice-section.ts';
import { composeVolume } from './sections/volume-section.ts';

/** The sections in reading order; one that has nothing to say in a finding is left out. */
const SECTIONS: readonly ((context: ReportContext) => Section | null)[] = [
  composeIndex,
  composeGap,
  composeDrivers,
  composeClaims,
  composeContrasts,
  composeChanges,
  composeDiscovered,
  composeLevels,
  composeClassContrasts,
  composeMix,
  composeCorrection,
  composeMultiverse,
  composePolls,
  composeVolume,
  composeExhibits,
  composeCoordination,
  composeVoices,
  composeMethod,
  composeLimits,
  composeCodings,
  composeHealth,
  composeDeletion,
  composePrivacy,
  composeReproduce,
];

/** Puts a finding into words, tables and charts in the language of its study; formats only print the result. */
export function composeReport(finding: Finding, beside: BesideFinding = {}): Report {
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
    sections: SECTIONS.flatMap((compose) => compose(context) ?? []),
    colophon: messages.lead.colophon(finding.manifest.version, finding.manifest.runId),
  };
}
