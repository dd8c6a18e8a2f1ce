import { composeClassContrasts } from '../../../../src/report/sections/class-contrast-section.ts';
import { composeCodings } from '../../../../src/report/sections/coding-section.ts';
import { composeCorrection } from '../../../../src/report/sections/correction-section.ts';
import { composeDeletion } from '../../../../src/report/sections/deletion-section.ts';
import { composeLevels } from '../../../../src/report/sections/level-section.ts';
import { composeMethod } from '../../../../src/report/sections/method-section.ts';
import { composeMix } from '../../../../src/report/sections/mix-section.ts';
import { composePolls } from '../../../../src/report/sections/poll-section.ts';
import { composePrivacy } from '../../../../src/report/sections/privacy-section.ts';
import { composeReproduce } from '../../../../src/report/sections/reproduce-section.ts';

/** How the numbers were made: every section that no other view shows. */
export const METHOD_SECTIONS = [
  composeLevels,
  composeClassContrasts,
  composeMix,
  composeCorrection,
  composePolls,
  composeMethod,
  composeCodings,
  composeDeletion,
  composePrivacy,
  composeReproduce,
] as const;
