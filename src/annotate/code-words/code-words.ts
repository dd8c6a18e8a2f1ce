import type { TermsByLanguage } from '../../study/config.ts';
import { CODE_WORDS_EN } from './en.ts';
import { CODE_WORDS_RU } from './ru.ts';
import { CODE_WORDS_ZH } from './zh.ts';

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
        exclude: exclude?.split(', ') ?? [],
      };
    });
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
