/** How a theme began, came back or ended. */
export const THEME_CHANGES = ['first', 'born', 'split', 'returned', 'merged', 'ended'] as const;

/** One of {@link THEME_CHANGES}. */
export type ThemeChangeKind = (typeof THEME_CHANGES)[number];

/** What became of a theme in one month. */
export interface ThemeChange {
  /** The month, `2024-07`, that showed it. */
  readonly month: string;
  /**
   * `first`: it is in the first partition; `born`: no earlier theme had its texts; `split`: an earlier one had, which goes on; `returned`: it
   * had ended; `merged`: another theme has most of its texts now; `ended`: too few texts are left.
   */
  readonly kind: ThemeChangeKind;
  /** The theme that it split from or went into; null where there is none. */
  readonly other: string | null;
}

/** A theme through the months. */
export interface ThemeLife {
  /** The first and the last month in which it has ten authors and two percent of the texts learned from; null where none has. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** In the order of time. */
  readonly history: readonly ThemeChange[];
}

/** What happened in one month to the themes of one target in one language. */
export interface ThemeMonth {
  readonly month: string;
  /**
   * `learned`: its texts changed the themes; `kept`: they show none that are found again, and the themes before it are used; `read-back`: before
   * the first themes, by which it is read.
   */
  readonly kind: 'learned' | 'kept' | 'read-back';
  /** Texts and authors in use: of this month and those before it that were looked at with it. */
  readonly nTexts: number;
  readonly nAuthors: number;
  readonly nThemes: number;
  /** Mean adjusted Rand index with bootstrap samples; null unless themes were learned. */
  readonly stability: number | null;
  /** Adjusted Rand index of the themes before and after on the same texts; null where there are none before. */
  readonly agreement: number | null;
}
