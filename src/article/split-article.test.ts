import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitArticle } from './split-article.ts';

const texts = (article: string): string[] => splitArticle(article).map(({ text }) => text);

test('lines broken by an editor are one sentence; paragraphs, headings and lists are not', () => {
  const article = `# A heading
The company said that talk about the neighbours had cooled a good deal since
July. It gave no number.

- First point
- Second point
> A line that somebody else wrote.`;
  expect(texts(article)).toEqual([
    'A heading',
    'The company said that talk about the neighbours had cooled a good deal since July.',
    'It gave no number.',
    'First point',
    'Second point',
    'A line that somebody else wrote.',
  ]);
});

test('a full stop inside quotation marks or an abbreviation ends no sentence', () => {
  expect(texts('He said: "It broke. Then it rusted." Nobody listened. The U.S. has sanctions.')).toEqual([
    'He said: "It broke. Then it rusted."',
    'Nobody listened.',
    'The U.S. has sanctions.',
  ]);
  expect(texts("One wrote: 'They are no allies. They sell us rust.' The rest agreed.")).toEqual([
    "One wrote: 'They are no allies. They sell us rust.'",
    'The rest agreed.',
  ]);
  expect(texts('他说：“质量很差。坏了。”没有人回应。第二句！')).toEqual([
    '他说：“质量很差。坏了。”',
    '没有人回应。',
    '第二句！',
  ]);
});

test('an id goes with the words, wherever they stand; the same words twice have two', () => {
  const [a, b] = [splitArticle('One. Two. One.'), splitArticle('New first.\n\nOne. Two. One.')];
  expect(new Set(a.map(({ id }) => id)).size).toBe(3);
  expect(b.slice(1).map(({ id }) => id)).toEqual(a.map(({ id }) => id));
  expect(b.map(({ line }) => line)).toEqual([1, 3, 3, 3]);
});

test('what claims something is told by rules in three languages', () => {
  const cues = (text: string): readonly string[] => splitArticle(text)[0]?.cues ?? [];
  expect(cues('Sales fell by 12 percent in July 2024 because of the tax.')).toEqual([
    'number',
    'date',
    'change',
    'cause',
  ]);
  expect(cues('Продажи упали на 12 процентов в июле 2024 года из-за налога.')).toEqual([
    'number',
    'date',
    'change',
    'cause',
  ]);
  expect(cues('由于税收，2024年7月销量下降了12%。')).toEqual(['number', 'date', 'change', 'cause']);
  expect(cues('Most Russians think that the cars are worse than ours.')).toEqual([
    'comparison',
    'superlative',
    'population',
  ]);
  expect(cues('The cat sat on the mat.')).toEqual([]);
  expect(cues('Собрание прошло в зале.')).toEqual([]);
  expect(cues('会议在大厅举行。')).toEqual([]);
});

test('whatever a text holds, its sentences lie in order inside it and nothing is lost', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '“',
      '”',
      "'",
      '"',
      '«',
      '»',
      '.',
      '。',
      '\n',
      '\r\n',
      '\u202e',
      'عربي',
      'Слово',
      'word',
      '12 %',
      '\ud800',
      '# ',
      '> ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const found = splitArticle(text);
      let end = 0;
      for (const one of found) {
        expect(one.start).toBeGreaterThanOrEqual(end);
        expect(one.end).toBeGreaterThan(one.start);
        expect(one.line).toBe(text.slice(0, one.start).split('\n').length);
        end = one.end;
      }
      const kept = found.map(({ start, end: to }) => text.slice(start, to)).join('');
      const letters = (s: string): number => s.match(/\p{L}/gu)?.length ?? 0;
      expect(letters(kept)).toBe(letters(text));
    }),
  );
});
