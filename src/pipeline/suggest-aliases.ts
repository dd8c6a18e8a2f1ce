import { setImmediate } from 'node:timers/promises';
import { createTargetMatcher } from '../annotate/target-matcher.ts';
import type { SampledDocument } from '../store/queries/sampled-documents.ts';
import { type CodeWord, listCodeWords } from '../study/code-words/code-words.ts';
import type { TargetConfig } from '../study/config.ts';
import { createTargetForms } from '../text/target-forms.ts';
import type { FoundPlaces } from './preview-query.ts';

/** A word that may be missing among the aliases of a target. */
export interface AliasSuggestion {
  readonly word: string;
  /** `und` = any language. */
  readonly language: string;
  /** A form of an alias, one letter away from one, or a word that people use instead. */
  readonly kind: 'form' | 'spelling' | 'code-word';
  /** Drawn documents that hold it and in which the query finds nothing. */
  readonly nMissed: number;
  /** Drawn documents that hold it and in which the query finds the target: a word used near it. */
  readonly nNear: number;
  /** An everyday word or someone else's name too. */
  readonly ambiguous: boolean;
  /** Longer words to exclude with it. */
  readonly exclude: readonly string[];
}

/** Words of the documents, in small letters, and the documents that hold each. */
export type Vocabulary = ReadonlyMap<string, readonly number[]>;

const WORD = /\p{L}[\p{L}\p{M}’'-]*/gu;
const HAN = /\p{Script=Han}/u;
const SHORTEST = 4;
const FEWEST = 2;
const MOST = 30;
const AT_A_TIME = 1_000;

/** The words of documents that are written with spaces between them. */
export async function vocabularyOf(documents: readonly SampledDocument[]): Promise<Vocabulary> {
  const found = new Map<string, number[]>();
  for (let at = 0; at < documents.length; at++) {
    for (const [word] of (documents[at] as SampledDocument).text.toLowerCase().matchAll(WORD)) {
      if (word.length < SHORTEST || HAN.test(word)) continue;
      const where = found.get(word);
      if (where === undefined) found.set(word, [at]);
      else if (where.at(-1) !== at) where.push(at);
    }
    if (at % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
  }
  return found;
}

/**
 * Words that the documents hold and the query does not find: forms and spellings near an alias, and code words of the same
 * target. Those that stand in most documents without the target come first.
 */
export async function suggestAliases(
  documents: readonly SampledDocument[],
  target: TargetConfig,
  { found, vocabulary }: { readonly found: FoundPlaces; readonly vocabulary: Vocabulary },
): Promise<AliasSuggestion[]> {
  const near = nearWords(target, vocabulary);
  const codes = await countCodeWords(documents, codeWordsOf(target));
  return [
    ...near.map(({ word, kind, language }) => ({
      ...{ word, kind, language, ambiguous: false, exclude: [] },
      ...countsOf(vocabulary.get(word) ?? [], found),
    })),
    ...codes.map(({ code, where }) => ({
      ...{ word: code.word, language: code.language, kind: 'code-word' as const },
      ...{ ambiguous: code.ambiguous, exclude: code.exclude },
      ...countsOf(where, found),
    })),
  ]
    .filter(({ nMissed, nNear }) => nMissed + nNear >= FEWEST)
    .sort((a, b) => b.nMissed - a.nMissed || b.nNear - a.nNear || (a.word < b.word ? -1 : 1))
    .slice(0, MOST);
}

function countsOf(where: readonly number[], found: FoundPlaces): { nMissed: number; nNear: number } {
  const nNear = where.filter((at) => found.has(at)).length;
  return { nMissed: where.length - nNear, nNear };
}

function nearWords(
  target: TargetConfig,
  vocabulary: Vocabulary,
): { word: string; kind: 'form' | 'spelling'; language: string }[] {
  const matcher = createTargetMatcher([target], []);
  const formsOf = createTargetForms();
  const aliases = Object.entries(target.aliases).flatMap(([language, words]) =>
    words
      .map((word) => word.replace(/^=|\*$/g, '').toLowerCase())
      .filter((word) => word.length >= SHORTEST && !HAN.test(word) && !/\s/.test(word))
      .map((word) => ({
        language,
        stem: word.slice(0, Math.max(SHORTEST, word.length - 2)),
        forms: formsOf(word, language).map(({ form }) => form.toLowerCase()),
      })),
  );
  return [...vocabulary.keys()].flatMap((word) => {
    const form = aliases.find(({ stem }) => word.startsWith(stem));
    const spelling = form ?? aliases.find(({ forms }) => forms.some((one) => isNear(word, one)));
    if (spelling === undefined || matcher.find(word).targets.size > 0) return [];
    return [{ word, language: spelling.language, kind: form === undefined ? 'spelling' : 'form' } as const];
  });
}

/** One letter more, less, other or swapped with its neighbour; the first letter stays, and short words are left alone. */
function isNear(word: string, form: string): boolean {
  if (form.length < 5 || Math.abs(word.length - form.length) > 1 || word[0] !== form[0]) return false;
  let head = 0;
  while (head < word.length && word[head] === form[head]) head++;
  const [a, b] = [word.slice(head), form.slice(head)];
  if (a === '' && b === '') return false;
  const isSwapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return isSwapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}

/** Code words of the target that its words point to: its id is the name of a list, or an alias is a word of one. */
function codeWordsOf(target: TargetConfig): CodeWord[] {
  const own = new Set(
    Object.values(target.aliases)
      .flat()
      .map((word) => word.toLowerCase()),
  );
  const all = listCodeWords();
  const lists = new Set([
    target.id,
    ...[...own],
    ...all.filter(({ word }) => own.has(word.toLowerCase())).map((one) => one.target),
  ]);
  return all.filter((one) => lists.has(one.target) && !own.has(one.word.toLowerCase()));
}

async function countCodeWords(
  documents: readonly SampledDocument[],
  codes: readonly CodeWord[],
): Promise<{ code: CodeWord; where: readonly number[] }[]> {
  if (codes.length === 0) return [];
  const matcher = createTargetMatcher(
    codes.map(({ word, language, exclude }, at) => ({
      id: String(at),
      label: word,
      placebo: false,
      aliases: { [language]: [word] },
      exclude: { [language]: exclude },
    })),
    [],
  );
  const found = codes.map((code) => ({ code, where: [] as number[] }));
  for (let at = 0; at < documents.length; at++) {
    for (const code of matcher.find((documents[at] as SampledDocument).text).targets.keys())
      found[code]?.where.push(at);
    if (at % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
  }
  return found.filter(({ where }) => where.length > 0);
}
