import { expect, test } from 'vitest';
import { canonicalLinks } from './canonical-links.ts';

test.each([
  ['https://www.Example.org/a/', 'example.org/a'],
  ['http://example.org/a?utm_source=x&id=3#top', 'example.org/a?id=3'],
  ['t.me/channel/12', 't.me/channel/12'],
  ['https://m.example.org', 'example.org'],
  ['https://example.org/?b=2&a=1', 'example.org?a=1&b=2'],
])('%s', (url, link) => {
  expect(canonicalLinks([url])).toEqual([link]);
  expect(canonicalLinks([`https://${link}`])).toEqual([link]);
});

test('each once and sorted; what is no address is left out', () => {
  expect(
    canonicalLinks(['https://b.org/x', 'http://a.org', 'https://www.b.org/x/', 'https://[', '']),
  ).toEqual(['a.org', 'b.org/x']);
});
