import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { StudyError, StudyProblems } from '../errors/errors.ts';
import { parseStudy } from './parse.ts';
import { STUDY_SPEC } from './spec.ts';
import { studyTemplate } from './template.ts';

const adapters = [{ name: 'csv', optionsSchema: z.record(z.string(), z.unknown()) }];
const parse = (text: string, folder = '/study') => parseStudy({ text, path: 'study.yaml', folder, adapters });

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const id = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,12}$/);
const text = fc.string({ minLength: 1, unit: 'grapheme', maxLength: 20 });
const word = fc.stringMatching(/^[a-zа-я一-龥]{2,8}$/u);
const words = fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 4 }));
const terms = fc.oneof(words, fc.dictionary(fc.constantFrom('ru', 'zh', 'en', 'und', 'zh-Hans'), words));
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const days = fc
  .uniqueArray(day, { minLength: 2, maxLength: 2 })
  .map((two) => ({ start: two.toSorted()[0], end: two.toSorted()[1] }));
const oneOrList = (ids: readonly string[]) =>
  fc.oneof(fc.constantFrom(...ids), fc.subarray([...ids], { minLength: 1 }));
const uniqueIds = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

function listOf(ids: readonly string[], fields: Record<string, fc.Arbitrary<unknown>>) {
  return fc.tuple(...ids.map((each) => fc.record({ id: fc.constant(each), ...fields })));
}

const source = (classes: readonly string[]) => ({
  label: maybe(text),
  adapter: fc.constant('csv'),
  path: fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })),
  class: fc.constantFrom(...classes),
  language: maybe(fc.constantFrom('ru', 'zh-Hant', 'en')),
  region: maybe(text),
  timeZone: maybe(fc.constantFrom('UTC', 'Europe/Moscow', 'Asia/Shanghai')),
  encoding: maybe(fc.constantFrom('utf-8', 'gbk', 'windows-1251')),
  fields: maybe(fc.record({ text: maybe(fc.oneof(text, fc.tuple(text, text))), likes: maybe(text) })),
  // JSON writes −0 as 0, YAML does not.
  options: maybe(
    fc.dictionary(
      word,
      fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
      { maxKeys: 3 },
    ),
  ),
  rejectLimit: maybe(share),
  optional: maybe(fc.boolean()),
});

/** Any study whose form and meaning are right. */
const validStudy = fc
  .record({
    targets: uniqueIds,
    classes: uniqueIds,
    sources: uniqueIds,
    themes: uniqueIds,
    events: uniqueIds,
  })
  .chain((ids) =>
    fc.record({
      id,
      title: text,
      question: maybe(text),
      language: maybe(fc.constantFrom('en', 'ru', 'zh')),
      synthetic: maybe(fc.boolean()),
      period: days,
      bin: maybe(fc.constantFrom('day', 'week', 'month')),
      seed: maybe(fc.maxSafeNat()),
      targets: listOf(ids.targets, { label: maybe(text), placebo: maybe(fc.boolean()), aliases: terms }),
      classes: listOf(ids.classes, {
        label: maybe(text),
        speaker: maybe(fc.constantFrom('institution', 'public-channel', 'private')),
      }),
      sources: listOf(ids.sources, source(ids.classes)),
      themes: maybe(listOf(ids.themes, { label: maybe(text), terms })),
      events: maybe(
        listOf(ids.events, {
          label: maybe(text),
          date: fc.oneof(day, days),
          kind: maybe(fc.constantFrom('declared', 'rival')),
          expected: maybe(fc.constantFrom('rise', 'fall', 'none')),
          targets: maybe(oneOrList(ids.targets)),
        }),
      ),
      measure: maybe(
        fc.record({
          confidenceLevel: maybe(fc.constant(0.9)),
          eventWindowDays: maybe(fc.constantFrom(null, 7)),
          decomposition: maybe(fc.constant('threefold' as const)),
        }),
      ),
      privacy: maybe(
        fc.record({
          profile: maybe(fc.constantFrom('verbatim-institutions', 'excerpts', 'none')),
          retentionDays: maybe(fc.constantFrom(null, 90)),
          keyFile: maybe(text),
        }),
      ),
    }),
  );

