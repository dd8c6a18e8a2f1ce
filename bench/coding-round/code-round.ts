import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { codingResult } from '../../src/pipeline/coding-result.ts';
import { keyFile, loadStudy } from '../../src/pipeline/load-study.ts';
import { recordCodings } from '../../src/pipeline/record-codings.ts';
import { runStudy } from '../../src/pipeline/run-study.ts';
import { sampleMentions } from '../../src/pipeline/sample-mentions.ts';
import { readCodings } from '../../src/pipeline/study-codings.ts';
import { writeAssignment } from '../../src/pipeline/wave-assignment.ts';
import type { CodingResult } from '../../src/server/coding/contract.ts';
import { startServer } from '../../src/server/start-server.ts';
import { seededRandom } from '../../src/stats/random.ts';
import type { StudyConfig } from '../../src/study/config.ts';
import { buildPage } from '../../test/web/build-page.ts';
import { openBrowser } from '../../test/web/open-browser.ts';
import { type Planted, writePlanted } from '../statistics/planted-corpus.ts';
import { runOptions } from '../statistics/run-options.ts';

/** What a round is made of. */
export interface RoundOptions {
  readonly documents: number;
  readonly n: number;
  /** Share of the mentions on which a coder presses a wrong key. */
  readonly slips: number;
}

/** What came of a round. */
export interface Round extends RoundOptions {
  readonly target: string;
  /** Seconds in which two people at once coded all their mentions, and keys they pressed. */
  readonly codingSeconds: number;
  readonly nKeys: number;
  readonly alpha: string;
  readonly nDiffering: number;
  readonly measureSeconds: number;
  readonly result: CodingResult;
  /** Net balance that was planted in the mentions, by class. */
  readonly planted: ReadonlyMap<string, number>;
  /** After as many codings again, by class: codings, and half the width, 0–2. */
  readonly after: ReadonlyMap<string, { readonly nCoded: number; readonly half: number }>;
}

const TARGET = 'china';
const CODERS = ['anna', 'boris'] as const;
const SEED = 1;
const KEYS = { against: '1', neither: '2', favor: '3' } as const;

