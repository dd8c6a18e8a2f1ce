import { describe, expect, test } from 'vitest';
import type { GoldRow } from './gold.ts';
import { createLinearStanceAnnotator } from './linear.ts';
import { openStanceModel } from './load-annotator.ts';
import { wordHash } from './markers.ts';
import { VECTOR_DIMENSIONS } from './place-vectors.ts';
import { trainStanceModel } from './train.ts';

const PHRASES = {
  against: ['cheated us', 'is a disgrace', 'broke every promise', 'ruined the harvest'],
  neither: ['held a meeting', 'published a report', 'opened an office', 'moved the date'],
  favor: ['rescued the town', 'is a joy to visit', 'kept every promise', 'fed the hungry'],
} as const;

function goldRows(language: string): GoldRow[] {
  return (Object.keys(PHRASES) as (keyof typeof PHRASES)[]).flatMap((label) =>
    Array.from({ length: 24 }, (_, i) => {
      const text = `On day ${i} Oz ${PHRASES[label][i % 4]}`;
      const start = text.indexOf('Oz');
      const id = `${language}-${label}-${i}`;
      const span = [start, start + 2] as const;
      return { id, group: id, language, domain: 'toy', text, target: 'Oz', span, label, targetKind: null };
    }),
  );
}

const NONE = new Uint8Array();
const settings = { bits: 12, epochs: 8, folds: 3, resamples: 20 };
const setOf = (rows: readonly GoldRow[]) => ({ name: 'toy', licence: 'none', weight: 1, scored: true, rows });
const trained = trainStanceModel({
  name: 'toy',
  version: '1',
  sets: [setOf(goldRows('en'))],
  seed: 1,
  wordVectors: null,
  settings,
});

test('learns, scores itself by cross-validation and annotates', async () => {
  const [english] = trained.card.languages;
  expect(english?.scores.macroF1.value).toBeGreaterThan(0.9);
  expect(english?.scores.n).toBe(72);
  expect(english?.byDomain['toy']?.n).toBe(72);
  const annotator = createLinearStanceAnnotator(
    openStanceModel({ card: JSON.stringify(trained.card), weights: trained.weights, vectors: NONE }, 'toy'),
  );
  const results = await annotator.annotate(
    ['Oz cheated us', 'Oz held a meeting', 'Oz rescued the town'].map((text) => ({
      text,
      spans: [[0, 2]],
      language: 'en',
    })),
  );
  const labels = results.map((one) => one.label);
  expect(labels).toEqual(['against', 'neither', 'favor']);
});

test('same rows in any order, same bytes', () => {
  const shuffled = setOf([...goldRows('en')].reverse());
  const again = trainStanceModel({
    name: 'toy',
    version: '1',
    sets: [shuffled],
    seed: 1,
    wordVectors: null,
    settings,
  });
  expect(again.weights).toEqual(trained.weights);
  expect(again.card).toEqual(trained.card);
});

test('a language with too few rows is left out, and none at all is an error', () => {
  const told: string[] = [];
  const { card } = trainStanceModel({
    name: 'toy',
    version: '1',
    sets: [setOf([...goldRows('en'), ...goldRows('fi').slice(0, 5)])],
    seed: 1,
    wordVectors: null,
    settings,
    progress: (message) => told.push(message),
  });
  expect(card.languages.map((one) => one.language)).toEqual(['en']);
  expect(told.join('\n')).toMatch(/fi: 5 rows are too few/);
  const none = {
    name: 'toy',
    version: '1',
    sets: [setOf(goldRows('en').slice(0, 5))],
    seed: 1,
    wordVectors: null,
  };
  expect(() => trainStanceModel(none)).toThrow(/no language has 30 rows/);
});

test('rows that are not scored train but stand in no test fold', () => {
  const seeds = {
    ...setOf(goldRows('en').map((row) => ({ ...row, id: `s-${row.id}` }))),
    name: 'seeds',
    scored: false,
  };
  const { card } = trainStanceModel({
    name: 'toy',
    version: '1',
    sets: [setOf(goldRows('en')), seeds],
    seed: 1,
    wordVectors: null,
    settings,
  });
  expect(card.languages[0]?.scores.n).toBe(72);
});

test('a card that does not fit is refused', () => {
  const open = (change: object) => () =>
    openStanceModel(
      { card: JSON.stringify({ ...trained.card, ...change }), weights: trained.weights, vectors: NONE },
      'mine',
    );
  expect(open({ kind: 'other' })).toThrow(/no card/);
  expect(open({ featureVersion: 0 })).toThrow(/features have version 0/);
  expect(open({ languages: [] })).toThrow(/does not describe/);
  expect(() => openStanceModel({ card: '{', weights: trained.weights, vectors: NONE }, 'mine')).toThrow(
    /mine\/model\.json/,
  );
});

