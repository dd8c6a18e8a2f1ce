import { readAnnotatorDigest } from '../annotate/stance/load-annotator.ts';
import { loadThemeModel } from '../annotate/themes/theme-model.ts';
import type { StudyConfig } from '../study/config.ts';
import { nodeNetwork } from './node-network.ts';

/** What the annotators of a study are beside their options: it changes whenever one of them does. */
export async function readAnnotatorsDigest(study: StudyConfig): Promise<string> {
  const { stance, themes } = study.annotators;
  const ofStance = await readAnnotatorDigest(stance, study.folder, nodeNetwork);
  if (themes === undefined) return ofStance;
  return `${ofStance} ${(await loadThemeModel(themes, study)).digest}`;
}
