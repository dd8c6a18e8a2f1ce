import { expect, test } from 'vitest';
import { adjustedRandIndex } from '../stats/adjusted-rand-index.ts';
import { seededRandom } from '../stats/random.ts';
import { type LearningText, learnThemes } from './learn-themes.ts';
import { passageAround } from './passage.ts';
import { createWordReader } from './passage-words.ts';
import { createVocabulary } from './vocabulary.ts';
import { widenPair } from './widen-pair.ts';

/** Consonants and vowels of made-up words: no dictionary is needed to plant themes. */
const [HARD, SOFT] = ['bdfgklmnprtvz', 'aeiou'];

function madeUp(i: number): string {
  const syllable = (n: number): string =>
    `${HARD[n % HARD.length]}${SOFT[Math.floor(n / HARD.length) % SOFT.length]}`;
  return `${syllable(i)}${syllable(Math.floor(i / 65) + 7)}mor`;
}

/** Texts of three themes; every text has words of its own theme and some that all share. */
function plantedTexts(n: number, authors = n): { texts: LearningText[]; truth: number[] } {
  const random = seededRandom(4);
  const truth = Array.from({ length: n }, (_, i) => i % 3);
  const pick = (from: number, size: number): string => madeUp(from + Math.floor(size * random()));
  const texts = truth.map((theme, i) => {
    const own = Array.from({ length: 7 }, () => pick(100 * theme, 45));
    const shared = Array.from({ length: 3 }, () => pick(400, 60));
    const text = `${own.slice(0, 4).join(' ')} Atlantis ${[...own.slice(4), ...shared].join(' ')}.`;
    const start = text.indexOf('Atlantis');
    return { text, start, end: start + 8, author: String(i % authors) };
  });
  return { texts, truth };
}

const OPTIONS = { read: createWordReader(['Atlantis'], 'en'), seed: 1, most: 8 };

function learned(texts: readonly LearningText[]) {
  const found = learnThemes(texts, OPTIONS);
  if (found.kind !== 'learned') throw new TypeError(found.reason);
  return found;
}

test('planted themes are found in their number, named by their own words, and nearly every text is explained', () => {
  const { texts, truth } = plantedTexts(600);
  const found = learned(texts);
  expect(found.words).toHaveLength(3);
  const themes = found.themesOf(texts);
  expect(
    adjustedRandIndex(
      themes.map((theme) => theme + 1),
      truth,
    ),
  ).toBeGreaterThan(0.9);
  expect(themes.filter((theme) => theme < 0).length).toBeLessThan(60);
  expect(found.stability.mean).toBeGreaterThanOrEqual(0.7);
  for (const [theme, words] of found.words.entries()) {
    expect(words.length).toBeGreaterThan(3);
    const mine = texts.filter((_, i) => themes[i] === theme).map(({ text }) => text);
    for (const { word, nAuthors } of words) {
      expect(nAuthors).toBeGreaterThanOrEqual(10);
      expect(mine.some((text) => text.toLowerCase().includes(word))).toBe(true);
    }
  }
});

test('the same texts give the same themes', () => {
  const { texts } = plantedTexts(400);
  const [a, b] = [learned(texts), learned(texts)];
  expect(a.words).toEqual(b.words);
  expect([...a.themesOf(texts)]).toEqual([...b.themesOf(texts)]);
});

test('too little, too uniform and too few authors are not estimable, with the reason', () => {
  const reason = (texts: readonly LearningText[]): string => {
    const found = learnThemes(texts, OPTIONS);
    return found.kind === 'nothing' ? found.reason : 'learned';
  };
  expect(reason([])).toBe('too-few-texts');
  expect(reason(plantedTexts(50).texts)).toBe('too-few-texts');
  expect(reason(plantedTexts(600, 1).texts)).toBe('too-few-texts');
  const [same] = plantedTexts(1).texts as [LearningText];
  expect(reason(Array.from({ length: 500 }, (_, i) => ({ ...same, author: String(i) })))).toBe(
    'too-few-words',
  );
  const empty = { text: '', start: 0, end: 0, author: '1' };
  expect(reason(Array.from({ length: 500 }, (_, i) => ({ ...empty, author: String(i) })))).toBe(
    'too-few-words',
  );
});

test('words strewn by chance show no theme', () => {
  const random = seededRandom(8);
  const texts = Array.from({ length: 500 }, (_, i) => {
    const text = `Atlantis ${Array.from({ length: 9 }, () => madeUp(Math.floor(160 * random()))).join(' ')}.`;
    return { text, start: 0, end: 8, author: String(i) };
  });
  expect(learnThemes(texts, OPTIONS)).toMatchObject({ kind: 'nothing', reason: 'not-stable' });
});

test('an empty text and one of unknown words are explained by no theme', () => {
  const { texts } = plantedTexts(400);
  const places = [
    { text: '', start: 0, end: 0 },
    { text: 'Atlantis, qwerty!', start: 0, end: 8 },
  ];
  expect([...learned(texts).themesOf(places)]).toEqual([-1, -1]);
});

test('handles, addresses, phones and the target’s own names are never words', () => {
  const read = createWordReader(['Атлантида', 'Атлантиды', '大西洲'], 'ru');
  const words = read(
    'Пишет @ivan_petrov, почта petrov.ivan@mail.example, https://example.org/ivanov t.me/sidorov +7 900 123-45-67: Атлантиды торговля растёт',
  );
  expect([...words.values()]).toEqual(['пишет', 'почта', 'торговля', 'растёт']);
  const han = createWordReader(['大西洲'], 'zh')('大西洲贸易的增长');
  expect([...han.keys()]).toEqual(['贸易', '增长']);
  const nested = createWordReader(['对大', '大西洲'], 'zh')('对大西洲贸易');
  expect([...nested.keys()]).toEqual(['贸易']);
});

test('forms of a word are one word, shown in the form that most texts use', () => {
  const read = createWordReader([], 'ru');
  const texts = ['пошлины', 'пошлин', 'пошлинами', 'пошлины', 'пошлину', ...Array(30).fill('другое')].map(
    (text, group) => ({ words: read(text as string), group }),
  );
  expect(createVocabulary(texts).forms).toEqual(['пошлины']);
});

test('a passage is the sentence, or a window without cut words', () => {
  const text = `${'слово '.repeat(60)}конец. Про Китай сказано. ${'дальше '.repeat(60)}`;
  const start = text.indexOf('Китай');
  const place = { text, start, end: start + 5 };
  expect(passageAround(place, 'sentence').trim()).toBe('Про Китай сказано.');
  const window = passageAround(place, 'window');
  expect(window).toContain('Китай');
  expect(new Set(window.match(/[а-я]+/giu))).toEqual(
    new Set(['слово', 'конец', 'Про', 'Китай', 'сказано', 'дальше']),
  );
});

test('a Chinese pair is shown in the word it mostly stands in, others stay', () => {
  const passages = Array.from({ length: 20 }, (_, group) => ({
    text: `有${'东西南北'[group % 4]}无人机袭击`,
    group,
  }));
  expect(widenPair('无人', passages).word).toBe('无人机袭击');
  expect(widenPair('无人', passages.slice(0, 5))).toEqual({ word: '无人', nAuthors: null });
  expect(widenPair('tariff', passages)).toEqual({ word: 'tariff', nAuthors: null });
});
