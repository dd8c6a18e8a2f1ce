import { expect, test } from 'vitest';
import { readHtml } from '../decode/html-tree.ts';
import type { ForumPage } from './read-posts.ts';
import { readPosts } from './read-posts.ts';

const CONTEXT = {
  maximumRecordLength: 1_000_000,
  timeZone: 'UTC',
  dateOrder: null,
  url: 'https://forum.example.org/t/1?sid=abc',
  retrievedAt: '2024-03-07T09:30:00Z',
};

function read(html: string): ForumPage {
  const page = readHtml(html);
  if (page === null) throw new Error('nested too deep');
  return readPosts(page, CONTEXT);
}

const post = (id: string, content: string): string =>
  `<div id="p${id}" class="post"><p class="author">by <strong>A</strong> » 05.03.2024, 10:15</p><div class="content">${content}</div></div>`;
const phpbb = (posts: string): string => `<html><body id="phpbb">${posts}</body></html>`;

test('an address that is given counts before all, without its session', () => {
  const found = read(`${phpbb(post('1', 'x'))}<link rel="canonical" href="https://other.example.org/">`);
  expect(found.kind === 'posts' && found.items).toMatchObject([
    { nativeId: 'forum.example.org/1', fields: { url: 'https://forum.example.org/t/1#p1' } },
  ]);
});

test('links that run programs are no addresses', () => {
  const found = read(phpbb(post('1', 'x').replace('by', '<a href="javascript:alert(1)//#p1">by</a>')));
  expect(found.kind === 'posts' && found.items).toMatchObject([
    { fields: { url: 'https://forum.example.org/t/1#p1' } },
  ]);
});

test('words alone make no forum', () => {
  expect(read('<html><p>We use phpBB, vBulletin and Discuz.</p></html>')).toEqual({ kind: 'unknown' });
  expect(read(phpbb('<div class="post">no number, no body</div>'))).toEqual({
    kind: 'no-posts',
    engine: 'phpBB',
  });
});

test('an empty body is an empty text, quotes alone too', () => {
  const found = read(phpbb(post('1', '') + post('2', '<blockquote>b</blockquote> ')));
  expect(found.kind === 'posts' && found.items).toMatchObject([
    { fields: { text: null, quoted: null } },
    { fields: { text: null, quoted: 'b' } },
  ]);
});

test('hostile pages take linear time', () => {
  const many = Array.from({ length: 1000 }, (_, i) =>
    post(String(i), '<blockquote>a</blockquote>'.repeat(5)),
  );
  const nested = post('1', `${'<blockquote>'.repeat(900)}deep${'</blockquote>'.repeat(900)}`.repeat(50));
  const within = '<div id="p1" class="post">'.repeat(900);
  for (const posts of [many.join(''), nested, within, post('1', '<cite>'.repeat(20)).repeat(2000)]) {
    const page = readHtml(phpbb(posts));
    const start = performance.now();
    if (page !== null) expect(readPosts(page, CONTEXT).kind).toBe('posts');
    expect(performance.now() - start).toBeLessThan(5000);
  }
});
