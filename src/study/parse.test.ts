import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { StudyProblems } from '../errors/errors.ts';
import { type ParsedStudy, parseStudy } from './parse.ts';

const adapters = [
  {
    name: 'csv',
    optionsSchema: z.strictObject({
      delimiter: z.enum([',', ';']).default(','),
      dateFromPath: z.boolean().optional(),
    }),
  },
  { name: 'ndjson', optionsSchema: z.strictObject({}) },
];

const parse = (text: string, folder = '/study'): ParsedStudy =>
  parseStudy({ text, path: 'study.yaml', folder, adapters });

/** A small study; `more` is added at its end, from line 9 on. */
const BASE = `id: cars
title: Cars
period: { start: 2024-01-01, end: 2025-01-01 }
targets:
  - { id: china, aliases: [Китай, 中国] }
  - { id: india, placebo: true, aliases: [Индия] }
sources:
  - { id: forum, adapter: csv, path: forum.csv, class: public }
`;

const EVENT = 'events: [{ id: july, date: 2024-07-01 }]\n';

/** The line, and the word that stands at the column. */
function placeIn(text: string, place: { line?: number | null; column?: number | null } | null): string {
  const line = text.split('\n')[(place?.line ?? 0) - 1] ?? '';
  const word = /^(?:\[\]|[^\s,\]}:]*)/.exec(line.slice((place?.column ?? 1) - 1))?.[0];
  return `${place?.line ?? '-'} ${word}`;
}

function problemsOf(text: string): string[] {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof StudyProblems)) throw error;
    return error.problems.map((p) => `${placeIn(text, p.position)} ${p.code} ${p.message} → ${p.hint}`);
  }
  return [];
}

const warningsOf = (text: string): string[] =>
  parse(text).warnings.map((w) => `${placeIn(text, w)} ${w.code} ${w.message}`);

