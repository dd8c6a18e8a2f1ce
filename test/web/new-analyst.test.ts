import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStudy } from '../../src/pipeline/load-study.ts';
import { writeSmallCorpus } from '../../src/server/fixtures/small-corpus.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { buildPage } from './build-page.ts';
import { expectAccessible } from './expect-accessible.ts';
import { openBrowser } from './open-browser.ts';

const SCREENS = [
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const;

let folder: string;
let built: string;
let server: RunningServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundswell-analyst-'));
  built = await mkdtemp(join(tmpdir(), 'groundswell-page-'));
  await buildPage(built);
  const where = { study: join(folder, 'study.yaml'), out: join(folder, 'out'), page: built };
  server = await startServer({
    ...where,
    port: 0,
    version: '0.0.0',
    env: {},
    now: Date.now,
    log: () => undefined,
  });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, timezoneId: 'UTC' });
  page.on('console', (message) => {
    // A file that is no file of posts is refused, and the browser writes down every refusal.
    if (message.type() === 'error' && !message.text().includes('status of 409'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  for (const one of [folder, built]) await rm(one, { recursive: true, force: true });
});

/** The view at hand is accessible on a phone and a screen, light and dark. */
async function expectAccessibleEverywhere(): Promise<void> {
  for (const [width, colorScheme] of SCREENS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('from an empty folder to a finding: files, fields, targets, study, run', async () => {
  await page.goto(server.link);
  await page.getByRole('heading', { name: 'A new study' }).waitFor();
  await page.getByText('There is no file here').waitFor();
  await expectAccessibleEverywhere();
  await writeSmallCorpus(folder);
  await writeFile(join(folder, 'empty.csv'), '');
  await page.getByRole('button', { name: 'Try again' }).click();

  // A file without posts says so, and is left out again.
  await page.getByLabel('empty.csv').check();
  await page.getByRole('alert').getByText('cannot be read as posts').waitFor();
  await page.getByLabel('empty.csv').uncheck();
  await page.getByLabel('posts.csv').check();
  await page.getByText('720 of 720 records can be used').waitFor();
  // What was recognised may be set otherwise, and the preview follows.
  await page.getByLabel('Time of publication: Column of the file').selectOption('nick');
  await page.getByText(/^0 of 720 records can be used/).waitFor();
  await page.getByLabel('Time of publication: Column of the file').selectOption('posted');
  await page.getByText('720 of 720 records can be used').waitFor();
  await expect.poll(() => page.getByLabel('First day').inputValue()).toBe('2024-01-01');

  const write = page.getByRole('button', { name: 'Write the study file and run' });
  expect(await write.isDisabled()).toBe(true);
  await page.getByLabel('Name', { exact: true }).fill('China');
  await page.getByLabel('Words that name it').fill('China, Chinese\nКитай');
  await page.getByLabel('Title').fill('What drivers say');
  await page.getByLabel('A point in the charts').selectOption('month');
  await page.getByText('The study file', { exact: true }).click();
  expect(await page.locator('.study-file pre').textContent()).toContain('Китай');
  await expectAccessibleEverywhere();
  await write.click();
  await page.waitForSelector('.run-progress');
  await page.waitForSelector('.headline', { timeout: 60_000 });
  expect(await page.locator('h1').textContent()).toBe('What drivers say');
  const { config } = await loadStudy(join(folder, 'study.yaml'));
  expect(config.targets[0]?.aliases).toEqual({ und: ['China', 'Chinese'], ru: ['Китай'] });
  expect(config.sources[0]).toMatchObject({ adapter: 'csv', paths: ['posts.csv'], class: 'public' });
  expect(config.period).toEqual({ start: '2024-01-01', end: '2024-04-30' });
  const finding = JSON.parse(await readFile(join(folder, 'out', 'finding.json'), 'utf8'));
  expect(finding.study.title).toBe('What drivers say');
  expect(complaints).toEqual([]);
}, 240_000);

test('the query edited with a preview, its change looked at and saved, run again, a run cancelled', async () => {
  complaints.length = 0;
  await page.getByRole('link', { name: 'Queries' }).click();
  const heading = page.getByText(/^\d+ of 720 posts/);
  const nFound = async (): Promise<number> => Number.parseInt((await heading.textContent()) ?? '', 10);
  const atFirst = await nFound();
  expect(atFirst).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Look for missing words' }).click();
  await page.getByRole('button', { name: 'Add: chinees' }).click();
  await expect.poll(nFound).toBe(atFirst + 103);
  await page.getByRole('button', { name: 'New 103' }).click();
  await page.locator('.query-posts mark').getByText('Chinees').first().waitFor();
  await expectAccessibleEverywhere();
  await page.getByRole('button', { name: 'Look at the change' }).click();
  expect(await page.locator('.diff .in').textContent()).toContain('chinees');
  await expectAccessibleEverywhere();
  const path = join(folder, 'study.yaml');

  // Another editor was faster: nothing is lost, neither there nor here.
  const before = await readFile(path, 'utf8');
  await writeFile(path, `${before}# edited elsewhere\n`);
  await page.getByRole('button', { name: 'Save to the study file' }).click();
  await page.getByRole('alert').getByText('was edited elsewhere').waitFor();
  await writeFile(path, before);
  await page.getByRole('button', { name: 'Save to the study file' }).click();
  await page.getByText('The study file has changed').waitFor();
  expect(await readFile(path, 'utf8')).toBe(before.replace('Китай ]', 'Китай, chinees ]'));

  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByText('The run is done.').waitFor({ timeout: 60_000 });
  expect(await page.getByText('The study file has changed').count()).toBe(0);
  await writeFile(path, before);
  await page.evaluate('dispatchEvent(new Event("focus"))');
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('button', { name: 'Cancel the run' }).click();
  await page.getByText('The run was cancelled.').waitFor();
  expect(complaints).toEqual([]);
}, 240_000);
