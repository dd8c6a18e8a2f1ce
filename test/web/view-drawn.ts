import type { Page } from 'playwright-core';

/** Waits until a view stands there whole: its heading, and every section after it. */
export async function viewDrawn(page: Page): Promise<void> {
  await page.waitForSelector('main h1');
  await page.waitForSelector('[aria-busy=true]', { state: 'detached' });
}
