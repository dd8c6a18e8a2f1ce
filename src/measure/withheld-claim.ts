import type { Claim, ClaimPart } from '../domain/claim.ts';
import { withheld } from './withheld-number.ts';

/**
 * A claim without the numbers of the parts that must not be published. What would change a verdict counts authors too, so it goes with the
 * number.
 */
export function withheldClaim(
  one: Claim,
  isHidden: (part: Pick<ClaimPart, 'classes' | 'boundTo' | 'estimate'>) => boolean,
): Claim {
  const parts = one.parts.map((part): ClaimPart => {
    if (!isHidden(part)) return part;
    const estimate = withheld(part.estimate.period);
    return { ...part, estimate, ...(part.ratio === undefined ? {} : { ratio: null }) };
  });
  const [first] = one.parts;
  const { effect } = one;
  if (effect === null || first === undefined || !isHidden({ ...first, estimate: effect }))
    return { ...one, parts };
  return {
    ...one,
    parts,
    effect: withheld(effect.period),
    verdict: 'not-estimable',
    rule: 'too-little',
    nDocuments: null,
    nAuthors: null,
    nClusters: null,
    pFor: null,
    pAgainst: null,
    wouldChange: [],
  };
}
