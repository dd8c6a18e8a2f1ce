import { expect, test } from 'vitest';
import { placeRegions, placeTiers } from './region-places.ts';

const counts = (regions: readonly (readonly [string, number])[]) =>
  regions.map(([region, nAuthors]) => ({ region, nAuthors, nMentions: nAuthors }));

test('names of one place are one; names without a code are listed from ten authors on', () => {
  const { places, order } = placeRegions(
    counts([
      ['Москва', 40],
      ['RU-MOW', 9],
      ['Berlin', 12],
      ['my flat', 9],
      ['rest', 50],
    ]),
  );
  expect([...places]).toEqual([
    ['Москва', 'RU-MOW'],
    ['RU-MOW', 'RU-MOW'],
    ['Berlin', 'Berlin'],
  ]);
  expect(order).toEqual(['RU-MOW', 'Berlin', 'rest', 'unknown']);
});

test('at most forty names, those with most authors', () => {
  const many = Array.from({ length: 60 }, (_, i) => [`town ${i}`, 100 - i] as const);
  expect(placeRegions(counts(many)).order).toHaveLength(42);
  expect(placeRegions(counts(many)).places.has('town 40')).toBe(false);
});

test('a tier has what it names, a code all names of its place, `rest` all others', () => {
  const { places, order } = placeTiers(
    [
      { id: 'big', label: 'Big', regions: ['RU-MOW'] },
      { id: 'million', label: 'Million', regions: ['Казань'] },
      { id: 'far', label: 'Far', regions: ['rest'] },
    ],
    counts([
      ['Москва', 1],
      ['г. Москва', 1],
      ['Казань', 1],
      ['Татарстан', 1],
      ['Berlin', 1],
    ]),
  );
  expect(order).toEqual(['tier big', 'tier million', 'rest']);
  expect([...places]).toEqual([
    ['Москва', 'tier big'],
    ['г. Москва', 'tier big'],
    ['Казань', 'tier million'],
  ]);
});
