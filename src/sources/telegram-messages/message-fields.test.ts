import { expect, test } from 'vitest';
import { messageFields } from './message-fields.ts';

test('one channel has one number, however a client writes it', () => {
  const ids = [
    { chat_id: -1001234567890 },
    { peer_id: { channel_id: 1234567890 } },
    { chat: { id: '-1001234567890' } },
  ].map((chat) => messageFields({ id: 5, ...chat }, '').nativeId);
  expect(new Set(ids)).toEqual(new Set(['1234567890/5']));
});

test('texts in pieces are joined', () => {
  expect(messageFields({ text: ['see ', { type: 'link', text: 'this' }] }, '').fields.text).toBe('see this');
});

test('a post of a public channel has an address, another has none', () => {
  expect(messageFields({ id: 3, chat: { username: 'some_channel' } }, '').fields.url).toBe(
    'https://t.me/some_channel/3',
  );
  expect(messageFields({ id: 3, chat: { username: 'x/../y' } }, '').fields.url).toBeNull();
});

test('counts that are not given are unknown', () => {
  const { fields } = messageFields({ id: 1, message: 'x', views: null, reactions: null }, '');
  expect([fields.nViews, fields.nLikes, fields.nReposts, fields.nReplies]).toEqual([null, null, null, null]);
  expect(messageFields({ reactions: { results: [] } }, '').fields.nLikes).toBe(0);
});