describe('domains', () => {
  // The same words mean the opposite in the two domains, and one word tells which it is.
  const opposite = { against: 'favor', neither: 'neither', favor: 'against' } as const;
  const many = [0, 1, 2].flatMap((k) =>
    goldRows('en').map((row) => ({ ...row, id: `${k}-${row.id}`, group: `${k}-${row.id}` })),
  );
  const moved = (row: GoldRow, domain: string): GoldRow => {
    const text = `${domain} ${row.text}`;
    const by = domain.length + 1;
    const [start, end] = row.span as [number, number];
    const label = domain === 'evening' ? opposite[row.label] : row.label;
    return {
      ...row,
      id: `${domain}-${row.id}`,
      group: row.id,
      domain,
      text,
      span: [start + by, end + by],
      label,
    };
  };
  const rows = ['morning', 'evening'].flatMap((domain) => many.map((row) => moved(row, domain)));
  const { card, weights } = trainStanceModel({
    name: 'toy',
    version: '1',
    sets: [setOf(rows)],
    seed: 1,
    wordVectors: null,
    settings,
  });
  const annotator = createLinearStanceAnnotator(
    openStanceModel({ card: JSON.stringify(card), weights, vectors: NONE }, 'toy'),
  );
  const label = async (text: string, domain?: string): Promise<string | undefined> => {
    const start = text.indexOf('Oz');
    const input = { text, spans: [[start, start + 2]] as const, language: 'en' };
    return (await annotator.annotate([domain === undefined ? input : { ...input, domain }]))[0]?.label;
  };

  test('each has its own classifier, thresholds and scores', () => {
    const [english] = card.languages;
    expect(english?.domains.map((one) => one.domain)).toEqual(['evening', 'morning']);
    expect(english?.byDomain['evening']?.macroF1.value).toBeGreaterThan(0.9);
    expect(english?.domainAccuracy).toBeGreaterThan(0.95);
  });

  test('is the one stated, else the one that the words of the text are most like', async () => {
    expect(await label('On day 3 Oz cheated us', 'morning')).toBe('against');
    expect(await label('On day 3 Oz cheated us', 'evening')).toBe('favor');
    expect(await label('morning On day 3 Oz cheated us')).toBe('against');
    expect(await label('evening On day 3 Oz cheated us', 'never seen')).toBe('favor');
  });
});

describe('word vectors', () => {
  const vectors = packWordVectors('en', ['cheated', 'robbed', 'rescued', 'saved'], (word, d) =>
    d === 0 ? (word === 'cheated' || word === 'robbed' ? 100 : -100) : 0,
  );
  const phrases = { against: 'cheated', neither: 'visited', favor: 'rescued' } as const;
  const rows = goldRows('en').map((row) => {
    const text = `${row.id.length} Oz ${phrases[row.label]} ${row.id.slice(-2)}`;
    const start = text.indexOf('Oz');
    return { ...row, text, span: [start, start + 2] as const };
  });
  const model = trainStanceModel({
    name: 'toy',
    version: '1',
    sets: [setOf(rows)],
    seed: 1,
    wordVectors: vectors,
    settings,
  });

  test('a word never trained on is read by its meaning', async () => {
    const files = { card: JSON.stringify(model.card), weights: model.weights, vectors };
    const annotator = createLinearStanceAnnotator(openStanceModel(files, 'toy'));
    const inputs = ['12 Oz robbed 3', '12 Oz saved 3'].map((text) => ({
      text,
      spans: [[3, 5]] as const,
      language: 'en',
    }));
    const labels = (await annotator.annotate(inputs)).map((one) => one.label);
    expect(labels).toEqual(['against', 'favor']);
  });

  test('other vectors than those of the training are refused by name', () => {
    const open = (other: Uint8Array) => () =>
      openStanceModel({ card: JSON.stringify(model.card), weights: model.weights, vectors: other }, 'mine');
    expect(open(vectors.subarray(0, 90))).toThrow(/vectors\.bin.*90 bytes/s);
    const changed = Uint8Array.from(vectors);
    changed[changed.length - 1]! ^= 1;
    expect(open(changed)).toThrow(/vectors\.bin.*checksum/s);
    const foreign = Uint8Array.from(vectors);
    foreign[7] = 9;
    expect(open(foreign)).toThrow(/vectors\.bin.*this version/s);
  });
});

/** A file of word vectors of one language; `numberOf` gives number `d` of a word's vector. */
function packWordVectors(
  language: string,
  words: readonly string[],
  numberOf: (word: string, d: number) => number,
): Uint8Array {
  const sorted = [...words].sort((a, b) => wordHash(a) - wordHash(b));
  const head = [...'GSWV'].map((c) => c.charCodeAt(0));
  const name = [...language.padEnd(4)].map((c) => c.charCodeAt(0));
  const numbers = (values: readonly number[]): Uint8Array => new Uint8Array(Int32Array.from(values).buffer);
  return Uint8Array.from([
    ...head,
    ...[0, 0, 0, 1],
    ...numbers([1, VECTOR_DIMENSIONS]),
    ...name,
    ...numbers([words.length, ...sorted.map(wordHash)]),
    ...new Uint8Array(
      Int8Array.from(
        sorted.flatMap((word) => Array.from({ length: VECTOR_DIMENSIONS }, (_, d) => numberOf(word, d))),
      ).buffer,
    ),
  ]);
}
