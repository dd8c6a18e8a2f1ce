import type { StanceModelCard, StratumScores } from '../../src/annotate/stance/model-card.ts';
import type { IntervalScore } from '../../src/learn/bootstrap-interval.ts';
import { goalRows } from './goals.ts';

/** The README.md of a model, made from its model.json. */
export function renderCard(card: StanceModelCard): string {
  const megabytes = (card.weights.bytes / 1e6).toFixed(1);
  const vectorMegabytes = ((card.wordVectors?.bytes ?? 0) / 1e6).toFixed(1);
  const parts = [
    `# ${card.name} ${card.version}`,
    `Says what a text expresses toward one target: \`against\`, \`neither\` or \`favor\`, with calibrated probabilities, or \`abstain\`. Linear classifiers over hashed features and [word vectors](../word-vectors/README.md) of the words around the target, one for each language and domain; ${megabytes} MB of weights and ${vectorMegabytes} MB of word vectors. The target’s name is masked: the model cannot know which country or firm it is about. This page is made from \`model.json\` by \`models/training/render-card.ts\`.`,
    '## Trained on',
    table(
      ['set', 'licence', 'languages', 'rows', 'weight', 'in the scores'],
      card.trainingSets.map((s) => [
        s.name,
        s.licence,
        s.languages.join(', '),
        String(s.rows),
        String(s.weight),
        s.scored ? 'yes' : 'no',
      ]),
    ),
    'Several of these sets are published for research only or without a licence. The weights hold no text of theirs; whoever needs a model free of them trains one on permissive sets or on codings of their own with `groundswell train`. No sentiment lexicon was used. `groundswell-seed` are sentences written for this project in the style of posts about countries, goods, banks and military aid; they train and are never scored. In `rusentiment` and `rusentitweet` the tone of a post as a whole was coded, without a target.',
    '## Scores',
    `Cross-validation with ${card.validation.folds} folds grouped by text; ${card.validation.level * 100} % intervals from ${card.validation.resamples} bootstrap resamples of whole groups. Temperatures were fitted on the same out-of-fold predictions; the decision weights of a fold on the other folds. The domain is the one that the row states. F1 (favor, against) is the mean of those two; an abstention counts as a miss.`,
    table(
      [
        'language',
        'domain',
        'n',
        'macro-F1',
        'F1 (favor, against)',
        'accuracy',
        'calibration error',
        'abstained',
      ],
      card.languages.flatMap((one) => [
        scoreRow(one.language, 'all', one.scores),
        ...Object.entries(one.byDomain).map(([domain, scores]) => scoreRow(one.language, domain, scores)),
      ]),
    ),
    '## Goals',
    'The model’s scores are those of cross-validation above; those of a plain linear model stand on the published split of the set, and the two are not of the same rows.',
    table(['set', 'score', 'this model', 'plain linear', 'goal', 'verdict'], goalRows(card)),
    '## Confusion',
    ...card.languages.map(confusionPart),
    '## Decides by',
    `Probabilities are \`softmax(logits / temperature)\` as whole ten-thousandths. The label is the class with the largest probability times its decision weight; below ${card.abstainBelow} for the most probable class it is \`abstain\`. The domain is the one that the input states (\`domain\` in gold data and of a study’s sources), \`posts\` where it states none or one that the model has not learned. At most four places of the target are read, 120 characters to each side.`,
    domainAccuracy(card),
    unseenWords(card),
    table(
      ['language', 'domain', 'temperature', 'weight of against', 'of neither', 'of favor'],
      card.languages.flatMap((l) =>
        l.domains.map((d) => [
          l.language,
          d.domain,
          d.temperature.toFixed(3),
          ...d.decisionWeights.map(String),
        ]),
      ),
    ),
    '## Known failures',
    card.knownFailures.map((failure) => `- ${failure}`).join('\n'),
    '## Make it again',
    '```sh\nnode models/training/convert-gold.ts DATA_FOLDER GOLD_FOLDER\nnode models/training/train-stance-1.ts GOLD_FOLDER models/stance-1\n```',
    'What was tried, and what it gave: [experiments.md](../experiments.md).',
  ];
  return `${parts.join('\n\n')}\n`;
}

function scoreRow(language: string, domain: string, s: StratumScores): string[] {
  return [
    language,
    domain,
    String(s.n),
    interval(s.macroF1),
    interval(s.f1FavorAgainst),
    interval(s.accuracy),
    s.expectedCalibrationError.toFixed(3),
    String(s.abstained),
  ];
}

function domainAccuracy(card: StanceModelCard): string {
  const shares = card.languages.flatMap((one) =>
    one.domainAccuracy === null ? [] : [`${one.language} ${(100 * one.domainAccuracy).toFixed(1)} %`],
  );
  return `Rows whose domain is told from their words alone, out of fold: ${shares.join(', ')}.`;
}

function unseenWords({ languages }: StanceModelCard): string {
  const told = languages.flatMap(({ language, unseen }) =>
    unseen === undefined
      ? []
      : [`${language} ${(100 * unseen.limit).toFixed(0)} % (mean ${(100 * unseen.mean).toFixed(1)} %)`],
  );
  return `A text is flagged as unlike the training texts where a larger share of the words around the target stands in none of them than in 99 of 100 of these texts, out of fold: ${told.join(', ')}. In Chinese, pairs of characters take the place of words; texts of fewer than five words are not judged.`;
}

function interval({ value, lower, upper }: IntervalScore): string {
  return `${value.toFixed(3)} (${lower.toFixed(3)}–${upper.toFixed(3)})`;
}

function confusionPart({ language, scores }: StanceModelCard['languages'][number]): string {
  const labels = ['against', 'neither', 'favor'];
  const rows = scores.confusion.map((row, c) => [labels[c] as string, ...row.map(String)]);
  return `Confusion, ${language} (rows: coded, columns: the model’s)\n\n${table(['', ...labels], rows)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
