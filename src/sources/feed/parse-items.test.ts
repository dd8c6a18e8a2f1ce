import { expect, test } from 'vitest';
import type { RecordFields } from '../adapter.ts';
import { UNKNOWN_FEED } from './item-fields.ts';
import { feedFacts, parsedXmlItems } from './parse-items.ts';
import { xmlItems } from './xml-items.ts';

function fieldsOf(text: string): RecordFields | undefined {
  const [item] = [...xmlItems(text)].filter((each) => each.kind === 'item');
  if (item === undefined) return undefined;
  const [parsed] = parsedXmlItems([item], feedFacts(item.around));
  return typeof parsed === 'object' ? parsed?.fields : undefined;
}

const entry = (inside: string) =>
  fieldsOf(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`);
const item = (inside: string) =>
  fieldsOf(`<rss version="2.0"><channel><item>${inside}</item></channel></rss>`);

test('an address is one of the web, absolute where the feed says against what', () => {
  const link = (href: string, base = '') =>
    fieldsOf(
      `<feed xmlns="http://www.w3.org/2005/Atom"${base}><entry><title>x</title><link href="${href}"/></entry></feed>`,
    )?.url;
  expect(link('https://example.org/1')).toBe('https://example.org/1');
  expect(link('../1', ' xml:base="https://example.org/a/b"')).toBe('https://example.org/1');
  for (const href of ['1', 'javascript:alert(1)', 'file:///etc/passwd', '']) expect(link(href)).toBeNull();
  expect(link('javascript:alert(1)', ' xml:base="https://example.org/"')).toBeNull();
});

test('Atom content that is no text is not read as one', () => {
  expect(entry('<content type="application/octet-stream">aGVsbG8=</content><summary>s</summary>')?.text).toBe(
    's',
  );
  expect(entry('<content src="https://example.org/v.mp4"/><summary type="html">s</summary>')).toMatchObject({
    text: 's',
    markup: 'html',
  });
  expect(entry('<title type="image/png">aGVsbG8=</title><summary>s</summary>')?.title).toBeNull();
  expect(entry('<title>t</title><content type="text">a &lt; b</content>')).toMatchObject({
    text: 'a < b',
    markup: 'plain',
  });
});

test('brackets that begin no tag are text', () => {
  expect(item('<title>1 < 2 & 3 <3</title>')?.title).toBe('1 < 2 & 3 <3');
  expect(item('<description><![CDATA[1 < 2]]></description>')?.text).toBe('1 < 2');
});

test('items without a channel around them are read', () => {
  expect(fieldsOf('<rss version="2.0"><item><title>x</title></item></rss>')?.title).toBe('x');
  expect(fieldsOf('<item><title>x</title></item>')?.title).toBe('x');
});

test('a feed whose head cannot be read says nothing', () => {
  const around = { root: 'rss', opening: '', closing: '</channel></rss>', head: '<rss><channel>' };
  expect(feedFacts(around)).toEqual(UNKNOWN_FEED);
});

test('one item that cannot be parsed does not harm those read with it', () => {
  const items = [
    ...xmlItems(
      '<rss><channel><item><title>1</title></item><item/><item><__proto__/></item></channel></rss>',
    ),
  ];
  const [first, second, third] = parsedXmlItems(
    items.filter((each) => each.kind === 'item'),
    UNKNOWN_FEED,
  );
  expect(first).toMatchObject({ fields: { title: '1' } });
  expect(second).toBeNull();
  expect(third).toMatch(/^the item cannot be parsed: /);
});

test('a name of endless length is left out', () => {
  const start = performance.now();
  const author = '('.repeat(500_000);
  expect(item(`<title>x</title><author>${author}</author>`)).toMatchObject({ title: 'x', author: null });
  expect(
    fieldsOf(`<rss><channel><webMaster>${author}</webMaster><item><title>x</title></item></channel></rss>`)
      ?.title,
  ).toBe('x');
  expect(performance.now() - start).toBeLessThan(3000);
});
