import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCorpora } from '../../bench/stance/corpora.ts';
import type { StanceModelCard } from '../../src/annotate/stance/model-card.ts';
import { groupedFolds } from '../../src/learn/grouped-folds.ts';

const SETS = ['nlpcc2016-stance', 'sentirueval-2015-tweets', 'sentirueval-2016-tweets', 'rusentiment'];
const ROWS = 12;
const languageOf = (set: string): string => (set === 'nlpcc2016-stance' ? 'zh' : 'ru');
const groupOf = (set: string, i: number): string => `${set.slice(0, 4)}${Math.floor(i / 2)}`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-corpora-'));
  for (const set of [...SETS, 'rusentitweet']) {
    const rows = Array.from({ length: ROWS }, (_, i) => ({
      id: `${set}-${i}`,
      group: groupOf(set, i),
      language: languageOf(set),
      domain: set,
      text: `text ${i}`,
      target: i < 6 ? 'first' : 'second',
      label: 'favor',
    }));
    writeFileSync(join(folder, `${set}.ndjson`), rows.map((row) => JSON.stringify(row)).join('\n'));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The parts of a card that say how a model was validated. */
function cardOf(rows: number): StanceModelCard {
  const trainingSets = SETS.map((name) => ({ name, rows, scored: true }));
  return { name: 'm', seed: 7, validation: { folds: 3 }, trainingSets } as unknown as StanceModelCard;
}

test('folds are those of training: drawn over all sets of a language', () => {
  const corpora = readCorpora(folder, cardOf(ROWS));
  const russian = SETS.slice(1);
  const groups = russian.flatMap((set) => Array.from({ length: ROWS }, (_, i) => groupOf(set, i)));
  const folds = corpora.filter((one) => one.inModel && one.name !== SETS[0]).flatMap((one) => [...one.folds]);
  expect(folds).toEqual([...groupedFolds(groups, 3, 7)]);
});

test('parts of one set are one corpus, unseen targets are folds, sets the model has not seen are marked', () => {
  const corpora = readCorpora(folder, cardOf(ROWS));
  const told = corpora.map(({ name, foldsBy, inModel, rows }) => [name, foldsBy, inModel, rows.length]);
  expect(told).toEqual([
    ['nlpcc2016-stance', 'document', true, ROWS],
    ['sentirueval-tweets', 'document', true, 2 * ROWS],
    ['russian-tone', 'document', true, ROWS],
    ['nlpcc2016-stance', 'target', false, ROWS],
    ['rusentitweet', 'document', false, ROWS],
  ]);
  const byTarget = corpora.find((one) => one.foldsBy === 'target');
  expect([...(byTarget?.folds ?? [])]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
});

test('gold of which the card counts other rows is refused', () => {
  expect(() => readCorpora(folder, cardOf(ROWS + 1))).toThrow(/has 12 rows, the card of m counts 13/);
});
