import type { AnnotatorQuality, MeasuredQuality, QualityStratum } from '../domain/annotator-quality.ts';
import type { StanceConfig } from '../study/config.ts';
import { type AnnotatorContext, loadStanceAnnotator, readModelCard } from './stance/load-annotator.ts';
import type { StanceModelCard, StratumScores } from './stance/model-card.ts';

/**
 * What is known of the errors of a study's stance annotator, by language and by language and domain: of a model inside
 * the program, what its card says; of others nothing, with the reason. At least one row.
 */
export async function assessAnnotator(
  config: StanceConfig,
  folder: string,
  context: AnnotatorContext = {},
): Promise<AnnotatorQuality[]> {
  const { name, version } = await loadStanceAnnotator(config, folder, context);
  const annotator = `${name}@${version}`;
  if (config.kind === 'linear') return qualityOfCard(await readModelCard(config, folder), annotator);
  const reason = config.kind === 'column' ? 'given-labels' : 'no-card';
  return [{ kind: 'unknown', annotator, layer: 'stance', stratum: { language: null, domain: null }, reason }];
}

function qualityOfCard(card: StanceModelCard, annotator: string): MeasuredQuality[] {
  const row = (scores: StratumScores, stratum: QualityStratum): MeasuredQuality => ({
    kind: 'measured',
    annotator,
    layer: 'stance',
    stratum,
    nCoded: scores.n,
    nGroups: scores.nGroups,
    nAbstained: scores.abstained,
    confusion: scores.confusion,
    agreement: scores.accuracy,
    macroF1: scores.macroF1,
    calibrationError: scores.expectedCalibrationError,
    confidenceLevel: card.validation.level,
  });
  return card.languages.flatMap(({ language, scores, byDomain }) => [
    row(scores, { language, domain: null }),
    ...Object.entries(byDomain).map(([domain, inDomain]) => row(inDomain, { language, domain })),
  ]);
}
