import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFinding } from '../../src/report/fixtures/sample-finding.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { openBrowser } from './open-browser.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const AXE = `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')))`;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test.each([
  ['en', 'light', 1280],
  ['en', 'dark', 360],
  ['ru', 'dark', 1280],
  ['ru', 'light', 360],
  ['zh', 'light', 1280],
  ['zh', 'dark', 360],
] as const)(
  'the report is accessible and fits its screen: %s, %s, %d pixels',
  async (language, colorScheme, width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await page.setContent(await renderReport(sampleFinding({ language, nClasses: 2 }), 'html'));
    await page.evaluate(axe.source);
    expect(await page.evaluate(AXE)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.locator('#levels tbody td a').first().click();
    expect(await page.locator('[popover] :target').isVisible()).toBe(true);
    expect(await page.evaluate(AXE)).toEqual([]);
    await page.locator('[popover]:has(:target) .head a').click();
    expect(await page.locator('[popover] :target').count()).toBe(0);
    await context.close();
  },
);