describe('what is written becomes a complete configuration', () => {
  test('a small study takes every default', () => {
    const { config, warnings } = parse(BASE);
    expect(warnings).toEqual([]);
    expect(config).toMatchObject({
      id: 'cars',
      question: 'Cars',
      language: 'en',
      synthetic: false,
      bin: 'week',
      seed: 1,
      themes: [],
      events: [],
      claims: [],
      weights: { copies: 'each', authorWeekCap: null, sources: {} },
      measure: {
        confidenceLevel: 0.95,
        minimumMentions: 30,
        minimumAuthors: 10,
        eventWindowDays: null,
        voices: ['own'],
        decomposition: 'symmetric',
      },
      privacy: {
        profile: 'verbatim-institutions',
        privateWords: 'excerpt',
        retentionDays: null,
        keyFile: null,
      },
      folder: '/study',
    });
    expect(config.classes.map((each) => each.id)).toEqual([
      'state-media',
      'private-press',
      'business-press',
      'officials',
      'military-bloggers',
      'public',
    ]);
    expect(config.classes.map((each) => each.speaker)).toEqual([
      ...Array(4).fill('institution'),
      'private',
      'private',
    ]);
    expect(config.targets[0]).toEqual({
      id: 'china',
      label: 'china',
      placebo: false,
      aliases: { ru: ['Китай'], zh: ['中国'] },
      exclude: {},
    });
    expect(config.sources[0]).toEqual({
      id: 'forum',
      label: 'forum',
      adapter: 'csv',
      paths: ['forum.csv'],
      class: 'public',
      domain: 'posts',
      language: null,
      region: null,
      timeZone: 'UTC',
      encoding: null,
      fields: {},
      options: {},
      rejectLimit: 0.2,
      optional: false,
    });
  });

  test('one text stands for a list, a day for a half-open day, empty keys for nothing', () => {
    const { config } = parse(`${BASE}themes:
events:
  - { id: a, date: 2024-02-29, targets: china }
  - { id: b, date: { start: 2024-03-01, end: 2024-03-08 }, expected: none, kind: rival }
classes: [public, { id: drivers, label: Drivers, speaker: public-channel }, officials]
measure: { eventWindowDays: null }
`);
    expect(config.events.map(({ date, targets, kind }) => ({ date, targets, kind }))).toEqual([
      { date: { start: '2024-02-29', end: '2024-03-01' }, targets: ['china'], kind: 'declared' },
      { date: { start: '2024-03-01', end: '2024-03-08' }, targets: [], kind: 'rival' },
    ]);
    expect(config.classes).toEqual([
      { id: 'public', label: 'Posts and comments of users', speaker: 'private' },
      { id: 'drivers', label: 'Drivers', speaker: 'public-channel' },
      { id: 'officials', label: 'Officials', speaker: 'institution' },
    ]);
  });

  test('words are composed, freed of invisible characters and taken once; tags get their usual letters', () => {
    const { config } = parse(
      BASE.replace(
        '[Китай, 中国]',
        '{ ru: ["Китай\u0306", " Кита\u00ADй ", "Русский  мир"], zh-hans: 中国 }'.replace(
          'Китай\u0306',
          'Китаи\u0306',
        ),
      ),
    );
    expect(config.targets[0]?.aliases).toEqual({ ru: ['Китай', 'Русский мир'], 'zh-Hans': ['中国'] });
  });

  test('letters tell the language of a plain list', () => {
    const { config } = parse(
      BASE.replace('[Китай, 中国]', '[Россия, Україна, Беларусь ў, Қазақстан, 中国, トヨタ, 한국, Haval]'),
    );
    expect(config.targets[0]?.aliases).toEqual({
      ru: ['Россия'],
      uk: ['Україна'],
      be: ['Беларусь ў'],
      und: ['Қазақстан', 'Haval'],
      zh: ['中国'],
      ja: ['トヨタ'],
      ko: ['한국'],
    });
  });

  test('JSON, a byte order mark and Windows line ends are read too', () => {
    const json = JSON.stringify(
      {
        $schema: 'study.schema.json',
        id: 'cars',
        title: 'Cars',
        period: { start: '2024-01-01', end: '2025-01-01' },
        targets: [
          { id: 'china', aliases: ['Китай', '中国'] },
          { id: 'india', placebo: true, aliases: 'Индия' },
        ],
        sources: [{ id: 'forum', adapter: 'csv', path: ['forum.csv'], class: 'public', options: {} }],
      },
      null,
      '\t',
    );
    const { digest } = parse(BASE).config;
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(parse(json).config.digest).toBe(digest);
    expect(parse(`\uFEFF${BASE.replaceAll('\n', '\r\n')}`).config.digest).toBe(digest);
  });
});

