import type { IntervalScore } from '../../learn/bootstrap-interval.ts';
import { printable } from '../stance/printable.ts';
import type { LabelScores, ThemeModelCard } from './theme-card.ts';

/** The card of a model for people: the README.md beside its weights, in Markdown. */
export function renderThemeCard(card: ThemeModelCard): string {
  const { training, validation, learning } = card;
  const languages = Object.entries(training.languages).map(([language, n]) => `${language} ${n}`);
  const row = (label: string, scores: LabelScores, threshold: string): string =>
    `| ${[label, scores.rows, scores.groups, interval(scores.precision), interval(scores.recall), interval(scores.f1), threshold].join(' | ')} |`;
  return `# ${printable(card.name)}, version ${card.version}

Says which themes of a codebook a passage speaks of: one logistic classifier for each theme against the rest, on hashed
n-grams of 1–2 words and 2–5 letters, for all languages together. A passage may have several themes or none.

Trained by \`groundswell train --layer themes\` on ${printable(training.data)}: ${training.rows} passages in ${training.groups} groups
(${languages.map(printable).join(', ')}), seed ${card.seed}.

| theme | passages | groups | precision | recall | F1 | threshold |
| --- | --- | --- | --- | --- | --- | --- |
${card.themes.map((one) => row(`\`${one.theme}\``, one.scores, one.threshold.toFixed(3))).join('\n')}
${row('none of these', card.none, '')}

Scores come from cross-validation in up to ${validation.folds} folds: no passage is scored by a classifier that has seen its group, nor
by a threshold that was chosen on it. Intervals (${100 * validation.level} %, ${validation.resamples} resamples) draw whole groups. With few groups they are rough, and a score
without a miss has an interval without width, which is not certainty.

- **Trap:** the model is right only about passages like those it was trained on: other sources, years and languages are a guess.
- **Trap:** of a theme that stands in few groups, the scores say little.
- **Trap:** the threshold gives the largest F1, not the right number: a share of mentions with a theme is biased by its errors.

Learning: ${learning.epochs} epochs, rate ${learning.rate}, L2 penalty ${learning.l2}, 2^${card.bits} buckets for each theme. SHA-256 of
\`weights.bin\`: \`${card.weights.sha256}\`.
`;
}

function interval({ value, lower, upper }: IntervalScore): string {
  return `${value.toFixed(2)} [${lower.toFixed(2)}, ${upper.toFixed(2)}]`;
}
