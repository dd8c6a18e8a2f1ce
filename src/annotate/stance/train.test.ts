import { expect, test } from 'vitest';
import type { GoldRow } from './gold.ts';
import { createLinearStanceAnnotator } from './linear.ts';
import { openStanceModel } from './load-annotator.ts';
import { trainStanceModel } from './train.ts';

const PHRASES = {
  against: ['cheated us', 'is a disgrace', 'broke every promise', 'ruined the harvest'],
  neither: ['held a meeting', 'published a report', 'opened an office', 'moved the date'],
  favor: ['rescued the town', 'is a joy to visit', 'kept every promise', 'fed the hungry'],
} as const;

function goldRows(language: string): GoldRow[] {
  return (Object.keys(PHRASES) as (keyof typeof PHRASES)[]).flatMap((label) =>
    Array.from({ length: 24 }, (_, i) => {
      const text = `On day ${i} Oz ${PHRASES[label][i % 4]}`;
      const start = text.indexOf('Oz');
      const id = `${language}-${label}-${i}`;
      const span = [start, start + 2] as const;
      return { id, group: id, language, domain: 'toy', text, target: 'Oz', span, label, targetKind: null };
    }),
  );
}

const settings = { bits: 12, epochs: 8, folds: 3, resamples: 20 };
const setOf = (rows: readonly GoldRow[]) => ({ name: 'toy', licence: 'none', weight: 1, scored: true, rows });
const trained = trainStanceModel({
  name: 'toy',
  version: '1',
  sets: [setOf(goldRows('en'))],
  seed: 1,
  settings,
});

test('learns, scores itself by cross-validation and annotates', async () => {
  const [english] = trained.card.languages;
  expect(english?.scores.macroF1.value).toBeGreaterThan(0.9);
  expect(english?.scores.n).toBe(72);
  expect(english?.domains['toy']?.n).toBe(72);
  const annotator = createLinearStanceAnnotator(
    openStanceModel(JSON.stringify(trained.card), trained.weights, 'toy'),
  );
  const results = await annotator.annotate(
    ['Oz cheated us', 'Oz held a meeting', 'Oz rescued the town'].map((text) => ({
      text,
      spans: [[0, 2]],
      language: 'en',
    })),
  );
  const labels = results.map((one) => one.label);
  expect(labels).toEqual(['against', 'neither', 'favor']);
});

test('same rows in any order, same bytes', () => {
  const shuffled = setOf([...goldRows('en')].reverse());
  const again = trainStanceModel({ name: 'toy', version: '1', sets: [shuffled], seed: 1, settings });
  expect(again.weights).toEqual(trained.weights);
  expect(again.card).toEqual(trained.card);
});

test('a language with too few rows is left out, and none at all is an error', () => {
  const told: string[] = [];
  const { card } = trainStanceModel({
    name: 'toy',
    version: '1',
    sets: [setOf([...goldRows('en'), ...goldRows('fi').slice(0, 5)])],
    seed: 1,
    settings,
    progress: (message) => told.push(message),
  });
  expect(card.languages.map((one) => one.language)).toEqual(['en']);
  expect(told.join('\n')).toMatch(/fi: 5 rows are too few/);
  const none = { name: 'toy', version: '1', sets: [setOf(goldRows('en').slice(0, 5))], seed: 1 };
  expect(() => trainStanceModel(none)).toThrow(/no language has 30 rows/);
});

test('rows that are not scored train but stand in no test fold', () => {
  const seeds = {
    ...setOf(goldRows('en').map((row) => ({ ...row, id: `s-${row.id}` }))),
    name: 'seeds',
    scored: false,
  };
  const { card } = trainStanceModel({
    name: 'toy',
    version: '1',
    sets: [setOf(goldRows('en')), seeds],
    seed: 1,
    settings,
  });
  expect(card.languages[0]?.scores.n).toBe(72);
});

test('a card that does not fit is refused', () => {
  const open = (change: object) => () =>
    openStanceModel(JSON.stringify({ ...trained.card, ...change }), trained.weights, 'mine');
  expect(open({ kind: 'other' })).toThrow(/no card/);
  expect(open({ featureVersion: 0 })).toThrow(/features have version 0/);
  expect(open({ languages: [] })).toThrow(/does not describe/);
  expect(() => openStanceModel('{', trained.weights, 'mine')).toThrow(/mine\/model\.json/);
});
