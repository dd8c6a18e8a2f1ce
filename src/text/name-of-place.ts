import { CHINESE_PLACES, CODED_ONLY_PLACES } from './chinese-places.ts';
import { RUSSIAN_PLACES } from './russian-places.ts';

const BY_CODE = new Map(
  [...RUSSIAN_PLACES, ...CHINESE_PLACES, ...CODED_ONLY_PLACES].map((place) => [place[0], place]),
);

/** Name of a code in a language; null of what is no code. */
export function placeName(code: string, language: 'en' | 'ru' | 'zh'): string | null {
  return BY_CODE.get(code)?.[{ en: 1, ru: 2, zh: 3 }[language] as 1 | 2 | 3] ?? null;
}
