import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WORKBENCH_VIEWS } from '../../src/domain/workbench-view.ts';
import { sampleFinding } from '../../src/report/fixtures/sample-finding.ts';
import { readPageFiles } from '../../src/server/page-files.ts';
import { axeViolations } from './axe-violations.ts';
import { openBrowser } from './open-browser.ts';
import { type ServedSample, serveSample } from './serve-sample.ts';
import { viewDrawn } from './view-drawn.ts';

const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

let served: ServedSample;
let browser: Browser;

beforeAll(async () => {
  const finding = sampleFinding();
  const exhibits = finding.exhibits.map((one) => ({
    ...one,
    text: HOSTILE,
    mention: { start: 0, end: 4 },
  }));
  [served, browser] = await Promise.all([serveSample({ ...finding, exhibits }), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await served?.remove();
});

interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of: scripts that were kept from running, styles, missing files. */
  readonly complaints: string[];
}

async function visit(options: {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 900 },
    colorScheme: options.colorScheme,
    // The page's own policy keeps out what the check of accessibility puts in.
    bypassCSP: false,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(served.link);
  await viewDrawn(page);
  return { context, page, complaints };
}

const at = (view: string): string => new URL(`/${view}`, served.link).href;

test('an analyst opens the link, reads the number, and reads single values off a chart by keyboard', async () => {
  const { context, page, complaints } = await visit({ width: 1280, colorScheme: 'light' });
  expect(page.url()).not.toContain('token');
  expect(await page.locator('.headline .number').textContent()).toMatch(/points/);
  expect(await page.locator('.headline .interval').textContent()).toMatch(/\[.*95%/);
  const chart = page.locator('#index [role=slider]').first();
  await chart.focus();
  await page.keyboard.press('End');
  const last = await chart.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowLeft');
  const before = await chart.getAttribute('aria-valuetext');
  expect(last).toMatch(/·/);
  expect(before).not.toBe(last);
  await page.keyboard.press('Escape');
  expect(await page.locator('#index .reading-line').first().textContent()).toContain('arrow keys');
  // What a chart is hatched with is on the page.
  const missing = `[...document.querySelectorAll('[fill^="url(#"]')].map((one) => one.getAttribute('fill').slice(5, -1)).filter((id) => document.getElementById(id) === null)`;
  expect(await page.locator('[fill^="url(#hatch"]').count()).toBeGreaterThan(0);
  expect(await page.evaluate(missing)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('the number comes first, with the index, and nothing that is read moves while the rest follows, to the last section', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  // Shifts are told late where much is to do: what counts is when they were.
  await page.addInitScript(`globalThis.shifts = []; globalThis.seen = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => {
      const isThere = document.querySelector('.headline') !== null;
      // From when it is painted: with it comes all that stands above it. A frame's own time is when it was due, which under load is before.
      if (isThere && !globalThis.isSeen) {
        globalThis.isSeen = true;
        requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.thereAt = performance.now(); }));
      }
      seen.push(isThere ? document.querySelectorAll('.parts > section').length : 'nothing');
    }).observe(document, { childList: true, subtree: true });`);
  await page.goto(served.link);
  await viewDrawn(page);
  const sections = await page.locator('.parts > section').count();
  expect(sections).toBeGreaterThan(4);
  expect(await page.locator('.on-page a').count()).toBe(sections);
  const seen = (await page.evaluate('[...new Set(globalThis.seen)]')) as unknown[];
  expect(seen.slice(-sections)).toEqual(Array.from({ length: sections }, (_, n) => n + 1));
  expect(seen.at(-sections - 1)).toBe('nothing');
  const moved = await page.evaluate(
    'shifts.reduce((sum, { startTime, value }) => (startTime > thereAt ? sum + value : sum), 0)',
  );
  expect(moved).toBeLessThan(0.005);
  await context.close();
}, 60_000);

test('the page tells which scripts each view needs, so that a browser need not find out', async () => {
  const { files, scriptsOf } = await readPageFiles(served.page);
  const { context, page } = await visit({ width: 1280, colorScheme: 'light' });
  // A study that is there is not begun: its address leads to the overview.
  for (const view of WORKBENCH_VIEWS.filter((one) => one !== 'start')) {
    expect([view, scriptsOf(view).filter((script) => !files.has(script))]).toEqual([view, []]);
    await page.goto(at(view));
    await viewDrawn(page);
    const loaded = (await page.evaluate(
      'performance.getEntriesByType("resource").map((one) => new URL(one.name).pathname).filter((path) => path.endsWith(".js"))',
    )) as string[];
    // What the overview needs later is not among what it begins with.
    const later = view === 'overview' ? scriptsOf('why').filter((one) => !scriptsOf(view).includes(one)) : [];
    const others = loaded.filter((one) => !later.includes(one) && !/overview-sections/.test(one));
    expect(later.length > 0).toBe(view === 'overview');
    expect([view, [...new Set(others)].sort()]).toEqual([view, [...scriptsOf(view)].sort()]);
  }
  await context.close();
}, 60_000);

test('views are addresses: a link leads to one, going back leads back', async () => {
  const { context, page } = await visit({ width: 1280, colorScheme: 'light' });
  await page.getByRole('link', { name: 'Method', exact: true }).click();
  expect(page.url()).toBe(at('method'));
  await page.waitForSelector('#reproduce');
  await page.goBack();
  await page.waitForSelector('.headline');
  await page.goto(at('claims'));
  await viewDrawn(page);
  expect(await page.title()).toMatch(/^Claims/);
  await context.close();
}, 60_000);

test('language and colours are kept on this machine', async () => {
  const { context, page } = await visit({ width: 1280, colorScheme: 'light' });
  await page.getByLabel('Language').selectOption('ru');
  await page.getByLabel('Цвета').selectOption('dark');
  await page.reload();
  await viewDrawn(page);
  expect(await page.getAttribute('html', 'lang')).toBe('ru');
  expect(await page.locator('.bar nav [aria-current]').textContent()).toBe('Обзор');
  const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor');
  expect(paper).toBe('rgb(20, 23, 27)');
  await context.close();
}, 60_000);

test('script in a post is text on the page and nothing else', async () => {
  const { context, page, complaints } = await visit({ width: 1280, colorScheme: 'light' });
  await page.goto(at('why'));
  await page.waitForSelector('blockquote');
  expect(await page.locator('blockquote').first().textContent()).toContain(HOSTILE);
  expect(await page.locator('blockquote :is(img, script)').count()).toBe(0);
  expect(await page.title()).toMatch(/^Why/);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

for (const [width, colorScheme] of [
  [360, 'dark'],
  [1280, 'light'],
  [2560, 'dark'],
] as const)
  test(`every view is accessible and keeps within ${width} px, ${colorScheme}`, async () => {
    const { context, page } = await visit({ width, colorScheme });
    for (const view of WORKBENCH_VIEWS) {
      await page.goto(at(view));
      await viewDrawn(page);
      expect([view, await axeViolations(page)]).toEqual([view, []]);
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect([view, over]).toEqual([view, 0]);
    }
    await context.close();
  }, 120_000);

test('a chart is saved with its name, as a drawing, a picture or figures, and the report in one click', async () => {
  const { context, page, complaints } = await visit({ width: 1280, colorScheme: 'dark' });
  const saved = async (name: RegExp): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).first().click(),
    ]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const svg = await saved(/^Save as SVG: Net balance/);
  expect(svg.name).toMatch(/^Net-balance-.*\.svg$/);
  expect(svg.bytes.toString()).toMatch(/^<svg .*Groundswell/s);
  const png = await saved(/^Save as PNG: Net balance/);
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1500);
  expect((await saved(/^Save as CSV: Net balance/)).bytes.toString()).toContain('Period,');
  const report = await saved(/^HTML$/);
  expect(report.bytes.toString().toLowerCase()).toContain('<!doctype html>');
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('every view is small, and loads nothing from elsewhere', async () => {
  const { context, page } = await visit({ width: 1280, colorScheme: 'light' });
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  for (const view of WORKBENCH_VIEWS) {
    await page.goto(at(view));
    await viewDrawn(page);
    const scripts = (await page.evaluate(
      'performance.getEntriesByType("resource").map((one) => one.name).filter((name) => name.endsWith(".js"))',
    )) as string[];
    const files = await Promise.all(
      scripts.map((address) => readFile(join(served.page, new URL(address).pathname))),
    );
    const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect([view, scripts.length > 1, bytes < 200_000]).toEqual([view, true, true]);
  }
  expect([...hosts]).toEqual([new URL(served.link).host]);
  await context.close();
}, 60_000);

test('when the program ends, the page says so and how to go on', async () => {
  const { context, page } = await visit({ width: 1280, colorScheme: 'light' });
  await page.route('**/api/first-view/*', (route) => route.abort());
  await page.evaluate('location.reload()');
  await page.waitForSelector('[role=alert]');
  expect(await page.locator('[role=alert]').textContent()).toContain('groundswell serve');
  await page.unroute('**/api/first-view/*');
  await page.getByRole('alert').getByRole('button').click();
  await page.waitForSelector('.headline');
  await context.close();
}, 60_000);

test('what came stays on the page where the rest does not, and the rest is asked for again', async () => {
  const { context, page } = await visit({ width: 1280, colorScheme: 'light' });
  await page.route('**/api/finding', (route) => route.abort());
  await page.evaluate('location.reload()');
  await page.waitForSelector('[role=alert]');
  expect(await page.locator('.headline .number').textContent()).toMatch(/points/);
  expect(await page.locator('.parts > section').count()).toBe(1);
  await page.unroute('**/api/finding');
  await page.getByRole('alert').getByRole('button').click();
  await page.waitForSelector('#health');
  expect(await page.locator('[role=alert]').count()).toBe(0);
  await context.close();
}, 60_000);

test('what came first is not drawn anew by the rest, and another language is made of the whole', async () => {
  const { context, page } = await visit({ width: 1280, colorScheme: 'light' });
  await page.route('**/api/finding', async (route) => {
    await page.waitForSelector('#index [role=slider]');
    await page.evaluate("document.querySelector('#index svg.chart').seen = true");
    await page.locator('#index [role=slider]').first().focus();
    await page.keyboard.press('End');
    await route.continue();
  });
  await page.evaluate('location.reload()');
  await page.waitForSelector('#health');
  expect(await page.evaluate("document.querySelector('#index svg.chart').seen")).toBe(true);
  expect(await page.locator('#index [role=slider]').first().getAttribute('aria-valuetext')).toMatch(/·/);
  const number = await page.locator('.headline .number').textContent();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ru');
  await page.locator('.headline .number', { hasText: 'п. п.' }).waitFor();
  await page.waitForSelector('#index svg.chart');
  const sections = await page.locator('.parts > section').count();
  await page.getByRole('combobox', { name: 'Язык' }).selectOption('en');
  await page.locator('.headline .number', { hasText: 'points' }).waitFor();
  expect(await page.locator('.headline .number').textContent()).toBe(number);
  expect(await page.locator('.parts > section').count()).toBe(sections);
  await context.close();
}, 60_000);

test('a table that is folded away waits for the whole finding, or for who unfolds it', async () => {
  const { context, page } = await visit({ width: 1280, colorScheme: 'light' });
  const behindCharts = await page.locator('#index details table').count();
  expect(behindCharts).toBeGreaterThan(0);
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route('**/api/finding', async (route) => {
    await held;
    await route.continue();
  });
  await page.evaluate('location.reload()');
  await page.waitForSelector('#index svg.chart');
  expect(await page.locator('#index details table').count()).toBe(0);
  await page.locator('#index details summary').first().click();
  await page.locator('#index details table tbody tr').first().waitFor();
  goOn();
  await viewDrawn(page);
  expect(await page.locator('#index details table').count()).toBe(behindCharts);
  await context.close();
}, 60_000);

test('what does not come in time is announced, and drawn when it is there', async () => {
  const { context, page } = await visit({ width: 1280, colorScheme: 'light' });
  for (const address of ['**/api/session', '**/api/first-view/*']) {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let nAsked = 0;
    await page.route(address, async (route) => {
      nAsked++;
      await held;
      await route.continue();
    });
    await page.evaluate('location.reload()');
    await page.waitForSelector('.state[role=status]');
    expect(await page.locator('.headline').count()).toBe(0);
    goOn();
    await page.waitForSelector('.headline .number');
    expect([address, nAsked]).toEqual([address, 1]);
    await page.unroute(address);
  }
  await context.close();
}, 60_000);
