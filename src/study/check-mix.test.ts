import { expect, test } from 'vitest';
import { StudyProblems } from '../errors/errors.ts';
import { ADAPTERS } from '../sources/registry.ts';
import { parseStudy } from './parse.ts';

const BASE = `id: cars
title: Cars
period: { start: 2024-01-01, end: 2025-01-01 }
targets: [{ id: china, aliases: [Китай] }]
classes: [public, press]
sources:
  - { id: forum, adapter: csv, path: forum.csv, class: public }
  - { id: chats, adapter: csv, path: chats.csv, class: public }
  - { id: paper, adapter: csv, path: paper.csv, class: press }
`;

const parse = (text: string) => parseStudy({ text, path: 'study.yaml', folder: '/x', adapters: ADAPTERS });

test('every class has a reference mix: its sources as observed where the study says nothing else', () => {
  const observed = { public: { source: 'observed' }, press: { source: 'observed' } };
  expect(parse(BASE).config.referenceMix).toEqual(observed);
  expect(parse(`${BASE}referenceMix: observed`).config.referenceMix).toEqual(observed);
  const { referenceMix } = parse(
    `${BASE}referenceMix: { public: { source: { forum: 0.333, chats: 0.666 }, activity: observed } }`,
  ).config;
  expect(referenceMix['press']).toEqual({ source: 'observed' });
  expect(referenceMix['public']).toEqual({
    source: { forum: expect.closeTo(1 / 3, 9), chats: expect.closeTo(2 / 3, 9) },
    activity: 'observed',
  });
});

test.each([
  [
    'shares that do not sum to one',
    '{ public: { source: { forum: 0.5, chats: 0.4 } } }',
    'study/mix-sum the shares of referenceMix.public.source sum to 0.9, not to 1',
  ],
  [
    'an unknown class',
    '{ publik: { source: observed } }',
    'study/unknown-in-mix the reference mix names "publik", which is no class → did you mean public?',
  ],
  [
    'a source of another class',
    '{ public: { source: { forum: 0.5, paper: 0.5 } } }',
    'study/unknown-in-mix the reference mix names "paper", which is no source of class "public" → use one of: forum, chats',
  ],
  [
    'a slip in a source',
    '{ public: { source: { forum: 0.5, chat: 0.5 } } }',
    'study/unknown-in-mix the reference mix names "chat", which is no source of class "public" → did you mean chats?',
  ],
  [
    'an unknown band',
    '{ public: { activity: { 1: 0.5, 2-5: 0.5 } } }',
    'study/unknown-in-mix the reference mix names "2-5", which is no band of activity → did you mean 2-4?',
  ],
  ['an unknown language', '{ public: { language: { russisch: 1 } } }', 'study/unknown-language'],
  ['an unknown dimension', '{ public: { sources: observed } }', 'study/unknown-key unknown key "sources"'],
  ['a share above one', '{ public: { region: { x: 60, y: 40 } } }', 'study/wrong-value'],
])('%s is told with its line', (_, mix, expected) => {
  try {
    parse(`${BASE}referenceMix: ${mix}`);
    expect.unreachable('no problem was found');
  } catch (error) {
    if (!(error instanceof StudyProblems)) throw error;
    const told = error.problems.map((one) => `${one.code} ${one.message} → ${one.hint}`).join('\n');
    expect(told).toContain(expected);
    expect(error.problems.every((one) => one.position?.line === 10)).toBe(true);
  }
});
