import { expect, test } from 'vitest';
import { xmlItems } from './xml-items.ts';

const found = (text: string): string[] =>
  [...xmlItems(text)].map((each) => (each.kind === 'item' ? each.text : `${each.reason}: ${each.detail}`));

test('tags in comments, CDATA and quotes are none', () => {
  const item = '<item a="x>y/"><!-- </item> --><![CDATA[</item>]]><?x </item>?></item>';
  expect(found(`<rss><channel>${item}</channel></rss>`)).toEqual([item]);
});

test('an item that is not closed harms itself only', () => {
  expect(found('<rss><channel><item>1<item>2</item><item>3</channel></rss>')).toEqual([
    'unparseable: <item> is not closed before the next begins',
    '<item>2</item>',
    'unparseable: <item> is not closed before </channel>',
  ]);
});

test('items end where their file does', () => {
  expect(found('<feed><entry>1</entry><entry>2')).toEqual([
    '<entry>1</entry>',
    'truncated: the file ends inside <entry>',
  ]);
  expect(found('<feed><entry>1</entry>')).toEqual([
    '<entry>1</entry>',
    'truncated: the file ends before </feed>',
  ]);
  expect(found('<feed><entry><![CDATA[1')).toEqual(['truncated: the file ends inside <entry>']);
});

test('an item of something else is no item', () => {
  expect(found('<rss><channel><image><item>1</item></image></channel></rss>')).toEqual([]);
  expect(found('<list><item>1</item></list>')).toEqual(['wrong-shape: not a feed: it begins with <list>']);
  expect(found('<constructor/>')).toEqual(['wrong-shape: not a feed: it begins with <constructor>']);
});

test('knows the start tags around, and the lines', () => {
  const [first, second] = [
    ...xmlItems('<rss a="1">\n<channel>\n<title/><item/>\n\n<item\n/></channel></rss>'),
  ];
  expect(first).toMatchObject({ line: 3, text: '<item/>' });
  expect(second).toMatchObject({
    line: 5,
    around: {
      root: 'rss',
      opening: '<rss a="1"><channel>',
      closing: '</channel></rss>',
      head: '<rss a="1">\n<channel>\n<title/>',
    },
  });
});

test.each([
  '<a>'.repeat(300_000),
  '<'.repeat(1_000_000),
  '<a "'.repeat(300_000),
  '<!--'.repeat(300_000),
  `<rss>${'<channel><item/>'.repeat(60_000)}`,
  `<rss>${'<a>'.repeat(100_000)}${'</b>'.repeat(100_000)}`,
  `<rss ${'a="b" '.repeat(10_000)}>${'<item>'.repeat(100_000)}`,
  `<rss>${'\n'.repeat(500_000)}${'<item/>\n'.repeat(50_000)}`,
])('takes linear time, whatever it is given (%#)', (text) => {
  const start = performance.now();
  for (const _ of xmlItems(text));
  expect(performance.now() - start).toBeLessThan(3000);
});
