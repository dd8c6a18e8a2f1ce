import { codeWordList, codeWordTargets, expandCodeWords } from './code-words/code-words.ts';
import { type FoundProblem, foundProblem, type ValuePath } from './found-problem.ts';
import { nearestWord } from './nearest-word.ts';
import { cleanTerm, languageTag } from './term-language.ts';
import {
  groupOf,
  itemsOf,
  termsOf,
  textsOf,
  type WrittenGroup,
  type WrittenItem,
  type WrittenText,
} from './written-study.ts';

/** Traps in the words of targets and themes. */
export function checkTerms(study: WrittenGroup): { problems: FoundProblem[]; warnings: FoundProblem[] } {
  const targets = itemsOf(study, 'targets');
  const themes = itemsOf(study, 'themes');
  const found = targets.map((target) => checkTarget(target, target.id ?? `#${Number(target.path[1]) + 1}`));
  return {
    problems: [
      ...found.flatMap((each) => each.problems),
      ...targets.flatMap((target) => [
        ...languageKeys(target, 'aliases'),
        ...languageKeys(target, 'exclude'),
      ]),
      ...themes.flatMap((theme) => languageKeys(theme, 'terms')),
    ],
    warnings: [
      ...found.flatMap((each) => each.warnings),
      ...sharedAliases(targets),
      ...themes.flatMap(shortTerms),
    ],
  };
}

const comparable = (term: string): string => cleanTerm(term).toLowerCase();

/** Letters and digits of a term, by characters a reader sees. */
const nLetters = (term: string): number => [...term.matchAll(/[\p{L}\p{N}]/gu)].length;

function checkTarget(
  item: WrittenItem,
  target: string,
): { problems: FoundProblem[]; warnings: FoundProblem[] } {
  const aliases = termsOf(item.group['aliases'], [...item.path, 'aliases']);
  const excludes = termsOf(item.group['exclude'], [...item.path, 'exclude']);
  const lists = textsOf(item.group['codeWords'], [...item.path, 'codeWords']);
  const names = new Set(aliases.map((alias) => comparable(alias.text)));
  const codeWords = Object.values(expandCodeWords(lists.map((list) => list.text)).aliases).flat();
  const stems = new Set([...names, ...codeWords.map(comparable)].map(stem).filter((each) => each !== ''));
  const lengths = [...new Set([...stems].map((each) => each.length))];
  const isHolding = (text: string): boolean => holdsAny(comparable(text), stems, lengths);
  return {
    problems: [
      ...aliases
        .filter(({ text }) => nLetters(text) < 2)
        .map(({ path, text: alias }) => foundProblem({ path }, 'study/short-alias', { alias, target })),
      ...excludes
        .filter(({ text }) => names.has(comparable(text)))
        .map(({ path, text: alias }) => foundProblem({ path }, 'study/excluded-alias', { alias, target })),
      ...checkCodeWords(lists),
    ],
    warnings: excludes
      .filter(({ text }) => !isHolding(text))
      .map(({ path, text: exclude }) => foundProblem({ path }, 'study/idle-exclude', { exclude, target })),
  };
}

function checkCodeWords(lists: readonly WrittenText[]): FoundProblem[] {
  const targets = codeWordTargets();
  return lists
    .filter(({ text }) => codeWordList(text, targets) === null)
    .map(({ path, text: list }) =>
      foundProblem({ path }, 'study/unknown-code-words', () => ({
        list,
        suggestion: nearestWord(list, [...targets]),
      })),
    );
}

const LONGEST_STEM = 12;

/** What all forms of a word share, roughly: Han words have no endings, others lose up to three letters of five or more. */
function stem(word: string): string {
  const letters = [...word];
  if (/\p{Script=Han}/u.test(word) || letters.length < 5) return letters.slice(0, 4).join('');
  return letters.slice(0, Math.min(Math.max(4, letters.length - 3), LONGEST_STEM)).join('');
}

/** Whether a text holds one of many words; its time grows with the text, not with the number of words. */
function holdsAny(text: string, words: ReadonlySet<string>, lengths: readonly number[]): boolean {
  for (let at = 0; at < text.length; at++) {
    if (lengths.some((length) => words.has(text.slice(at, at + length)))) return true;
  }
  return false;
}

function sharedAliases(targets: readonly WrittenItem[]): FoundProblem[] {
  const owners = new Map<string, { ids: string[]; last: WrittenText }>();
  targets.forEach(({ group, path, id }, i) => {
    const own = new Map(
      termsOf(group['aliases'], [...path, 'aliases']).map((alias) => [comparable(alias.text), alias]),
    );
    for (const [word, alias] of own) {
      const owner = owners.get(word) ?? { ids: [], last: alias };
      owner.ids.push(id ?? `#${i + 1}`);
      owner.last = alias;
      owners.set(word, owner);
    }
  });
  return [...owners.values()]
    .filter(({ ids }) => ids.length > 1)
    .map(({ ids, last }) =>
      foundProblem({ path: last.path }, 'study/shared-alias', {
        alias: last.text,
        targets: ids.slice(0, 8).join(', '),
      }),
    );
}

function shortTerms({ group, path, id }: WrittenItem): FoundProblem[] {
  return termsOf(group['terms'], [...path, 'terms'])
    .filter(({ text }) => nLetters(text) < 2)
    .map(({ path: at, text: term }) =>
      foundProblem({ path: at }, 'study/short-term', { term, theme: id ?? `#${Number(path[1]) + 1}` }),
    );
}

function languageKeys(item: WrittenItem, key: string): FoundProblem[] {
  return Object.keys(groupOf(item.group[key])).flatMap((code) =>
    checkLanguage(code, { path: [...item.path, key, code], atKey: true }),
  );
}

const MISTAKEN: Readonly<Record<string, string>> = {
  cn: 'zh',
  tw: 'zh-Hant',
  jp: 'ja',
  kr: 'ko',
  ua: 'uk',
  by: 'be',
  kz: 'kk',
  chinese: 'zh',
  russian: 'ru',
  english: 'en',
  ukrainian: 'uk',
  any: 'und',
  all: 'und',
};

/** A language code that names no language, with the one most likely meant. */
export function checkLanguage(code: string, where: { path: ValuePath; atKey?: boolean }): FoundProblem[] {
  if (languageTag(code) !== null) return [];
  const known = Object.keys(MISTAKEN).filter((each) => each.length > 2);
  const meant = nearestWord(
    code,
    known.concat(Object.keys(MISTAKEN).filter((each) => each === code.toLowerCase())),
  );
  return [
    foundProblem(where, 'study/unknown-language', {
      language: code,
      suggestion: meant === null ? null : (MISTAKEN[meant] ?? null),
    }),
  ];
}
