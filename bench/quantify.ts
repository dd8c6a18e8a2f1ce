/**
 * The quantifiers on real texts under label shift.
 *
 *     npm run bench:quantify -- --gold FOLDER [--kept FILE] [--write]
 *
 * FOLDER is what `models/training/convert-gold.ts` wrote. Trains the shipped model's Russian classifiers out of fold (some
 * minutes), unless FILE keeps the logits of an earlier run, and prints the errors of every quantifier in every Russian
 * domain; `--write` also writes `bench/quantification.md`. One process.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seedRows } from '../models/training/seed-sentences.ts';
import { TRAINING_SETS } from '../models/training/training-sets.ts';
import { type GoldRow, readGold, STANCE_CLASSES } from '../src/annotate/stance/gold.ts';
import { readWordVectors } from '../src/annotate/stance/load-annotator.ts';
import type { StanceModelCard } from '../src/annotate/stance/model-card.ts';
import { type StanceTrainingSet, trainStanceModel } from '../src/annotate/stance/train.ts';
import { describeCommit, describeMachine } from './provenance.ts';
import { renderQuantification } from './quantify/render-quantification.ts';
import { type ReadText, scoreQuantifiers } from './quantify/score-quantifiers.ts';

const LANGUAGE = 'ru';

/** Text, its group and domain, its class, and logits of a classifier that has not seen it. */
type Kept = readonly [group: string, domain: string, label: number, logits: readonly number[]];

async function trainOutOfFold(goldFolder: string): Promise<Kept[]> {
  const inLanguage = (rows: readonly GoldRow[]): GoldRow[] => rows.filter((row) => row.language === LANGUAGE);
  const sets = TRAINING_SETS.map((set): StanceTrainingSet => {
    const path = join(goldFolder, `${set.name}.ndjson`);
    return { ...set, scored: true, rows: inLanguage(readGold(readFileSync(path), path)) };
  }).filter(({ rows }) => rows.length > 0);
  sets.push({ name: 'seed', licence: '', weight: 0.5, scored: false, rows: inLanguage(seedRows()) });
  const kept: Kept[] = [];
  trainStanceModel({
    name: 'out-of-fold',
    version: '0',
    sets,
    seed: 1,
    wordVectors: await readWordVectors(),
    settings: { resamples: 1 },
    progress: (message) => console.error(message),
    outOfFold: (row, logits) => {
      const label = (STANCE_CLASSES as readonly string[]).indexOf(row.label);
      kept.push([row.group, row.domain, label, [...logits]]);
    },
  });
  return kept;
}

async function readTexts(goldFolder: string, path: string | undefined): Promise<Kept[]> {
  if (path !== undefined && existsSync(path)) {
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as Kept);
  }
  const kept = await trainOutOfFold(goldFolder);
  if (path !== undefined) writeFileSync(path, kept.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return kept;
}

async function run(
  goldFolder: string,
  options: { kept?: string | undefined; write: boolean },
): Promise<void> {
  const path = new URL('../models/stance-1/model.json', import.meta.url);
  const card = JSON.parse(readFileSync(path, 'utf8')) as StanceModelCard;
  const rules = card.languages.find(({ language }) => language === LANGUAGE)?.domains ?? [];
  const texts = await readTexts(goldFolder, options.kept);
  const domains = [...Map.groupBy(texts, ([, domain]) => domain)].sort(([a], [b]) => (a < b ? -1 : 1));
  const scored = domains.map(([domain, rows]) => {
    const rule = rules.find((one) => one.domain === domain);
    const read = rows.map(
      ([group, , label, logits]): ReadText => ({ group, label, logits: Float64Array.from(logits) }),
    );
    const lines = scoreQuantifiers(read, rule ?? { temperature: 1, decisionWeights: [1, 1, 1] });
    for (const line of lines) console.log(JSON.stringify({ run: 'quantify', domain, ...line }));
    return { domain, n: rows.length, lines };
  });
  const page = renderQuantification(scored, { commit: describeCommit(), machine: describeMachine() });
  console.log(page);
  if (options.write) writeFileSync(new URL('quantification.md', import.meta.url), page);
}

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    kept: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
if (values.gold === undefined) {
  console.error('usage: npm run bench:quantify -- --gold FOLDER [--kept FILE] [--write]');
  process.exitCode = 2;
} else await run(values.gold, values);
