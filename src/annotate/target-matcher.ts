import type { TargetConfig, TermsByLanguage, ThemeConfig } from '../study/config.ts';
import { createMatcher, type Pattern } from '../text/aho-corasick.ts';
import { createTargetForms, type TargetForms } from '../text/target-forms.ts';
import { longerNames } from './longer-names.ts';

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
 * Builds the matcher of a study once. Each target is a group of its own, so that a longer target (Chinese cars)
 * does not hide a shorter one inside it (China); all themes share one automaton pass with the targets. Longer Chinese
 * words that hold a country's name and are something else (印度尼西亚, 发展中国家) are excluded unasked.
 */
export function createTargetMatcher(
  targets: readonly TargetConfig[],
  themes: readonly ThemeConfig[],
): TargetMatcher {
  const forms = createTargetForms();
  const matcher = createMatcher([
    ...targets.flatMap((target, group) => {
      const names = patterns(target.aliases, forms, { id: group, group, exclude: false });
      const longer = longerNames(names.map(({ form }) => form).filter(isHan));
      const exclude = patterns(target.exclude, forms, { id: group, group, exclude: true });
      return [...names, ...exclude, ...patterns({ zh: longer }, forms, { id: group, group, exclude: true })];
    }),
    ...themes.flatMap((theme, id) =>
      patterns(theme.terms, forms, { id, group: targets.length + id, exclude: false }),
    ),
  ]);
  return {
    find: (text) => {
      const found = new Map<number, Span[]>();
      const themeIds = new Set<number>();
      for (const { id, group, start, end } of matcher.find(text)) {
        if (group >= targets.length) themeIds.add(id);
        else found.set(group, [...(found.get(group) ?? []), [start, end]]);
      }
      return { targets: found, themes: [...themeIds].sort((a, b) => a - b) };
    },
  };
}

const isHan = (form: string): boolean => /\p{Script=Han}/u.test(form);

function patterns(
  terms: TermsByLanguage,
  formsOf: TargetForms,
  as: { readonly id: number; readonly group: number; readonly exclude: boolean },
): Pattern[] {
  return Object.entries(terms).flatMap(([language, words]) =>
    words.flatMap((word) => formsOf(word, language).map((form) => ({ ...form, ...as }))),
  );
}