/** What is added to or changed in the small study → the problem, with its line and column. */
const CASES: readonly (readonly [name: string, text: string, problem: string])[] = [
  ['an empty file', '', '1  study/missing id is missing'],
  [
    'a file that is no group of keys',
    'hello',
    '1 hello study/wrong-value the study file: must be a group of keys, not the text "hello"',
  ],
  ['broken YAML', `${BASE}events: [`, '9  study/syntax'],
  [
    'a tab',
    `${BASE}measure:\n\tseed: 1`,
    '10  study/syntax the study file does not parse: Tabs are not allowed',
  ],
  ['two documents', `${BASE}---\nid: b\n`, '9 --- study/syntax'],
  ['YAML 1.1', `%YAML 1.1\n---\n${BASE}`, '1 %YAML study/syntax'],
  ['a tag', `${BASE}question: !!js/function x`, '9 !!js/function study/syntax'],
  ['an alias without anchor', `${BASE}themes: *none`, '9 *none study/syntax'],
  [
    'a key twice',
    `${BASE}title: Again`,
    '9 title study/duplicate-key key "title" is written twice, first on line 2',
  ],
  [
    'an unknown key',
    `${BASE}titel: x`,
    '9 titel study/unknown-key unknown key "titel" in the study file → did you mean "title"?',
  ],
  [
    'a key of another section',
    `${BASE}minimumMentions: 3`,
    '9 minimumMentions study/unknown-key unknown key "minimumMentions" in the study file → "minimumMentions" is a key of `measure`',
  ],
  [
    'an unknown key inside',
    BASE.replace('class: public', 'klass: public'),
    '8 klass study/unknown-key unknown key "klass" in sources[forum] → did you mean "class"?',
  ],
  [
    'a merge key',
    `${BASE}<<: {}`,
    '9 << study/unknown-key unknown key "<<" in the study file → merge keys are not read',
  ],
  [
    'a missing key',
    BASE.replace('title: Cars\n', ''),
    '1 id study/missing title is missing → Title of the report.',
  ],
  ['a key without value', BASE.replace('title: Cars', 'title:'), '2 title study/missing title is missing'],
  [
    'a number for a text',
    BASE.replace('title: Cars', 'title: 007'),
    '2 007 study/wrong-value title: must be text, not 7 → put it in quotes: "007"',
  ],
  [
    'a number among words',
    BASE.replace('中国]', '996]'),
    '5 996 study/wrong-value targets[china].aliases[#2]: must be text, not 996 → put it in quotes: "996"',
  ],
  [
    'a word for a boolean',
    BASE.replace('placebo: true', 'placebo: yes'),
    '6 yes study/wrong-value targets[india].placebo: must be true or false, not the text "yes" → write true',
  ],
  [
    'a text for a number',
    `${BASE}seed: "3"`,
    '9 "3" study/wrong-value seed: must be a number, not the text "3" → write it without quotes: 3',
  ],
  [
    'a percentage',
    `${BASE}measure: { confidenceLevel: 95 % }`,
    '9 95 study/wrong-value measure.confidenceLevel: must be a number, not the text "95 %" → write 0.95',
  ],
  [
    'percent for a share',
    `${BASE}measure: { confidenceLevel: 95 }`,
    '9 95 study/wrong-value measure.confidenceLevel: 95 is too large: below 1 → Nominal coverage',
  ],
  [
    'a word of no list',
    `${BASE}bin: weekly`,
    '9 weekly study/wrong-value bin: "weekly" is none of day, week, month → did you mean week?',
  ],
  [
    'an id in no form',
    BASE.replace('id: cars', 'id: ../cars'),
    '1 ../cars study/wrong-value id: "../cars" does not have the right form → use lower-case letters',
  ],
  [
    'an empty list',
    BASE.replace('[Индия]', '[]'),
    '6 [] study/wrong-value targets[india].aliases: the list is empty',
  ],
  [
    'a section of the wrong kind',
    `${BASE}themes: { id: a }`,
    '9 { study/wrong-value themes: must be a list, not a group of keys',
  ],
  [
    'a date with points',
    `${BASE}events: [{ id: e, date: 01.07.2024 }]`,
    '9 01.07.2024 study/wrong-value events[e].date: "01.07.2024" is not a day of the calendar → write 2024-07-01',
  ],
  [
    'a day that does not exist',
    `${BASE}events: [{ id: e, date: 2024-02-30 }]`,
    '9 2024-02-30 study/wrong-value events[e].date: "2024-02-30" is not a day of the calendar → write days as',
  ],
  [
    'a date as a number',
    `${BASE}events: [{ id: e, date: 20240701 }]`,
    '9 20240701 study/wrong-value events[e].date: must be text or a group of keys, not 20240701 → put it in quotes: "20240701"; a day is written 2024-07-01',
  ],
  [
    'half an interval',
    `${BASE}events: [{ id: e, date: { start: 2024-07-01 } }]`,
    '9 date study/missing events[e].date.end is missing',
  ],
  [
    'a period that ends before it starts',
    BASE.replace('end: 2025', 'end: 2023'),
    '3 2023-01-01 study/period-order the period ends on 2023-01-01, which is not after its start 2024-01-01',
  ],
  ['an empty period', BASE.replace('end: 2025', 'end: 2024'), '3 2024-01-01 study/period-order'],
  ['a period of centuries', BASE.replace('start: 2024', 'start: 0024'), '3 { study/period-too-long'],
  [
    'an event that ends before it starts',
    `${BASE}events: [{ id: e, date: { start: 2024-07-01, end: 2024-07-01 } }]`,
    '9 2024-07-01 study/period-order event "e" ends on 2024-07-01',
  ],
  [
    'an id twice',
    `${BASE}themes: [{ id: a, terms: x1 }, { id: a, terms: x2 }]`,
    '9 a study/duplicate-id theme id "a" is used twice',
  ],
  [
    'a class twice',
    `${BASE}classes: [public, public]`,
    '9 public study/duplicate-id class id "public" is used twice',
  ],
  [
    'an unknown class',
    BASE.replace('class: public', 'class: publik'),
    '8 publik study/unknown-class unknown class "publik" → use one of: state-media',
  ],
  [
    'an unknown target',
    `${BASE}events: [{ id: e, date: 2024-07-01, targets: [china, chna] }]`,
    '9 chna study/unknown-target unknown target "chna" → use one of the declared targets: china, india',
  ],
  [
    'an unknown target of a claim',
    `${BASE}claims: [{ id: c, kind: opinion, text: x, target: japan }]`,
    '9 japan study/unknown-target',
  ],
  [
    'an unknown theme',
    `${BASE}claims: [{ id: c, kind: driver, text: x, target: china, class: public, event: july, theme: goods, direction: fall }]`,
    '9 goods study/unknown-theme unknown theme "goods"',
  ],
  [
    'a weight of an unknown source',
    `${BASE}weights: { sources: { forums: 2 } }`,
    '9 forums study/unknown-source unknown source "forums" → use one of the declared sources: forum',
  ],
  ['a weight that takes a source away', `${BASE}weights: { sources: { forum: 0 } }`, '9 0 study/wrong-value'],
  [
    'an unknown event',
    `${BASE}claims: [{ id: c, kind: change, text: x, target: china, class: public, event: july, direction: fall }]`,
    '9 july study/unknown-event unknown event "july"',
  ],
  [
    'a claim of an unknown kind',
    `${BASE}claims: [{ id: c, kind: chnge, text: x }]`,
    '9 chnge study/wrong-value claims[c].kind: "chnge" is none of change, trend, level, gap, driver, order, omission, external-fact, quote, opinion → did you mean change?',
  ],
  [
    'a claim with a key of another kind',
    `${BASE}claims: [{ id: c, kind: level, text: x, target: china, class: public, is: above, than: public }]`,
    '9 than study/unknown-key unknown key "than" in claims[c] → "than" belongs to kind: gap',
  ],
  [
    'a claim that lacks a key',
    `${BASE}claims: [{ id: c, kind: gap, text: x, target: china, class: public, is: lower }]`,
    '9 { study/missing claims[c].than is missing → Id of the other class.',
  ],
  [
    'a claim of two unknown classes',
    `${BASE}claims: [{ id: c, kind: level, text: x, target: china, class: [public, publik], is: above }]`,
    '9 publik study/unknown-class unknown class "publik"',
  ],
  [
    'a gap to an unknown class',
    `${BASE}claims: [{ id: c, kind: gap, text: x, target: china, class: public, is: lower, than: press }]`,
    '9 press study/unknown-class unknown class "press"',
  ],
  [
    'a class beside itself',
    `${BASE}claims: [{ id: c, kind: gap, text: x, target: china, class: public, is: lower, than: public }]`,
    '9 public study/unusable-claim claim "c": class "public" is compared with itself → name another class',
  ],
  [
    'a trend of no change without a size',
    `${BASE}claims: [{ id: c, kind: trend, text: x, target: china, class: public, from: { start: 2024-01-01, end: 2024-02-01 }, to: { start: 2024-02-01, end: 2024-03-01 }, direction: none }]`,
    '9 none study/unusable-claim claim "c": `direction: none` without a size → say under `by`',
  ],
  [
    'a trend whose days overlap',
    `${BASE}claims: [{ id: c, kind: trend, text: x, target: china, class: public, from: { start: 2024-01-01, end: 2024-03-01 }, to: { start: 2024-02-01, end: 2024-04-01 }, direction: fall }]`,
    '9 { study/unusable-claim claim "c": the later days begin before the earlier ones are over → let `to` begin',
  ],
  [
    'a claim about days outside the period',
    `${BASE}claims: [{ id: c, kind: level, text: x, target: china, class: public, is: above, periods: [{ start: 2020-01-01, end: 2020-02-01 }] }]`,
    '9 [{ study/unusable-claim claim "c": 2020-01-01 to 2020-02-01 does not lie inside the period of the study → move the days',
  ],
  [
    'a claim about days that end before they begin',
    `${BASE}claims: [{ id: c, kind: level, text: x, target: china, class: public, is: above, periods: [{ start: 2024-03-01, end: 2024-02-01 }] }]`,
    '9 [{ study/unusable-claim claim "c": 2024-03-01 to 2024-02-01 has no day → write the first day',
  ],
  [
    'a share of no periods',
    `${BASE}claims: [{ id: c, kind: level, text: x, target: china, class: public, is: above, inAtLeast: 0.5 }]`,
    '9 0.5 study/unusable-claim claim "c": `inAtLeast` without `periods` → name the spans',
  ],
  [
    'a share of periods of several classes',
    `${BASE}claims: [{ id: c, kind: level, text: x, target: china, class: [public, officials], is: above, inAtLeast: 0.5, periods: [{ start: 2024-02-01, end: 2024-03-01 }] }]`,
    '9 0.5 study/unusable-claim claim "c": `inAtLeast` with several classes → make it a claim for each class',
  ],
  [
    'a share of talk in parts of the period',
    `${BASE}claims: [{ id: c, kind: level, text: x, target: china, class: public, is: above, measure: favor-share, periods: [{ start: 2024-02-01, end: 2024-03-01 }] }]`,
    '9 favor-share study/unusable-claim claim "c": parts of the period have no favor-share → leave out `periods`',
  ],
  [
    'a gap to an unknown target',
    `${BASE}claims: [{ id: c, kind: gap, text: x, target: china, class: public, is: lower, than: public, thanTarget: japan }]`,
    '9 japan study/unknown-target unknown target "japan"',
  ],
  [
    'a claim of no change without a size',
    `${BASE}${EVENT}claims: [{ id: c, kind: change, text: x, target: china, class: public, event: july, direction: none }]`,
    '10 none study/unusable-claim claim "c": `direction: none` without a size → say under `by`',
  ],
  [
    'a threshold in percent',
    `${BASE}claims: [{ id: c, kind: level, text: x, target: china, class: public, is: above, threshold: 25 }]`,
    '9 25 study/wrong-value claims[c].threshold: 25 is too large: at most 1 → Number compared with: a balance −1…1 or a share 0–1, never percent',
  ],
  [
    'a claim about an event without data before it',
    `${BASE}${EVENT.replace('2024-07', '2023-07')}claims: [{ id: c, kind: change, text: x, target: china, class: public, event: july, direction: fall }]`,
    '10 july study/unusable-claim claim "c": event "july" has no data before or after it: it does not lie inside the period → move the period',
  ],
  [
    'a driver of the change at a rival',
    `${BASE}${EVENT.replace('}]', ', kind: rival }]')}themes: [{ id: goods, terms: goods }]\nclaims: [{ id: c, kind: driver, text: x, target: china, class: public, event: july, theme: goods, direction: fall }]`,
    '11 july study/unusable-claim claim "c": event "july" is a rival, and only changes at declared events are split',
  ],
  [
    'an order with a theme twice',
    `${BASE}${EVENT}themes: [{ id: goods, terms: goods }]\nclaims: [{ id: c, kind: order, text: x, target: china, class: public, event: july, themes: [goods, goods], direction: fall }]`,
    '11 [goods study/unusable-claim claim "c": a theme stands twice in the order',
  ],
  [
    'an omission toward a placebo',
    `${BASE}themes: [{ id: goods, terms: goods }]\nclaims: [{ id: c, kind: omission, text: x, target: india, class: public, than: officials, theme: goods }]`,
    '10 india study/unusable-claim claim "c": target "india" is a placebo, of which themes are not compared',
  ],
  [
    'an unknown adapter',
    BASE.replace('adapter: csv', 'adapter: cvs'),
    '8 cvs study/unknown-adapter unknown adapter "cvs" → use one of: csv (did you mean this?), ndjson',
  ],
  [
    'an unknown option',
    BASE.replace('class:', 'options: { delimter: "," }, class:'),
    '8 delimter study/unknown-key unknown key "delimter" in sources[forum].options → did you mean "delimiter"?',
  ],
  [
    'a wrong option',
    BASE.replace('class:', 'options: { dateFromPath: on }, class:'),
    '8 on study/wrong-value sources[forum].options.dateFromPath: must be true or false, not the text "on" → write true',
  ],
  [
    'an unknown time zone',
    BASE.replace('class:', 'timeZone: MSK, class:'),
    '8 MSK study/unknown-time-zone unknown time zone "MSK" → did you mean Europe/Moscow?',
  ],
  [
    'a time zone with a slip',
    BASE.replace('class:', 'timeZone: Europe/Mosow, class:'),
    '8 Europe/Mosow study/unknown-time-zone unknown time zone "Europe/Mosow" → did you mean Europe/Moscow?',
  ],
  [
    'an unknown encoding',
    BASE.replace('class:', 'encoding: cp-1251, class:'),
    '8 cp-1251 study/unknown-encoding unknown encoding "cp-1251" → did you mean windows-1251?',
  ],
  [
    'a country for a language',
    BASE.replace('[Индия]', '{ cn: [印度] }'),
    '6 cn study/unknown-language unknown language code "cn" → write zh',
  ],
  [
    'an unknown language of a source',
    BASE.replace('class:', 'language: russian, class:'),
    '8 russian study/unknown-language unknown language code "russian" → write ru',
  ],
  [
    'an alias of one letter',
    BASE.replace('中国', '中'),
    '5 中 study/short-alias target "china": alias "中" has fewer than 2 letters',
  ],
  ['an alias of marks alone', BASE.replace('中国', '"—!"'), '5 "—!" study/short-alias'],
  [
    'an alias that is excluded',
    BASE.replace('中国]', '中国], exclude: КИТАЙ'),
    '5 КИТАЙ study/excluded-alias target "china": "КИТАЙ" is both an alias and excluded',
  ],
  [
    'a field that is not ours',
    BASE.replace('class:', 'fields: { txt: body }, class:'),
    '8 txt study/unknown-key unknown key "txt" in sources[forum].fields → did you mean "text"?',
  ],
];

