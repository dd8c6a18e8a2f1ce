import { expect, test } from 'vitest';
import { readHtml } from '../decode/html-tree.ts';
import { readArticle } from './read-article.ts';

const WORDS =
  '<p>A sentence of some length, with commas, stands here so that it is taken for an article.</p>'.repeat(4);

function dateOf(head: string, body = WORDS): string | null {
  const page = readHtml(`<html><head><title>T</title>${head}</head><body>${body}</body></html>`);
  const article = page === null ? 'nested' : readArticle(page);
  if (typeof article === 'string') throw new Error(article);
  return article.publishedAt;
}

test('the date is the one that the page states for machines', () => {
  const meta = '<meta property="article:published_time" content="2024-03-05T10:15:00Z">';
  const data =
    '<script type="application/ld+json">{"dateModified":"2024-01-01","datePublished":"2024-03-04"}</script>';
  expect(dateOf(meta + data)).toBe('2024-03-05T10:15:00Z');
  expect(dateOf(data)).toBe('2024-03-04');
  expect(
    dateOf(
      '',
      `<article><time datetime="2024-03-03">x</time>${WORDS}</article><time datetime="2024-01-01"></time>`,
    ),
  ).toBe('2024-03-03');
});

test('of several times outside the article none is the date', () => {
  expect(dateOf('', `<time datetime="2024-03-03"></time>${WORDS}`)).toBe('2024-03-03');
  expect(
    dateOf('', `<time datetime="2024-03-03"></time><time datetime="2024-03-02"></time>${WORDS}`),
  ).toBeNull();
  expect(dateOf('', `<time datetime="PT5M"></time>${WORDS}`)).toBeNull();
  expect(dateOf('<meta name="date" content="soon">')).toBeNull();
});

test.each([
  ['<p>Menu</p>', 'no article in the page'],
  [('<div>'.repeat(900) + WORDS + '</div>'.repeat(900)).repeat(20), 'nested so deep'],
  ['<b></b>'.repeat(60_000), 'so many elements'],
])('a page without an article says so', (body, why) => {
  const page = readHtml(body);
  expect(page === null ? null : readArticle(page)).toContain(why);
});
