import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { truthOf } from '../../src/server/fixtures/coded-run.ts';
import { axeViolations } from './axe-violations.ts';
import { openBrowser } from './open-browser.ts';
import { type ServedCoded, serveCoded } from './serve-coded.ts';
import { viewDrawn } from './view-drawn.ts';

let served: ServedCoded;
let browser: Browser;
const open: BrowserContext[] = [];

beforeAll(async () => {
  [served, browser] = await Promise.all([serveCoded(), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await served?.run.remove();
});

interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of, but for the answers that the test itself keeps away. */
  readonly complaints: string[];
}

async function person(link: string): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  open.push(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_')) complaints.push(message.text());
  });
  await page.goto(link);
  await viewDrawn(page);
  return { page, context, complaints };
}

const at = (path: string): string => new URL(path, served.link()).href;
const labels = async (coder: string): Promise<string[]> =>
  (
    await readFile(join(served.run.folder, 'codings', 'wave-1', `${coder}.csv`), 'utf8').catch(
      () => 'id,label\n',
    )
  )
    .trim()
    .split('\n')
    .slice(1);

const KEYS = { against: '1', neither: '2', favor: '3' } as const;

/** Codes what is shown by keyboard; `errs` says on which the coder slips. */
async function code(page: Page, n: number, errs: (i: number) => boolean = () => false): Promise<void> {
  for (let i = 0; i < n; i++) {
    const before = await page.locator('.passage .note').textContent();
    const passage = (await page.locator('.passage blockquote').textContent()) ?? '';
    await page.keyboard.press(errs(i) ? '2' : KEYS[truthOf(passage)]);
    await page.waitForFunction(
      (text) => document.querySelector('.passage .note')?.textContent !== text,
      before,
    );
  }
}

async function linkFor(page: Page, name: string, role: string): Promise<string> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Role').selectOption(role);
  await page.getByRole('button', { name: 'Make a link' }).click();
  const field = page.getByLabel(`Link of ${name}`);
  await field.waitFor();
  return field.inputValue();
}

let analyst: Person;
let anna: Person;
let boris: Person;

test('an analyst gives two people a link, draws a sample and shares a part of it', async () => {
  analyst = await person(served.link());
  const { page } = analyst;
  await page.getByRole('link', { name: 'Code', exact: true }).click();
  await page.getByText('No sample is drawn yet').waitFor();
  const links = [await linkFor(page, 'anna', 'coder'), await linkFor(page, 'boris', 'coder')];
  await page.getByLabel('Mentions', { exact: true }).fill('60');
  for (const name of ['anna', 'boris']) await page.getByRole('checkbox', { name }).check();
  expect(await page.getByLabel('Coded by everybody').inputValue()).toBe('20');
  await page.getByRole('button', { name: 'Draw and give out' }).click();
  await page.getByText('60 of 900 mentions').waitFor({ timeout: 20_000 });
  expect(await page.locator('.sheets li').allTextContents()).toEqual(['anna0 of 36', 'boris0 of 36']);
  await page.getByText('How it was drawn').click();
  expect(await page.locator('.wave tbody tr').count()).toBeGreaterThan(3);
  [anna, boris] = [await person(links[0] ?? ''), await person(links[1] ?? '')];
}, 60_000);

test('a coder sees the desk alone: own mentions, no label of the model, no period', async () => {
  const { page } = anna;
  expect(page.url()).not.toContain('token');
  expect(await page.locator('.bar nav a').allTextContents()).toEqual(['Code']);
  await page.goto(at('/overview'));
  await page.waitForSelector('.passage mark');
  expect(await page.locator('.passage mark').textContent()).toBe('China');
  expect(await page.locator('.passage blockquote').textContent()).toContain('<img src=x onerror=alert(1)>');
  expect(await page.locator('main').textContent()).not.toMatch(/2024|forum|summit/);
  expect(await page.locator('.passage blockquote :is(img, script)').count()).toBe(0);
}, 30_000);

