/**
 * Takes the pictures of the workbench in `docs/workbench`, from which `npm test` lets no view stray unseen.
 *
 *     npm run screenshots [-- --only overview]
 *
 * Serves a small demo to the Chromium of this machine. Look at every picture before it is kept.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../test/web/open-browser.ts';
import { SCREEN_CONTEXT, SCREENS, screenName, showScreen, takeScreen } from '../test/web/screens/screen.ts';
import { serveDemo } from '../test/web/serve-demo.ts';

const FOLDER = 'docs/workbench';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
mkdirSync(FOLDER, { recursive: true });
const demo = await serveDemo();
const browser = await openBrowser();
try {
  const page = await browser.newPage(SCREEN_CONTEXT);
  await page.goto(demo.link);
  const coder = await browser.newPage(SCREEN_CONTEXT);
  for (const screen of SCREENS.filter((one) => screenName(one).startsWith(values.only))) {
    const shown = screen.role === 'coder' ? coder : page;
    await showScreen(shown, demo, screen);
    const picture = await takeScreen(shown);
    writeFileSync(join(FOLDER, screenName(screen)), picture);
    console.log(`${screenName(screen)}  ${Math.round(picture.length / 1000)} kB`);
  }
} finally {
  await browser.close();
  await demo.stop();
}
