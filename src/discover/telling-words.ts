import type { Reading, TellingWord } from '../domain/discovered-theme.ts';
import { WORD_AUTHORS } from '../domain/word-authors.ts';
import type { Partition } from '../stats/stable-partition.ts';
import { type WordCounts, wordShift } from '../stats/word-shift.ts';
import { type NamedPlace, passageAround } from './passage.ts';
import { type TextWords, type Vocabulary, wordIncidence } from './vocabulary.ts';
import { widenPair } from './widen-pair.ts';

/** A partition of texts by their words. */
export interface PartitionedTexts {
  readonly texts: readonly TextWords[];
  readonly vocabulary: Vocabulary;
  readonly partition: Pick<Partition, 'nParts' | 'parts'>;
}

const MOST_WORDS = 15;
/** Candidates, of which some fall together when pairs of characters are widened to words. */
const CANDIDATES = 60;
/** The prior weighs as this part of the smaller side. */
const PRIOR = 0.1;

/**
 * The words that tell each part from the rest: by the log-odds with a Dirichlet prior of `wordShift`, each text counted as one.
 * Only words of as many authors as a word that is given out needs; pairs of Chinese characters are shown as the words they stand in.
 */
export function tellingWords(
  { texts, vocabulary, partition: { nParts, parts } }: PartitionedTexts,
  places: readonly NamedPlace[],
  reading: Reading,
): TellingWord[][] {
  const rows = wordIncidence(texts, vocabulary);
  return Array.from({ length: nParts }, (_, part) => {
    const counts = countWords(rows, vocabulary, (row) => parts[row] === part);
    const told = wordShift(counts.words, counts.totals, {
      priorSize: PRIOR * Math.min(counts.totals.n0, counts.totals.n1),
      confidenceLevel: 0.95,
    })
      .map((one, column) => ({ column, z: one.z }))
      .filter(({ column, z }) => z > 0 && (vocabulary.nAuthors[column] as number) >= WORD_AUTHORS)
      .sort((a, b) => b.z - a.z || a.column - b.column)
      .slice(0, CANDIDATES);
    const passages = places.flatMap((place, row) =>
      parts[row] === part
        ? [{ text: passageAround(place, reading), group: texts[row]?.group as number }]
        : [],
    );
    const shown: TellingWord[] = [];
    for (const { column, z } of told) {
      const pair = vocabulary.forms[column] as string;
      const wide = widenPair(pair, passages);
      if (shown.length === MOST_WORDS) break;
      if (shown.some(({ word }) => word.includes(wide.word) || wide.word.includes(word))) continue;
      shown.push({
        word: wide.word,
        nAuthors: wide.nAuthors ?? (vocabulary.nAuthors[column] as number),
        weight: z,
      });
    }
    return shown;
  });
}

/** Uses of each word outside and inside a part, each text as an author of its own. */
function countWords(
  { starts, columns, nColumns }: ReturnType<typeof wordIncidence>,
  vocabulary: Vocabulary,
  isInside: (row: number) => boolean,
) {
  const sums = Array.from({ length: 4 }, () => new Float64Array(nColumns)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const totals = { n0: 0, n1: 0, n0n0: 0, n1n1: 0, n0n1: 0 };
  for (let row = 0; row < starts.length - 1; row++) {
    const [from, to] = [starts[row] as number, starts[row + 1] as number];
    const size = to - from;
    const inside = isInside(row);
    totals[inside ? 'n1' : 'n0'] += size;
    totals[inside ? 'n1n1' : 'n0n0'] += size * size;
    const [uses, sizes] = inside ? [sums[1], sums[3]] : [sums[0], sums[2]];
    for (let e = from; e < to; e++) {
      const c = columns[e] as number;
      uses[c] = (uses[c] as number) + 1;
      sizes[c] = (sizes[c] as number) + size;
    }
  }
  const words = vocabulary.forms.map(
    (word, c): WordCounts => ({
      word,
      before: sums[0][c] as number,
      after: sums[1][c] as number,
      both: 0,
      beforeN0: sums[2][c] as number,
      beforeN1: 0,
      afterN0: 0,
      afterN1: sums[3][c] as number,
    }),
  );
  return { words, totals };
}