test('by keyboard: label, themes, another’s words, undo and back; each is kept at once', async () => {
  const { page } = anna;
  await page.keyboard.press('Shift+Digit1');
  await page.keyboard.press('q');
  expect(await page.getByRole('button', { name: 'Goods' }).getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('3');
  await expect.poll(() => labels('anna')).toHaveLength(1);
  expect((await labels('anna'))[0]).toMatch(/^m[0-9a-f]{12},favor$/);
  await page.keyboard.press('z');
  await expect.poll(() => labels('anna')).toHaveLength(0);
  await page.getByText('1 of 36 · not coded yet').waitFor();
  await page.getByRole('button', { name: 'Against' }).click();
  await expect.poll(() => labels('anna')).toHaveLength(1);
  await page.keyboard.press('ArrowLeft');
  await page.getByText('1 of 36 · coded: Against').waitFor();
  expect(await page.getByRole('button', { name: 'Another’s words' }).getAttribute('aria-pressed')).toBe(
    'true',
  );
  // Single keys can be turned off: they would be in the way of speech input.
  await page.getByLabel('Single keys').uncheck();
  await page.keyboard.press('3');
  await page.getByText('1 of 36 · coded: Against').waitFor();
  await page.getByLabel('Single keys').check();
  await code(page, 1);
  expect(anna.complaints).toEqual([]);
}, 30_000);

test('offline, codings wait in the browser without text, and are sent once when the program answers', async () => {
  const { page, context } = anna;
  await context.setOffline(true);
  await code(page, 5);
  await page.getByText('kept in this browser: 5').waitFor();
  expect(await labels('anna')).toHaveLength(1);
  const kept = (await page.evaluate('JSON.stringify(localStorage)')) as string;
  expect(kept).toContain('groundswell-codings/coded-study/anna');
  expect(kept).not.toMatch(/China|Post|dreadful|splendid/);
  await context.setOffline(false);
  await page.getByText('All saved').waitFor();
  expect(await labels('anna')).toHaveLength(6);
  // The program ends and comes back: what was coded meanwhile, and a page loaded anew, lose nothing.
  await served.stop();
  await code(page, 2);
  await page.getByText('kept in this browser: 2').waitFor();
  await served.start();
  await page.reload();
  await page.getByText('All saved').waitFor();
  await page.getByText('8 of 36 coded').waitFor();
  expect(await labels('anna')).toHaveLength(8);
  const journal = await readFile(join(served.run.folder, 'codings', 'wave-1', 'anna.jsonl'), 'utf8');
  const ids = journal
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  expect(new Set(ids).size).toBe(ids.length);
}, 60_000);

test('two people code at once; the analyst sees how far they are and how far they agree', async () => {
  await Promise.all([code(anna.page, 28), code(boris.page, 36, (i) => i % 5 === 0)]);
  for (const { page } of [anna, boris]) {
    await page.getByText('Everything is coded').waitFor();
    await page.getByText('All saved').waitFor();
  }
  // The opening link is new after the restart.
  analyst = await person(served.link());
  const { page } = analyst;
  await page.goto(at('/code'));
  await page.getByText('36 of 36').first().waitFor();
  expect(await page.locator('[data-score=alpha]').textContent()).toMatch(/^0\.\d+ \[−?[0-9.]+ – [0-9.]+\]$/);
}, 60_000);

test('the analyst settles differences, closes the sample, and sees the corrected index beside the raw one', async () => {
  const { page } = analyst;
  await page.getByRole('button', { name: /^Settle/ }).click();
  await page.waitForSelector('.differences li');
  const n = await page.locator('.differences li').count();
  const first = page.locator('.differences li').first();
  await first.getByRole('button', { name: 'Neither' }).click();
  await first.getByText('settled: Neither').waitFor();
  expect(await labels('adjudicated')).toHaveLength(1);
  await page.getByRole('link', { name: 'Back to the samples' }).click();
  await page.getByText(`Differences settled: 1 of ${n}`).waitFor();
  await page.getByRole('button', { name: 'Close the sample' }).click();
  await page.getByRole('button', { name: 'Open again' }).waitFor();
  await page.getByRole('button', { name: 'Measure with the codings' }).click();
  const row = page.locator('section[aria-labelledby=result] tbody tr');
  await row.waitFor({ timeout: 60_000 });
  const cells = await row.locator('td').allTextContents();
  expect(cells[0]).toBe('60');
  // The labels are too often against: the corrected index lies higher. Then half the width, now and after 50 to 200 more.
  const points = (text = ''): number => Number(/[+−]?[0-9.]+/.exec(text)?.[0]?.replace('−', '-'));
  expect(points(cells[2])).toBeGreaterThan(points(cells[1]) + 10);
  const widths = cells.slice(3).map(points);
  expect(widths).toHaveLength(5);
  expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  await page.goto(at('/overview'));
  await page.waitForSelector('.headline .corrected');
  await anna.page.reload();
  await anna.page.getByText('The analyst has closed this sample').waitFor();
  expect(await anna.page.getByRole('button', { name: 'In favour' }).isDisabled()).toBe(true);
  expect(analyst.complaints).toEqual([]);
}, 120_000);

test('a link that was ended says so to whoever still has the page, and keeps what waits', async () => {
  const { page } = analyst;
  await page.goto(at('/code'));
  await page.getByRole('button', { name: 'Open again' }).click();
  await page.getByRole('button', { name: 'End the link of boris' }).click();
  await page.getByText('ended').waitFor();
  await boris.page.keyboard.press('z');
  await boris.page.getByText('Codings not taken: 1').waitFor();
  expect(await labels('boris')).toHaveLength(36);
  await page.getByText('Who did what').click();
  await page.locator('section[aria-labelledby=audit]').getByText('ended a link').waitFor();
}, 30_000);

for (const width of [360, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`desk, differences and samples are accessible and fit: ${width} px, ${colorScheme}`, async () => {
      for (const [who, path, ready] of [
        [anna, '/code', '.passage'],
        [analyst, '/code?settle&wave=wave-1', '.differences li'],
        [analyst, '/code', '.wave'],
      ] as const) {
        const { page } = who;
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await page.goto(at(path));
        await page.waitForSelector(ready);
        expect([path, await axeViolations(page)]).toEqual([path, []]);
        expect([path, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([
          path,
          0,
        ]);
      }
    }, 60_000);

test('the view is small', async () => {
  const { page } = anna;
  await page.goto(at('/code'));
  await page.waitForSelector('.passage');
  const scripts = (await page.evaluate(
    'performance.getEntriesByType("resource").map((one) => one.name).filter((name) => name.endsWith(".js"))',
  )) as string[];
  const files = await Promise.all(
    scripts.map((address) => readFile(join(served.page, new URL(address).pathname))),
  );
  expect(files.reduce((sum, file) => sum + gzipSync(file).length, 0)).toBeLessThan(200_000);
}, 30_000);
