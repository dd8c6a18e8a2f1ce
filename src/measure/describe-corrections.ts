import type { CodedMention } from '../domain/coding.ts';
import type { Series } from '../domain/estimate.ts';
import type { EventContrast, Limit, StanceCorrection } from '../domain/finding.ts';
import type { CellCorrection } from './cell-correction.ts';
import { periodOfDays } from './time-bins.ts';

/** A net error that moves is reported where chance would do so in one study of twenty. */
const SIGNIFICANT = 0.05;

/** What the codings say of the annotator in each corrected target and class; the p-values adjusted for how many these are. */
export function describeCorrections(
  corrections: readonly CellCorrection[],
  level: number,
): StanceCorrection[] {
  const nTested = corrections.filter(({ drift }) => drift !== null).length;
  return corrections.map(({ target, class: name, codings, lambda, netError, drift }) => ({
    target,
    stratum: { class: name },
    nCoded: codings.length,
    lambda,
    netError: {
      value: netError.value,
      interval: { lower: netError.lower, upper: netError.upper, level },
    },
    drift:
      drift === null
        ? null
        : {
            period: periodOfDays(drift.firstDay, drift.lastDay + 1),
            difference: {
              value: drift.difference,
              interval: { lower: drift.lower, upper: drift.upper, level },
            },
            pValue: Math.min(1, drift.pValue * nTested),
          },
  }));
}

/** Whether every stance estimate of a finding is corrected. */
export function isFullyCorrected(series: readonly Series[], events: readonly EventContrast[]): boolean {
  const estimates = [
    ...series.filter((one) => one.measure === 'net-balance').flatMap((one) => one.estimates),
    ...events.map((one) => one.effect),
  ].filter((one) => one.kind === 'estimate');
  return estimates.length > 0 && estimates.every((one) => one.correction !== 'none');
}

/** What limits corrected numbers: too few codings, a rectifier from other days, an annotator whose net error moves. */
export function correctionLimits(inputs: {
  readonly series: readonly Series[];
  readonly events: readonly EventContrast[];
  readonly codings: readonly CodedMention[];
  readonly corrections: readonly StanceCorrection[];
}): Limit[] {
  const limits: Limit[] = [];
  for (const { target, stratum, measure, estimates } of inputs.series) {
    const name = stratum['class'] ?? '';
    const raw = estimates.some((one) => one.kind === 'estimate' && one.correction === 'none');
    if (measure !== 'net-balance' || !raw) continue;
    const coded = inputs.codings.filter((one) => one.target === target && one.class === name).length;
    limits.push({ code: 'few-codings', parameters: { target, class: name, coded } });
  }
  for (const { target, stratum, drift } of inputs.corrections) {
    if (drift === null || drift.pValue >= SIGNIFICANT) continue;
    const { start, end } = drift.period;
    const parameters = { target, class: stratum['class'] ?? '', start, end, shift: drift.difference.value };
    limits.push({ code: 'annotator-drift', parameters });
  }
  for (const { event, target, stratum, effect } of inputs.events) {
    if (effect.kind !== 'estimate' || !effect.method.includes('pooled')) continue;
    limits.push({ code: 'pooled-rectifier', parameters: { event, target, class: stratum['class'] ?? '' } });
  }
  for (const { event, target, stratum, effect, step } of inputs.events) {
    const isTested = step?.kind === 'estimate' && step.correction === 'none';
    if (!isTested || effect.kind !== 'estimate' || effect.correction === 'none') continue;
    limits.push({ code: 'tested-on-labels', parameters: { event, target, class: stratum['class'] ?? '' } });
  }
  return limits;
}
