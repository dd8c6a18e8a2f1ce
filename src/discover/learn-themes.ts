import {
  type NoThemesReason,
  READINGS,
  type Reading,
  type TellingWord,
  type ThemeStability,
} from '../domain/discovered-theme.ts';
import { continuedPartition } from '../stats/continued-partition.ts';
import { type Partition, partOfRows, stablePartition } from '../stats/stable-partition.ts';
import type { NamedPlace } from './passage.ts';
import { type WordReader, wordsAround } from './passage-words.ts';
import { tellingWords } from './telling-words.ts';
import { createVocabulary, type TextWords, type Vocabulary, wordIncidence } from './vocabulary.ts';

/** A text that is learned from. Texts stand in an order that depends on their content alone. */
export interface LearningText extends NamedPlace {
  /** Who wrote it; texts of one author share it. */
  readonly author: string;
}

/** What was learned of one target in one language. */
export interface ThemeLearner {
  readonly kind: 'learned';
  readonly reading: Reading;
  readonly nTexts: number;
  readonly nAuthors: number;
  readonly nWords: number;
  readonly stability: ThemeStability;
  /** Theme of each text learned from; −1 = none. */
  readonly parts: Int32Array;
  /** Telling words of each theme. */
  readonly words: readonly (readonly TellingWord[])[];
  /** Index of the theme of each of several places; −1 = no theme explains it. */
  readonly themesOf: (places: readonly NamedPlace[]) => Int32Array;
}

/** Why nothing was learned. */
export interface NothingLearned {
  readonly kind: 'nothing';
  readonly reason: NoThemesReason;
  readonly nTexts: number;
  readonly nAuthors: number;
  readonly stability: ThemeStability | null;
}

/** How themes are learned. */
export interface LearnOptions {
  readonly read: WordReader;
  readonly seed: number;
  /** Most themes. */
  readonly most: number;
}

/** Fewer texts or authors show nothing that would be found again. */
const FEWEST_TEXTS = 200;
const FEWEST_AUTHORS = 50;
const FEWEST_WORDS = 100;
/** A theme has at least so many of the texts, and this share of them. */
const SMALLEST_THEME = { texts: 30, share: 0.02 } as const;
/** A mean adjusted Rand index from here on counts as found again. */
const STABLE_FROM = 0.7;
const BOOTSTRAPS = 10;
const DIMENSIONS = 10;
/** A text that points less than this in the direction of any theme is explained by none. */
const LEAST_COSINE = 0.25;
/** Numbers of themes that are tried. */
const SIZES = [16, 12, 10, 8, 6, 5, 4, 3, 2];

interface ReadTexts {
  readonly reading: Reading;
  readonly texts: readonly TextWords[];
  readonly vocabulary: Vocabulary;
}

interface Found extends ReadTexts {
  readonly isStable: boolean;
  readonly partition: Partition;
}

/**
 * Themes that texts show: texts with like words together, as many themes as bootstrap samples of authors find again. The sentence
 * that names the target and the surroundings of the name are both tried; the reading that shows more stable themes is taken.
 */
export function learnThemes(
  texts: readonly LearningText[],
  options: LearnOptions,
): ThemeLearner | NothingLearned {
  const groups = groupsOf(texts);
  const counted = { nTexts: texts.length, nAuthors: new Set(groups).size };
  const nothing = (reason: NoThemesReason, stability: ThemeStability | null): NothingLearned => ({
    kind: 'nothing',
    reason,
    ...counted,
    stability,
  });
  if (counted.nTexts < FEWEST_TEXTS || counted.nAuthors < FEWEST_AUTHORS)
    return nothing('too-few-texts', null);
  let best: Found | null = null;
  for (const reading of READINGS) {
    const found = partition(texts, groups, { ...options, reading });
    if (found !== null && (best === null || isBetter(found, best))) best = found;
    if (best?.isStable === true && best.partition.nParts === options.most) break;
  }
  if (best === null) return nothing('too-few-words', null);
  const stability = stabilityOf(best.partition);
  if (!best.isStable) return nothing('not-stable', stability);
  return learnerOf(best, texts, { ...counted, read: options.read });
}

/** Themes that go on from earlier ones: what was read, and which theme the earlier ones give each text; −1 = none. */
export interface EarlierThemes {
  readonly reading: Reading;
  readonly parts: Int32Array;
}

