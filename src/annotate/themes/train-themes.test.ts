import { expect, test } from 'vitest';
import { chooseThreshold } from './choose-threshold.ts';
import { type CodedPassage, readCodedPassages } from './coded-passages.ts';
import { evaluateThemes } from './evaluate-themes.ts';
import { codedPassages } from './fixtures/coded-passages.ts';
import { scoreLabel } from './label-scores.ts';
import { createThemeAnnotator } from './theme-annotator.ts';
import { openThemeModel } from './theme-model.ts';
import { renderThemeCard } from './theme-readme.ts';
import { trainThemes } from './train-themes.ts';

const passages = codedPassages();
const trained = trainThemes({ name: 'toy', data: 'toy', passages, seed: 1 });
const cardText = JSON.stringify(trained.card);

function find(text: string, name: string): string[] {
  const annotator = createThemeAnnotator(openThemeModel(cardText, trained.weights, 'toy'));
  const start = text.indexOf(name);
  return [...annotator.find(text, start < 0 ? [] : [[start, start + name.length]])];
}

test('the card tells every theme, and none of these, by cross-validation with intervals', () => {
  expect(trained.card.themes.map((one) => one.theme)).toEqual(['ships', 'weather']);
  expect(trained.card.training).toMatchObject({
    rows: 144,
    groups: 48,
    languages: { en: 48, ru: 48, zh: 48 },
  });
  for (const { scores, threshold } of trained.card.themes) {
    expect(scores.rows).toBe(72);
    expect(scores.groups).toBe(24);
    expect(scores.f1.value).toBeGreaterThan(0.9);
    expect(scores.f1.lower).toBeLessThanOrEqual(scores.f1.value);
    expect(scores.f1.upper).toBeGreaterThanOrEqual(scores.f1.value);
    expect(threshold).toBeGreaterThan(0);
    expect(threshold).toBeLessThan(1);
  }
  expect(trained.card.none.rows).toBe(36);
  expect(trained.card.none.f1.value).toBeGreaterThan(0.8);
  const readme = renderThemeCard(trained.card);
  for (const words of ['| `ships` | 72 | 24 |', '| none of these | 36 | 12 |', trained.card.weights.sha256])
    expect(readme).toContain(words);
});

test.each([
  ['the old harbour lost its last ferry to Ozia', 'Ozia', ['ships']],
  ['a storm with heavy rain reached Ozia', 'Ozia', ['weather']],
  ['in Ozia heavy rain kept the ferry in the harbour', 'Ozia', ['ships', 'weather']],
  ['Ozia votes on the new school law', 'Ozia', []],
  ['в Озии старый паром стоит в гавани', 'Озии', ['ships']],
  ['奥兹的旧渡轮停在港口', '奥兹', ['ships']],
  ['奥兹下了一场暴雨', '奥兹', ['weather']],
])('%s', (text, name, themes) => {
  expect(find(text, name).sort()).toEqual(themes);
});

test('what stands in another sentence is not the mention’s theme; any of its places may bring one', () => {
  expect(find('Ozia votes on the school law. The ferry left the harbour.', 'Ozia')).toEqual([]);
  const annotator = createThemeAnnotator(openThemeModel(cardText, trained.weights, 'toy'));
  const text = 'Ozia votes on the school law. Ozia lost its last ferry in the harbour.';
  const spans = [0, text.lastIndexOf('Ozia')].map((at) => [at, at + 4] as const);
  expect([...annotator.find(text, spans)]).toEqual(['ships']);
});

