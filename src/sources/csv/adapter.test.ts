import { expect, test } from 'vitest';
import { csv } from './adapter.ts';

test('delimiters are those that tables use', () => {
  expect(csv.optionsSchema.safeParse({ delimiter: ';' }).success).toBe(true);
  expect(csv.optionsSchema.safeParse({ delimiter: '::' }).success).toBe(false);
  expect(csv.optionsSchema.safeParse({ columns: [] }).success).toBe(false);
});