/**
 * Themes of texts some of which earlier themes were learned from: see `continuedPartition`. The reading stays.
 * @returns null where none are found again: the earlier ones had better be kept
 */
export function continueThemes(
  texts: readonly LearningText[],
  { reading, parts }: EarlierThemes,
  { read, seed, most }: LearnOptions,
): ThemeLearner | null {
  const groups = groupsOf(texts);
  const counted = { nTexts: texts.length, nAuthors: new Set(groups).size };
  if (counted.nTexts < FEWEST_TEXTS || counted.nAuthors < FEWEST_AUTHORS) return null;
  const words = readTexts(texts, groups, { read, reading });
  if (words.vocabulary.forms.length < FEWEST_WORDS) return null;
  const rows = wordIncidence(words.texts, words.vocabulary);
  const options = partitionOptions(texts.length, { seed, most });
  const partition = continuedPartition({ rows, groups, earlier: parts }, options);
  return partition === null ? null : learnerOf({ ...words, partition }, texts, { ...counted, read });
}

function learnerOf(
  found: ReadTexts & { readonly partition: Partition },
  texts: readonly LearningText[],
  { nTexts, nAuthors, read }: Pick<ThemeLearner, 'nTexts' | 'nAuthors'> & { readonly read: WordReader },
): ThemeLearner {
  const { reading, vocabulary } = found;
  const { embedding, centres, parts } = found.partition;
  return {
    kind: 'learned',
    reading,
    nTexts,
    nAuthors,
    nWords: vocabulary.forms.length,
    stability: stabilityOf(found.partition),
    parts,
    words: tellingWords(found, texts, reading),
    themesOf: (places) => {
      const words = places.map((place) => ({ words: wordsAround(read, place, reading) }));
      return partOfRows(wordIncidence(words, vocabulary), { embedding, centres, leastCosine: LEAST_COSINE });
    },
  };
}

function readTexts(
  texts: readonly LearningText[],
  groups: Int32Array,
  { read, reading }: { readonly read: WordReader; readonly reading: Reading },
): ReadTexts {
  const words = texts.map(
    (text, i): TextWords => ({ words: wordsAround(read, text, reading), group: groups[i] as number }),
  );
  return { reading, texts: words, vocabulary: createVocabulary(words) };
}

function partitionOptions(nTexts: number, { seed, most }: { readonly seed: number; readonly most: number }) {
  return {
    seed,
    sizes: SIZES.filter((size) => size <= most),
    stableFrom: STABLE_FROM,
    nBootstraps: BOOTSTRAPS,
    dimensions: DIMENSIONS,
    leastCosine: LEAST_COSINE,
    leastRows: leastTexts(nTexts),
  };
}

/** The fewest of so many texts that make a theme. */
function leastTexts(nTexts: number): number {
  return Math.max(SMALLEST_THEME.texts, SMALLEST_THEME.share * nTexts);
}

function partition(
  texts: readonly LearningText[],
  groups: Int32Array,
  { read, seed, most, reading }: LearnOptions & { readonly reading: Reading },
): Found | null {
  const words = readTexts(texts, groups, { read, reading });
  if (words.vocabulary.forms.length < FEWEST_WORDS) return null;
  const { isStable, partition: found } = stablePartition(
    wordIncidence(words.texts, words.vocabulary),
    groups,
    partitionOptions(texts.length, { seed, most }),
  );
  return found === null ? null : { ...words, isStable, partition: found };
}

/** Stable before unstable, then more themes, then the more stable; of equals the first. */
function isBetter(a: Found, b: Found): boolean {
  if (a.isStable !== b.isStable) return a.isStable;
  if (a.isStable && a.partition.nParts !== b.partition.nParts) return a.partition.nParts > b.partition.nParts;
  return stabilityOf(a.partition).mean > stabilityOf(b.partition).mean;
}

function stabilityOf({ stability }: Partition): ThemeStability {
  return {
    mean: stability.reduce((sum, one) => sum + one, 0) / stability.length,
    lowest: stability[0] as number,
    nBootstraps: stability.length,
  };
}

function groupsOf(texts: readonly LearningText[]): Int32Array {
  const places = new Map<string, number>();
  return Int32Array.from(texts, ({ author }) => {
    const place = places.get(author) ?? places.size;
    places.set(author, place);
    return place;
  });
}
