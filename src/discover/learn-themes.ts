import {
  type NoThemesReason,
  READINGS,
  type Reading,
  type TellingWord,
  type ThemeStability,
} from '../domain/discovered-theme.ts';
import { type Partition, partOfRows, stablePartition } from '../stats/stable-partition.ts';
import { type NamedPlace, passageAround } from './passage.ts';
import type { WordReader } from './passage-words.ts';
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
  const { reading, vocabulary } = best;
  return {
    kind: 'learned',
    reading,
    ...counted,
    nWords: vocabulary.forms.length,
    stability,
    words: tellingWords(best, texts, reading),
    themesOf: (places) => {
      const read = places.map((place) => ({ words: options.read(passageAround(place, reading)) }));
      return partOfRows(wordIncidence(read, vocabulary), { ...best.partition, leastCosine: LEAST_COSINE });
    },
  };
}

function partition(
  texts: readonly LearningText[],
  groups: Int32Array,
  { read, seed, most, reading }: LearnOptions & { readonly reading: Reading },
): Found | null {
  const words = texts.map(
    (text, i): TextWords => ({
      words: read(passageAround(text, reading)),
      group: groups[i] as number,
    }),
  );
  const vocabulary = createVocabulary(words);
  if (vocabulary.forms.length < FEWEST_WORDS) return null;
  const { isStable, partition: found } = stablePartition(wordIncidence(words, vocabulary), groups, {
    seed,
    sizes: SIZES.filter((size) => size <= most),
    stableFrom: STABLE_FROM,
    nBootstraps: BOOTSTRAPS,
    dimensions: DIMENSIONS,
    leastCosine: LEAST_COSINE,
    leastRows: Math.max(SMALLEST_THEME.texts, SMALLEST_THEME.share * texts.length),
  });
  if (found === null) return null;
  return { reading, texts: words, vocabulary, isStable, partition: found };
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
