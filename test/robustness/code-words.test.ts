import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createTargetMatcher } from '../../src/annotate/target-matcher.ts';
import {
  type CodeWord,
  type CodeWordChoice,
  codeWordAliases,
  listCodeWords,
} from '../../src/study/code-words/code-words.ts';
import { SENTENCES_EN } from './code-words/en.ts';
import { EVERYDAY_SENTENCES } from './code-words/everyday.ts';
import { SENTENCES_RU } from './code-words/ru.ts';
import { SENTENCES_ZH } from './code-words/zh.ts';
import { renderCodeWordPage } from './render-code-words.ts';

const DOCS_FILE = 'docs/code-words.md';
const WORDS = listCodeWords();
const TARGETS = [...new Set(WORDS.map((one) => one.target))];

interface Example {
  readonly word: CodeWord;
  readonly holds: string;
  readonly lookalike: string;
}

const EXAMPLES: readonly Example[] = Object.entries({
  ru: SENTENCES_RU,
  en: SENTENCES_EN,
  zh: SENTENCES_ZH,
}).flatMap(([language, table]) =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name, holds, lookalike] = line.split(' | ');
      const word = WORDS.find((one) => one.word === name && one.language === language);
      if (word === undefined || holds === undefined || lookalike === undefined)
        throw new Error(`not an example: ${line}`);
      return { word, holds, lookalike };
    }),
);

/** Names of the targets found in a text, by the matcher that a run uses. */
function finder(choice: CodeWordChoice): (text: string) => string[] {
  const matcher = createTargetMatcher(
    TARGETS.map((id) => ({ id, label: id, placebo: false, ...codeWordAliases(id, choice) })),
    [],
  );
  return (text) => [...matcher.find(text).targets.keys()].map((at) => TARGETS[at] as string);
}

describe('the table of code words', () => {
  test('has at least 300, each complete, once, with its two sentences', () => {
    expect(WORDS.length).toBeGreaterThanOrEqual(300);
    for (const { word, target, tone, source } of WORDS) {
      expect(word).toMatch(/\S/);
      expect(target).toMatch(/^[a-z][a-z-]*$/);
      expect(['neutral', 'pejorative']).toContain(tone);
      expect(source).toMatch(/^[a-z][a-z-]*$/);
    }
    const keys = WORDS.map((one) => `${one.language} ${one.word}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(EXAMPLES.map(({ word }) => word)).toEqual(WORDS);
  });

  test('gives nothing for a target that is not in it, and what was asked for', () => {
    expect(codeWordAliases('atlantis')).toEqual({ aliases: {}, exclude: {} });
    expect(codeWordAliases('russia').aliases['zh']).not.toContain('大鹅');
    expect(codeWordAliases('russia', { ambiguous: true }).aliases['zh']).toContain('大鹅');
    expect(codeWordAliases('china', { tone: 'neutral' }).aliases['ru']).not.toContain('китаёзы');
    expect(codeWordAliases('china').exclude['ru']).toContain('собака пекин');
  });
});

describe('through the matcher of a run, code words', () => {
  const all = finder({ ambiguous: true });
  const plain = finder({});

  const everyday = EVERYDAY_SENTENCES.trim().split('\n');
  const found = EXAMPLES.filter(({ word, holds }) => all(holds).includes(word.target));
  const measured = [
    {
      sentences: 'one that holds the word, for each',
      matched: found.length,
      of: EXAMPLES.length,
      goal: '≥ 85 %',
    },
    {
      sentences: 'one that only looks like it, for each',
      matched: EXAMPLES.filter(({ lookalike }) => all(lookalike).length > 0).length,
      of: EXAMPLES.length,
      goal: '≤ 2 %',
    },
    {
      sentences: 'everyday ones written to trip them, ambiguous words left out',
      matched: everyday.filter((text) => plain(text).length > 0).length,
      of: everyday.length,
      goal: '≤ 2 %',
    },
    {
      sentences: 'the same, ambiguous words too',
      matched: everyday.filter((text) => all(text).length > 0).length,
      of: everyday.length,
      goal: '–',
    },
  ];
  const shares = measured.map(({ matched, of }) => matched / of);

  test('are found in at least 85 % of the sentences that hold them, in each language', () => {
    for (const language of ['ru', 'en', 'zh']) {
      const mine = (list: readonly Example[]): number =>
        list.filter(({ word }) => word.language === language).length;
      expect(mine(found) / mine(EXAMPLES)).toBeGreaterThanOrEqual(0.85);
    }
  });

  test('match at most 2 % of the sentences that only look like them', () => {
    expect(shares[1]).toBeLessThanOrEqual(0.02);
  });

  test('match at most 2 % of everyday sentences, no more than were measured with ambiguous words', () => {
    expect(shares[2]).toBeLessThanOrEqual(0.02);
    expect(shares[3]).toBeLessThanOrEqual(0.64);
  });

  test('stand in the docs, with what was measured', () => {
    const page = renderCodeWordPage(WORDS, measured);
    if (process.env['UPDATE_DOCS'] !== undefined) writeFileSync(DOCS_FILE, page);
    if (process.env['ROBUSTNESS_TABLE'] !== undefined)
      process.stdout.write(
        `${page
          .split('\n')
          .filter((line) => line.startsWith('| '))
          .join('\n')}\n`,
      );
    expect(readFileSync(DOCS_FILE, 'utf8')).toBe(page);
  });

  test('leave longer names alone', () => {
    const india = {
      id: 'india',
      label: 'India',
      placebo: false,
      aliases: { zh: ['印度'] },
      exclude: { zh: ['印度尼西亚'] },
    };
    const china = {
      id: 'china',
      label: 'China',
      placebo: false,
      aliases: { ru: ['Китай'] },
      exclude: { ru: ['Китай-город'] },
    };
    const matcher = createTargetMatcher([india, china], []);
    expect(matcher.find('印度尼西亚和印度').targets.get(0)).toEqual([[6, 8]]);
    expect(matcher.find('印度尼西亞').targets.size).toBe(0);
    expect(matcher.find('На Китай-городе пробка, у Китай-города тоже').targets.size).toBe(0);
    expect(matcher.find('Китай и Китай-город').targets.get(1)).toEqual([[0, 5]]);
  });
});
