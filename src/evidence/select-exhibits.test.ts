import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SELECTIONS } from '../domain/exhibit.ts';
import type { ExhibitCandidate } from '../store/queries/exhibit-candidates.ts';
import type { PrivacyConfig } from '../study/config.ts';
import { sharedWords, wordRanges } from '../text/excerpt.ts';
import { selectExhibits } from './select-exhibits.ts';

const LONG = `${'Before the name stands a long clause, '.repeat(8)}then China and ${'after it another one, '.repeat(12)}the end.`;
const CLASSES = [
  { id: 'public', label: 'Public', speaker: 'private' },
  { id: 'officials', label: 'Officials', speaker: 'institution' },
  { id: 'channels', label: 'Channels', speaker: 'public-channel' },
] as const;

function candidate(text: string, more: Partial<ExhibitCandidate> = {}): ExhibitCandidate {
  const start = text.indexOf('China');
  return {
    selection: 'random',
    documentId: 7n,
    target: 'china',
    class: 'public',
    source: 'forum',
    side: 'favor',
    probability: 7_000,
    text,
    start,
    end: start + 5,
    publishedAt: Date.UTC(2024, 4, 5, 21, 30),
    publishedDay: 19_849,
    precision: 'minute',
    language: 'en',
    url: 'https://example.org/post/7',
    recordHash: 'ab',
    nCopies: 1,
    author: 5n,
    themes: [],
    isCopiedFromPerson: false,
    nAgainst: 20,
    nNeither: 50,
    nFavor: 30,
    ...more,
  };
}

const privacy = (more: Partial<PrivacyConfig> = {}): PrivacyConfig => ({
  profile: 'verbatim-institutions',
  privateWords: 'excerpt',
  retentionDays: null,
  keyFile: null,
  ...more,
});
const select = (one: ExhibitCandidate, config = privacy()) =>
  selectExhibits([one], { privacy: config, classes: CLASSES, seed: 1 })[0];

test('an institution and a public channel are quoted in full, with address and minute', () => {
  for (const name of ['officials', 'channels']) {
    const exhibit = select(
      candidate('It rains. The people here do like China very much. It snows.', { class: name }),
    );
    expect(exhibit).toMatchObject({
      text: 'The people here do like China very much.',
      quotation: 'verbatim',
      cut: { before: false, after: false },
      precision: 'minute',
      url: 'https://example.org/post/7',
      cell: { against: 0.2, neither: 0.5, favor: 0.3 },
    });
  }
});

test('of a private person six words are shown, the day, and no address', () => {
  expect(select(candidate(LONG))).toMatchObject({
    text: 'clause, then China and after it',
    quotation: 'excerpt',
    cut: { before: true, after: true },
    publishedAt: '2024-05-06T00:00:00.000Z',
    precision: 'day',
    url: null,
  });
  expect(select(candidate('I like China.'))?.text).toBe('I like China.');
});

test('an institution that repeats the words of a person, and a class that is not known, are excerpted', () => {
  expect(select(candidate(LONG, { class: 'officials', isCopiedFromPerson: true }))?.quotation).toBe(
    'excerpt',
  );
  expect(select(candidate(LONG, { class: 'others' }))?.quotation).toBe('excerpt');
});

test('the other profiles: everyone excerpted, nothing quoted, other words', () => {
  expect(select(candidate(LONG, { class: 'officials' }), privacy({ profile: 'excerpts' }))?.quotation).toBe(
    'excerpt',
  );
  expect(select(candidate(LONG), privacy({ profile: 'none' }))).toBeUndefined();
  const exhibit = select(candidate(LONG), privacy({ privateWords: 'paraphrase' }));
  expect(exhibit).toMatchObject({ text: '', quotation: 'paraphrase', mention: { start: 0, end: 0 } });
});

test('identifiers are removed from what is quoted in full too, and the target stays marked', () => {
  const exhibit = select(
    candidate('Write to @press_office or call +7 495 123-45-67 about China today.', { class: 'officials' }),
  );
  expect(exhibit?.text).toBe('Write to ▮ or call ▮ about China today.');
  expect(exhibit?.text.slice(exhibit.mention.start, exhibit.mention.end)).toBe('China');
});

test('one for each rule, and no author and no document twice', () => {
  const all = SELECTIONS.flatMap((selection) =>
    [1, 2, 3, 4].map((n) =>
      candidate(`Person ${n} likes China`, { selection, documentId: BigInt(n), author: BigInt(n % 3) }),
    ),
  );
  const exhibits = selectExhibits(all, { privacy: privacy(), classes: CLASSES, seed: 1 });
  expect(exhibits.map((one) => one.selection)).toEqual(SELECTIONS.slice(0, 3));
  expect(new Set(exhibits.map((one) => one.documentId)).size).toBe(3);
});

test('the central one shares most words with the others', () => {
  const texts = [
    'cars from China rust',
    'phones from China break',
    'cars and phones from China break and rust',
    'China',
  ];
  const all = texts.map((text, i) =>
    candidate(text, { selection: 'central', documentId: BigInt(i), author: BigInt(i), class: 'officials' }),
  );
  expect(selectExhibits(all, { privacy: privacy(), classes: CLASSES, seed: 1 })[0]?.text).toBe(texts[2]);
});

test('whatever a person writes, at most six words in a row are theirs', () => {
  const word = fc.constantFrom(
    'China',
    'слово',
    '中国很好',
    'a',
    'don’t',
    'made-in',
    '.',
    '!',
    '\n',
    '@user',
    '8 916 123 45 67',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.boolean(), (parts, isTight) => {
      const text = [...parts, 'China', ...parts].join(isTight ? '' : ' ');
      const shown = select(candidate(text))?.text ?? '';
      expect(sharedWords(shown, text)).toBeLessThanOrEqual(6);
      expect(wordRanges(shown).length).toBeLessThanOrEqual(6);
      expect(shown).not.toContain('@user');
    }),
  );
});
