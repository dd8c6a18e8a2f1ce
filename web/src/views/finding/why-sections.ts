import { composeCoordination } from '../../../../src/report/sections/coordination-section.ts';
import { composeDiscovered } from '../../../../src/report/sections/discovered-section.ts';
import { composeDrivers } from '../../../../src/report/sections/driver-section.ts';
import { composeExhibits } from '../../../../src/report/sections/exhibit-section.ts';
import { composeVoices } from '../../../../src/report/sections/voice-section.ts';

/** What carried a change, and who says it. */
export const WHY_SECTIONS = [
  composeDrivers,
  composeDiscovered,
  composeExhibits,
  composeCoordination,
  composeVoices,
] as const;