test('a model is scored on codings it has not seen, and says what it does not know', () => {
  const passage = (id: string, text: string, themes: string[]): CodedPassage => ({
    id,
    group: id,
    language: 'en',
    text,
    themes,
  });
  const rows = [
    passage('1', 'the ferry is in the harbour', ['ships']),
    passage('2', 'heavy rain and a storm', ['weather', 'school']),
    passage('3', 'the school law is voted on', ['school']),
    passage('4', 'rain fell all day', []),
  ];
  const scoring = { level: 0.95, resamples: 20, seed: 1 };
  const evaluate = (chosen: readonly CodedPassage[]) =>
    evaluateThemes(openThemeModel(cardText, trained.weights, 'toy'), chosen, scoring);
  const evaluation = evaluate(rows);
  expect(evaluate([...rows].reverse())).toEqual(evaluation);
  expect(evaluation).toMatchObject({ model: 'toy', n: 4, nGroups: 4, unknown: ['school'] });
  expect(
    evaluation.themes.map(({ theme, scores }) => [theme, scores.precision.value, scores.recall.value]),
  ).toEqual([
    ['ships', 1, 1],
    ['weather', 0.5, 1],
  ]);
  expect(evaluation.none).toMatchObject({ rows: 2, precision: { value: 1 }, recall: { value: 0.5 } });
});

test('same passages in any order, same bytes; another seed, other ones', () => {
  const again = trainThemes({ name: 'toy', data: 'toy', passages: [...passages].reverse(), seed: 1 });
  expect(again.weights).toEqual(trained.weights);
  expect(again.card).toEqual(trained.card);
  const other = trainThemes({ name: 'toy', data: 'toy', passages, seed: 2 });
  expect(other.card.version).not.toBe(trained.card.version);
});

test('where the labels say nothing, neither does the model claim to', () => {
  // The same sentences, each group's theme drawn apart from its words.
  const drawn = passages.map((one): CodedPassage => {
    const n = Number(one.group.slice(1));
    return { ...one, themes: (n * 7919) % 31 < 10 ? ['ships'] : [] };
  });
  const share = drawn.filter((one) => one.themes.length > 0).length / drawn.length;
  const { scores } =
    trainThemes({ name: 'toy', data: 'toy', passages: drawn, seed: 1 }).card.themes[0] ??
    expect.unreachable();
  // Saying yes to everything has this F1.
  expect(scores.f1.value).toBeLessThan((2 * share) / (1 + share) + 0.1);
});

test.each([
  ['few rows', (one: CodedPassage, i: number) => (i < 7 ? one.themes : []), /"ships" stands in [1-7] rows/],
  [
    'one group',
    (one: CodedPassage) => (one.group === 'g0' ? ['ships'] : []),
    /"ships" stands in \d rows of 1 groups/,
  ],
  ['everywhere', () => ['ships'], /"ships" is missing from only 0 rows of 0 groups/],
  ['nowhere', () => [], /no row has a theme/],
])('too few codings are refused by name: %s', (_, themesOf, problem) => {
  const few = passages.map((one, i) => ({ ...one, themes: [...themesOf(one, i)] }));
  const train = () => trainThemes({ name: 'toy', data: 'my.csv', passages: few, seed: 1 });
  expect(train).toThrow(problem);
  expect(train).toThrow(/my\.csv.*too few codings/);
});

test('the threshold has the largest F1', () => {
  const judged = (...given: [number, boolean][]) =>
    given.map(([probability, coded]) => ({ probability, coded }));
  expect(chooseThreshold(judged([0.9, true], [0.7, true], [0.3, false], [0.1, false]))).toBeCloseTo(0.5);
  expect(chooseThreshold(judged([0.2, true], [0.1, false], [0.05, false]))).toBeCloseTo(0.15);
  expect(chooseThreshold(judged([0.8, false], [0.8, true], [0.2, false]))).toBeCloseTo(0.5);
  expect(chooseThreshold(judged([0.4, true]))).toBeCloseTo(0.2);
  expect(chooseThreshold(judged([0.4, false]))).toBe(0.5);
});

test('scores of a label by hand', () => {
  const outcomes = [
    [true, true],
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ].map(([coded, decided], i) => ({ coded: coded === true, decided: decided === true, group: `g${i % 3}` }));
  const scores = scoreLabel(outcomes, { resamples: 50, level: 0.95, seed: 1 });
  expect(scores).toMatchObject({ rows: 3, groups: 3 });
  for (const score of [scores.precision, scores.recall, scores.f1]) expect(score.value).toBeCloseTo(2 / 3);
});

