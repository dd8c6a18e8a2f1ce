import type { Estimate } from './estimate.ts';
import type { DocumentId } from './identifiers.ts';
import type { ThemeLife, ThemeMonth } from './theme-life.ts';

/** What is read of a text: the sentence that names the target, or what stands close around the name. */
export const READINGS = ['sentence', 'window'] as const;

/** One of {@link READINGS}. */
export type Reading = (typeof READINGS)[number];

/** A word that tells a theme from the others. */
export interface TellingWord {
  /** The form that most authors use; never one of fewer than ten. */
  readonly word: string;
  /** Authors who use it among the texts learned from; where none is known, texts. */
  readonly nAuthors: number;
  /** Log of the ratio of its odds in the theme to those elsewhere, over its standard error. */
  readonly weight: number;
}

/** A theme that the corpus itself shows. */
export interface DiscoveredTheme extends ThemeLife {
  /** Language and most telling word of the month it began in; it keeps its id and its name. */
  readonly id: string;
  readonly name: readonly string[];
  /** As of the last month that it was learned in. */
  readonly words: readonly TellingWord[];
  /** First day of the first period with as many mentions as a number needs; null where none has. */
  readonly since: string | null;
}

/** A theme, or none of them, in one class. */
export interface DiscoveredLevel {
  readonly class: string;
  /** Id of the theme; `none-of-these` = mentions that no theme explains. */
  readonly theme: string;
  /** Share of the annotated mentions in this language, over the whole period and in each bin. */
  readonly share: Estimate;
  readonly shares: readonly Estimate[];
  /** Net balance of the theme's mentions, over the whole period and in each bin. */
  readonly balance: Estimate;
  readonly balances: readonly Estimate[];
}

/** How a discovered theme and a theme of the codebook cover each other, all classes together. */
export interface ThemeOverlap {
  readonly theme: string;
  /** Id of the codebook's theme, or `none-of-these`. */
  readonly codebook: string;
  /** Share of the discovered theme's mentions that the codebook gives its theme. */
  readonly share: Estimate;
}

/** How well themes are found again in bootstrap samples of authors: adjusted Rand index, 1 = the same, about 0 = chance. */
export interface ThemeStability {
  readonly mean: number;
  readonly lowest: number;
  readonly nBootstraps: number;
}

/** Why no themes are given. */
export type NoThemesReason = 'too-few-texts' | 'too-few-words' | 'not-stable';

/** Which theme explains a mention. */
export interface ThemedMention {
  readonly documentId: DocumentId;
  readonly target: string;
  /** Id of the theme; `none-of-these` where no theme explains it. */
  readonly theme: string;
}

/** What was learned from, the last time. */
interface LearnedFrom {
  readonly target: string;
  /** Primary language subtag: languages are learned apart. */
  readonly language: string;
  /** Texts learned from, one for each group of copies. */
  readonly nTexts: number;
  readonly nAuthors: number;
  /** What each month brought, in order. */
  readonly months: readonly ThemeMonth[];
}

/** Themes of the mentions of one target in one language, before anything is counted. */
export interface LearnedThemes extends LearnedFrom {
  readonly kind: 'estimate';
  readonly reading: Reading;
  readonly nWords: number;
  readonly stability: ThemeStability;
  readonly themes: readonly Omit<DiscoveredTheme, 'since'>[];
}

/** Themes of the mentions of one target in one language. */
export interface DiscoveredThemes extends LearnedThemes {
  readonly themes: readonly DiscoveredTheme[];
  readonly levels: readonly DiscoveredLevel[];
  readonly overlaps: readonly ThemeOverlap[];
}

/** Mentions in which no themes can be told. */
export interface NoDiscoveredThemes extends LearnedFrom {
  readonly kind: 'not-estimable';
  readonly reason: NoThemesReason;
  /** Of the most stable partition that was tried; null where none was. */
  readonly stability: ThemeStability | null;
}
