import type { Series } from '../domain/estimate.ts';
import type { EventContrast, Headline } from '../domain/finding.ts';
import type { StudyConfig } from '../study/config.ts';

/**
 * The first number a reader sees, by a rule fixed before the data: the first target that is no placebo, in the
 * first class (in the order of the study file) where it can be estimated, at the first declared event.
 * Without a declared event: the last bin that can be estimated.
 */
export function chooseHeadline(
  study: Pick<StudyConfig, 'targets' | 'classes' | 'events'>,
  series: readonly Series[],
  events: readonly EventContrast[],
): Headline {
  const targets = study.targets.filter((t) => !t.placebo).map((t) => t.id);
  const target = targets[0] ?? study.targets[0]?.id ?? '';
  const declared = study.events.filter((e) => e.kind === 'declared').map((e) => e.id);
  const own = events.filter((e) => e.target === target && declared.includes(e.event));
  const contrast = own.find((e) => e.effect.kind === 'estimate') ?? own[0];
  if (contrast !== undefined) {
    return { target, stratum: contrast.stratum, event: contrast.event, estimate: contrast.effect };
  }
  const levels = series.filter((s) => s.target === target && s.measure === 'net-balance');
  for (const level of levels) {
    const last = level.estimates.findLast((e) => e.kind === 'estimate');
    if (last !== undefined) return { target, stratum: level.stratum, event: null, estimate: last };
  }
  const none = levels[0];
  return {
    target,
    stratum: none?.stratum ?? {},
    event: null,
    estimate: none?.estimates[0] ?? {
      kind: 'not-estimable',
      period: { start: '', end: '' },
      reason: 'no-mentions',
      nDocuments: 0,
      nAuthors: 0,
      nClusters: 0,
    },
  };
}
