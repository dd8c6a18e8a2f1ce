import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { compareLooks } from './screens/compare-looks.ts';
import { findCollisions } from './screens/find-collisions.ts';
import { SCREEN_CONTEXT, SCREENS, screenName, showScreen, takeScreen } from './screens/screen.ts';
import { type ServedDemo, serveDemo } from './serve-demo.ts';

/** Share of a picture that may look different: fonts of other machines break lines elsewhere. */
const MOST_CHANGED = 0.12;

/** Of the squares with something in them, so many must still have something. */
const LEAST_INK = 0.7;

let demo: ServedDemo;
let browser: Browser;
let page: Page;
let coder: Page;
let blank: Page;

beforeAll(async () => {
  [demo, browser] = await Promise.all([serveDemo(), openBrowser()]);
  const context = await browser.newContext(SCREEN_CONTEXT);
  page = await context.newPage();
  blank = await context.newPage();
  coder = await browser.newPage(SCREEN_CONTEXT);
  await page.goto(demo.link);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

test.each(SCREENS.map((screen) => [screenName(screen), screen] as const))(
  'it looks as it was reviewed and nothing lies over another: %s',
  async (name, screen) => {
    const shown = screen.role === 'coder' ? coder : page;
    await showScreen(shown, demo, screen);
    expect(await findCollisions(shown)).toEqual([]);
    const baseline = await readFile(join('docs/workbench', name));
    const { changed, ink } = await compareLooks(blank, baseline, await takeScreen(shown));
    expect(changed, 'share of the picture that changed').toBeLessThanOrEqual(MOST_CHANGED);
    expect(ink, 'what is on the page, over what was').toBeGreaterThan(LEAST_INK);
  },
);

test('the comparison sees an empty page, a part that is gone and colours turned round, and passes over another font', async () => {
  const [screen] = SCREENS;
  if (screen === undefined) throw new Error('no screen');
  const changed = async (style: string): Promise<number> => {
    await showScreen(page, demo, screen);
    const before = await takeScreen(page);
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets.push(sheet);
    }, style);
    return (await compareLooks(blank, before, await takeScreen(page))).changed;
  };
  expect(await changed('body { font-family: serif }')).toBeLessThan(MOST_CHANGED);
  expect(await changed('main { display: none }')).toBeGreaterThan(MOST_CHANGED);
  expect(await changed('.headline { display: none }')).toBeGreaterThan(MOST_CHANGED);
  expect(await changed('html { filter: invert(1) }')).toBeGreaterThan(MOST_CHANGED);
});

test('words over words and words cut off are found', async () => {
  await blank.setContent(
    '<body><main><p style="position:absolute;top:9px">One word</p><p style="position:absolute;top:12px">Another</p><p style="position:absolute;top:90px;width:3em;overflow:hidden;white-space:nowrap">A long line of words</p></main>',
  );
  expect(await findCollisions(blank)).toEqual([
    '“One word” lies over “Another”',
    'cut off: “A long line of words”',
  ]);
});
