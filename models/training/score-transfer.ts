/**
 * Scores texts of a kind that the model has not learned from, read by each of its domains, for models/experiments.md:
 * `node models/training/score-transfer.ts GOLD_FOLDER`. For each language a model is trained without the sets it is
 * scored on. Writes no model.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateAnnotator } from '../../src/annotate/stance/evaluate-annotator.ts';
import { readGold } from '../../src/annotate/stance/gold.ts';
import { createLinearStanceAnnotator } from '../../src/annotate/stance/linear.ts';
import { openStanceModel, readWordVectors } from '../../src/annotate/stance/load-annotator.ts';
import { inputOfRow } from '../../src/annotate/stance/pack-examples.ts';
import { type StanceTrainingSet, trainStanceModel } from '../../src/annotate/stance/train.ts';
import { seedRows } from './seed-sentences.ts';

/** Which sets a language learns from, and which it is scored on. */
const TRIALS = [
  { language: 'en', learned: ['newsmtsc'], unseen: ['ruw-russia-ukraine-stance'] },
  {
    language: 'ru',
    learned: ['rusentne-2023', 'sentirueval-2015-cars', 'rusentitweet'],
    unseen: ['sentirueval-2015-tweets'],
  },
  { language: 'zh', learned: ['bdci2018-car'], unseen: ['c-stance', 'nlpcc2016-stance'] },
];

/** Read by the classifier of posts, and by that of news where there is one. */
const DOMAINS = ['posts', 'news'];

const [goldFolder] = process.argv.slice(2);
if (goldFolder === undefined) {
  console.error('usage: node models/training/score-transfer.ts GOLD_FOLDER');
  process.exitCode = 2;
} else {
  const wordVectors = await readWordVectors();
  const goldOf = (name: string) => {
    const path = join(goldFolder, `${name}.ndjson`);
    return readGold(readFileSync(path), path);
  };
  console.log(
    '| set | domain | macro-F1 | F1 of favor and against | flagged |\n| --- | --- | --- | --- | --- |',
  );
  for (const { language, learned, unseen } of TRIALS) {
    const sets = learned.map(
      (name): StanceTrainingSet => ({ name, licence: '', weight: 1, scored: true, rows: goldOf(name) }),
    );
    const seeds = seedRows().filter((row) => row.language === language);
    sets.push({ name: 'seed', licence: '', weight: 0.5, scored: false, rows: seeds });
    const { card, weights } = trainStanceModel({ name: 'trial', version: '0', sets, seed: 1, wordVectors });
    const files = { card: JSON.stringify(card), weights, vectors: wordVectors };
    const annotator = createLinearStanceAnnotator(openStanceModel(files, 'trial'));
    for (const name of unseen) {
      for (const domain of DOMAINS) {
        const rows = goldOf(name).map((row) => ({ ...row, domain }));
        const { macroF1, f1FavorAgainst } = await evaluateAnnotator(annotator, rows, {
          gold: name,
          seed: 1,
          resamples: 200,
          level: 0.95,
        });
        const results = await annotator.annotate(rows.map(inputOfRow));
        const flagged = results.filter(({ outOfDomain }) => outOfDomain === true).length / results.length;
        console.log(
          `| ${name} | ${domain} | ${scoreText(macroF1)} | ${scoreText(f1FavorAgainst)} | ${(100 * flagged).toFixed(1)} % |`,
        );
      }
    }
  }
}

function scoreText(score: { value: number | null; lower: number | null; upper: number | null }): string {
  const digits = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
  return `${digits(score.value)} (${digits(score.lower)}–${digits(score.upper)})`;
}
