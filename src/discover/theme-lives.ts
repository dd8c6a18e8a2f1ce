import type { TellingWord } from '../domain/discovered-theme.ts';
import type { ThemeChange, ThemeLife } from '../domain/theme-life.ts';
import type { ThemeMatch } from './match-themes.ts';

/** A theme through the months, with the words of the last month that it was learned in. */
export interface LivingTheme extends ThemeLife {
  readonly id: string;
  /** The words it was named by. */
  readonly name: readonly string[];
  readonly words: readonly TellingWord[];
}

/** All themes there have been, and which of them each part of the partition in use is. */
export interface ThemeLives {
  readonly themes: readonly LivingTheme[];
  /** Part → place in `themes`. */
  readonly parts: readonly number[];
}

/** What a month showed. */
export interface MonthThemes {
  readonly month: string;
  /** Telling words of each part. */
  readonly words: readonly (readonly TellingWord[])[];
  /** With the partition before it; null = this is the first. */
  readonly match: ThemeMatch | null;
}

const NAME_WORDS = 3;
/** A theme that ended and one that begins are one where at least half of their first words are the same. */
const COMPARED = 10;
const SAME = 5;

/**
 * Carries themes over to the next month: one that continues another keeps its id and name; one that has the words of a theme that had
 * ended gets that theme's; the others are new. An id is the language and the most telling word that no theme had before.
 */
export function carryThemes(
  before: ThemeLives,
  { month, words, match }: MonthThemes,
  language: string,
): ThemeLives {
  const themes = [...before.themes];
  const parts = words.map((_, part) => before.parts[match?.continues[part] ?? -1] ?? -1);
  const change = (place: number, one: Partial<LivingTheme>, added?: Omit<ThemeChange, 'month'>): void => {
    const theme = themes[place] as LivingTheme;
    const history = added === undefined ? theme.history : [...theme.history, { month, ...added }];
    themes[place] = { ...theme, ...one, history };
  };
  const idOf = (place: number | undefined): string | null => themes[place ?? -1]?.id ?? null;
  words.forEach((own, part) => {
    const place = parts[part] as number;
    if (place >= 0) {
      change(place, { words: own });
      return;
    }
    const returned = endedWith(own, themes, new Set([...before.parts, ...parts]));
    if (returned >= 0) {
      parts[part] = returned;
      change(returned, { words: own }, { kind: 'returned', other: null });
      return;
    }
    const other = idOf(before.parts[match?.from[part] ?? -1]);
    const kind = match === null ? 'first' : other === null ? 'born' : 'split';
    parts[part] = themes.length;
    themes.push(begun(own, { themes, language, first: { month, kind, other } }));
  });
  before.parts.forEach((place, part) => {
    if (parts.includes(place)) return;
    const into = idOf(parts[match?.into[part] ?? -1]);
    change(place, {}, into === null ? { kind: 'ended', other: null } : { kind: 'merged', other: into });
  });
  return { themes, parts };
}

function begun(
  words: readonly TellingWord[],
  {
    themes,
    language,
    first,
  }: { readonly themes: readonly LivingTheme[]; readonly language: string; readonly first: ThemeChange },
): LivingTheme {
  const taken = new Set(themes.map(({ id }) => id));
  const free = [...words.map(({ word }) => word), String(themes.length + 1)];
  const id = free.map((word) => `${language}:${word}`).find((one) => !taken.has(one));
  return {
    id: id ?? `${language}:${themes.length + 1}`,
    name: words.slice(0, NAME_WORDS).map(({ word }) => word),
    words,
    history: [first],
    firstSeen: null,
    lastSeen: null,
  };
}

/** Place of the ended theme that shares most of its first words with these, the earliest of equals; −1 = none shares enough. */
function endedWith(
  words: readonly TellingWord[],
  themes: readonly LivingTheme[],
  inUse: ReadonlySet<number>,
): number {
  const own = new Set(words.slice(0, COMPARED).map(({ word }) => word));
  let [best, most] = [-1, SAME - 1];
  themes.forEach((theme, place) => {
    if (inUse.has(place)) return;
    const shared = theme.words.slice(0, COMPARED).filter(({ word }) => own.has(word)).length;
    if (shared > most) [best, most] = [place, shared];
  });
  return best;
}
