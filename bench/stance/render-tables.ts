import { BASELINES } from './baselines.ts';
import type { ScoreLine, ScoreName } from './score-corpora.ts';
import type { StanceSpeed } from './speed.ts';

/** What the page is made of. */
export interface StanceBench {
  readonly lines: readonly ScoreLine[];
  readonly speed: StanceSpeed;
  /** Name of the shipped model. */
  readonly model: string;
  /** Sets the model has not learned from. */
  readonly unseen: readonly string[];
  readonly commit: string;
  readonly machine: string;
}

const TITLES: Readonly<Record<ScoreName, string>> = {
  macroF1: 'Macro-F1',
  f1FavorAgainst: 'Mean F1 of favor and against',
  f1Favor: 'F1 of favor',
  f1Against: 'F1 of against',
};

/** The page `bench/stance.md`. */
export function renderStanceBench(bench: StanceBench): string {
  const tables = (Object.keys(TITLES) as ScoreName[]).map((score) => table(bench, score));
  return `${[introduction(bench), ...tables, speedSection(bench)].join('\n\n')}\n`;
}

function introduction({ model, unseen, commit, machine }: StanceBench): string {
  return `# The stance model beside its baselines

\`\`\`
node models/training/convert-gold.ts DATA_FOLDER GOLD_FOLDER
npm run bench:stance -- --gold GOLD_FOLDER --write     # writes this page
\`\`\`

Commit \`${commit}\`; ${machine}.

Cross-validation grouped by document, in the folds that ${model} was validated in; each baseline learns from one data
set, and all rows are used. In brackets: 95 % intervals from a bootstrap of whole groups.

- **majority**: the most frequent class of the other folds.
- **lexicon**: more words of praise than of blame around the target, or the reverse (\`polarity-words.ts\`; the whole text
  where the target is not named).
- **n-grams**: a linear classifier over 1–2 words and 2–5 letters of the text; it does not know where the target is.
- **n-grams, target**: the same with the target masked, and n-grams of the 60 characters on its left and right.
- **${model}**: the out-of-fold score of its card, learned from all sets of the language. The card gives no interval for
  one class, and no score for several domains together.${unseen.length === 0 ? '' : ` It has not learned from ${unseen.join(' and ')}: there it is scored as shipped.`}
- **gain**: the model less the best baseline, in points. Only the model abstains, and an abstention counts as a miss.

Both classifiers choose their decision weights out of fold, by macro-F1, as the model does: they for each set, the model
for each language and domain. In rows marked _target unseen_ every target is a fold: the classifier learns from the other targets.`;
}

function table({ lines, model }: StanceBench, score: ScoreName): string {
  const methods = [...Object.keys(BASELINES), model];
  const rows = Map.groupBy(lines, (line) => `${line.set}\n${line.domain}\n${line.foldsBy}`);
  return [
    `## ${TITLES[score]}`,
    '',
    `| set | domain | rows | ${methods.join(' | ')} | gain |`,
    `| --- | --- | --: | ${methods.map(() => '---').join(' | ')} | --: |`,
    ...[...rows.values()].map((of) => tableRow(of, { score, methods, model })),
  ].join('\n');
}

function tableRow(
  lines: readonly ScoreLine[],
  {
    score,
    methods,
    model,
  }: { readonly score: ScoreName; readonly methods: string[]; readonly model: string },
): string {
  const [first] = lines as [ScoreLine];
  const cells = methods.map((method) => cell(lines.find((line) => line.method === method)?.scores[score]));
  const points = (line: ScoreLine): number => 100 * (line.scores[score].value ?? 0);
  const own = lines.find((line) => line.method === model);
  const best = Math.max(...lines.filter((line) => line !== own).map(points));
  const domain = `${first.language}, ${first.domain}${first.foldsBy === 'target' ? ', target unseen' : ''}`;
  const gain = own === undefined ? '' : signed(points(own) - best);
  return `| ${[first.set, domain, spaced(first.n), ...cells, gain].join(' | ')} |`;
}

function cell(score: ScoreLine['scores'][ScoreName] | undefined): string {
  if (score === undefined || score.value === null) return '–';
  const value = short(score.value);
  return 'lower' in score ? `${value} [${short(score.lower)}, ${short(score.upper)}]` : value;
}

function short(value: number): string {
  return value.toFixed(3).replace(/^0\./, '.');
}

function signed(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
}

function spaced(n: number): string {
  return n.toLocaleString('en-US').replaceAll(',', ' ');
}

function speedSection({ speed }: StanceBench): string {
  return `## Speed and size

${speed.model} on ${spaced(speed.mentions)} mentions of the bench corpus: ${spaced(speed.mentionsPerSecond)} mentions in a second of
processor time (one core; the middle of five rounds), loaded in ${speed.loadMs} ms, ${speed.sizeMb} MB.`;
}
