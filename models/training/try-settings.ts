/**
 * Cross-validates settings of the learner on some sets of one language, for models/experiments.md:
 * `node models/training/try-settings.ts GOLD_FOLDER LANGUAGE SET[,SET…] SETTINGS…`, where each SETTINGS is JSON that
 * overrides the defaults, such as `{"vectorWeight":0}`; `{"seed":2}` draws other folds. Writes no model.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGold } from '../../src/annotate/stance/gold.ts';
import { readWordVectors } from '../../src/annotate/stance/load-annotator.ts';
import type { StratumScores } from '../../src/annotate/stance/model-card.ts';
import { trainStanceModel } from '../../src/annotate/stance/train.ts';
import { seedRows } from './seed-sentences.ts';
import { TRAINING_SETS } from './training-sets.ts';

const [goldFolder, language, names, ...variants] = process.argv.slice(2);
if (goldFolder === undefined || language === undefined || names === undefined) {
  console.error('usage: node models/training/try-settings.ts GOLD_FOLDER LANGUAGE SET[,SET…] SETTINGS…');
  process.exitCode = 2;
} else {
  const wordVectors = await readWordVectors();
  const sets = names.split(',').map((name) => {
    const own = { name, licence: '', weight: 0.5, scored: false };
    if (name === 'seed') return { ...own, rows: seedRows().filter((row) => row.language === language) };
    const path = join(goldFolder, `${name}.ndjson`);
    const weight = TRAINING_SETS.find((set) => set.name === name)?.weight ?? 1;
    return { ...own, weight, scored: true, rows: readGold(readFileSync(path), path) };
  });
  for (const variant of variants.length === 0 ? ['{}'] : variants) {
    const { seed = 1, ...settings } = JSON.parse(variant);
    const { card } = trainStanceModel({ name: 'trial', version: '0', sets, seed, wordVectors, settings });
    console.log(variant);
    for (const { byDomain } of card.languages)
      for (const [domain, scores] of Object.entries(byDomain)) console.log(`  ${domain}: ${line(scores)}`);
  }
}

function line({ n, macroF1, f1FavorAgainst, expectedCalibrationError }: StratumScores): string {
  const [macro, sides] = [macroF1, f1FavorAgainst].map(
    ({ value, lower, upper }) => `${value.toFixed(3)} (${lower.toFixed(3)}–${upper.toFixed(3)})`,
  );
  return `n ${n}, macro-F1 ${macro}, F1 of favor and against ${sides}, calibration error ${expectedCalibrationError.toFixed(3)}`;
}
