import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchQuote, NEAR_WORDS, partsOfQuote, SAME_WORDS, tokensOf } from './match-quote.ts';

const match = (quote: string, text: string) => matchQuote(partsOfQuote(quote), tokensOf(text));

const POST =
  'Вчера приехала машина. Дверь не закрывается, печка еле греет, а запчастей ждать два месяца! Больше не куплю.';

test('the same words are found whatever the case, the marks and the spaces', () => {
  const found = match('дверь не закрывается — печка ЕЛЕ греет', POST);
  expect(found.similarity).toBe(1);
  expect(POST.slice(found.start, found.end)).toBe('Дверь не закрывается, печка еле греет');
});

test('words left out behind marks of omission, and words put in by an editor', () => {
  expect(match('Дверь не закрывается… запчастей ждать два месяца', POST).similarity).toBe(1);
  expect(match('Дверь [машины] не закрывается, печка еле греет', POST).similarity).toBe(1);
  expect(match('запчастей ждать два месяца… Дверь не закрывается', POST).similarity).toBeLessThan(SAME_WORDS);
});

test('a changed word in ten is a slip, other forms are near, and other words are neither', () => {
  const slip = match('Дверь не закрывается, печка плохо греет, а запчастей ждать два месяца', POST);
  expect(slip.similarity).toBeGreaterThanOrEqual(SAME_WORDS);
  const forms = match('двери не закрываются, печки еле греют, а запчасти ждали два месяца', POST);
  expect(forms.similarity).toBeLessThan(SAME_WORDS);
  expect(forms.stemSimilarity).toBeGreaterThanOrEqual(NEAR_WORDS);
  expect(match('Китай нас предал, и это надо признать честно и прямо', POST).stemSimilarity).toBeLessThan(
    NEAR_WORDS,
  );
});

test('Chinese is compared character by character', () => {
  const text = '昨天买了一台车，门关不上，暖气也不热，配件要等两个月。';
  expect(match('门关不上，暖气也不热', text).similarity).toBe(1);
  expect(match('门关不严，暖气也不热', text).similarity).toBeCloseTo(8 / 9);
});

test('any stretch of words of a text is found in it, and likeness lies between 0 and 1', () => {
  const words = fc.array(fc.constantFrom('rust', 'door', 'China', 'мороз', '车', 'cheap', 'the'), {
    minLength: 4,
    maxLength: 40,
  });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % text.length;
      const length = 1 + (b % (text.length - start));
      const found = match(text.slice(start, start + length).join(' '), text.join(', '));
      expect(found.similarity).toBe(1);
      expect(found.stemSimilarity).toBe(1);
      const other = match('entirely different matter', text.join(' '));
      expect(other.similarity).toBeGreaterThanOrEqual(0);
      expect(other.similarity).toBeLessThan(NEAR_WORDS);
    }),
  );
});
