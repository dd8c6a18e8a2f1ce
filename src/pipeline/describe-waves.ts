import { ADJUDICATED, type CodedWave } from '../annotate/coding/coded-wave.ts';
import type { WaveStratum } from '../annotate/coding/coding-wave.ts';
import type { PairedAgreement } from '../domain/coding.ts';
import type { StudyConfig } from '../study/config.ts';
import { differingLabels } from './coding-items.ts';
import { type WaveState, waveState } from './describe-codings.ts';
import { readCodings } from './study-codings.ts';
import { idsOnSheet, readAssignment, type WaveAssignment } from './wave-assignment.ts';

/** A wave for those who lead the coding: where it stands, who codes it, what is to be settled, how it was drawn. */
interface LedWave extends WaveState, Pick<WaveAssignment, 'closedOn'> {
  readonly seed: number;
  readonly nSheets: number;
  /** By sheet: rows, and those that its coder has labelled; no coder = none. */
  readonly sheets: readonly {
    readonly coder: string | null;
    readonly nItems: number;
    readonly nDone: number;
  }[];
  /** Mentions with different labels, and those of them that were settled. */
  readonly nDiffering: number;
  readonly nSettled: number;
  readonly strata: readonly WaveStratum[];
}

/**
 * Reads the folder of codings, with who codes what.
 * @param agreementOf how far the coders of a wave agree
 */
export async function describeWaves(
  study: StudyConfig,
  agreementOf: (coded: CodedWave) => Promise<PairedAgreement>,
): Promise<LedWave[]> {
  const { waves } = await readCodings(study);
  const led = waves.map(async (coded): Promise<LedWave> => {
    const { wave, coders } = coded;
    const state = waveState(coded, study, await agreementOf(coded));
    const assignment = await readAssignment(study, wave.wave);
    const differing = [...differingLabels(coded).keys()];
    const settled = coders.get(ADJUDICATED);
    return {
      ...state,
      closedOn: assignment.closedOn,
      seed: wave.seed,
      nSheets: wave.nSheets,
      sheets: Array.from({ length: wave.nSheets }, (_, i) => {
        const ids = idsOnSheet(wave, i + 1);
        const coder = assignment.coders[i] ?? null;
        const labels = coder === null ? undefined : coders.get(coder);
        const nDone = [...ids].filter((id) => labels?.has(id)).length;
        return { coder, nItems: ids.size, nDone };
      }),
      nDiffering: differing.length,
      nSettled: differing.filter((id) => settled?.has(id)).length,
      strata: wave.strata,
    };
  });
  return Promise.all(led);
}
