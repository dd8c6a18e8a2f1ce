/**
 * How fast a model loads and annotates: `node models/training/measure-speed.ts GOLD_FOLDER [MODEL_FOLDER]`. Counts the
 * processor's time, so that other programs on the machine do not matter. The rows come from the gold data, each with
 * its domain left out, as in a run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readGold } from '../../src/annotate/stance/gold.ts';
import { loadStanceAnnotator } from '../../src/annotate/stance/load-annotator.ts';
import { inputOfRow } from '../../src/annotate/stance/pack-examples.ts';

const ROWS_OF_EACH_SET = 2000;

const [goldFolder, model = 'models/stance-1'] = process.argv.slice(2);
if (goldFolder === undefined) {
  console.error('usage: node models/training/measure-speed.ts GOLD_FOLDER [MODEL_FOLDER]');
  process.exitCode = 2;
} else {
  const seconds = (): number => process.cpuUsage().user / 1e6;
  const before = seconds();
  const annotator = await loadStanceAnnotator({ kind: 'linear', model: resolve(model) }, '.');
  console.log(`loaded in ${Math.round((seconds() - before) * 1000)} ms`);
  const inputs = readdirSync(goldFolder).flatMap((file) => {
    const path = join(goldFolder, file);
    const rows = readGold(readFileSync(path), path).slice(0, ROWS_OF_EACH_SET);
    return rows.map((row) => inputOfRow({ ...row, domain: '' }));
  });
  await annotator.annotate(inputs.slice(0, 1000));
  const start = seconds();
  await annotator.annotate(inputs);
  console.log(`${Math.round(inputs.length / (seconds() - start))} mentions a second of processor time`);
}
