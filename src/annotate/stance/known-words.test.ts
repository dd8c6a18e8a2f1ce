import { expect, test } from 'vitest';
import { createCharacterTable } from './character-classes.ts';
import type { GoldRow } from './gold.ts';
import { learnKnownWords, unseenShare } from './known-words.ts';
import { createTokenWindow, tokenizeWindow } from './tokens.ts';

const table = createCharacterTable();
const window = createTokenWindow();

function shareOf(text: string, language: string, known: Int8Array): number | null {
  tokenizeWindow({ text, spans: [], language }, 0, { table, into: window });
  return unseenShare(window, known);
}

function rowsOf(texts: readonly string[], language: string): GoldRow[] {
  return texts.map((text, i) => ({
    id: `${i}`,
    group: `${i}`,
    language,
    domain: '',
    targetKind: null,
    text,
    target: 'Oz',
    span: null,
    label: 'neither',
  }));
}

const sentences = Array.from({ length: 200 }, (_, i) => `the old tram number ${i % 7} went past the market`);
const learn = (rows: readonly GoldRow[]) =>
  learnKnownWords(
    'words',
    rows,
    Int32Array.from(rows, (_, i) => i % 5),
  );

test('words of the training texts are known, others are not, and a few words say nothing', () => {
  const { section, unseen } = learn(rowsOf(sentences, 'en'));
  expect(shareOf('the market went past the old tram', 'en', section.weights)).toBe(0);
  expect(shareOf('the market went past zyxwv qwfpg', 'en', section.weights)).toBeCloseTo(2 / 6, 9);
  expect(shareOf('zyxwv qwfpg', 'en', section.weights)).toBeNull();
  expect(unseen).toEqual({ mean: 0, limit: 0 });
});

test('a word is looked for in the other folds: one that a single text holds is new in it', () => {
  const rare = sentences.map((text, i) => (i < 10 ? `${text} rareword${'abcdefghij'[i]}` : text));
  const { section, unseen } = learn(rowsOf(rare, 'en'));
  expect(shareOf(rare[0] as string, 'en', section.weights)).toBe(0);
  expect(unseen.mean).toBeCloseTo((10 / 200) * (1 / 9), 9);
  expect(unseen.limit).toBeCloseTo(1 / 9, 9);
});

test('pairs of ideographs stand for words', () => {
  const { section } = learn(
    rowsOf(
      Array.from({ length: 50 }, () => '今天天气很好我们去公园'),
      'zh',
    ),
  );
  expect(shareOf('今天天气很好', 'zh', section.weights)).toBe(0);
  expect(shareOf('今天公园很好', 'zh', section.weights)).toBeCloseTo(2 / 5, 9);
  expect(shareOf('今天公园', 'zh', section.weights)).toBeNull();
});

test('rows that only train make words known and are not counted', () => {
  const rows = rowsOf(sentences, 'en');
  const { section, unseen } = learnKnownWords('words', rows, new Int32Array(rows.length).fill(-1));
  expect(shareOf(sentences[0] as string, 'en', section.weights)).toBe(0);
  expect(unseen).toEqual({ mean: 0, limit: 1 });
});
