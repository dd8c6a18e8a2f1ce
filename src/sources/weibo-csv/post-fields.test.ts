import { expect, test } from 'vitest';
import { fieldReader } from '../decode/field-reader.ts';
import { WEIBO_NAMES, weiboCount, weiboFields } from './post-fields.ts';

const read = (row: Record<string, string | null>) =>
  weiboFields(fieldReader({}, { names: WEIBO_NAMES })(row, ''), row).fields;

test.each([
  ['12', 12],
  ['1.2万', 12_000],
  ['100万+', 1_000_000],
  ['2亿', 200_000_000],
  ['赞', null],
  ['', null],
  [null, null],
] as const)('the count %j is %j', (cell, count) => {
  expect(weiboCount(cell)).toBe(count);
});

test('a chain of reposts is the words of others', () => {
  expect(read({ text: '同意 //@甲:是的//@乙:真的吗' })).toMatchObject({
    text: '同意',
    quoted: '//@甲:是的//@乙:真的吗',
  });
  expect(read({ text: '//@甲:是的' })).toMatchObject({ text: null, quoted: '//@甲:是的' });
  expect(read({ text: '转发//<a href="/n/x">@甲</a>:是的' })).toMatchObject({
    text: '转发',
    quoted: '//@甲:是的',
    markup: 'html',
  });
  expect(read({ text: 'see http://@example.org' }).quoted).toBeNull();
});

test('the time of a comment is never taken for its place', () => {
  expect(read({ text: 'x', region_name: '发布于 广东', created_at: 't' })).toMatchObject({
    region: '广东',
    publishedAt: 't',
  });
  expect(read({ text: 'x', region_name: '来自' }).region).toBeNull();
});
