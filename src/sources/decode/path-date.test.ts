import { expect, test } from 'vitest';
import { pathDate } from './path-date.ts';

test.each([
  ['news/20240906.md', true, '2024-09-06'],
  ['news/2024-09-06.json.gz', true, '2024-09-06'],
  ['news/2024/09/06/items.json', true, '2024-09-06'],
  ['2024_09_06.txt', true, '2024-09-06'],
  ['dump-120240906.md', true, null],
  ['20241306.md', true, null],
  ['plain.md', true, null],
  ['20240906.md', false, null],
  ['a/06.09.2024/b.csv', 'DD.MM.YYYY', '2024-09-06'],
  ['posts-2024-09.csv', 'posts-YYYY-MM', '2024-09'],
  ['chunk_2024.csv', 'chunk_YYYY.csv', '2024'],
  ['a+b(2024).csv', 'a+b(YYYY)', '2024'],
] as const)('the date in %s by %j', (path, pattern, date) => {
  expect(pathDate(path, pattern)).toBe(date);
});