test('a damaged model is refused by the name of its file', () => {
  const changed = Uint8Array.from(trained.weights);
  changed[100]! ^= 1;
  const open = (card: string, weights: Uint8Array) => () => openThemeModel(card, weights, 'mine');
  expect(open(cardText, changed)).toThrow(/mine\/weights\.bin.*checksum/);
  expect(open(cardText, trained.weights.subarray(0, 99))).toThrow(/mine\/weights\.bin.*99 bytes/);
  expect(open('{', trained.weights)).toThrow(/mine\/model\.json.*not JSON/);
  expect(open('null', trained.weights)).toThrow(/no card of a model of themes/);
  expect(open('{"kind":"linear-stance"}', trained.weights)).toThrow(/no card of a model of themes/);
  const edited = (more: object) => JSON.stringify({ ...trained.card, ...more });
  expect(open(edited({ featureVersion: 9 }), trained.weights)).toThrow(/version 9/);
  expect(open(edited({ themes: trained.card.themes.slice(1) }), trained.weights)).toThrow(
    /does not describe/,
  );
  expect(open(edited({ themes: [...trained.card.themes].reverse() }), trained.weights)).toThrow(
    /does not describe/,
  );
  expect(open(edited({ bits: 12 }), trained.weights)).toThrow(/does not describe/);
  expect(open(edited({ weights: null }), trained.weights)).toThrow(/does not describe/);
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('codings are read from a table and from JSON lines; an empty cell is a coding', () => {
  const table =
    'id,group,language,text,themes,start,end\n1,a,en,"Rain, rain",weather; ships;weather,0,4\n2,,ru,Школа,,,\n';
  const [first, second] = readCodedPassages(bytes(table), 'c.csv');
  expect(first).toEqual({
    id: '1',
    group: 'a',
    language: 'en',
    text: 'Rain, rain',
    themes: ['ships', 'weather'],
  });
  expect(second).toMatchObject({ group: '2', themes: [] });
  const lines =
    '{"id":1,"language":"en","text":"a <b>b</b>","themes":["x"]}\n{"id":2,"language":"en","text":"c","themes":""}';
  expect(readCodedPassages(bytes(lines), 'c.ndjson').map((one) => [one.text, one.themes])).toEqual([
    ['a b', ['x']],
    ['c', []],
  ]);
});

test.each([
  ['c.csv', 'id,language,text\n1,en,a\n', 1, /the header lacks themes/],
  ['c.csv', 'id,language,text,Themes\n1,en,a,x\n', 1, /column "Themes" is not a field/],
  ['c.csv', 'id,language,text,themes\n1,en,a,x\n1,en,b,x\n', 3, /id "1" stands on line 2/],
  ['c.csv', 'id,language,text,themes\n1,en,a,Sea trade\n', 2, /"Sea trade" is no id/],
  ['c.csv', 'id,language,text,themes\n1,en,,x\n', 2, /field "text" is missing/],
  ['c.csv', 'id,language,text,themes\n', 1, /no row/],
  ['c.ndjson', '{"id":1,"language":"en","text":"a"}', 1, /field "themes" is missing/],
  ['c.ndjson', '{"id":1,"language":"en","text":"a","themes":5}', 1, /field "themes" is not text/],
  ['c.ndjson', '{"id":1,"language":"en","text":"a","themes":[null]}', 1, /field "themes" is not text/],
  ['c.ndjson', '{"id":1,"language":"en","text":" ","themes":""}', 1, /holds no words/],
])('bad codings: %s %j', (path, content, line, problem) => {
  const read = () => readCodedPassages(bytes(content), path);
  expect(read).toThrow(problem);
  expect(read).toThrow(new RegExp(`${path}, line ${line}:`));
});
