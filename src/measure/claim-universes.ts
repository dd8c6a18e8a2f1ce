import type { Claim } from '../domain/claim.ts';
import type { ClaimAgreement, ClaimUnderChoices } from '../domain/claim-robustness.ts';
import type { Specification } from '../domain/multiverse.ts';
import type { MeasuredClaim } from '../study/claim-config.ts';
import type { StudyConfig } from '../study/config.ts';
import { classesOfClaim } from './claim-classes.ts';
import { planSpecifications } from './multiverse.ts';

/** Claims that numbers decide. */
export function measuredClaims({ claims }: Pick<StudyConfig, 'claims'>): MeasuredClaim[] {
  return claims.filter(
    (one): one is MeasuredClaim =>
      one.kind !== 'external-fact' && one.kind !== 'quote' && one.kind !== 'opinion',
  );
}

/** Whether a claim is of what happened at an event: then it rests on the days beside it. */
function isOfEvent({ kind }: MeasuredClaim): boolean {
  return kind === 'change' || kind === 'driver' || kind === 'order';
}

/** Every specification that bears on some claim. Claims rest on numbers at the observed mix, events are tested at the fixed one as in the finding. */
export function planClaimSpecifications(
  study: StudyConfig,
  of: { readonly hasCampaigns: boolean },
  estimators: readonly string[],
): Specification[] {
  const claims = measuredClaims(study);
  const classes = [...new Set(claims.flatMap(classesOfClaim))];
  const planned = planSpecifications(
    study,
    { hasEvent: true, hasCampaigns: of.hasCampaigns, classes },
    estimators.map((id) => ({ id, mixes: ['observed'] })),
  );
  return planned.filter((one) => claims.some((claim) => bearsOn(study, one, claim)));
}

/** Whether a specification differs from the others in what a claim rests on: the window bears on events alone, a source on its class. */
export function bearsOn(study: StudyConfig, one: Specification, claim: MeasuredClaim): boolean {
  const source = study.sources.find(({ id }) => id === one.leftOut);
  return (
    (isOfEvent(claim) || one.window === study.measure.eventWindowDays) &&
    (source === undefined || classesOfClaim(claim).includes(source.class))
  );
}

/** A claim as a specification decides it. */
export function claimUnderChoices(
  claim: Claim | undefined,
  { id, isStudy }: Specification,
  isWithheld: boolean,
): ClaimUnderChoices {
  const effect = claim?.effect ?? null;
  const verdict = isWithheld ? 'withheld' : (claim?.verdict ?? 'not-estimable');
  const number = isWithheld || effect?.kind !== 'estimate' ? null : effect;
  return {
    specification: id,
    isStudy,
    verdict,
    value: number?.value ?? null,
    interval: number?.interval ?? null,
  };
}

/** How often specifications say what of a claim. */
export function countVerdicts(all: readonly ClaimUnderChoices[]): ClaimAgreement {
  const of = (verdict: ClaimUnderChoices['verdict']): number =>
    all.filter((one) => one.verdict === verdict).length;
  const [nSupported, nContradicted, nCannotSeparate] = [
    of('supported'),
    of('contradicted'),
    of('cannot-separate'),
  ];
  return {
    nSpecifications: all.length,
    nSupported,
    nContradicted,
    nCannotSeparate,
    nUndecided: all.length - nSupported - nContradicted - nCannotSeparate,
  };
}
