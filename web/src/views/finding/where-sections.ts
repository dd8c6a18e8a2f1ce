import { composeWhere } from '../../../../src/report/sections/where-section.ts';

/** By place. */
export const WHERE_SECTIONS = [composeWhere] as const;
