import { expect, test } from 'vitest';
import { carryThemes, type ThemeLives } from './theme-lives.ts';

const words = (list: string) => list.split(' ').map((word, i) => ({ word, nAuthors: 20, weight: 20 - i }));
const TRADE = 'tariff export import customs goods price';
const ARMS = 'tank missile drone army border front';
const SPORT = 'team match goal league coach player';

const start = carryThemes(
  { themes: [], parts: [] },
  { month: '2024-01', words: [words(TRADE), words(ARMS)], match: null },
  'en',
);
const idsOf = ({ themes, parts }: ThemeLives) => parts.map((place) => themes[place]?.id);

test('the first themes are called by their language and first word', () => {
  expect(idsOf(start)).toEqual(['en:tariff', 'en:tank']);
  expect(start.themes[0]).toMatchObject({
    name: ['tariff', 'export', 'import'],
    history: [{ kind: 'first', other: null }],
  });
});

test('a theme that goes on keeps id and name when its words change; one that is born with a taken word gets another', () => {
  const match = { continues: [1, -1, 0], from: [1, -1, 0], into: [2, 0] };
  const later = carryThemes(
    start,
    { month: '2024-02', words: [words(SPORT), words(`tank ${SPORT}`), words(TRADE)], match },
    'en',
  );
  expect(idsOf(later)).toEqual(['en:tank', 'en:team', 'en:tariff']);
  expect(later.themes[1]).toMatchObject({
    name: ['tank', 'missile', 'drone'],
    words: words(SPORT),
    history: [{ kind: 'first' }],
  });
  expect(later.themes[2]?.history).toEqual([{ month: '2024-02', kind: 'born', other: null }]);
});

test('what splits off says from what, what merges says into what, what ends just ends', () => {
  const split = carryThemes(
    start,
    {
      month: '2024-02',
      words: [words(TRADE), words(ARMS), words(SPORT)],
      match: { continues: [0, 1, -1], from: [0, 1, 0], into: [0, 1] },
    },
    'en',
  );
  expect(split.themes[2]?.history).toEqual([{ month: '2024-02', kind: 'split', other: 'en:tariff' }]);
  const merged = carryThemes(
    split,
    { month: '2024-03', words: [words(TRADE)], match: { continues: [0], from: [0], into: [0, -1, 0] } },
    'en',
  );
  expect(merged.themes[1]?.history.at(-1)).toEqual({ month: '2024-03', kind: 'ended', other: null });
  expect(merged.themes[2]?.history.at(-1)).toEqual({ month: '2024-03', kind: 'merged', other: 'en:tariff' });
  expect(merged.themes).toHaveLength(3);
});

test('a theme that had ended comes back with its id when half of its first words do', () => {
  const ended = carryThemes(
    start,
    { month: '2024-02', words: [words(ARMS)], match: { continues: [1], from: [1], into: [-1, 0] } },
    'en',
  );
  const back = words('export tariff import goods price quota');
  const returned = carryThemes(
    ended,
    { month: '2024-05', words: [words(ARMS), back], match: { continues: [0, -1], from: [0, -1], into: [0] } },
    'en',
  );
  expect(idsOf(returned)).toEqual(['en:tank', 'en:tariff']);
  expect(returned.themes[0]?.history.map(({ kind }) => kind)).toEqual(['first', 'ended', 'returned']);
  const other = carryThemes(
    ended,
    {
      month: '2024-05',
      words: [words(ARMS), words('tariff export quota duty levy port')],
      match: { continues: [0, -1], from: [0, -1], into: [0] },
    },
    'en',
  );
  expect(idsOf(other)).toEqual(['en:tank', 'en:export']);
});
