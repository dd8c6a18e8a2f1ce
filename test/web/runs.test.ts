import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallStudy, writeSmallCorpus } from '../../src/server/fixtures/small-corpus.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { buildPage } from './build-page.ts';
import { expectAccessible } from './expect-accessible.ts';
import { openBrowser } from './open-browser.ts';

let folder: string;
let study: string;
let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundswell-runs-page-'));
  study = join(folder, 'study.yaml');
  await writeSmallCorpus(folder);
  await writeFile(study, smallStudy());
  await buildPage(join(folder, 'page'));
  const where = { study, out: join(folder, 'out'), page: join(folder, 'page') };
  server = await startServer({
    ...where,
    port: 0,
    version: '0.0.0',
    env: {},
    now: Date.now,
    log: () => undefined,
  });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** As when the reader comes back from an editor. */
const comeBack = () => page.evaluate('dispatchEvent(new Event("focus"))');
const runId = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'out', 'finding.json'), 'utf8')).manifest.runId;

test('runs from the page: the first, one after an edit, one that is cancelled and one that fails', async () => {
  await page.goto(server.link);
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('button', { name: 'Start a run' }).click();
  await page.waitForSelector('.run-progress');
  await expectAccessible(page);
  // The views of the finding are there without a reload.
  await page.getByRole('link', { name: 'Overview' }).click({ timeout: 60_000 });
  await page.waitForSelector('.headline');
  await page.getByText('The run is done.').waitFor();
  const first = await runId();

  await writeFile(study, smallStudy().replace('en: [China, Chinese]', 'en: [China, Chinees]'));
  await comeBack();
  await page.getByText('The study file has changed').waitFor();
  const before = await page.locator('.headline').textContent();
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByText('The run is done.').waitFor({ timeout: 60_000 });
  expect(await runId()).not.toBe(first);
  await expect.poll(() => page.locator('.headline').textContent()).not.toBe(before);
  expect(await page.getByText('The study file has changed').count()).toBe(0);
  await page.getByRole('button', { name: 'Hide' }).click();
  expect(await page.locator('.run-strip').count()).toBe(0);

  await writeFile(study, smallStudy());
  await comeBack();
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('button', { name: 'Cancel the run' }).click();
  await page.getByText('The run was cancelled.').waitFor();
  await expectAccessible(page);

  await writeFile(study, smallStudy().replace('posts.jsonl', 'gone.jsonl'));
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('alert').getByText('The run failed.').waitFor({ timeout: 60_000 });
  expect(await page.getByRole('alert').textContent()).toContain('gone.jsonl');
  expect(await page.locator('.headline').count()).toBe(1);
  await page.getByRole('button', { name: 'Details' }).click();
  await page.locator('.run-problems').waitFor();
  await expectAccessible(page);
  await writeFile(study, smallStudy());
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('heading', { name: 'The run is done' }).waitFor({ timeout: 60_000 });
}, 240_000);
