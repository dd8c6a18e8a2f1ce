import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFeatureBuffer } from '../../learn/feature-buffer.ts';
import type { LinearSection } from '../../learn/linear-model.ts';
import { createCharacterTable } from './character-classes.ts';
import { addLetterFeatures, type PlacedWord } from './letter-features.ts';
import { createLetterSums } from './letter-sums.ts';

const BUCKETS = 1_024;
const SECTION: LinearSection = {
  name: 'letters',
  classes: 3,
  buckets: BUCKETS,
  scale: 1,
  bias: [0, 0, 0],
  weights: Int8Array.from({ length: BUCKETS * 3 }, (_, i) => ((i * 7_919) % 255) - 127),
};
const GROUPS = 8;
const { folded } = createCharacterTable();

/** What the features of a word weigh, one by one. */
function summed(word: PlacedWord): { sums: number[]; counts: number[] } {
  const buffer = createFeatureBuffer(8_192);
  addLetterFeatures(word, buffer, BUCKETS - 1);
  const [sums, counts] = [new Array<number>(GROUPS * 3).fill(0), new Array<number>(GROUPS).fill(0)];
  for (let i = 0; i < buffer.length; i++) {
    const group = buffer.groups[i] as number;
    counts[group]! += 1;
    for (let c = 0; c < 3; c++)
      sums[group * 3 + c]! += SECTION.weights[(buffer.buckets[i] as number) * 3 + c] as number;
  }
  return { sums, counts };
}

const placed = fc.record({
  letters: fc.oneof(
    fc.constantFrom('Китай', 'китай', 'ёлка', 'елка', 'a', 'ab', 'Brücke', 'достопримечательность'),
    fc.string({ unit: fc.constantFrom(...'абвгде'), minLength: 1, maxLength: 40 }),
  ),
  zone: fc.integer({ min: 0, max: 6 }),
  isNegated: fc.boolean(),
  // Words of one hash take each other's slot.
  hash: fc.constantFrom(1, 2),
});

test('a word weighs the same whether it was met before, another took its slot, or it is too long to remember', () => {
  const add = createLetterSums(SECTION);
  fc.assert(
    fc.property(fc.array(placed, { minLength: 1, maxLength: 30 }), (words) => {
      for (const { letters, zone, isNegated, hash } of [...words, ...words]) {
        const text = `<${letters}>`;
        const word = { text, folded, start: 1, end: 1 + letters.length, zone, isNegated };
        const into = { sums: new Int32Array(GROUPS * 3), counts: new Float64Array(GROUPS) };
        add(word, hash, into);
        expect({ sums: [...into.sums], counts: [...into.counts] }).toEqual(summed(word));
      }
    }),
    { seed: 1 },
  );
});

test('what was there stays: sums are added to', () => {
  const add = createLetterSums(SECTION);
  const word = { text: 'мост', folded, start: 0, end: 4, zone: 2, isNegated: true };
  const into = { sums: new Int32Array(GROUPS * 3).fill(5), counts: new Float64Array(GROUPS).fill(1) };
  add(word, 3, into);
  const { sums, counts } = summed(word);
  expect([...into.sums]).toEqual(sums.map((sum) => sum + 5));
  expect([...into.counts]).toEqual(counts.map((count) => count + 1));
});
