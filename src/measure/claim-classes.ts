import type { MeasuredClaim } from '../study/claim-config.ts';

/** Classes that a claim is about. */
export function classesOfClaim(claim: MeasuredClaim): readonly string[] {
  switch (claim.kind) {
    case 'change':
    case 'trend':
    case 'level':
      return claim.classes;
    case 'gap':
    case 'omission':
      return [claim.class, claim.than];
    default:
      return [claim.class];
  }
}
