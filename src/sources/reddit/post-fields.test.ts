import { expect, test } from 'vitest';
import { postFields, removal } from './post-fields.ts';

test('a notice is no text, words around one are', () => {
  for (const body of [
    '[deleted]',
    ' [removed]\n',
    '[ Removed by Reddit ]',
    '[deleted by user]',
    '[unavailable]',
  ])
    expect(removal({ body }), body).toMatch(/^a comment that was deleted or removed: \[/);
  for (const body of ['[deleted] why?', '[removed](https://example.org)', 'deleted', '[]', '', null, 7])
    expect(removal({ body }), String(body)).toBeNull();
  expect(removal({ title: 'A title', selftext: '[removed]' })).toMatch(/^a post/);
  expect(removal({ title: '[deleted by user]', selftext: '' })).toMatch(/^a post/);
  expect(removal({ title: '[deleted by user]', selftext: 'still here' })).toBeNull();
});

test('an address is the permanent one, and names nobody', () => {
  const url = (post: object) => postFields({ title: 'x', id: 'ab1', ...post }).fields.url;
  const kept = 'https://www.reddit.com/r/cats/comments/ab1/x/';
  expect(url({ permalink: '/r/cats/comments/ab1/x/' })).toBe(kept);
  expect(url({ permalink: 'https://old.reddit.com/r/cats/comments/ab1/x/' })).toBe(kept);
  for (const permalink of [
    '/user/someone/comments/ab1/x/',
    '/r/u_someone/comments/ab1/x/',
    'https://example.org/r/cats/comments/ab1/x/',
    `/r/cats/comments/${'x'.repeat(1000)}`,
    {},
  ])
    expect(url({ permalink })).toBe('https://www.reddit.com/comments/ab1');
  expect(url({ id: '../x' })).toBeNull();
});

test('ids that are none give none', () => {
  const ids = (post: object) => {
    const { nativeId, fields } = postFields(post as Record<string, unknown>);
    return [nativeId, fields.replyTo];
  };
  expect(ids({ body: 'x', id: 'c1', parent_id: 't1_c0' })).toEqual(['t1_c1', 't1_c0']);
  expect(ids({ body: 'x', name: 't1_c1', parent_id: 5, link_id: 'p1' })).toEqual(['t1_c1', 't3_p1']);
  expect(ids({ body: 'x', id: 'C 1', name: [], parent_id: 't5_c0', link_id: {} })).toEqual([null, null]);
});
