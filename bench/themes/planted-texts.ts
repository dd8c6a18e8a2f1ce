import type { LearningText } from '../../src/discover/learn-themes.ts';
import { seededRandom } from '../../src/stats/random.ts';

/** A corpus whose themes are known. */
export interface PlantedCorpus {
  readonly nThemes: number;
  /** Words of its own theme in a text of twelve; the others are drawn from words that all themes share. */
  readonly ownWords: number;
  readonly seed: number;
}

const WORDS_OF_A_TEXT = 12;
const OWN = 80;
const SHARED = 600;
const [HARD, SOFT] = ['bdfgklmnprtvz', 'aeiou'];

/** Made-up words, each of another number. */
export function madeUp(i: number): string {
  const syllable = (n: number): string =>
    `${HARD[n % HARD.length]}${SOFT[Math.floor(n / HARD.length) % SOFT.length]}`;
  return `${syllable(i)}${syllable(Math.floor(i / 65) + 7)}mor`;
}

/** Texts around the name Atlantis, one at a time: words by Zipf's law, themes of unequal size, authors of unequal zeal. */
export function* plantedTexts(
  n: number,
  { nThemes, ownWords, seed }: PlantedCorpus,
): Generator<LearningText & { readonly theme: number }> {
  const random = seededRandom(seed);
  const zipf = (size: number): number => Math.floor(size ** random()) - 1;
  const sizes = Array.from({ length: nThemes }, (_, k) => 1 / (k + 3));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  for (let i = 0; i < n; i++) {
    let at = random() * total;
    let theme = 0;
    while (theme < nThemes - 1 && at >= (sizes[theme] as number)) at -= sizes[theme++] as number;
    const words = Array.from({ length: WORDS_OF_A_TEXT }, (_, w) =>
      madeUp(w < ownWords ? SHARED + OWN * theme + zipf(OWN) : zipf(SHARED)),
    );
    const text = `Atlantis ${words.join(' ')}.`;
    yield { text, start: 0, end: 8, author: String(Math.floor((n / 2) * random() ** 2)), theme };
  }
}