describe('each problem is named at its line', () => {
  test.each(CASES)('%s', (_, text, problem) => {
    expect(problemsOf(text).map((each) => each.slice(0, problem.length))).toContain(problem);
  });

  test('all at once, in the order of the lines', () => {
    const found = problemsOf(`id: My Study
period: { start: 2025-01-01, end: 2024-01-01 }
bin: weekly
targets:
  - { id: a, aliases: [中] }
  - { id: a, aliases: [Индия], placebo: no }
sources:
  - { id: s, adapter: cvs, path: x, class: publik, timeZone: MSK, encoding: cp-1251 }
  - { id: t, adapter: csv, path: x, class: public, options: { delimiter: "/" } }
colour: blue
`);
    expect(found.map((each) => each.replace(/(study\/\S+).*/, '$1'))).toEqual([
      '1 id study/missing',
      '1 My study/wrong-value',
      '2 2024-01-01 study/period-order',
      '3 weekly study/wrong-value',
      '5 中 study/short-alias',
      '6 a study/duplicate-id',
      '6 no study/wrong-value',
      '8 cvs study/unknown-adapter',
      '8 publik study/unknown-class',
      '8 MSK study/unknown-time-zone',
      '8 cp-1251 study/unknown-encoding',
      '9 "/" study/wrong-value',
      '10 colour study/unknown-key',
    ]);
  });

  test('a flood of problems is cut', () => {
    const found = problemsOf(BASE + Array.from({ length: 1000 }, (_, i) => `key${i}: 1\n`).join(''));
    expect(found).toHaveLength(201);
    expect(found.at(-1)).toContain('800 more problems are not listed');
  });

  test('a file that is too large is not read', () => {
    expect(problemsOf(`${BASE}#${'x'.repeat(1_000_000)}`)).toEqual([
      expect.stringContaining('study/too-large'),
    ]);
  });

  test('anchors may be used; what they expand to is limited', () => {
    const shared = BASE.replace('[Китай, 中国]', '&words [Китай, 中国]').replace(
      '[Индия]',
      '[Индия], exclude: *words',
    );
    expect(parse(shared).config.targets[1]?.exclude).toEqual({ ru: ['Китай'], zh: ['中国'] });
    const rows = [...'bcdefgh'].map(
      (name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[i]}`).join(', ')}]`,
    );
    expect(problemsOf(`a: &a [x, x, x, x, x, x, x, x, x]\n${rows.join('\n')}`)).toEqual([
      expect.stringContaining('more than 100000 values'),
    ]);
    expect(problemsOf('themes: &a [*a]')).toEqual([expect.stringContaining('32 deep')]);
    expect(problemsOf('['.repeat(20_000))).toContainEqual(expect.stringContaining('too deep'));
  });
});

