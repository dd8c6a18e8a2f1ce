import type { Browser, Page } from 'playwright-core';

/** What a browser saw that opens the workbench for the first time. */
export interface FirstView {
  /** Milliseconds from the opening link until the headline stands there and answers to a key. */
  readonly overview: number;
  /** Milliseconds of it in which the page ran script, and in which it was laid out. */
  readonly script: number;
  readonly layout: number;
  /** Milliseconds from the address of the query builder until the first preview stands there. */
  readonly preview: number;
  /** Milliseconds in which the server answered the first preview. */
  readonly previewAnswer: number;
  /** Kilobytes that came for the first view: script, and the finding. */
  readonly scriptKb: number;
  readonly findingKb: number;
}

/** Opens the first view, then the query builder, in a browser without a cache. */
export async function openOnce(browser: Browser, link: string): Promise<FirstView> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    const came: { readonly path: string; readonly bytes: Promise<number> }[] = [];
    page.on('response', (response) => {
      const bytes = response.body().then(
        (body) => body.length,
        () => 0,
      );
      came.push({ path: new URL(response.url()).pathname, bytes });
    });
    const started = performance.now();
    await page.goto(link, { waitUntil: 'commit' });
    await page.waitForSelector('.headline');
    await answers(page);
    const overview = performance.now() - started;
    const { metrics } = await devtools.send('Performance.getMetrics');
    const spent = (name: string): number =>
      1000 * (metrics.find((one) => one.name === name)?.value ?? Number.NaN);
    const [script, layout] = [
      spent('ScriptDuration'),
      spent('LayoutDuration') + spent('RecalcStyleDuration'),
    ];
    await page.waitForLoadState('networkidle');
    const kb = async (isIt: (path: string) => boolean): Promise<number> => {
      const sizes = await Promise.all(came.filter(({ path }) => isIt(path)).map(({ bytes }) => bytes));
      return sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000;
    };
    const scriptKb = await kb((path) => path.endsWith('.js'));
    const findingKb = await kb((path) => path === '/api/finding');
    return { overview, script, layout, scriptKb, findingKb, ...(await openPreview(page)) };
  } finally {
    await context.close();
  }
}

/** The page has time for a key: two frames are drawn and a task runs. */
async function answers(page: Page): Promise<void> {
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))',
  );
}

async function openPreview(page: Page): Promise<Pick<FirstView, 'preview' | 'previewAnswer'>> {
  const asked = page.waitForRequest((request) => request.url().endsWith('/api/query/preview'));
  const started = performance.now();
  await page.goto(new URL('/query', page.url()).href, { waitUntil: 'commit' });
  const request = await asked;
  const sent = performance.now();
  await request.response();
  const previewAnswer = performance.now() - sent;
  await page.waitForSelector('.query-preview fieldset.shown');
  return { preview: performance.now() - started, previewAnswer };
}
