import { expect, test } from 'vitest';
import { fieldReader } from './field-reader.ts';
import { mappedOver } from './mapped-over.ts';

test('names are looked up as they stand, then as paths', () => {
  const read = fieldReader({ text: ['a.b'], author: ['user.name'], url: ['media.0.href'] });
  const { fields } = read(
    { 'a.b': 'flat', a: { b: 'nested' }, user: { name: 'x' }, media: [{ href: 'u' }] },
    '',
  );
  expect(fields).toMatchObject({ text: 'flat', author: 'x', url: 'u' });
  expect(read({ a: { b: 'nested' } }, '').fields.text).toBe('nested');
  expect(read({ a: { b: { c: 1 } }, user: null }, '').fields).toMatchObject({ text: null, author: null });
});

test('several texts are joined, of other fields the first that holds something counts', () => {
  const read = fieldReader({ text: ['head', 'body'], title: ['t1', 't2'], likes: ['l1', 'l2'] });
  const { fields } = read({ head: 'one', body: 'two', t1: '', t2: 'second', l1: null, l2: '0' }, '');
  expect(fields).toMatchObject({ text: 'one\ntwo', title: 'second', nLikes: 0 });
  expect(read({ head: '', body: null }, '').fields).toMatchObject({ text: null, title: null, nLikes: null });
});

test('what a record inherits is not in it', () => {
  const read = fieldReader({
    text: ['constructor'],
    title: ['__proto__.toString'],
    author: ['a.constructor.name'],
  });
  expect(read({ a: {} }, '').fields).toMatchObject({ text: null, title: null, author: null });
});

test('without a mapping common names are tried, objects passed over for what is in them', () => {
  const { nativeId, fields } = fieldReader({})(
    { id: 7, body: 'hi', user: { screen_name: 'me' }, created_utc: '1700000000' },
    '',
  );
  expect({ nativeId, ...fields }).toMatchObject({
    nativeId: '7',
    text: 'hi',
    author: 'me',
    publishedAt: 1_700_000_000,
  });
});

test('a date from elsewhere stands in for a missing one only', () => {
  const read = fieldReader({ publishedAt: ['d'] }, { publishedAt: '2024-01-02', markup: 'html' });
  expect(read({ d: '' }, '').fields).toMatchObject({ publishedAt: '2024-01-02', markup: 'html' });
  expect(read({ d: '2020-05-05' }, '').fields.publishedAt).toBe('2020-05-05');
});

test('long numbers keep their digits', () => {
  const json = '{"id":1730112233445566778,"author":{"id":1730112233445566779}}';
  const { nativeId, fields } = fieldReader({ id: ['id'], author: ['author.id'] })(JSON.parse(json), json);
  expect([nativeId, fields.author?.slice(0, 15)]).toEqual(['1730112233445566778', '173011223344556']);
});

test('a mapping replaces what an adapter found, and only that', () => {
  const own = fieldReader({})({ id: 'a', text: 'own', title: 'kept', other: 'mapped' }, '');
  const over = mappedOver({ text: ['other'], likes: ['n'] })(own, { other: 'mapped', n: '3' }, '');
  expect(over.nativeId).toBe('a');
  expect(over.fields).toEqual({ ...own.fields, text: 'mapped', nLikes: 3 });
  expect(mappedOver({})(own, {}, '')).toBe(own);
});
