/**
 * Parts from which sentences about two targets, denials, contrasts and comparisons are put together. What a target
 * does is a predicate; `favor` and `against` say what the predicate says of it. Written for this project.
 */
export interface SeedGrammar {
  readonly language: string;
  /** Put between a target and its predicate. */
  readonly space: string;
  readonly favor: readonly string[];
  readonly against: readonly string[];
  readonly neither: readonly string[];
  /** Predicates that deny something bad, or something good, or only a fact. */
  readonly denied: {
    readonly favor: readonly string[];
    readonly against: readonly string[];
    readonly neither: readonly string[];
  };
  /** What the target is. */
  readonly nouns: { readonly favor: readonly string[]; readonly against: readonly string[] };
  /** `{N}` is what the target is not, `{Y}` what it is. */
  readonly notButs: readonly string[];
  /** `{N}` is what others say of the target, `{Y}` what the author holds against it. */
  readonly rejected: readonly string[];
  /** Between clauses about two targets. */
  readonly joins: readonly string[];
  /** Between two clauses about one target: the second is what counts. */
  readonly turns: readonly string[];
  /** `{B}` is better than `{W}`. */
  readonly comparisons: readonly string[];
  /** Anger or joy about something else; they take no side toward the target. */
  readonly elsewhere: readonly string[];
  /** Sentences about nothing in particular, for long posts. */
  readonly fillers: readonly string[];
  readonly emoji: { readonly favor: readonly string[]; readonly against: readonly string[] };
  readonly targets: readonly string[];
}
