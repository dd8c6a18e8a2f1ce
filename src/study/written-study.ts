import type { ValuePath } from './found-problem.ts';

/** Keys of a group as read, of any kind. */
export type WrittenGroup = Readonly<Record<string, unknown>>;

/** One item of a section of the study file, before its form is known to be right. */
export interface WrittenItem {
  readonly path: ValuePath;
  /** Its id; null where there is none or it is not text. */
  readonly id: string | null;
  readonly group: WrittenGroup;
}

/** A text and where it stands. */
export interface WrittenText {
  readonly path: ValuePath;
  readonly text: string;
}

/** The value as a group of keys; empty for anything else. */
export function groupOf(value: unknown): WrittenGroup {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as WrittenGroup) : {};
}

/** The items of a list of a study, such as `targets`. A text alone counts as an item with that id. */
export function itemsOf(study: WrittenGroup, section: string): WrittenItem[] {
  const list = study[section];
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown, i) => {
    const group = typeof item === 'string' ? { id: item } : groupOf(item);
    return { path: [section, i], id: typeof group['id'] === 'string' ? group['id'] : null, group };
  });
}

/** The texts of a value that is one text or a list of them. */
export function textsOf(value: unknown, path: ValuePath): WrittenText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown, i) =>
    typeof each === 'string' ? [{ path: [...path, i], text: each }] : [],
  );
}

/** The words of a value that is a text, a list, or either of them per language. */
export function termsOf(value: unknown, path: ValuePath): WrittenText[] {
  if (typeof value === 'string' || Array.isArray(value)) return textsOf(value, path);
  return Object.entries(groupOf(value)).flatMap(([language, words]) => textsOf(words, [...path, language]));
}
