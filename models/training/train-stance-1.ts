/**
 * Trains the shipped model: `node models/training/train-stance-1.ts GOLD_FOLDER OUT_FOLDER`, where GOLD_FOLDER is
 * what convert-gold.ts wrote. Same gold, same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGold } from '../../src/annotate/stance/gold.ts';
import { readWordVectors } from '../../src/annotate/stance/load-annotator.ts';
import { type StanceTrainingSet, trainStanceModel } from '../../src/annotate/stance/train.ts';
import { renderCard } from './render-card.ts';
import { seedRows } from './seed-sentences.ts';
import { KNOWN_FAILURES, TRAINING_SETS } from './training-sets.ts';

const [goldFolder, outFolder] = process.argv.slice(2);
if (goldFolder === undefined || outFolder === undefined) {
  console.error('usage: node models/training/train-stance-1.ts GOLD_FOLDER OUT_FOLDER');
  process.exitCode = 2;
} else {
  const sets: StanceTrainingSet[] = TRAINING_SETS.map((set) => {
    const path = join(goldFolder, `${set.name}.ndjson`);
    return { ...set, scored: true, rows: readGold(readFileSync(path), path) };
  });
  sets.push({
    name: 'groundswell-seed',
    licence: 'Apache-2.0',
    weight: 0.5,
    scored: false,
    rows: seedRows(),
  });
  const { card, weights } = trainStanceModel({
    name: 'stance-1',
    version: '2.1.1',
    sets,
    seed: 1,
    wordVectors: await readWordVectors(),
    knownFailures: KNOWN_FAILURES,
    progress: (message) => console.log(message),
  });
  mkdirSync(outFolder, { recursive: true });
  writeFileSync(join(outFolder, 'weights.bin'), weights);
  writeFileSync(join(outFolder, 'model.json'), `${JSON.stringify(card, null, 1)}\n`);
  writeFileSync(join(outFolder, 'README.md'), renderCard(card));
  for (const { language, scores } of card.languages)
    console.log(language, scores.n, scores.macroF1, scores.f1FavorAgainst, scores.expectedCalibrationError);
}
