import type { Browser, Page } from 'playwright-core';

/** What a browser saw that opens the workbench for the first time. */
export interface FirstView {
  /** Milliseconds from the opening link until the headline stands there with its interval and verdict. */
  readonly headline: number;
  /** … until the index chart stands there as well, two frames are drawn and a task runs: the page answers. */
  readonly lead: number;
  /** … until every section is drawn. */
  readonly whole: number;
  /** The longest that a click has to wait after {@link lead}, ms: the longest task that draws a section. */
  readonly longest: number;
  /** Milliseconds of processor time of the page's thread until the whole is drawn, for script and for style and layout. */
  readonly script: number;
  readonly layout: number;
  /** How far what is read moved meanwhile, in thousandths of the layout shift that browsers measure. */
  readonly moved: number;
  /** Milliseconds from the address of the query builder until the first preview stands there. */
  readonly preview: number;
  /** Milliseconds in which the server answered the first preview. */
  readonly previewAnswer: number;
  /** Kilobytes: script until the page answers and for the whole view, what is seen first as data, and the finding. */
  readonly firstScriptKb: number;
  readonly scriptKb: number;
  readonly firstKb: number;
  readonly findingKb: number;
}

/** Runs in the page before anything of it: notes when each part stands there, by the clock of this machine. */
const WATCH = `
  globalThis.groundswellSeen = { moved: 0, tasks: [] };
  const seen = globalThis.groundswellSeen;
  const now = () => performance.timeOrigin + performance.now();
  const later = (then) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then)));
  const parts = {
    headline: () => document.querySelector('.headline .number') !== null,
    lead: () => document.querySelector('.headline .number') !== null && document.querySelector('#index svg.chart') !== null,
    whole: () => document.querySelector('.parts[aria-busy=false]') !== null,
  };
  new MutationObserver(() => {
    for (const [name, isThere] of Object.entries(parts)) if (isThere()) {
      delete parts[name];
      later(() => { seen[name] = now(); });
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });
  new PerformanceObserver((list) => list.getEntries().forEach((one) => seen.tasks.push([performance.timeOrigin + one.startTime, one.duration])))
    .observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((one) => {
    if (document.querySelector('.headline') !== null) seen.moved += one.value;
  })).observe({ type: 'layout-shift', buffered: true });
`;

/** What was noted, once all of it was. */
const SEEN = `new Promise((done) => {
  const look = () => groundswellSeen.whole === undefined ? setTimeout(look, 20) : done(groundswellSeen);
  look();
})`;

/** Scripts that were there when the page answered. */
const FIRST_SCRIPTS = `performance.getEntriesByType('resource')
  .filter((one) => one.name.endsWith('.js') && performance.timeOrigin + one.responseEnd <= groundswellSeen.lead)
  .map((one) => new URL(one.name).pathname)`;

interface Seen {
  readonly headline: number;
  readonly lead: number;
  readonly whole: number;
  readonly moved: number;
  readonly tasks: readonly (readonly [number, number])[];
}

/** Opens the first view, then the query builder, in a browser without a cache. */
export async function openOnce(browser: Browser, link: string): Promise<FirstView> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript(WATCH);
    const came: { readonly path: string; readonly bytes: Promise<number> }[] = [];
    page.on('response', (response) => {
      const bytes = response.body().then(
        (body) => body.length,
        () => 0,
      );
      came.push({ path: new URL(response.url()).pathname, bytes });
    });
    const started = Date.now();
    await page.goto(link, { waitUntil: 'commit' });
    await page.waitForSelector('.parts[aria-busy=false]');
    const seen = (await page.evaluate(SEEN)) as Seen;
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
    const firstScripts = (await page.evaluate(FIRST_SCRIPTS)) as readonly string[];
    const firstScriptKb = await kb((path) => firstScripts.includes(path));
    const scriptKb = await kb((path) => path.endsWith('.js'));
    const firstKb = await kb((path) => path.startsWith('/api/first-view/'));
    const findingKb = await kb((path) => path === '/api/finding');
    return {
      headline: seen.headline - started,
      lead: seen.lead - started,
      whole: seen.whole - started,
      longest: Math.max(0, ...seen.tasks.map(([at, took]) => (at > seen.lead ? took : 0))),
      moved: 1000 * seen.moved,
      ...{ script, layout, firstScriptKb, scriptKb, firstKb, findingKb },
      ...(await openPreview(page)),
    };
  } finally {
    await context.close();
  }
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
