import { loadStanceAnnotator } from '../annotate/stance/load-annotator.ts';
import { loadThemeModel } from '../annotate/themes/theme-model.ts';
import { loadTranslator, type TranslatorContext } from '../annotate/translation/load-translator.ts';
import type { FindingManifest } from '../domain/finding.ts';
import type { StudyConfig } from '../study/config.ts';
import { nodeNetwork } from './node-network.ts';

/** Names the annotators of a study and what they were trained on. */
export async function describeAnnotators(study: StudyConfig): Promise<FindingManifest['annotators']> {
  const stance = await loadStanceAnnotator(study.annotators.stance, study.folder, {
    network: nodeNetwork,
  });
  const { name, version, trainedOn } = stance;
  const described: FindingManifest['annotators'][number][] = [
    { layer: 'stance', kind: study.annotators.stance.kind, name, version, trainedOn },
  ];
  const { themes, translation } = study.annotators;
  if (themes !== undefined) {
    const { card } = await loadThemeModel(themes, study);
    const trainedOn = [card.training.data];
    described.push({ layer: 'themes', kind: 'linear', name: card.name, version: card.version, trainedOn });
  }
  if (translation !== undefined) {
    const { kind } = translation;
    const { name, version } = await loadTranslator(translation, translatorContext(study));
    described.push({ layer: 'translation', kind, name, version, trainedOn: [] });
  }
  return described;
}

/** What the translator of a study is opened with. */
export function translatorContext({ folder, language }: StudyConfig): TranslatorContext {
  return { folder, to: language, network: nodeNetwork };
}
