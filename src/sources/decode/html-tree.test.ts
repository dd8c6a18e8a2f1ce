import { expect, test } from 'vitest';
import { finder, finderOfAll, valueFinder } from './html-select.ts';
import type { HtmlPage } from './html-tree.ts';
import { innerHtml, readHtml, textIn } from './html-tree.ts';
import { linesBefore } from './lines-before.ts';

function pageOf(html: string): HtmlPage {
  const page = readHtml(html);
  if (page === null) throw new Error('nested too deep');
  return page;
}

test('elements know where they stand in the source', () => {
  const page = pageOf('<ul><li class="a">one<br>two<li>three</ul> <p id=x>four');
  const [one, two] = finder('li')(page.root);
  const [four] = finder('#x')(page.root);
  expect([one, two, four].map((each) => page.html.slice(each!.start, each!.end))).toEqual([
    '<li class="a">one<br>two',
    '<li>three',
    '<p id=x>four',
  ]);
  expect([one, two, four].map((each) => innerHtml(page, each!))).toEqual(['one<br>two', 'three', 'four']);
  expect([one, two, four].map((each) => each!.closed)).toEqual([false, false, false]);
});

test('parts can be left out of the source', () => {
  const page = pageOf('<div>a<q>b<q>c</q></q>d<i>e</i>f</div>');
  const [div] = finder('div')(page.root);
  expect(innerHtml(page, div!, finderOfAll(['i', 'q', 'q q'])(div!))).toBe('adf');
  expect(textIn(div!)).toBe('abcdef');
});

test.each([
  ['div.a.b', ['1']],
  ['.a', ['0', '1']],
  ['.a span', ['2']],
  ['[data-k^="po"]', ['2']],
  ['[data-k*="st"]', ['2']],
  ['[data-k="post"]', []],
  ['em | #1', ['1']],
] as const)('%s finds the outermost elements that fit', (selector, ids) => {
  const { root } = pageOf(
    '<p id="0" class="a"></p><div id="1" class="b  a"><span id="2" data-k="post-1"><span id="3"></span></span></div>',
  );
  expect(finder(selector)(root).map(({ attributes }) => attributes['id'])).toEqual(ids);
});

test('the first place that holds something fitting counts', () => {
  const { root } = pageOf('<time datetime=""></time><i>x<b>12</b></i>');
  expect(valueFinder(['time@datetime', 'i::own', 'i'])(root)).toBe('x');
  expect(valueFinder(['time@datetime', 'i::own', 'i'], /\d/)(root)).toBe('x12');
  expect(valueFinder(['u'])(root)).toBeNull();
  expect(() => finder('a > b')).toThrow('no step of a selector');
});

test('hostile pages are read in linear time or refused', () => {
  expect(readHtml('<div>'.repeat(500_000))).toBeNull();
  const wide = pageOf('<b class="a"></b>'.repeat(50_000));
  expect(finder('.a')(wide.root)).toHaveLength(50_000);
  const unclosed = '</span><p>x'.repeat(50_000);
  expect(finder('p')(pageOf(unclosed).root)).toHaveLength(50_000);
});

test('lines are counted from 1', () => {
  const line = linesBefore('a\nb\n\nc');
  expect([0, 1, 2, 4, 5].map(line)).toEqual([1, 1, 2, 3, 4]);
});
