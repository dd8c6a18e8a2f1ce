import type { CodedWave } from '../annotate/coding/coded-wave.ts';
import { coderAgreement } from '../annotate/coding/coder-agreement.ts';
import type { PairedAgreement } from '../domain/coding.ts';
import type { StudyConfig } from '../study/config.ts';

/** Draws of the bootstrap by which agreement is bounded. */
const RESAMPLES = 2_000;

/** How far the coders of a study agree, by its seed and level. */
export function codingsAgreement(
  waves: readonly CodedWave[],
  {
    seed,
    measure,
  }: {
    readonly seed: number;
    readonly measure: Pick<StudyConfig['measure'], 'confidenceLevel'>;
  },
): PairedAgreement {
  return coderAgreement(waves, { seed, level: measure.confidenceLevel, resamples: RESAMPLES });
}
