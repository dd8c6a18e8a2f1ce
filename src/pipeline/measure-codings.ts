import { ADJUDICATED } from '../annotate/coding/coded-wave.ts';
import type {
  CoderAgreement,
  CodingStratum,
  CodingsSummary,
  CodingWaveSummary,
  PairedAgreement,
} from '../domain/coding.ts';
import type { Limit } from '../domain/finding.ts';
import { countCodings, createCodings, stratumPopulations } from '../store/queries/codings.ts';
import { weightUnit } from '../store/queries/observation.ts';
import { codingsAgreement } from './codings-agreement.ts';
import type { StageContext } from './run-context.ts';
import { adjudicateCodings } from './study-codings.ts';

/** The population of a wave may grow so much before the report says that its codings know nothing of the rest. */
const OUTGROWN = 1.05;

/** What a measurement says of codings by people. */
export interface MeasuredCodings {
  readonly summary: CodingsSummary;
  readonly strata: readonly CodingStratum[];
  readonly limits: readonly Limit[];
}

/**
 * Makes the table `coding` after the observations, and says what the codings are and what is amiss with them; null where
 * nothing was drawn for coding.
 */
export async function measureCodings(context: StageContext): Promise<MeasuredCodings | null> {
  const { study, database, corpus, codings: read } = context;
  const adjudicated = adjudicateCodings(read);
  await createCodings(database, corpus.annotation, adjudicated.codings);
  if (read.digest === null) return null;
  const matched = new Map((await countCodings(database)).map((row) => [row.wave, row.nCodings]));
  const waves = adjudicated.waves.map((wave) => ({
    ...wave,
    nUnmatched: wave.nCoded - (matched.get(wave.wave) ?? 0),
  }));
  const populations = await stratumPopulations(database, corpus.annotation, {
    strata: adjudicated.strata,
    weightUnit: weightUnit(study.weights),
  });
  const coders = new Set(read.waves.flatMap((wave) => [...wave.coders.keys()]));
  coders.delete(ADJUDICATED);
  return {
    summary: {
      digest: read.digest,
      waves,
      nCoded: [...matched.values()].reduce((sum, n) => sum + n, 0),
      nStrata: adjudicated.strata.length,
      nCoders: coders.size,
      smallestProbability: Math.min(...waves.map((wave) => wave.smallestProbability)),
      agreement: withoutNames(codingsAgreement(read.waves, study)),
    },
    strata: adjudicated.strata,
    limits: waves.flatMap((wave) => {
      const mine = populations.filter((one) => one.wave === wave.wave);
      return limitsOf(
        wave,
        mine.reduce((sum, { nMentions }) => sum + nMentions, 0),
      );
    }),
  };
}

function limitsOf(
  { wave, nCoded, nDrawn, nUnclear, nUnmatched, nPopulation }: CodingWaveSummary,
  now: number,
): Limit[] {
  const limit = (code: Limit['code'], parameters: Limit['parameters']): Limit => ({
    code,
    parameters: { wave, ...parameters },
  });
  return [
    ...(nUnmatched > 0 ? [limit('codings-unmatched', { unmatched: nUnmatched, coded: nCoded })] : []),
    ...(nCoded + nUnclear < nDrawn
      ? [limit('codings-incomplete', { coded: nCoded + nUnclear, drawn: nDrawn })]
      : []),
    ...(now > nPopulation * OUTGROWN ? [limit('codings-outgrown', { drawnFrom: nPopulation, now })] : []),
  ];
}

/** A finding names no coder. */
function withoutNames({ pairs: _pairs, ...agreement }: PairedAgreement): CoderAgreement {
  return agreement;
}
