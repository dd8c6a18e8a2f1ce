import type { Page } from 'playwright-core';
import { type ViewName, WORKBENCH_VIEWS } from '../../../src/domain/workbench-view.ts';
import type { ReportLanguage } from '../../../src/study/config.ts';
import { CODER, type ServedDemo } from '../serve-demo.ts';
import { viewDrawn } from '../view-drawn.ts';

/** A view as it is looked at. */
export interface Screen {
  readonly view: ViewName;
  readonly theme: 'light' | 'dark';
  readonly language: ReportLanguage;
  readonly width: number;
  /** Whose view it is; an analyst's unless said. */
  readonly role?: 'coder';
}

/** Pixels of a page that are kept. */
const SCREEN_HEIGHT = 1_400;

const DESK = 1_280;
const PHONE = 360;

/** The baselines: every view in both themes on a desk, and some in each language on a phone. */
export const SCREENS: readonly Screen[] = [
  ...WORKBENCH_VIEWS.flatMap((view) =>
    (['light', 'dark'] as const).map((theme): Screen => ({ view, theme, language: 'en', width: DESK })),
  ),
  { view: 'overview', theme: 'light', language: 'en', width: PHONE },
  { view: 'explore', theme: 'dark', language: 'ru', width: PHONE },
  { view: 'claims', theme: 'light', language: 'zh', width: PHONE },
  { view: 'code', theme: 'light', language: 'en', width: DESK, role: 'coder' },
  { view: 'code', theme: 'dark', language: 'ru', width: PHONE, role: 'coder' },
];

/** Name of its file. */
export function screenName({ view, theme, language, width, role }: Screen): string {
  const shown = role === undefined ? view : `${view}-${role}`;
  return width === DESK ? `${shown}-${theme}.webp` : `${shown}-${theme}-${language}-${width}.webp`;
}

const ARTICLE = `Talk about China in the forum fell by more than 30 points after the planted change.
State media hardly talk of the quality of Chinese goods. Trade with China doubled in five years.
“The partnership is ripe for disruption”, an official said.`;

/** What a reader does first in a view that is empty before. */
const FILL: Partial<Record<ViewName, (page: Page, screen: Screen) => Promise<void>>> = {
  article: async (page, { theme, language }) => {
    const form = page.locator('form.article-paste');
    await form.locator('input').fill(`article ${theme} ${language}`);
    await form.locator('textarea').fill(ARTICLE);
    await form.locator('button[type=submit]').click();
    await form.waitFor({ state: 'detached' });
  },
  code: async (page, { role }) => {
    if (role === 'coder') return page.locator('.passage').waitFor();
    const wave = page.locator('.wave');
    await page.locator('.wave, section[aria-labelledby=draw]').first().waitFor();
    if ((await wave.count()) > 0) return;
    await page.getByLabel('Mentions', { exact: true }).fill('60');
    await page.getByRole('checkbox', { name: CODER }).check();
    await page.getByRole('button', { name: 'Draw and give out' }).click();
    await wave.waitFor();
  },
};

/** What the browser is told of its reader: the same everywhere. */
export const SCREEN_CONTEXT = { timezoneId: 'UTC', locale: 'en-GB', reducedMotion: 'reduce' } as const;

/** Goes to a view in its theme and language and waits until it stands still. */
export async function showScreen(page: Page, demo: ServedDemo, screen: Screen): Promise<void> {
  const { view, theme, language, width, role } = screen;
  const link = role === 'coder' ? demo.coderLink : view === 'start' ? demo.emptyLink : demo.link;
  await page.setViewportSize({ width, height: SCREEN_HEIGHT });
  if (role === 'coder' || new URL(page.url()).origin !== new URL(link).origin) await page.goto(link);
  await page.evaluate(
    (kept) => localStorage.setItem('groundswell', kept),
    JSON.stringify({ theme, language }),
  );
  await page.goto(new URL(`/${view}`, link).href);
  await viewDrawn(page);
  await FILL[view]?.(page, screen);
  await standsStill(page);
}

/** Runs in the browser: empty while something is being loaded, else what tells a page from the same page a moment later. */
const LOOK = `document.querySelector('.skeleton, [aria-busy=true]') !== null
  ? '' : document.documentElement.scrollHeight + ' ' + document.querySelectorAll('*').length`;

/** Waits until nothing is being loaded and two looks at the page are the same. */
async function standsStill(page: Page): Promise<void> {
  let before = '';
  for (let i = 0; i < 120; i++) {
    const now = await page.evaluate<string>(LOOK);
    if (now !== '' && now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${page.url()} does not come to rest.`);
}

/** Takes the picture: small, with no loss that shows. */
export async function takeScreen(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
  await session.detach();
  return Buffer.from(data, 'base64');
}
