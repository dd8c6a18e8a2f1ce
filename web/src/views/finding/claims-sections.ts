import { composeClaims } from '../../../../src/report/sections/claim-section.ts';
import { composeLimits } from '../../../../src/report/sections/limit-section.ts';
import { composeMultiverseCurve } from '../../../../src/report/sections/multiverse-curve.ts';

/** What was claimed, and what may be said of it. */
export const CLAIMS_SECTIONS = [composeClaims, composeMultiverseCurve, composeLimits] as const;
