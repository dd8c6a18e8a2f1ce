/**
 * Takes the two pictures of the README: the top of the demo's report and of the reference study's, 1000 by 1600 pixels.
 *
 *     npm run pictures
 *
 * Runs both studies in a temporary folder. Needs the Chromium of this machine.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../test/web/open-browser.ts';
import { groundswell } from './groundswell.ts';

const PICTURES = [
  { corpus: 'demo', documents: 40_000, picture: 'docs/finding.png' },
  { corpus: 'reference', documents: 60_000, picture: 'docs/reference.png' },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'groundswell-pictures-'));
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1600 }, colorScheme: 'light' });
  for (const { corpus, documents, picture } of PICTURES) {
    const study = join(folder, corpus);
    if (corpus === 'reference') cpSync('studies/russia-on-china', study, { recursive: true });
    const size = ['--documents', String(documents), '--generate-only', '--json'];
    await groundswell(['demo', '--corpus', corpus, '--out', study, ...size]);
    await groundswell(['run', join(study, 'study.yaml'), '--out', join(study, 'result'), '--json']);
    await page.goto(pathToFileURL(resolve(study, 'result', 'report.html')).href);
    await page.screenshot({ path: picture });
    console.log(picture);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
