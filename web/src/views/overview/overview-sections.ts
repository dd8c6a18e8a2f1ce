import { composeChanges } from '../../../../src/report/sections/change-section.ts';
import { composeContrasts } from '../../../../src/report/sections/contrast-section.ts';
import { composeGap } from '../../../../src/report/sections/gap-section.ts';
import { composeHealth } from '../../../../src/report/sections/health-section.ts';
import { composeIndex } from '../../../../src/report/sections/index-section.ts';
import { composeVolume } from '../../../../src/report/sections/volume-section.ts';

/** What comes after the index. */
export const LATER_SECTIONS = [
  composeChanges,
  composeContrasts,
  composeGap,
  composeVolume,
  composeHealth,
] as const;

/** How stance stands and moved. */
export const OVERVIEW_SECTIONS = [composeIndex, ...LATER_SECTIONS] as const;
