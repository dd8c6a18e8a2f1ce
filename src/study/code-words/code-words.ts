import type { TermsByLanguage } from '../config.ts';
import { joinTerms } from '../term-language.ts';
import { CODE_WORDS_EN } from './en.ts';
import { CODE_WORDS_RU } from './ru.ts';
import { CODE_WORDS_ZH, WORDS_FROM_GUO } from './zh.ts';

/** A word by which people mean a target without naming it. */
export interface CodeWord {
  /** An alias as a study file takes it. */
  readonly word: string;
  readonly language: 'ru' | 'en' | 'zh';
  /** What it means: `china`, `putin`, `sanctions`, `haval`, … */
  readonly target: string;
  /** Who uses a pejorative word takes a side by the word; the stance model does not see that, as the word is masked. */
  readonly tone: 'neutral' | 'pejorative';
  /** An everyday word too, or someone else's name: right only where the corpus is about the target anyway. */
  readonly ambiguous: boolean;
  /** Kind of place where it is in use, from general knowledge, not from a count. */
  readonly source: string;
  /** Longer words that hold it and are something else: for `exclude`. */
  readonly exclude: readonly string[];
}

/** Aliases and excludes of a target, as `aliases` and `exclude` of a study file take them. */
export interface CodeWordAliases {
  readonly aliases: TermsByLanguage;
  readonly exclude: TermsByLanguage;
}

/** Which code words to take. */
export interface CodeWordChoice {
  /** Also words that mean something else as well [false]. */
  readonly ambiguous?: boolean;
  /** Only words of this tone [both]. */
  readonly tone?: CodeWord['tone'];
}

/** Every code word, by language in the order of the tables. */
export function listCodeWords(): CodeWord[] {
  return [
    ...readTable('ru', CODE_WORDS_RU),
    ...readTable('en', CODE_WORDS_EN),
    ...readTable('zh', CODE_WORDS_ZH),
  ];
}

function readTable(language: CodeWord['language'], table: string): CodeWord[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [word = '', target = '', kind = '', source = '', exclude] = line.split(' | ');
      const [tone, ambiguous] = kind.split(' ');
      return {
        word,
        language,
        target,
        tone: tone as CodeWord['tone'],
        ambiguous: ambiguous === 'ambiguous',
        source,
        exclude: [...new Set([...(exclude?.split(', ') ?? []), ...compounds(word)])],
      };
    });
}

const compounds = (word: string): string[] =>
  word.endsWith('国') ? WORDS_FROM_GUO.map((rest) => word + rest) : [];

/** What a name of a list in a study file asks for: `china`, or `china?` with the ambiguous words. */
interface CodeWordList {
  readonly target: string;
  readonly ambiguous: boolean;
}

/** Every target that has code words. */
export function codeWordTargets(): ReadonlySet<string> {
  return new Set(listCodeWords().map((one) => one.target));
}

/** Reads the name of a list; null where none of the targets has it. */
export function codeWordList(name: string, targets: ReadonlySet<string>): CodeWordList | null {
  const ambiguous = name.endsWith('?');
  const target = ambiguous ? name.slice(0, -1) : name;
  return targets.has(target) ? { target, ambiguous } : null;
}

/** Aliases and excludes of several lists together; names of no list are passed over. */
export function expandCodeWords(names: readonly string[]): CodeWordAliases {
  const targets = codeWordTargets();
  const found = [...new Set(names)].flatMap((name) => {
    const list = codeWordList(name, targets);
    return list === null ? [] : [codeWordAliases(list.target, { ambiguous: list.ambiguous })];
  });
  return {
    aliases: joinTerms(found.map((one) => one.aliases)),
    exclude: joinTerms(found.map((one) => one.exclude)),
  };
}

/**
 * The code words of a target as aliases; nothing where there is none.
 * @param target as in the tables: `china`, `russia`, `putin`, `sanctions`, `haval`, …
 */
export function codeWordAliases(target: string, choice: CodeWordChoice = {}): CodeWordAliases {
  const aliases: Record<string, string[]> = {};
  const exclude: Record<string, string[]> = {};
  for (const one of listCodeWords()) {
    if (one.target !== target || (one.ambiguous && choice.ambiguous !== true)) continue;
    if (choice.tone !== undefined && one.tone !== choice.tone) continue;
    aliases[one.language] = [...(aliases[one.language] ?? []), one.word];
    if (one.exclude.length > 0) exclude[one.language] = [...(exclude[one.language] ?? []), ...one.exclude];
  }
  return { aliases, exclude };
}
