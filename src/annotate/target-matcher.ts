import type { TargetConfig, ThemeConfig } from '../study/config.ts';
import { createMatcher, type Matcher, type Pattern } from '../text/aho-corasick.ts';
import { targetForms } from '../text/target-forms.ts';

/** Half-open UTF-16 offsets of a match in the text searched. */
export type Span = readonly [start: number, end: number];

/** What was found in one text. */
export interface TextMatches {
  /** Target index → its places, in order; targets that are not there have no entry. */
  readonly targets: ReadonlyMap<number, readonly Span[]>;
  /** Theme indices, ascending. */
  readonly themes: readonly number[];
}

/** Finds every target and theme of a study in a text. */
export interface TargetMatcher {
  find(text: string): TextMatches;
}

/**
 * Builds the matchers of a study once. Each target is matched on its own, so that a longer target
 * (Chinese cars) does not hide a shorter one inside it (China).
 */
export function createTargetMatcher(
  targets: readonly TargetConfig[],
  themes: readonly ThemeConfig[],
): TargetMatcher {
  const matchers: Matcher[] = targets.map((target) =>
    createMatcher([...patterns(target.aliases, 0, false), ...patterns(target.exclude, 0, true)]),
  );
  const themeMatcher = createMatcher(themes.flatMap((theme, id) => patterns(theme.terms, id, false)));
  return {
    find: (text) => {
      const found = new Map<number, readonly Span[]>();
      matchers.forEach((matcher, index) => {
        const matches = matcher.find(text);
        if (matches.length > 0)
          found.set(
            index,
            matches.map((m) => [m.start, m.end] as const),
          );
      });
      if (found.size === 0) return { targets: found, themes: [] };
      const themeIds = new Set(themeMatcher.find(text).map((m) => m.id));
      return { targets: found, themes: [...themeIds].sort((a, b) => a - b) };
    },
  };
}

function patterns(
  terms: Readonly<Record<string, readonly string[]>>,
  id: number,
  exclude: boolean,
): Pattern[] {
  return Object.entries(terms).flatMap(([language, words]) =>
    words.flatMap((word) => targetForms(word, language).map((form) => ({ ...form, id, exclude }))),
  );
}
