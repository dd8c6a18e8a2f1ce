import type { Finding } from '../domain/finding.ts';
import type { BesideFinding } from './beside-finding.ts';
import type { Report } from './block.ts';
import { composeParts, type SectionComposer } from './compose-parts.ts';
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
import { composeWhere } from './sections/where-section.ts';

/** The sections in reading order. */
export const REPORT_SECTIONS: readonly SectionComposer[] = [
  composeIndex,
  composeGap,
  composeDrivers,
  composeClaims,
  composeContrasts,
  composeChanges,
  composeDiscovered,
  composeLevels,
  composeClassContrasts,
  composeWhere,
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
  return composeParts(finding, beside, REPORT_SECTIONS);
}
