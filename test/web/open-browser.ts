import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Starts the Chromium of the system, headless.
 * @throws where there is none, with the way to one: a browser test that does not run must not pass
 */
export async function openBrowser(): Promise<Browser> {
  const path = process.env['CHROMIUM'] ?? PLACES.find((place) => existsSync(place));
  if (path === undefined)
    throw new Error(
      'No Chromium on this machine. Install it (Debian: `apt-get install chromium fonts-noto-cjk`), or name one in the variable CHROMIUM.',
    );
  // The tests open nothing but the server they start; containers forbid the sandbox.
  return chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
}
