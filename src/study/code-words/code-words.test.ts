import { expect, test } from 'vitest';
import { z } from 'zod';
import { StudyProblems } from '../../errors/errors.ts';
import { parseStudy } from '../parse.ts';
import { codeWordAliases, expandCodeWords } from './code-words.ts';

const study = (target: string): string => `
id: s
title: S
period: { start: 2024-01-01, end: 2025-01-01 }
sources:
  - { id: posts, adapter: csv, path: posts.csv, class: public }
targets:
  - ${target}
`;

const parse = (target: string): ReturnType<typeof parseStudy> =>
  parseStudy({
    text: study(target),
    path: 's.yaml',
    folder: '/s',
    adapters: [{ name: 'csv', optionsSchema: z.unknown() }],
  });

test('lists of code words are added to the aliases and excludes, the ambiguous only when asked for', () => {
  const plain = parse('{ id: russia, aliases: [Россия, 俄罗斯], exclude: [白俄罗斯], codeWords: russia }');
  const [target] = plain.config.targets;
  expect(target?.aliases['ru']).toEqual(['Россия', ...(codeWordAliases('russia').aliases['ru'] ?? [])]);
  expect(target?.aliases['zh']).toContain('战斗民族');
  expect(target?.aliases['zh']).not.toContain('大鹅');
  expect(target?.exclude['zh']).toEqual(expect.arrayContaining(['白俄罗斯', '企鹅国']));
  const all = parse('{ id: russia, aliases: [Россия], codeWords: [putin, "russia?"] }');
  expect(all.config.targets[0]?.aliases['zh']).toEqual(expect.arrayContaining(['大鹅', '普帝']));
  expect(all.codeWords['russia']).toBeGreaterThan(plain.codeWords['russia'] ?? Number.NaN);
});

test('how many were added is told, nothing where none were asked for', () => {
  const { codeWords } = parse('{ id: china, aliases: [Китай], codeWords: [china, china] }');
  expect(codeWords).toEqual({ china: Object.values(expandCodeWords(['china']).aliases).flat().length });
  expect(parse('{ id: china, aliases: [Китай] }').codeWords).toEqual({});
});

test('an exclude that holds a code word is not idle', () => {
  const { warnings } = parse('{ id: china, aliases: [Китай], codeWords: china, exclude: [партия Пекина] }');
  expect(warnings).toEqual([]);
});

test('a list that does not exist is named, with the one most likely meant', () => {
  const problems = (): readonly string[] => {
    try {
      parse('{ id: china, aliases: [Китай], codeWords: [chna, atlantis-on-sea] }');
    } catch (error) {
      if (error instanceof StudyProblems) return error.problems.map((one) => `${one.message} → ${one.hint}`);
    }
    return [];
  };
  expect(problems()).toEqual([
    'no list of code words is named "chna" → write china',
    'no list of code words is named "atlantis-on-sea" → docs/code-words.md names the lists',
  ]);
});

test('Chinese words in -国 do not match where 国 begins the next word', () => {
  expect(codeWordAliases('usa').exclude['zh']).toEqual(expect.arrayContaining(['灯塔国际', '灯塔国庆节']));
});
