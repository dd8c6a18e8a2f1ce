import { composeChanges } from '../../../../src/report/sections/change-section.ts';
import { composeContrasts } from '../../../../src/report/sections/contrast-section.ts';
import { composeGap } from '../../../../src/report/sections/gap-section.ts';
import { composeHealth } from '../../../../src/report/sections/health-section.ts';
import { composeIndex } from '../../../../src/report/sections/index-section.ts';
import { composeVolume } from '../../../../src/report/sections/volume-section.ts';

/** How stance stands and moved. */
export const OVERVIEW_SECTIONS = [
  composeIndex,
  composeChanges,
  composeContrasts,
  composeGap,
  composeVolume,
  composeHealth,
] as const;
