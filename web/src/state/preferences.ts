import type { ReportLanguage } from '../../../src/study/config.ts';

/** Colours of the page: those of the system, or one chosen. */
export const THEMES = ['system', 'light', 'dark'] as const;

/** One of {@link THEMES}. */
export type Theme = (typeof THEMES)[number];

/** Languages of the page. */
export const LANGUAGES = ['en', 'ru', 'zh'] as const satisfies readonly ReportLanguage[];

/** What a reader chose; null = not yet. */
export interface Preferences {
  readonly theme: Theme;
  readonly language: ReportLanguage | null;
}

const KEY = 'groundswell';

/** Reads what was chosen before on this machine. A store that is off or holds something else is as none. */
export function readPreferences(storage: Pick<Storage, 'getItem'>): Preferences {
  const kept = readKept(storage);
  return {
    theme: THEMES.find((one) => one === kept?.theme) ?? 'system',
    language: LANGUAGES.find((one) => one === kept?.language) ?? null,
  };
}

function readKept(storage: Pick<Storage, 'getItem'>): { theme?: unknown; language?: unknown } | null {
  try {
    return JSON.parse(storage.getItem(KEY) ?? 'null') as { theme?: unknown; language?: unknown } | null;
  } catch {
    return null;
  }
}

/** Keeps what was chosen. */
export function writePreferences(storage: Pick<Storage, 'setItem'>, preferences: Preferences): void {
  try {
    storage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A full or forbidden store: the choice lasts as long as the page.
  }
}
