/** A score and its interval, as models report it. */
interface Score {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Scores of one label. */
interface Scores {
  readonly precision: Score;
  readonly recall: Score;
  readonly f1: Score;
  readonly rows: number;
}

/** Scores of themes and of none of these, a line each. */
export function themeScoresText(scores: {
  readonly themes: readonly { readonly theme: string; readonly scores: Scores }[];
  readonly none: Scores;
}): string {
  const labels = scores.themes.map(({ theme, scores: of }) => ({ label: theme, of }));
  const all = [...labels, { label: '(none of these)', of: scores.none }];
  const widest = Math.max(...all.map(({ label }) => label.length));
  return all
    .map(({ label, of }) => {
      const [precision, recall, f1] = [of.precision, of.recall, of.f1].map(
        ({ value, lower, upper }) => `${value.toFixed(2)} [${lower.toFixed(2)}, ${upper.toFixed(2)}]`,
      );
      return `${label.padEnd(widest)}  n ${of.rows}  precision ${precision}  recall ${recall}  F1 ${f1}\n`;
    })
    .join('');
}
