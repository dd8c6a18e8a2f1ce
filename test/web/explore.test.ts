import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExploreChoices } from '../../src/domain/explored.ts';
import { type Explored, readAddress, writeAddress } from '../../web/src/views/explore/explore-address.ts';
import { HOSTILE_WORDS } from '../studies/explored-study.ts';
import { openBrowser } from './open-browser.ts';
import { serveRun } from './serve-run.ts';

let served: Awaited<ReturnType<typeof serveRun>>;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveRun(), openBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await served?.remove();
});

const at = (search: string): string => new URL(`/explore${search}`, served.link).href;

async function visit(
  search: string,
  options: {
    readonly width?: number;
    readonly colorScheme?: 'light' | 'dark';
    readonly language?: string;
  } = {},
): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const { width = 1280, colorScheme = 'light', language = 'en' } = options;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(served.link);
  await page.evaluate(`localStorage.setItem('groundswell', '{"language":"${language}"}')`);
  await page.goto(at(search));
  await page.waitForSelector('.explore-result, .state [role=alert], [role=alert]', { timeout: 40_000 });
  return { page, complaints, close: () => context.close() };
}

/** Asks again and again: the page's own policy lets no script be made of a text inside it. */
const until = (page: Page, condition: string): Promise<void> =>
  expect.poll(() => page.evaluate(condition), { timeout: 40_000 }).toBe(true) as Promise<void>;
const settled = (page: Page) => page.waitForSelector('.explore-result[aria-busy=false]', { timeout: 40_000 });
const number = (page: Page, card: number): Promise<string | null> =>
  page.locator('.card .number').nth(card).textContent();

test('the view opens on the headline; a filter changes the number and the address, and the address brings it back', async () => {
  const { page, complaints, close } = await visit('');
  expect(await page.locator('main [role=alert]').allTextContents()).toEqual([]);
  const first = await number(page, 0);
  expect(first).toMatch(/points/);
  await page.getByLabel('Theme', { exact: true }).selectOption('trade');
  await settled(page);
  await until(page, `document.querySelector('.card .number').textContent !== ${JSON.stringify(first)}`);
  const filtered = await number(page, 0);
  expect(page.url()).toContain('theme=trade');
  const again = await visit(new URL(page.url()).search);
  expect(await number(again.page, 0)).toBe(filtered);
  await again.close();
  await page.goBack();
  await until(page, `document.querySelector('.card .number').textContent === ${JSON.stringify(first)}`);
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('two selections stand beside each other with the interval of their difference', async () => {
  const { page, close } = await visit('?target=china&class=public');
  await page.getByRole('button', { name: 'Compare with another selection' }).click();
  await page.locator('fieldset').nth(1).getByLabel('Class', { exact: true }).selectOption('press');
  await until(page, `document.querySelectorAll('.card .interval').length === 3`);
  await settled(page);
  expect(page.url()).toContain('b.class=press');
  expect(await page.locator('.card').nth(2).textContent()).toMatch(/B − A.*points.*\[.*95%/s);
  await page.getByRole('button', { name: 'Remove selection B' }).click();
  await until(page, `document.querySelectorAll('.card').length === 1`);
  await close();
}, 120_000);

test('the chart is saved with what was selected, how it is counted, and the run', async () => {
  const { page, close } = await visit('?target=china&class=public&theme=trade');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save as CSV/ }).click(),
  ]);
  const saved = await readFile(await file.path(), 'utf8');
  expect(saved).toMatch(/Selection: .*Theme: .*Counted from labels.*Run /);
  await close();
}, 120_000);

test('a period is chosen by drawing over the chart, or by its days', async () => {
  const { page, close } = await visit('?target=china&class=public');
  const chart = page.locator('.explore-result [role=slider]');
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (box === null) throw new Error('there is no chart');
  const width = Math.min(box.width, 940);
  await page.mouse.move(box.x + width * 0.3, box.y + 120);
  await page.mouse.down();
  await page.mouse.move(box.x + width * 0.6, box.y + 120, { steps: 5 });
  await page.mouse.up();
  await until(page, `location.search.includes('from=2024-0')`);
  await settled(page);
  expect(await page.locator('.period-mark.chosen').count()).toBe(1);
  await page.getByLabel('From', { exact: true }).fill('2024-03-10');
  await page.getByLabel('From', { exact: true }).blur();
  await until(page, `location.search.includes('from=2024-03-10')`);
  await settled(page);
  // Days inside a month take the month whole.
  expect(await page.locator('.card').first().textContent()).toContain('1 Mar');
  await page.getByRole('button', { name: 'Whole period' }).click();
  await until(page, `!location.search.includes('from=')`);
  await close();
}, 120_000);

