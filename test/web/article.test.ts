import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckedArticle, CheckedSentence } from '../../src/domain/checked-article.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { sampleFinding } from '../../src/report/fixtures/sample-finding.ts';
import { sampleMultiverse } from '../../src/report/fixtures/sample-multiverse.ts';
import { axeViolations } from './axe-violations.ts';
import { openBrowser } from './open-browser.ts';
import { type ServedSample, serveSample } from './serve-sample.ts';
import { viewDrawn } from './view-drawn.ts';

const HOSTILE = '<img src=x onerror="document.title=1">';
const finding = sampleFinding({ nClasses: 2 });

let served: ServedSample;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveSample(finding), openBrowser()]);
  const folder = dirname(served.page);
  const { text, checked } = checkedArticle(finding);
  await mkdir(join(folder, 'articles'));
  await writeFile(join(folder, 'articles', 'piece.txt'), text);
  await writeFile(join(folder, 'articles', 'piece.checked.json'), JSON.stringify(checked));
  await writeFile(join(folder, 'multiverse.json'), JSON.stringify(sampleMultiverse(finding)));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await served?.remove();
});

/** Two sentences: one with the verdict of a claim, one that would be markup. */
function checkedArticle({ claims, manifest, study }: Finding): { text: string; checked: CheckedArticle } {
  const [claim] = claims;
  const first = 'Talk soured.';
  const text = `${first} ${HOSTILE}`;
  const sentence = (words: string, more: Partial<CheckedSentence>): CheckedSentence => ({
    ...{ id: words.slice(0, 4), text: words, cues: [], kind: 'opinion', isConfirmed: true, claim: null },
    ...{ start: text.indexOf(words), end: text.indexOf(words) + words.length, line: 1, verdict: null },
    ...{ source: null, base: null, record: null, note: null, entities: [], quotes: [], flags: [] },
    ...more,
  });
  const sentences = [
    sentence(first, { kind: 'measured', claim: claim?.id ?? null, verdict: claim ?? null }),
    sentence(HOSTILE, { note: HOSTILE }),
  ];
  return {
    text,
    checked: {
      schema: 'groundswell-article/1',
      article: { name: HOSTILE, digest: '', nSentences: 2 },
      ...{
        study: study.id,
        runId: manifest.runId,
        sentences,
        entities: [],
        nUnconfirmed: 0,
        unusedClaims: [],
      },
      counts: { measured: 1, quoted: 0, 'third-party': 0, inference: 0, opinion: 1, 'no-claim': 0 },
    },
  };
}

test.each([
  [360, 'dark'],
  [1280, 'light'],
] as const)(
  'a checked article is chosen and read; what it says is text and nothing else, %s px',
  async (width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(served.link);
    await viewDrawn(page);
    await page.goto(new URL('/article', served.link).href);
    await page.getByLabel('Checked article').selectOption('piece');
    await page.waitForSelector('.article .text');
    expect(page.url()).toContain('?name=piece');
    expect(await page.locator('.article .says').allTextContents()).toEqual(['Talk soured.', HOSTILE]);
    expect(await page.locator('.article li .label').first().textContent()).toBe('measured · ✓ supported');
    expect(await page.locator('.article :is(img, script)').count()).toBe(0);
    expect(await page.title()).toMatch(/^Article/);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  },
  60_000,
);

test('an analyst says by click what a sentence is, and it stands in the ledger; not over what another wrote', async () => {
  const ledger = join(dirname(served.page), 'articles', 'piece.claims.yaml');
  const before = [
    ...[
      '# mine',
      'article: piece.txt',
      'study: my-study',
      'sentences:',
      '',
      '- id: Talk',
      '  text: Talk soured.',
    ],
    ...['  kind: measured', '  confirmed: false', '', '- id: <img', '  text: Markup', '  kind: opinion', ''],
  ].join('\n');
  await writeFile(ledger, before);
  const context = await browser.newContext({ viewport: { width: 360, height: 900 } });
  const page = await context.newPage();
  await page.goto(served.link);
  await page.goto(new URL('/article?name=piece', served.link).href);
  const form = page.locator('#s1 form');
  await form.getByLabel('It is').selectOption({ label: 'opinion' });
  await form.getByRole('button', { name: 'Confirm' }).click();
  await form.getByRole('button', { name: 'Take back' }).waitFor();
  expect(await page.locator('main [role=status]').textContent()).toContain(
    'groundswell check-article articles/piece.txt',
  );
  const said = before.replace('kind: measured\n  confirmed: false', 'kind: opinion\n  confirmed: true');
  expect(await readFile(ledger, 'utf8')).toBe(said);
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  await writeFile(ledger, `${said}# another\n`);
  await form.getByRole('button', { name: 'Take back' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('piece.claims.yaml was edited elsewhere');
  expect(await readFile(ledger, 'utf8')).toBe(`${said}# another\n`);
  await writeFile(ledger, 'article: [');
  await page.reload();
  expect(await page.getByRole('alert').textContent()).toContain('piece.claims.yaml, 1: ');
  await context.close();
}, 60_000);

test('a text that cannot be checked stays in its form, with what to do', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(served.link);
  await viewDrawn(page);
  await page.goto(new URL('/article', served.link).href);
  await page.getByLabel('Name').fill('piece');
  await page.getByLabel('Text').fill('Another text.');
  await page.getByRole('button', { name: 'Check' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('another article has this name');
  expect(await page.getByLabel('Text').inputValue()).toBe('Another text.');
  await context.close();
}, 60_000);

test('claims say how they stand under other choices, and the curve is drawn', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 900 } });
  const page = await context.newPage();
  await page.goto(served.link);
  await viewDrawn(page);
  await page.goto(new URL('/claims', served.link).href);
  await page.waitForSelector('#multiverse figure svg.chart');
  expect(await page.locator('#claims').textContent()).toContain('supported in 8 of 8 combinations');
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(await axeViolations(page)).toEqual([]);
  await context.close();
}, 60_000);