/** Makes the demo, serves it and codes a sample of it in Chromium. */
export async function codeRound(folder: string, options: RoundOptions): Promise<Round> {
  const planted = await writePlanted(folder, { documents: options.documents, seed: SEED });
  const path = join(folder, 'study.yaml');
  const { config: study } = await loadStudy(path);
  const env = { XDG_CONFIG_HOME: folder };
  const run = { ...runOptions(folder, SEED), keyFile: keyFile(study, env) };
  await runStudy(study, run);
  const page = join(folder, 'page');
  await buildPage(page);
  const invite = CODERS.map((name) => ({ name, role: 'coder' as const }));
  const served = {
    study: path,
    out: run.out,
    port: 0,
    version: 'bench',
    page,
    now: Date.now,
    env,
    invite,
    log: () => undefined,
  };
  const [server, browser] = await Promise.all([startServer(served), openBrowser()]);
  try {
    const analyst = await open(browser, server.link);
    await draw(analyst, options.n);
    const truthOf = await mentionTruth(study, planted);
    const started = performance.now();
    const pages = await Promise.all(server.invited.map(({ link }) => open(browser, link)));
    const keys = await Promise.all(
      pages.map((coder, i) => code(coder, { truthOf, slips: options.slips, seed: i + 1 })),
    );
    const codingSeconds = (performance.now() - started) / 1000;
    const settled = await settle(analyst, truthOf);
    const measured = await measure(analyst);
    return {
      ...options,
      ...settled,
      ...measured,
      target: TARGET,
      codingSeconds,
      nKeys: keys.reduce((sum, n) => sum + n, 0),
      planted: plantedBalance(study, planted),
      after: await codeAgain(study, { n: options.n, run, planted }),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

type TruthOf = (mention: string) => keyof typeof KEYS;

async function open(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(link);
  await page.goto(new URL('/code', page.url()).href);
  await page.waitForSelector('main h1');
  return page;
}

async function draw(page: Page, n: number): Promise<void> {
  await page.getByLabel('Mentions', { exact: true }).fill(String(n));
  await page.getByLabel('Target').selectOption(TARGET);
  for (const name of CODERS) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Draw and give out' }).click();
  await page.waitForSelector('.wave', { timeout: 120_000 });
}

async function mentionTruth(study: StudyConfig, planted: ReadonlyMap<string, Planted>): Promise<TruthOf> {
  const { waves } = await readCodings(study);
  const documents = new Map(
    waves.flatMap(({ wave }) => wave.mentions.map(({ id, documentId }) => [id, documentId])),
  );
  return (mention) => {
    const found = planted.get(documents.get(mention) ?? '');
    if (found === undefined) throw new RangeError(`nothing was planted in ${mention}`);
    return found.truth.stance;
  };
}

/** Presses a key for each mention until none is left; gives the number of keys. */
async function code(
  page: Page,
  by: { readonly truthOf: TruthOf; readonly slips: number; readonly seed: number },
): Promise<number> {
  const random = seededRandom(by.seed);
  const shown = (): Promise<string | null> =>
    page.evaluate('document.querySelector(".passage")?.getAttribute("data-mention") ?? null');
  await page.waitForSelector('.passage');
  let keys = 0;
  for (let mention = await shown(); mention !== null; mention = await shown(), keys++) {
    const truth = by.truthOf(mention);
    const slip = truth === 'neither' ? 'against' : 'neither';
    await page.keyboard.press(KEYS[random() < by.slips ? slip : truth]);
    await page.waitForFunction(
      `document.querySelector(".passage")?.getAttribute("data-mention") !== ${JSON.stringify(mention)}`,
    );
  }
  await page.getByText('All saved').waitFor();
  return keys;
}

/** What the analyst does: looks how far coders agree, settles what differs, closes. */
async function settle(page: Page, truthOf: TruthOf): Promise<Pick<Round, 'alpha' | 'nDiffering'>> {
  await page.reload();
  const alpha = (await page.locator('[data-score=alpha]').textContent()) ?? '';
  const button = page.getByRole('button', { name: /^Settle/ });
  let nDiffering = 0;
  if ((await button.count()) > 0) {
    await button.click();
    await page.waitForSelector('.differences li');
    nDiffering = await page.locator('.differences li').count();
    for (let i = 0; i < nDiffering; i++) {
      const item = page.locator('.differences li').nth(i);
      const name = { against: 'Against', neither: 'Neither', favor: 'In favour' }[
        truthOf((await item.getAttribute('data-mention')) ?? '')
      ];
      await item.getByRole('button', { name, exact: true }).click();
      await item.getByText(`settled: ${name}`).waitFor();
    }
    await page.getByRole('link', { name: 'Back to the samples' }).click();
  }
  await page.getByRole('button', { name: 'Close the sample' }).click();
  await page.getByRole('button', { name: 'Open again' }).waitFor();
  return { alpha, nDiffering };
}

async function measure(page: Page): Promise<Pick<Round, 'measureSeconds' | 'result'>> {
  const started = performance.now();
  await page.getByRole('button', { name: 'Measure with the codings' }).click();
  await page.locator('section[aria-labelledby=result] tbody tr').first().waitFor({ timeout: 600_000 });
  const measureSeconds = (performance.now() - started) / 1000;
  const result = (await page.evaluate(
    'fetch("/api/coding/result").then((answer) => answer.json())',
  )) as CodingResult;
  return { measureSeconds, result };
}

/** Net balance of what was planted in the posts about the target, by class. */
function plantedBalance(study: StudyConfig, planted: ReadonlyMap<string, Planted>): Map<string, number> {
  const classOf = new Map(study.sources.map((source) => [source.id, source.class]));
  const about = [...planted.values()].filter(({ truth }) => truth.target === TARGET);
  const byClass = Map.groupBy(about, ({ source }) => classOf.get(source) ?? '');
  const value = { against: -1, neither: 0, favor: 1 };
  return new Map(
    [...byClass].map(([name, posts]) => [
      name,
      posts.reduce((sum, { truth }) => sum + value[truth.stance], 0) / posts.length,
    ]),
  );
}

/** Codes as many mentions again, without the browser, and gives half the width of each corrected interval. */
async function codeAgain(
  study: StudyConfig,
  {
    n,
    run,
    planted,
  }: { n: number; run: ReturnType<typeof runOptions>; planted: ReadonlyMap<string, Planted> },
): Promise<Map<string, { nCoded: number; half: number }>> {
  const { wave } = await sampleMentions(
    study,
    {
      n,
      seed: null,
      wave: null,
      targets: [TARGET],
      event: null,
      nCoders: 1,
      overlap: 0,
      isAdaptive: false,
      sheet: null,
      delimiter: ',',
      drawnOn: new Date(run.now()).toISOString().slice(0, 10),
    },
    run,
  );
  await writeAssignment(study, wave.wave, { coders: ['anna'], closedOn: null });
  const truthOf = await mentionTruth(study, planted);
  const codings = wave.mentions.map(({ id }) => {
    return { id: `again-${id}`, mention: id, label: truthOf(id), themes: [], isQuoted: false };
  });
  await recordCodings(study, { wave: wave.wave, coder: 'anna', at: '' }, codings);
  const { levels } = codingResult(await runStudy(study, run));
  return new Map(
    levels.flatMap(({ class: name, nCoded, corrected }) =>
      corrected.kind === 'estimate'
        ? [[name, { nCoded, half: (corrected.interval.upper - corrected.interval.lower) / 2 }] as const]
        : [],
    ),
  );
}