function holesIn(value: unknown, path: string): string[] {
  if (value === undefined) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => holesIn(inner, `${path}.${key}`));
}

function shuffled(value: unknown, order: (keys: readonly string[]) => readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => shuffled(each, order));
  if (typeof value !== 'object' || value === null) return value;
  const group = value as Record<string, unknown>;
  return Object.fromEntries(order(Object.keys(group)).map((key) => [key, shuffled(group[key], order)]));
}

test('any valid study gives a complete configuration, the same from YAML and JSON', () => {
  fc.assert(
    fc.property(validStudy, (study) => {
      const { config } = parse(stringify(study));
      expect(holesIn(config, 'config')).toEqual([]);
      expect(parse(JSON.stringify(study)).config).toEqual(config);
    }),
    { numRuns: 60 },
  );
});

test('the digest depends neither on the order of keys nor on the folder or the key file', () => {
  fc.assert(
    fc.property(validStudy, fc.boolean(), (study, isReversed) => {
      const order = (keys: readonly string[]) => (isReversed ? keys.toReversed() : keys.toSorted());
      const moved = { ...study, privacy: { ...study.privacy, keyFile: 'elsewhere.key' } };
      const { digest } = parse(stringify(study)).config;
      expect(parse(stringify(shuffled(moved, order)), '/elsewhere').config.digest).toBe(digest);
      expect(parse(stringify({ ...study, title: `${study.title}!` })).config.digest).not.toBe(digest);
    }),
    { numRuns: 60 },
  );
});

test('damaged files end in problems of the study, never in anything else', () => {
  const template = studyTemplate('fuzzed');
  const snippets = [
    '[',
    '{',
    '}',
    ': ',
    '- ',
    '\n',
    '\t',
    '&a ',
    '*a',
    '!!x ',
    '"',
    "'",
    '|\n',
    '? ',
    '<<: *a',
    '\u0000',
    '\uD800',
    '\u202E',
    '__proto__: 1\n',
    'null',
    '~',
    '.nan',
    '1e999',
    '0x1f',
    '%YAML 1.1\n',
    '---\n',
    '#',
    'constructor: x\n',
  ];
  const edit = fc.record({
    at: fc.nat({ max: template.length }),
    cut: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 400 })),
    insert: fc.oneof(fc.constantFrom('', ...snippets), fc.string({ maxLength: 6, unit: 'binary' })),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const damaged = edits.reduce(
        (t, { at, cut, insert }) => t.slice(0, at) + insert + t.slice(at + cut),
        template,
      );
      expectStudyErrors(damaged);
    }),
    { numRuns: 600 },
  );
});

test('values of any kind in any place end in problems of the study', () => {
  const keys = Object.keys(STUDY_SPEC.shape);
  const any = fc.jsonValue({ maxDepth: 4 });
  const items = fc.array(
    fc.dictionary(
      fc.constantFrom(
        'id',
        'aliases',
        'date',
        'path',
        'class',
        'adapter',
        'options',
        'terms',
        'kind',
        'event',
        'themes',
        'timeZone',
        'encoding',
        'language',
      ),
      any,
    ),
    { maxLength: 3 },
  );
  const anyStudy = fc.oneof(
    any,
    fc.dictionary(fc.constantFrom(...keys, '__proto__', 'x'), fc.oneof(any, items)),
  );
  fc.assert(
    fc.property(anyStudy, (study) => expectStudyErrors(JSON.stringify(study))),
    { numRuns: 300 },
  );
});

/** Parses, or fails with problems that each name a place in the file and say what to do. */
function expectStudyErrors(damaged: string): void {
  try {
    parse(damaged);
  } catch (error) {
    if (!(error instanceof StudyProblems)) throw error;
    const nLines = damaged.split('\n').length;
    for (const problem of error.problems) {
      expect(problem).toBeInstanceOf(StudyError);
      expect(problem.hint).not.toBe('');
      expect(problem.message).not.toMatch(/undefined|\[object/);
      if (problem.code !== 'study/more-problems') expect(problem.position?.line).toBeLessThanOrEqual(nLines);
    }
  }
}
