import { expect, test } from 'vitest';
import { missingField } from '../../src/report/messages/missing-field-messages.ts';
import { ADAPTERS } from '../../src/sources/registry.ts';

const given = ADAPTERS.flatMap(({ name, missingFields }) =>
  Object.entries(missingFields).map(([field, why]) => ({ name, field, why })),
);

test('what a source does not give, and why, is said in Russian and Chinese', () => {
  expect(given.length).toBeGreaterThan(30);
  for (const [language, letters] of [
    ['ru', /\p{Script=Cyrillic}/u],
    ['zh', /\p{Script=Han}/u],
  ] as const) {
    for (const { field, why } of given) {
      const said = missingField(language, field, why);
      expect(said.field, field).toMatch(letters);
      expect(said.why, why).toMatch(letters);
    }
  }
});

test('words from elsewhere stay as they were given', () => {
  expect(missingField('ru', 'mood', 'nobody asked')).toEqual({ field: 'mood', why: 'nobody asked' });
});
