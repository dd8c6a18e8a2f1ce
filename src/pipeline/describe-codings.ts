import { ADJUDICATED, adjudicateWave, type CodedWave } from '../annotate/coding/coded-wave.ts';
import type { CodingWaveSummary, PairedAgreement } from '../domain/coding.ts';
import type { StudyConfig } from '../study/config.ts';
import { codingsAgreement } from './codings-agreement.ts';
import { readCodings } from './study-codings.ts';

/** What one coder said in a wave. */
interface CoderState {
  readonly coder: string;
  readonly against: number;
  readonly neither: number;
  readonly favor: number;
  readonly unclear: number;
}

/** Where a wave of codings stands. */
export interface WaveState extends Omit<CodingWaveSummary, 'nUnmatched'> {
  /** Labels still to be given: a mention on two sheets needs two. */
  readonly nLeft: number;
  /** Mentions meant for two or more coders, and those labelled by so many. */
  readonly nShared: number;
  readonly isAdaptive: boolean;
  /** The study differs from the one that the wave was drawn for. */
  readonly isOtherStudy: boolean;
  readonly coders: readonly CoderState[];
  readonly agreement: PairedAgreement;
}

/** Where the codings of a study stand, wave by wave, and how far coders agree in all. */
export interface CodingsState {
  readonly waves: readonly WaveState[];
  readonly agreement: PairedAgreement;
}

/** Reads the folder of codings and says what is in it and what is left to do. */
export async function describeCodings(study: StudyConfig): Promise<CodingsState> {
  const { waves } = await readCodings(study);
  return {
    waves: waves.map((one) => waveState(one, study, codingsAgreement([one], study))),
    agreement: codingsAgreement(waves, study),
  };
}

/** Where one wave stands. */
export function waveState(coded: CodedWave, study: StudyConfig, agreement: PairedAgreement): WaveState {
  const { wave, coders } = coded;
  const people = [...coders].filter(([name]) => name !== ADJUDICATED);
  const given = (id: string): number => people.filter(([, labels]) => labels.has(id)).length;
  return {
    ...adjudicateWave(coded).summary,
    nLeft: wave.mentions.reduce((sum, one) => sum + Math.max(0, one.sheets.length - given(one.id)), 0),
    nShared: wave.mentions.filter(({ sheets }) => sheets.length > 1).length,
    isAdaptive: wave.isAdaptive,
    isOtherStudy: wave.studyDigest !== study.digest,
    coders: people.map(([coder, labels]) => {
      const count = (label: string): number => [...labels.values()].filter((one) => one === label).length;
      return {
        coder,
        against: count('against'),
        neither: count('neither'),
        favor: count('favor'),
        unclear: count('unclear'),
      };
    }),
    agreement,
  };
}