test('a point leads to the mentions behind it, by mouse and by keyboard, and what they say is text', async () => {
  const { page, complaints, close } = await visit('?target=china&class=public');
  const chart = page.locator('.explore-result [role=slider]');
  await chart.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.mention-list li');
  expect(page.url()).toContain('at=2024-01-01');
  expect(await page.locator('.mention-list mark').first().textContent()).toBe('China');
  expect(await page.locator('.mention-list code').first().textContent()).toMatch(/^[0-9a-f]{64}$/);
  expect(await page.locator('.mention-list .stance').first().textContent()).toMatch(/%/);
  for (let more = 0; more < 8; more++) {
    const button = page.getByRole('button', { name: 'Show more' });
    if ((await button.count()) === 0) break;
    const before = await page.locator('.mention-list li').count();
    await button.click();
    await until(page, `document.querySelectorAll('.mention-list li').length > ${before}`);
  }
  expect(await page.locator('.mention-list :is(img, script)').count()).toBe(0);
  expect(HOSTILE_WORDS).toContain('<img');
  expect(await page.title()).toMatch(/^Explore/);
  await page.getByRole('button', { name: 'Close the mentions' }).click();
  await until(page, `!location.search.includes('at=')`);
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

test('what is withheld says by which rule, and what a link asks for in vain is told', async () => {
  const few = await visit('?target=china&class=public&region=Nome&source=board');
  expect(await few.page.locator('.withheld').textContent()).toContain('Fewer than ten persons');
  expect(await few.page.locator('.card .number.none').textContent()).toContain('withheld');
  await few.close();
  const wrong = await visit('?target=atlantis');
  expect(await wrong.page.locator('[role=alert]').textContent()).toContain('atlantis');
  await wrong.page.getByRole('button', { name: 'Back to the headline' }).click();
  await wrong.page.waitForSelector('.card .interval');
  await wrong.close();
}, 120_000);

const TWO = '?target=china&class=public&b.target=china&b.class=press&at=2024-02-01';

for (const [width, colorScheme, language] of [
  [360, 'dark', 'ru'],
  [1280, 'light', 'zh'],
  [2560, 'dark', 'en'],
] as const)
  test(`the view is accessible and keeps within ${width} px: ${colorScheme}, ${language}`, async () => {
    for (const search of [TWO, '?target=china&class=public&region=Nome&source=board']) {
      const { page, close } = await visit(search, { width, colorScheme, language });
      if (search === TWO) await page.waitForSelector('.mention-list li');
      await page.evaluate(axe.source);
      const found = (await page.evaluate(
        'axe.run({runOnly:["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}).then(r=>r.violations.map(v=>v.id+": "+v.nodes.slice(0,3).map(n=>n.html.slice(0,160)).join(" | ")))',
      )) as string[];
      expect(found).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      await close();
    }
  }, 120_000);

test('a store that vanishes while it is looked at is told, and is found again when it is back', async () => {
  const { page, close } = await visit('?target=china&class=public');
  await rename(join(served.out, 'store'), join(served.out, 'away'));
  await page.getByLabel('Measure', { exact: true }).selectOption('favor');
  await page.waitForSelector('[role=alert]', { timeout: 40_000 });
  expect(await page.locator('[role=alert]').textContent()).toContain('groundswell run');
  await rename(join(served.out, 'store'), join(served.out, 'empty')).catch(() => undefined);
  await rename(join(served.out, 'away'), join(served.out, 'store'));
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('.card .interval', { timeout: 40_000 });
  expect(JSON.parse(await readFile(join(served.out, 'finding.json'), 'utf8'))).toHaveProperty('headline');
  await close();
}, 120_000);

test('an address holds everything that is shown; what is damaged in it is as absent', () => {
  const first: ExploreChoices['first'] = {
    ...{
      target: 'china',
      class: 'public',
      source: null,
      language: null,
      region: null,
      theme: null,
      voice: null,
    },
    copies: 'each',
  };
  const whole = { ...first, from: null, to: null };
  const cases: Explored[] = [
    { selections: [whole], measure: 'net', open: null },
    {
      selections: [
        {
          ...whole,
          class: null,
          region: '-',
          theme: 'a&b=c',
          voice: 'quoted',
          copies: 'once',
          from: '2024-01-01',
        },
        { ...whole, target: '朝鲜', to: '2024-05-01' },
      ],
      measure: 'against',
      open: { of: 1, at: '2024-02-01' },
    },
  ];
  for (const one of cases) expect(readAddress(writeAddress(one), first)).toEqual(one);
  expect(readAddress('', first)).toEqual(cases[0]);
  expect(
    readAddress('?target=china&class=public&from=yesterday&voice=x&measure=mean&at=1&of=b', first),
  ).toEqual(cases[0]);
});
