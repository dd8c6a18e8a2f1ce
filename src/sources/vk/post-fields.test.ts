import { expect, test } from 'vitest';
import { postFields, withNames } from './post-fields.ts';

test('mentions become the names in them, other brackets stay', () => {
  expect(withNames('[id1|Анна], [club2|Зал] и [public3|A|B] [1|2] [id|x]')).toBe(
    'Анна, Зал и [public3|A|B] [1|2] [id|x]',
  );
  expect(withNames('[id5:bp-7_9|Борис], см. [#alias|тут|https://example.org/x]')).toBe('Борис, см. тут');
  expect(withNames('['.repeat(50_000))).toBe('['.repeat(50_000));
});

test('numbers that are none give no id and no address', () => {
  for (const item of [{ id: 1 }, { owner_id: -1 }, { id: '1/../x', owner_id: 1 }, { id: 0, owner_id: 1 }]) {
    const { nativeId, fields } = postFields({ text: 'x', ...item }, {});
    expect([nativeId, fields.url]).toEqual([null, null]);
  }
});

test('a post that answers another names it', () => {
  const post = { id: 9, owner_id: -1, from_id: 5, text: 'x', reply_post_id: 7, reply_owner_id: -2 };
  expect(postFields(post, {}).fields.replyTo).toBe('-2_7');
});

test('an author who is gone is unknown; a post without an author is by the owner of its wall', () => {
  const author = (item: object) => postFields({ id: 3, owner_id: -1, text: 'x', ...item }, {}).fields.author;
  expect([author({ from_id: 0 }), author({}), author({ post_id: 2 })]).toEqual([null, '-1', null]);
});
