import type { ThemeStability } from '../domain/discovered-theme.ts';
import type { ThemeMonth } from '../domain/theme-life.ts';
import { WORD_AUTHORS } from '../domain/word-authors.ts';
import { adjustedRandIndex } from '../stats/adjusted-rand-index.ts';
import { dropCopies } from './drop-copies.ts';
import {
  continueThemes,
  type LearningText,
  type LearnOptions,
  learnThemes,
  type NothingLearned,
  type ThemeLearner,
} from './learn-themes.ts';
import { matchThemes } from './match-themes.ts';
import { carryThemes, type LivingTheme, type ThemeLives } from './theme-lives.ts';

/** Texts of one month, in an order that depends on their content alone. */
export interface MonthTexts {
  /** `2024-07`. */
  readonly month: string;
  readonly texts: readonly LearningText[];
}

/** What finds the themes of one month in a text. */
export interface MonthLearner {
  readonly learner: ThemeLearner;
  /** Ids of the themes that the learner tells apart. */
  readonly ids: readonly string[];
}

/** What was learned up to a month. It follows from the texts of that month and those before it alone. */
export interface ThemeChain {
  /** The last months, as many as are looked at together. */
  readonly window: readonly MonthTexts[];
  readonly lives: ThemeLives;
  /** Null until themes were found. */
  readonly latest: MonthLearner | null;
  /** Why the months so far show no themes; null as soon as they do. */
  readonly nothing: NothingLearned | null;
  readonly months: readonly ThemeMonth[];
}

/** How themes are learned month by month. */
export interface MonthOptions extends LearnOptions {
  readonly language: string;
}

/** A chain before its first month. */
export const NO_MONTHS: ThemeChain = {
  window: [],
  lives: { themes: [], parts: [] },
  latest: null,
  nothing: null,
  months: [],
};

/** So many texts are looked at together: the latest month and as many whole months before it as are needed. */
const WINDOW_TEXTS = 3_000;
/** A theme is seen in a month with this share of its texts, of as many authors as a word that is given out. */
const SEEN_SHARE = 0.02;

/**
 * Learns one more month, later than all before it. The themes of the months before are kept, moved, or become more or fewer
 * (`continuedPartition`), and keep their ids (`carryThemes`). Nothing that was said of an earlier month changes. Memory and time do not
 * grow with the months before it.
 */
export function learnMonth(chain: ThemeChain, month: MonthTexts, options: MonthOptions): ThemeChain {
  const window = lastMonths([...chain.window, month]);
  const texts = dropCopies(
    window.flatMap((one) => one.texts),
    options.read,
  );
  if (chain.latest === null) return firstThemes({ ...chain, window }, { month, texts }, options);
  const { learner, ids } = chain.latest;
  const earlier = learner.themesOf(texts);
  const next = continueThemes(texts, { reading: learner.reading, parts: earlier }, options);
  if (next === null) {
    const kept = monthOf(month.month, {
      kind: 'kept',
      texts,
      nThemes: ids.length,
      stability: null,
      agreement: null,
    });
    return seenIn({ ...chain, window, months: [...chain.months, kept] }, month);
  }
  const match = matchThemes(earlier, next.parts, { nEarlier: ids.length, nLater: next.words.length });
  const lives = carryThemes(chain.lives, { month: month.month, words: next.words, match }, options.language);
  const agreement = adjustedRandIndex(
    earlier.map((theme) => theme + 1),
    next.parts.map((theme) => theme + 1),
  );
  const learned = monthOf(month.month, {
    kind: 'learned',
    texts,
    nThemes: next.words.length,
    stability: next.stability,
    agreement,
  });
  const latest = { learner: next, ids: idsOf(lives) };
  return seenIn({ ...chain, window, lives, latest, months: [...chain.months, learned] }, month);
}

/** Until themes are found the months wait; then they are read by the first themes. */
function firstThemes(
  chain: ThemeChain,
  { month, texts }: { readonly month: MonthTexts; readonly texts: readonly LearningText[] },
  options: MonthOptions,
): ThemeChain {
  const learner = learnThemes(texts, options);
  const isFound = learner.kind === 'learned';
  const one = monthOf(month.month, {
    kind: isFound ? 'learned' : 'read-back',
    texts,
    nThemes: isFound ? learner.words.length : 0,
    stability: isFound ? learner.stability : null,
    agreement: null,
  });
  const months = [...chain.months, one];
  if (!isFound) return { ...chain, nothing: learner, months };
  const lives = carryThemes(
    chain.lives,
    { month: month.month, words: learner.words, match: null },
    options.language,
  );
  const found = { ...chain, lives, latest: { learner, ids: idsOf(lives) }, nothing: null, months };
  return chain.window.reduce(seenIn, found);
}

interface MonthFacts extends Pick<ThemeMonth, 'kind' | 'nThemes' | 'agreement'> {
  readonly texts: readonly LearningText[];
  readonly stability: ThemeStability | null;
}

function monthOf(month: string, { kind, texts, nThemes, stability, agreement }: MonthFacts): ThemeMonth {
  return {
    month,
    kind,
    nTexts: texts.length,
    nAuthors: new Set(texts.map(({ author }) => author)).size,
    nThemes,
    stability: stability?.mean ?? null,
    agreement,
  };
}

/** The fewest of the last months that have texts enough together. */
function lastMonths(months: readonly MonthTexts[]): MonthTexts[] {
  let n = 0;
  const first = months.findLastIndex(({ texts }) => {
    n += texts.length;
    return n >= WINDOW_TEXTS;
  });
  return months.slice(Math.max(0, first));
}

function idsOf({ themes, parts }: ThemeLives): string[] {
  return parts.map((place) => (themes[place] as LivingTheme).id);
}

/** Notes in which month themes are seen. */
function seenIn(chain: ThemeChain, { month, texts }: MonthTexts): ThemeChain {
  const { lives, latest } = chain;
  if (latest === null) return chain;
  const found = latest.learner.themesOf(texts);
  const seen = new Set(
    lives.parts.filter((_, part) => {
      const mine = texts.filter((_, i) => found[i] === part);
      const nAuthors = new Set(mine.map(({ author }) => author)).size;
      return nAuthors >= WORD_AUTHORS && mine.length >= SEEN_SHARE * texts.length;
    }),
  );
  const themes = lives.themes.map((theme, place) =>
    seen.has(place) ? { ...theme, firstSeen: theme.firstSeen ?? month, lastSeen: month } : theme,
  );
  return { ...chain, lives: { ...lives, themes } };
}
