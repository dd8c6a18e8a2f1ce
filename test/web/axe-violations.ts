import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What stands in the way of people with disabilities on a page: WCAG 2.2 AA and good practice. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return (await page.evaluate(
    'axe.run({runOnly:["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}).then(r=>r.violations.map(v=>v.id+": "+v.nodes.slice(0,3).map(n=>n.html.slice(0,160)).join(" | ")))',
  )) as string[];
}
