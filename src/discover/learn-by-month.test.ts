import { beforeAll, expect, test } from 'vitest';
import { plantedMonths } from '../../bench/themes/planted-months.ts';
import { adjustedRandIndex } from '../stats/adjusted-rand-index.ts';
import { learnMonth, type MonthTexts, NO_MONTHS, type ThemeChain } from './learn-by-month.ts';
import { createWordReader } from './passage-words.ts';
import type { LivingTheme } from './theme-lives.ts';

const MONTHS = 9;
/** Two that stay, one that changes a fifth of its words each month, one that ends, and one that begins in July. */
const THEMES = [
  { size: 1 },
  { size: 1 },
  { size: 1, drift: 0.2 },
  { size: 1, until: 4 },
  { size: 1.2, from: 6 },
];
const [DRIFTING, ENDING, LATE] = [2, 3, 4];
const OPTIONS = { read: createWordReader(['Atlantis'], 'en'), seed: 1, most: 8, language: 'en' };
const monthOf = (i: number): string => `2024-0${i + 1}`;

const planted = plantedMonths({ themes: THEMES, nMonths: MONTHS, textsInMonth: 400, ownWords: 7, seed: 3 });
const months: MonthTexts[] = planted.map((texts, i) => ({ month: monthOf(i), texts }));
const chains: ThemeChain[] = [];

/** Id that most texts of a planted theme get in a month. */
function idIn(month: number, theme: number): string | undefined {
  const { latest } = chains[month] as ThemeChain;
  const texts = planted[month] as (typeof planted)[number];
  const mine = texts.filter((one) => one.theme === theme);
  const counts = Map.groupBy(latest?.learner.themesOf(mine) ?? [], (one) => one);
  const [[part] = [-1]] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  return latest?.ids[part];
}

function themeCalled(id: string | undefined): LivingTheme | undefined {
  return chains.at(-1)?.lives.themes.find((one) => one.id === id);
}

beforeAll(() => {
  for (const month of months) chains.push(learnMonth(chains.at(-1) ?? NO_MONTHS, month, OPTIONS));
}, 60_000);

test('themes that are talked of all the time keep their ids, though one changes most of its words', () => {
  for (const theme of [0, 1, DRIFTING]) {
    const first = idIn(2, theme);
    expect(first).toBeDefined();
    for (let month = 3; month < MONTHS; month++)
      expect(idIn(month, theme), `${theme} in ${month}`).toBe(first);
  }
  const drifting = themeCalled(idIn(MONTHS - 1, DRIFTING));
  const now = drifting?.words.map(({ word }) => word) ?? [];
  expect(drifting?.name.filter((word) => now.slice(0, 5).includes(word)).length).toBeLessThan(3);
});

test('a theme that begins in July is born there, and one that ends in April is last seen there', () => {
  const late = themeCalled(idIn(MONTHS - 1, LATE));
  expect(late).toMatchObject({ firstSeen: '2024-07', lastSeen: '2024-09' });
  expect(late?.history).toEqual([{ month: '2024-07', kind: 'born', other: null }]);
  const ending = themeCalled(idIn(3, ENDING));
  expect(ending?.lastSeen).toBe('2024-04');
});

test('another month changes nothing that was said of those before', () => {
  for (let month = 1; month < MONTHS; month++) {
    const [before, after] = [chains[month - 1], chains[month]] as [ThemeChain, ThemeChain];
    expect(after.months.slice(0, month)).toEqual(before.months);
    before.lives.themes.forEach(({ id, name, firstSeen, history }, place) => {
      const now = after.lives.themes[place];
      expect(now).toMatchObject({ id, name });
      expect(now?.history.slice(0, history.length)).toEqual(history);
      if (firstSeen !== null) expect(now?.firstSeen).toBe(firstSeen);
    });
  }
});

test('nothing is hidden: every text has a theme or is counted as none, and the true themes are found', () => {
  const { latest } = chains.at(-1) as ThemeChain;
  const texts = planted.at(-1) ?? [];
  const themes = latest?.learner.themesOf(texts) ?? new Int32Array();
  expect(themes).toHaveLength(texts.length);
  expect(themes.every((theme) => theme >= -1 && theme < (latest?.ids.length ?? 0))).toBe(true);
  const index = adjustedRandIndex(
    themes.map((theme) => theme + 1),
    texts.map(({ theme }) => theme),
  );
  expect(index).toBeGreaterThan(0.9);
});

test('months wait until there are texts enough, and are then read by the first themes', () => {
  const small = plantedMonths({ themes: THEMES, nMonths: 3, textsInMonth: 150, ownWords: 7, seed: 5 });
  let chain = NO_MONTHS;
  const kinds = small.map((texts, i) => {
    chain = learnMonth(chain, { month: monthOf(i), texts }, OPTIONS);
    return chain.months.at(-1)?.kind;
  });
  expect(kinds).toEqual(['read-back', 'learned', 'learned']);
  expect(chain.nothing).toBeNull();
  expect(chain.lives.themes.some(({ firstSeen }) => firstSeen === '2024-01')).toBe(true);
  const alone = learnMonth(NO_MONTHS, { month: monthOf(0), texts: small[0] ?? [] }, OPTIONS);
  expect(alone.nothing?.reason).toBe('too-few-texts');
});

test('a month without texts that can be told apart keeps the themes before it', () => {
  const [first] = chains as [ThemeChain];
  const texts = Array.from({ length: 10 }, (_, i) => ({
    text: 'Atlantis',
    start: 0,
    end: 8,
    author: `${i}`,
  }));
  const kept = learnMonth({ ...first, window: [] }, { month: '2024-02', texts }, OPTIONS);
  expect(kept.months.at(-1)).toMatchObject({ kind: 'kept', stability: null, agreement: null });
  expect(kept.latest).toBe(first.latest);
});
