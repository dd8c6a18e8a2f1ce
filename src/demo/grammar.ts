/** What a synthetic post says about its target. */
export type PlantedStance = 'against' | 'neither' | 'favor';

/** Why: one of the planted drivers, or nothing in particular. */
export type PlantedDriver = 'quality' | 'military' | 'investment' | 'general';

/** Sentences about a target by driver and stance. `{slot}` is filled from `fillers` or by the country's own forms. */
export type Evaluations<Driver extends string = PlantedDriver> = Readonly<
  Record<Driver, Readonly<Record<PlantedStance, readonly string[]>>>
>;

/** Everything a language needs to write posts. */
export interface Grammar<Driver extends string = PlantedDriver> {
  /** Sentences about the main target and its goods, companies and army. */
  readonly evaluations: Evaluations<Driver>;
  /** Sentences about any country: `{nom}`, `{gen}`, `{dat}`, `{acc}`, `{ins}`, `{pre}` are its forms. */
  readonly countries: Readonly<Record<PlantedStance, readonly string[]>>;
  /** The forms of each country by target id. */
  readonly forms: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The forms of what else sentences of `evaluations` name, by target id. */
  readonly names?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Sentences about something else. */
  readonly other: readonly string[];
  /** What may stand before and after; the empty string means nothing does. */
  readonly openers: readonly string[];
  readonly contexts: readonly string[];
  readonly closers: readonly string[];
  /** Sentences about nothing in particular, with millions of fillings. */
  readonly chatter: readonly string[];
  /** What outlets and officials add. */
  readonly formal: readonly string[];
  /** Another's words and what follows them. */
  readonly quotations: readonly string[];
  /** Sentences that complain of something else and are warm to the country, and the reverse. */
  readonly traps: Readonly<Record<'favor' | 'against', readonly string[]>>;
  readonly fillers: Readonly<Record<string, readonly string[]>>;
  /** What joins sentences. */
  readonly separator: string;
}
