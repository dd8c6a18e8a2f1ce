import type { CodedPassage } from './coded-passages.ts';
import { type LabelScoring, scoreLabel } from './label-scores.ts';
import type { LabelScores } from './theme-card.ts';

/** Of each passage, in order, whether it was decided to have a theme. */
export interface ThemeDecisions {
  readonly theme: string;
  readonly decided: readonly boolean[];
}

/** Scores of themes, and of none of these: passages without any of the themes that were decided about. */
export interface ThemesScores {
  readonly themes: readonly { readonly theme: string; readonly scores: LabelScores }[];
  readonly none: LabelScores;
}

/** Compares what was decided of passages with what was coded. */
export function scoreThemes(
  passages: readonly CodedPassage[],
  decisions: readonly ThemeDecisions[],
  scoring: LabelScoring,
): ThemesScores {
  const score = (isCoded: (passage: CodedPassage) => boolean, isDecided: (place: number) => boolean) =>
    scoreLabel(
      passages.map((one, i) => ({ coded: isCoded(one), decided: isDecided(i), group: one.group })),
      scoring,
    );
  return {
    themes: decisions.map(({ theme, decided }) => ({
      theme,
      scores: score(
        (one) => one.themes.includes(theme),
        (i) => decided[i] === true,
      ),
    })),
    none: score(
      (one) => decisions.every(({ theme }) => !one.themes.includes(theme)),
      (i) => decisions.every(({ decided }) => decided[i] === false),
    ),
  };
}
