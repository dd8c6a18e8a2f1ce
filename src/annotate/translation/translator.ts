/** Words of an exhibit, as they are published: cut and without identifiers. */
export interface Passage {
  readonly text: string;
  /** BCP 47 tag; `und`: not known. */
  readonly language: string;
  /** Fields of the record, where the passage is the whole of its text; null where it is a part. */
  readonly columns: Readonly<Record<string, string>> | null;
}

/** Someone who translates, whatever the kind. */
export interface Translator {
  readonly name: string;
  readonly version: string;
  /** Everything that bears on translations: another digest translates anew. */
  readonly digest: string;
  /** Whether answers are to be kept, because asking again costs something and may give other words. */
  readonly isAsked: boolean;
  /**
   * Translates passages and hands over each as it comes, with its place. Those that cannot be had are left out. Gives why, in
   * words, for some of them; null where nothing went wrong. Throws nothing that a translator does.
   */
  readonly translate: (
    passages: readonly Passage[],
    take: (place: number, text: string) => void,
  ) => Promise<string | null>;
  readonly close: () => void;
}
