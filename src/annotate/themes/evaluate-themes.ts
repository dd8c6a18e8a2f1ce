import type { CodedPassage } from './coded-passages.ts';
import type { LabelScoring } from './label-scores.ts';
import { scoreThemes, type ThemesScores } from './score-themes.ts';
import { createThemeAnnotator } from './theme-annotator.ts';
import type { ThemeModel } from './theme-model.ts';

/** How well a model of themes agrees with codings. */
export interface ThemesEvaluation extends ThemesScores {
  readonly model: string;
  readonly version: string;
  readonly n: number;
  readonly nGroups: number;
  /** Themes of the codings that the model does not know; they are not scored. */
  readonly unknown: readonly string[];
}

/** Scores a model on coded passages; their order has no influence. */
export function evaluateThemes(
  model: ThemeModel,
  passages: readonly CodedPassage[],
  scoring: LabelScoring,
): ThemesEvaluation {
  const annotator = createThemeAnnotator(model);
  const sorted = [...passages].sort((a, b) => (a.id < b.id ? -1 : 1));
  const found = sorted.map((one) => annotator.read(one.text));
  const decisions = [...annotator.knows].map((theme) => ({
    theme,
    decided: found.map((themes) => themes.has(theme)),
  }));
  const coded = [...new Set(sorted.flatMap((one) => one.themes))].sort();
  return {
    model: model.card.name,
    version: model.card.version,
    n: sorted.length,
    nGroups: new Set(sorted.map((one) => one.group)).size,
    ...scoreThemes(sorted, decisions, scoring),
    unknown: coded.filter((theme) => !annotator.knows.has(theme)),
  };
}
