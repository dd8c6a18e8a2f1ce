import type { TermsByLanguage } from './config.ts';

/** A term as it is matched: composed letters, no invisible characters, single spaces. */
export function cleanTerm(term: string): string {
  return term
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The language whose word forms a term takes when the study names none, from its letters: kana → Japanese, hangul →
 * Korean, other Han → Chinese, Cyrillic → Russian unless a letter is another language's, everything else → any language.
 */
function termLanguage(term: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(term)) return 'ja';
  if (/\p{Script=Hangul}/u.test(term)) return 'ko';
  if (/\p{Script=Han}/u.test(term)) return 'zh';
  if (!/\p{Script=Cyrillic}/u.test(term)) return 'und';
  if (/ў/i.test(term)) return 'be';
  if (/[іїєґ]/i.test(term)) return 'uk';
  return /^[^\p{Script=Cyrillic}]*([а-яё][^\p{Script=Cyrillic}]*)+$/iu.test(term) ? 'ru' : 'und';
}

/** Terms per language from any of the forms of a study file, cleaned, each once. */
export function termsByLanguage(
  written: string | readonly string[] | Readonly<Record<string, string | readonly string[]>> | undefined,
): TermsByLanguage {
  const found = new Map<string, Set<string>>();
  const add = (language: string, term: string): void => {
    const clean = cleanTerm(term);
    if (clean === '') return;
    found.set(language, (found.get(language) ?? new Set()).add(clean));
  };
  if (typeof written === 'string' || Array.isArray(written)) {
    for (const term of [written].flat()) add(termLanguage(cleanTerm(term)), term);
  } else {
    for (const [language, terms] of Object.entries(written ?? {})) {
      for (const term of [terms].flat()) add(languageTag(language) ?? language, term);
    }
  }
  return Object.fromEntries([...found].map(([language, terms]) => [language, [...terms]]));
}

/** The terms of several lists, each once per language. */
export function joinTerms(lists: readonly TermsByLanguage[]): TermsByLanguage {
  const languages = new Set(lists.flatMap((list) => Object.keys(list)));
  return Object.fromEntries(
    [...languages].map((language) => [language, [...new Set(lists.flatMap((list) => list[language] ?? []))]]),
  );
}

/** The BCP 47 tag in its usual letters (`ZH-hans` → `zh-Hans`); null when no such language is known. */
export function languageTag(code: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(code);
    if (tag === undefined || tag === 'und') return tag ?? null;
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    return names.of(tag) === undefined ? null : tag;
  } catch {
    return null;
  }
}
