import type { Estimate, Period } from '../domain/estimate.ts';
import type { Finding } from '../domain/finding.ts';
import { codingGain } from '../stats/coding-gain.ts';

/** What codings made of the net balance of one target in one class over the whole period. */
interface CodedLevel {
  readonly target: string;
  readonly class: string;
  readonly nCoded: number;
  /** Counted from labels, and put right. */
  readonly raw: Estimate;
  readonly corrected: Estimate;
  /** What further codings would leave of the width of the corrected interval, 0–1; empty where there is none. */
  readonly gains: readonly { readonly more: number; readonly width: number }[];
}

/** What the codings in a finding did to it. */
export interface CodingResult {
  readonly runId: string;
  readonly period: Period;
  /** Codings of mentions of the run, over all waves; waves that the run knew. */
  readonly nCoded: number;
  readonly waves: readonly { readonly wave: string; readonly nCoded: number }[];
  readonly levels: readonly CodedLevel[];
}

/** Further codings for which the width is told. */
const STEPS = [50, 100, 150, 200];

/** Levels that codings corrected, beside what was counted. */
export function codingResult(finding: Finding): CodingResult {
  const levels = (finding.corrections ?? []).flatMap(({ target, stratum, nCoded }): CodedLevel[] => {
    const level = finding.levels?.find(
      (one) =>
        one.measure === 'net-balance' && one.target === target && one.stratum['class'] === stratum['class'],
    );
    const raw = level?.variants?.find((one) => one.correction === 'none' && one.mix === 'observed')?.estimate;
    const corrected = level?.estimate;
    if (raw === undefined || corrected === undefined) return [];
    return [
      {
        target,
        class: stratum['class'] ?? '',
        nCoded,
        raw,
        corrected,
        gains: gainsOf(raw, corrected, nCoded),
      },
    ];
  });
  return {
    runId: finding.manifest.runId,
    period: finding.study.period,
    nCoded: finding.codings?.nCoded ?? 0,
    waves: (finding.codings?.waves ?? []).map(({ wave, nCoded }) => ({ wave, nCoded })),
    levels,
  };
}

function gainsOf(raw: Estimate, corrected: Estimate, nCodings: number): CodedLevel['gains'] {
  if (raw.kind !== 'estimate' || corrected.kind !== 'estimate') return [];
  const error = { sampling: raw.standardError, corrected: corrected.standardError, nCodings };
  return STEPS.map((more) => ({ more, width: codingGain(error, more) }));
}
