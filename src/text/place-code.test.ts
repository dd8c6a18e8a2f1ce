import { expect, test } from 'vitest';
import { CHINESE_PLACES, CODED_ONLY_PLACES } from './chinese-places.ts';
import { placeName } from './name-of-place.ts';
import { placeCode } from './place-code.ts';
import { RUSSIAN_PLACES } from './russian-places.ts';

test('83 federal subjects and 34 provinces, each code and each name once', () => {
  expect(RUSSIAN_PLACES).toHaveLength(83);
  expect([...CHINESE_PLACES, ...CODED_ONLY_PLACES]).toHaveLength(34);
  for (const at of [0, 1, 2, 3] as const) {
    const all = [...RUSSIAN_PLACES, ...CHINESE_PLACES].map((place) => place[at]);
    expect(new Set(all).size).toBe(all.length);
  }
});

test.each([
  ['RU-OMS', 'RU-OMS'],
  ['ru-mow', 'RU-MOW'],
  ['Омская область', 'RU-OMS'],
  ['омская обл.', 'RU-OMS'],
  ['г. Казань', 'RU-TA'],
  ['Республика Татарстан', 'RU-TA'],
  ['Республика Алтай', 'RU-AL'],
  ['Алтайский край', 'RU-ALT'],
  ['Республика Саха (Якутия)', 'RU-SA'],
  ['Орел', 'RU-ORL'],
  ['Omsk Region', 'RU-OMS'],
  ['广东省', 'CN-GD'],
  ['广西壮族自治区', 'CN-GX'],
  ['Guangdong province', 'CN-GD'],
  ['CN-TW', 'CN-TW'],
])('%s has a code', (name, code) => expect(placeCode(name)).toBe(code));

test.each([
  'Алтай',
  'Крым',
  'RU-CR',
  'UA-43',
  'Донецк',
  '台湾',
  '香港',
  'Berlin',
  'область',
  '',
  'Москва и область',
])('%s has none', (name) => expect(placeCode(name)).toBe(null));

test('every name of every place is known again', () => {
  for (const [code, ...names] of [...RUSSIAN_PLACES, ...CHINESE_PLACES])
    for (const name of names) expect([name, placeCode(name ?? '')]).toEqual([name, code]);
});

test('names in three languages; what is no code has none', () => {
  expect((['en', 'ru', 'zh'] as const).map((language) => placeName('RU-OMS', language))).toEqual([
    'Omsk Oblast',
    'Омская область',
    '鄂木斯克州',
  ]);
  expect(placeName('Омск', 'ru')).toBe(null);
});
