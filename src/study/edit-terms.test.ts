import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editTerms, type TermGroup, termGroups } from './edit-terms.ts';
import { lineDiff } from './line-diff.ts';
import { readStudyText } from './read-study-text.ts';

const STUDY = `# What drivers say.
id: small   # short
targets:
  - id: china
    label: "China"
    # What people call it.
    aliases:
      en: [China,   Chinese] # the usual ones
      ru:
        - Китай   # and its cases
        - китайский

    exclude: { en: [South China Sea], zh: 印度 }
  - { id: india, aliases: [India, "New Delhi"] }   # a placebo
  - id: japan
    aliases: Japan
sources: []
`;

const changesOf = (edited: string): string[] =>
  lineDiff(STUDY, edited)
    .filter(({ kind }) => kind !== ' ')
    .map(({ kind, text }) => `${kind}${text}`);

const CHINA: readonly TermGroup[] = [
  { language: 'en', words: ['China', 'Chinese'] },
  { language: 'ru', words: ['Китай', 'китайский'] },
];
const EXCLUDE: readonly TermGroup[] = [
  { language: 'en', words: ['South China Sea'] },
  { language: 'zh', words: ['印度'] },
];
const china = (aliases: readonly TermGroup[], exclude = EXCLUDE): string =>
  editTerms(STUDY, { target: 'china', aliases, exclude });

test('words are put in and taken out where they stand; nothing else changes', () => {
  expect(china(CHINA)).toBe(STUDY);
  const [en, ru] = CHINA as [TermGroup, TermGroup];
  expect(changesOf(china([{ ...en, words: ['China', 'PRC', 'a: b'] }, ru]))).toEqual([
    '-      en: [China,   Chinese] # the usual ones',
    '+      en: [China, PRC, "a: b"] # the usual ones',
  ]);
  expect(changesOf(china([en, { ...ru, words: ['Китай', 'КНР', 'Пекин'] }]))).toEqual([
    '-        - китайский',
    '+        - КНР',
    '+        - Пекин',
  ]);
  expect(changesOf(china([...CHINA, { language: 'zh', words: ['中国'] }]))).toEqual([
    '+      zh: [ 中国 ]'.replace('[ 中国 ]', '[中国]'),
  ]);
  expect(changesOf(china([en]))).toEqual([
    '-      ru:',
    '-        - Китай   # and its cases',
    '-        - китайский',
  ]);
});

test('excludes come and go, in a group on one line too', () => {
  expect(changesOf(china(CHINA, [{ language: 'zh', words: ['印度', '印度尼西亚'] }]))).toEqual([
    '-    exclude: { en: [South China Sea], zh: 印度 }',
    '+    exclude: { zh: [印度, 印度尼西亚] }',
  ]);
  expect(changesOf(china(CHINA, []))).toEqual(['-    exclude: { en: [South China Sea], zh: 印度 }']);
  const japan = { target: 'japan', aliases: [{ language: '', words: ['Japan', '日本'] }] };
  expect(
    changesOf(editTerms(STUDY, { ...japan, exclude: [{ language: '', words: ['Japan Tobacco'] }] })),
  ).toEqual(['-    aliases: Japan', '+    aliases: [Japan, 日本]', '+    exclude: [Japan Tobacco]']);
  const india = { target: 'india', aliases: [{ language: '', words: ['India', 'New Delhi'] }] };
  expect(
    changesOf(editTerms(STUDY, { ...india, exclude: [{ language: '', words: ['Indian Ocean'] }] })),
  ).toEqual([
    '-  - { id: india, aliases: [India, "New Delhi"] }   # a placebo',
    '+  - { id: india, aliases: [India, "New Delhi"], exclude: [Indian Ocean] }   # a placebo',
  ]);
});

test('whatever is asked, the file then says it, keeps its comments, and asking for nothing changes nothing', () => {
  const word = fc
    .string({
      minLength: 1,
      maxLength: 12,
      unit: fc.constantFrom('a', 'é', '中', '-', ':', '#', '"', "'", ' ', '[', '*', '1'),
    })
    .filter((text) => text.trim() === text && text !== '');
  const words = fc.uniqueArray(word, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(words, words, fc.constantFrom('china', 'india', 'japan'), (aliases, exclude, target) => {
      const edited = {
        target,
        aliases:
          target === 'china' ? [{ language: 'en', words: aliases }] : [{ language: '', words: aliases }],
        exclude:
          target === 'china' ? [{ language: 'zh', words: exclude }] : [{ language: '', words: exclude }],
      };
      const text = editTerms(STUDY, edited);
      const tree = readStudyText(text).value as {
        targets: { id: string; aliases: unknown; exclude: unknown }[];
      };
      const found = tree.targets.find(({ id }) => id === target);
      expect(termGroups(found?.aliases)).toEqual(edited.aliases);
      expect(termGroups(found?.exclude)).toEqual(edited.exclude);
      for (const comment of ['# What drivers say.', '# short', '# a placebo'])
        expect(text).toContain(comment);
      expect(editTerms(text, edited)).toBe(text);
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('a difference is the lines that differ, with two around them', () => {
  expect(lineDiff('a\nb', 'a\nb')).toEqual([]);
  expect(lineDiff('a\nb\nc\nd\ne', 'a\nb\nX\nd\ne')).toEqual([
    { kind: ' ', text: 'a', line: 1 },
    { kind: ' ', text: 'b', line: 2 },
    { kind: '-', text: 'c', line: 3 },
    { kind: '+', text: 'X', line: 3 },
    { kind: ' ', text: 'd', line: 4 },
    { kind: ' ', text: 'e', line: 5 },
  ]);
});
