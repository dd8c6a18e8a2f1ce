/**
 * The stance model beside its baselines, and its speed.
 *
 *     npm run bench:stance -- --gold FOLDER [--write]
 *
 * FOLDER is what `models/training/convert-gold.ts` wrote. Prints one JSON line for the speed and one a score; `--write`
 * also writes `bench/stance.md`. One process; minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFAULT_STANCE_MODEL, loadStanceAnnotator } from '../src/annotate/stance/load-annotator.ts';
import type { StanceModelCard } from '../src/annotate/stance/model-card.ts';
import { describeCommit, describeMachine } from './provenance.ts';
import { readCorpora } from './stance/corpora.ts';
import { renderStanceBench } from './stance/render-tables.ts';
import { type ScoreLine, scoreCorpus } from './stance/score-corpora.ts';
import { measureSpeed } from './stance/speed.ts';

async function run(goldFolder: string, write: boolean): Promise<void> {
  const provenance = { commit: describeCommit(), machine: describeMachine() };
  const tell = (line: object): void => console.log(JSON.stringify({ ...line, ...provenance }));
  const speed = await measureSpeed();
  tell({ run: 'stance-speed', ...speed });
  const cardPath = new URL(`../models/${DEFAULT_STANCE_MODEL}/model.json`, import.meta.url);
  const card = JSON.parse(readFileSync(cardPath, 'utf8')) as StanceModelCard;
  const annotator = await loadStanceAnnotator({ kind: 'linear', model: DEFAULT_STANCE_MODEL }, '.');
  const corpora = readCorpora(goldFolder, card);
  const lines: ScoreLine[] = [];
  for (const corpus of corpora) {
    const scored = await scoreCorpus(corpus, { annotator, card });
    for (const line of scored) tell({ run: 'stance', ...line });
    lines.push(...scored);
  }
  if (!write) return;
  const unseen = corpora.filter((one) => !one.inModel && one.foldsBy === 'document').map((one) => one.name);
  const page = renderStanceBench({ lines, speed, model: card.name, unseen, ...provenance });
  writeFileSync(new URL('stance.md', import.meta.url), page);
}

const { values } = parseArgs({
  options: { gold: { type: 'string' }, write: { type: 'boolean', default: false } },
});
if (values.gold === undefined) {
  console.error('usage: npm run bench:stance -- --gold FOLDER [--write]');
  process.exitCode = 2;
} else await run(values.gold, values.write);