const WARNINGS: readonly (readonly [name: string, text: string, warning: string])[] = [
  [
    'an event before the period',
    `${BASE}events: [{ id: e, date: 2023-07-01 }]`,
    '9 2023-07-01 study/event-outside-period event "e" (2023-07-01) does not lie inside',
  ],
  [
    'an event on its first day',
    `${BASE}events: [{ id: e, date: 2024-01-01 }]`,
    '9 2024-01-01 study/event-outside-period',
  ],
  [
    'an event over its end',
    `${BASE}events: [{ id: e, date: { start: 2024-12-01, end: 2025-01-01 } }]`,
    '9 { study/event-outside-period',
  ],
  [
    'an alias of two targets',
    BASE.replace('[Индия]', '[Индия, китай]'),
    '6 китай study/shared-alias alias "китай" belongs to several targets: china, india',
  ],
  [
    'an exclude without effect',
    BASE.replace('中国]', '中国], exclude: Япония'),
    '5 Япония study/idle-exclude',
  ],
  [
    'a term of one letter',
    `${BASE}themes: [{ id: t, terms: 车 }]`,
    '9 车 study/short-term theme "t": term "车"',
  ],
  [
    'a path read twice',
    BASE.replace('sources:', 'sources:\n  - { id: z, adapter: csv, path: forum.csv, class: public }'),
    '9 forum.csv study/shared-path path "forum.csv" is read by several sources: z, forum',
  ],
  [
    'a path of this machine',
    BASE.replace('forum.csv', '/home/me/forum.csv'),
    '8 /home/me/forum.csv study/absolute-path',
  ],
];

test.each(WARNINGS)('warns of %s', (_, text, warning) => {
  expect(warningsOf(text).map((each) => each.slice(0, warning.length))).toContain(warning);
});

test('an exclude may hold another form of an alias', () => {
  expect(warningsOf(BASE.replace('中国]', 'китайский], exclude: [китайская стена, Китай-город]'))).toEqual(
    [],
  );
});

test('an event with a day on both sides gives no warning', () => {
  expect(warningsOf(`${BASE}events: [{ id: e, date: 2024-12-31 }, { id: f, date: 2024-01-02 }]`)).toEqual([]);
});
