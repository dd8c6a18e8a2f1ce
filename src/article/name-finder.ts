import { createMatcher } from '../text/aho-corasick.ts';
import { createTargetForms, type TargetForms } from '../text/target-forms.ts';

/** Something that goes by several names. */
export interface Named {
  readonly id: string;
  /** Words by language code; `und` where it is not known. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** Finds which of many things a text names, each by any of its names. */
export interface NameFinder {
  /** Ids in the order of first place, each with the spellings used. */
  find(text: string): ReadonlyMap<string, ReadonlySet<string>>;
}

/** Builds the finder once; cost per text: one pass, whatever the number of names. */
export function createNameFinder(
  things: readonly Named[],
  forms: TargetForms = createTargetForms(),
): NameFinder {
  const patterns = things.flatMap(({ names }, id) =>
    Object.entries(names).flatMap(([language, words]) =>
      words.flatMap((word) =>
        forms(word, language).map((form) => ({ ...form, id, group: id, exclude: false })),
      ),
    ),
  );
  const matcher = createMatcher(patterns);
  return {
    find: (text) => {
      const found = new Map<string, Set<string>>();
      for (const { id, start, end } of matcher.find(text)) {
        const name = (things[id] as Named).id;
        found.set(name, (found.get(name) ?? new Set()).add(text.slice(start, end)));
      }
      return found;
    },
  };
}
