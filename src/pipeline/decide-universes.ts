import type { Claim } from '../domain/claim.ts';
import type { ClaimRobustness, ClaimUnderChoices } from '../domain/claim-robustness.ts';
import type { Finding } from '../domain/finding.ts';
import type { Specification } from '../domain/multiverse.ts';
import { claimCells } from '../measure/claim-cells.ts';
import { classesOfClaim } from '../measure/claim-classes.ts';
import {
  bearsOn,
  claimUnderChoices,
  countVerdicts,
  measuredClaims,
  planClaimSpecifications,
} from '../measure/claim-universes.ts';
import type { ComparedEvents } from '../measure/test-events.ts';
import { isThin } from '../measure/withheld-number.ts';
import { keepObserved, observedDifference } from '../store/queries/observed-difference.ts';
import { createStrata } from '../store/queries/stratum-moments.ts';
import type { MeasuredClaim } from '../study/claim-config.ts';
import type { StudyConfig } from '../study/config.ts';
import { measureCodings } from './measure-codings.ts';
import { classesWithin, collectedByClass, measureHealth } from './measure-health.ts';
import { measureNumbers, measureStanding, type StandingNumbers } from './measure-numbers.ts';
import { renewObservations } from './prepare-observations.ts';
import type { MeasureContext } from './run-context.ts';
import { observationKey, specifiedStudy } from './specified-study.ts';
import { isThinDifference } from './thin-difference.ts';

/** Specifications under which the claims of a finding are decided again. */
export function planClaimUniverses(finding: Finding, { study, codings }: MeasureContext): Specification[] {
  if (measuredClaims(study).length === 0) return [];
  const estimators = [
    ...(codings.digest === null ? [] : ['corrected']),
    ...(codings.digest === null || (finding.corrections ?? []).length > 0 ? ['classify-and-count'] : []),
  ];
  const hasCampaigns = (finding.coordination?.campaigns ?? []).length > 0;
  return planClaimSpecifications(study, { hasCampaigns }, estimators);
}

/** Every claim under every specification that bears on it, decided as the finding decides it. */
export async function decideUniverses(
  finding: Finding,
  context: MeasureContext,
  planned: readonly Specification[],
): Promise<ClaimRobustness[]> {
  const own = planned.find(({ isStudy }) => isStudy);
  if (own === undefined) return [];
  const { study, database } = context;
  await renewObservations(context);
  await keepObserved(database);
  const gate = createGate(finding, context);
  const decided = new Map<string, ReadonlyMap<string, ClaimUnderChoices>>();
  // Choices leave many series as they are: those of institutions, or of targets without copies.
  const compared: ComparedEvents = new Map();
  for (const group of Map.groupBy(planned, observationKey).values()) {
    const [first] = group as [Specification, ...Specification[]];
    const shared = await observe({ ...context, study: specifiedStudy(study, first) }, first);
    for (const one of group) {
      const changed = { ...context, study: specifiedStudy(study, one) };
      decided.set(one.id, await decideClaims(changed, { ...shared, one, gate, compared }));
    }
  }
  return measuredClaims(study).map((claim) => {
    const specifications = planned
      .filter((one) => bearsOn(study, one, claim))
      .map(({ id }) => decided.get(id)?.get(claim.id) as ClaimUnderChoices);
    return { claim: claim.id, agreement: countVerdicts(specifications), specifications };
  });
}

/** Whether what a specification says of a claim may not be told. */
type Gate = (
  claim: MeasuredClaim,
  decided: Claim | undefined,
  under: { readonly study: StudyConfig; readonly one: Specification },
) => Promise<boolean>;

/** What specifications share that differ in window and estimator alone. */
interface Observed {
  readonly collected: ReadonlyMap<string, readonly number[]>;
  readonly classes: readonly string[];
  readonly standing: StandingNumbers;
}

async function observe(context: MeasureContext, { campaigns }: Specification): Promise<Observed> {
  const { study } = context;
  await renewObservations(context, { campaigns });
  const collected = collectedByClass(study, await measureHealth(context));
  const classes = classesWithin(study, collected);
  return { collected, classes, standing: await measureStanding(context, { collected, classes }) };
}

interface Decided extends Observed {
  readonly one: Specification;
  readonly gate: Gate;
  readonly compared: ComparedEvents;
}

/** Claims decided from the observations of a specification, with the numbers of a measurement. */
async function decideClaims(
  context: MeasureContext,
  { collected, classes, standing, one, gate, compared }: Decided,
): Promise<ReadonlyMap<string, ClaimUnderChoices>> {
  const { study } = context;
  const coded = one.estimator === 'corrected' ? await measureCodings(context) : null;
  const strata = coded?.strata ?? null;
  const { claims } = await measureNumbers(context, standing, {
    collected,
    classes,
    strata,
    splits: 'themes',
    compared,
  });
  // Corrections are made by strata of the scores, which took the place of those of the labels.
  if (strata !== null) await createStrata(context.database, study.referenceMix);
  const found = new Map<string, ClaimUnderChoices>();
  for (const claim of measuredClaims(study)) {
    const decided = claims.find(({ id }) => id === claim.id);
    found.set(claim.id, claimUnderChoices(decided, one, await gate(claim, decided, { study, one })));
  }
  return found;
}

/**
 * What the finding withholds of a claim stays withheld; so does a number of too few people, and one of documents of one to nine authors
 * more or fewer than the study's own.
 */
function createGate(finding: Finding, { study, database }: MeasureContext): Gate {
  const privateClasses = study.classes.flatMap(({ id, speaker }) => (speaker === 'private' ? [id] : []));
  const seen = new Map<string, Promise<boolean>>();
  const differs = (now: ReturnType<typeof claimCells>[number], kept: typeof now, key: string) => {
    const name = JSON.stringify([now, kept, key]);
    const known = seen.get(name) ?? observedDifference(database, { now, kept }).then(isThinDifference);
    seen.set(name, known);
    return known;
  };
  return async (claim, decided, { study: changed, one }) => {
    const effect = decided?.effect ?? null;
    const published = finding.claims.find(({ id }) => id === claim.id)?.effect ?? null;
    if (published?.nDocuments === null) return true;
    // Others speak for institutions: there is nobody to be told of.
    const isPrivate = (name: string): boolean => privateClasses.includes(name);
    if (!classesOfClaim(claim).some(isPrivate)) return false;
    if (effect !== null && isThin(effect, false)) return true;
    // Weights leave the documents as they are.
    const key = JSON.stringify([one.voices, one.campaigns, one.leftOut]);
    const kept = claimCells(claim, study);
    for (const [i, now] of claimCells(claim, changed).entries())
      if (isPrivate(now.class) && (await differs(now, kept[i] as typeof now, key))) return true;
    return false;
  };
}
