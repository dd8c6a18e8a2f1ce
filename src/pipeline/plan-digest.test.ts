import { expect, test } from 'vitest';
import { z } from 'zod';
import { StudyProblems } from '../errors/errors.ts';
import { type ParsedStudy, parseStudy } from '../study/parse.ts';
import { planDigest } from './plan-digest.ts';

const study = (event: string, path = 'forum.csv'): ParsedStudy =>
  parseStudy({
    text: `id: cars
title: Cars
period: { start: 2024-01-01, end: 2025-01-01 }
targets:
  - { id: china, aliases: [Китай] }
  - { id: india, placebo: true, aliases: [Индия] }
sources:
  - { id: forum, adapter: csv, path: ${path}, class: public }
events:
  - { id: summit, date: 2024-07-01, ${event} }
`,
    path: 'study.yaml',
    folder: '/study',
    adapters: [{ name: 'csv', optionsSchema: z.strictObject({}) }],
  });

function messagesOf(event: string): string[] {
  try {
    study(event);
  } catch (error) {
    if (!(error instanceof StudyProblems)) throw error;
    return error.problems.map((problem) => `${problem.message} ${problem.hint}`);
  }
  return [];
}

test('a control is a target or a class, a placebo class is a class', () => {
  expect(study('control: india').config.events[0]).toMatchObject({ control: 'india', placeboClasses: [] });
  expect(study('control: state-media, placeboClasses: [officials]').config.events[0]).toMatchObject({
    control: 'state-media',
    placeboClasses: ['officials'],
  });
  const [unknown] = messagesOf('control: turkey');
  expect(unknown).toContain('turkey');
  expect(unknown).toContain('india');
  expect(unknown).toContain('state-media');
  expect(messagesOf('placeboClasses: [india]')[0]).toContain('india');
});

test('the plan’s digest changes with what is declared and not with where the posts are', () => {
  const plan = (event: string, path?: string): string => planDigest(study(event, path).config);
  expect(plan('expected: fall')).toMatch(/^[0-9a-f]{64}$/);
  expect(plan('expected: fall', 'elsewhere.csv')).toBe(plan('expected: fall'));
  expect(plan('expected: rise')).not.toBe(plan('expected: fall'));
});
