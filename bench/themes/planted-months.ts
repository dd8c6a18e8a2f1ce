import type { LearningText } from '../../src/discover/learn-themes.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { madeUp } from './planted-texts.ts';

/** A theme of a corpus whose themes are known, and in which months it is talked of. */
interface PlantedTheme {
  /** How much is said on it beside the others. */
  readonly size: number;
  /** First month with it, from 0. */
  readonly from?: number;
  /** First month without it. */
  readonly until?: number;
  /** Share of its words that others take the place of, each month. */
  readonly drift?: number;
}

/** Texts by month of themes that come, go and change their words. */
export interface PlantedMonths {
  readonly themes: readonly PlantedTheme[];
  readonly nMonths: number;
  readonly textsInMonth: number;
  /** Words of its own theme in a text of twelve. */
  readonly ownWords: number;
  readonly seed: number;
}

/** A text with its true theme. */
export type PlantedText = LearningText & { readonly theme: number };

const WORDS_OF_A_TEXT = 12;
const OWN = 80;
const SHARED = 600;

/** Texts of each month, around the name Atlantis: words by Zipf's law, authors of unequal zeal. */
export function plantedMonths({
  themes,
  nMonths,
  textsInMonth,
  ownWords,
  seed,
}: PlantedMonths): PlantedText[][] {
  const random = seededRandom(seed);
  const zipf = (size: number): number => Math.floor(size ** random()) - 1;
  /** Numbers of the words of each theme now. */
  const words = themes.map((_, theme) => Array.from({ length: OWN }, (_, w) => SHARED + OWN * theme + w));
  let unused = SHARED + OWN * themes.length;
  return Array.from({ length: nMonths }, (_, month) => {
    themes.forEach(({ drift = 0 }, theme) => {
      if (month === 0) return;
      const own = words[theme] as number[];
      for (let w = 0; w < OWN; w++) if (random() < drift) own[w] = unused++;
    });
    const sizes = themes.map(({ size, from = 0, until = nMonths }) =>
      month >= from && month < until ? size : 0,
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    return Array.from({ length: textsInMonth }, (): PlantedText => {
      let at = random() * total;
      let theme = 0;
      while (theme < themes.length - 1 && at >= (sizes[theme] as number)) at -= sizes[theme++] as number;
      const own = words[theme] as number[];
      const said = Array.from({ length: WORDS_OF_A_TEXT }, (_, w) =>
        madeUp(w < ownWords ? (own[zipf(OWN)] as number) : zipf(SHARED)),
      );
      const author = String(Math.floor(2 * textsInMonth * random() ** 2));
      return { text: `Atlantis ${said.join(' ')}.`, start: 0, end: 8, author, theme };
    });
  });
}
