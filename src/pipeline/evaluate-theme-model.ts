import { readCodedPassages } from '../annotate/themes/coded-passages.ts';
import { evaluateThemes, type ThemesEvaluation } from '../annotate/themes/evaluate-themes.ts';
import { readThemeModel } from '../annotate/themes/theme-model.ts';
import { readNamedFile } from './named-file.ts';

/**
 * Scores a model of themes, in the folder `model`, on the coded passages in the file `data`.
 * @throws StudyError `gold/invalid`, `model/not-found`, `model/invalid`; SourceError `source/unreadable`
 */
export async function evaluateThemeModel(model: string, data: string): Promise<ThemesEvaluation> {
  const passages = readCodedPassages(await readNamedFile(data), data);
  return evaluateThemes(await readThemeModel(model), passages, { level: 0.95, resamples: 1000, seed: 1 });
}
