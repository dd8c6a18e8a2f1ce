import type { Session } from '../../../src/server/contract.ts';
import { ADDRESS, askEarly } from '../api/client.ts';
import { openedView } from '../views/open-views.ts';
import { loadView } from '../views/registry.ts';
import { placeOf } from './location.ts';
import { readPreferences } from './preferences.ts';

/** Who waits longer is shown that something is coming. */
const MOST_MS = 300;

/**
 * Waits for what the first drawing rests on, which the browser was told to fetch with the page: then everything is laid out and painted
 * once, and not first without and then with it.
 */
export function beforeDrawing(): Promise<unknown> {
  const late = new Promise((done) => setTimeout(done, MOST_MS));
  return Promise.race([late, askFirst().catch(() => undefined)]);
}

async function askFirst(): Promise<void> {
  const asked = placeOf(location).view;
  const [session] = await Promise.all([
    askEarly<Session>(ADDRESS.session),
    loadView(openedView(asked, null)),
  ]);
  if (session.kind === 'problem') return;
  const view = openedView(asked, session.result);
  const language = readPreferences(localStorage).language ?? session.result.language;
  await Promise.all([loadView(view), view === 'overview' && askEarly(ADDRESS.firstView(language))]);
}
