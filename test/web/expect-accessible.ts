import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Holds what a page shows against WCAG 2.2 AA, and its width against the screen's. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate(
    `axe.run({runOnly:${JSON.stringify(RULES)}}).then(r=>r.violations.map(v=>v.id+": "+v.nodes.slice(0,3).map(n=>n.html.slice(0,160)).join(" | ")))`,
  )) as string[];
  expect(found).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}
