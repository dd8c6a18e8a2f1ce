import type { Incidence } from '../stats/incidence.ts';

/** Words of one text, and who wrote it. */
export interface TextWords {
  /** Stem → form. */
  readonly words: ReadonlyMap<string, string>;
  /** Group of texts of one author, whole numbers from 0. */
  readonly group: number;
}

/** The words that themes are made of. */
export interface Vocabulary {
  /** Stem → column. */
  readonly columns: ReadonlyMap<string, number>;
  /** The form that most texts use, by column; of as many the first by letters. */
  readonly forms: readonly string[];
  /** Authors who use it, by column. */
  readonly nAuthors: readonly number[];
}

/** Words of fewer authors lie where a single text puts them. */
const FEWEST_AUTHORS = 5;
/** A word in more of the texts tells nothing apart. */
const MOST_COMMON = 0.2;
const MOST_WORDS = 3_000;

interface Use {
  nTexts: number;
  readonly authors: Set<number>;
  readonly forms: Map<string, number>;
}

/** Chooses the words of texts: those of enough authors that are not in every fifth text, the most used first. */
export function createVocabulary(texts: readonly TextWords[]): Vocabulary {
  const uses = new Map<string, Use>();
  for (const { words, group } of texts) {
    for (const [stem, form] of words) {
      const use = uses.get(stem) ?? { nTexts: 0, authors: new Set(), forms: new Map() };
      uses.set(stem, use);
      use.nTexts += 1;
      use.authors.add(group);
      use.forms.set(form, (use.forms.get(form) ?? 0) + 1);
    }
  }
  const chosen = [...uses]
    .filter(([, use]) => use.authors.size >= FEWEST_AUTHORS && use.nTexts <= MOST_COMMON * texts.length)
    .sort(([a, x], [b, y]) => y.nTexts - x.nTexts || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS);
  return {
    columns: new Map(chosen.map(([stem], column) => [stem, column])),
    forms: chosen.map(([, { forms }]) => commonest(forms)),
    nAuthors: chosen.map(([, { authors }]) => authors.size),
  };
}

/** Which words of a vocabulary each text has, ascending. */
export function wordIncidence(
  texts: readonly { readonly words: ReadonlyMap<string, string> }[],
  { columns }: Vocabulary,
): Incidence {
  const starts = new Int32Array(texts.length + 1);
  const found: number[] = [];
  texts.forEach(({ words }, i) => {
    const own: number[] = [];
    for (const stem of words.keys()) {
      const column = columns.get(stem);
      if (column !== undefined) own.push(column);
    }
    for (const column of own.sort((a, b) => a - b)) found.push(column);
    starts[i + 1] = found.length;
  });
  return { starts, columns: Int32Array.from(found), nColumns: columns.size };
}

function commonest(forms: ReadonlyMap<string, number>): string {
  const [[form]] = [...forms].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)) as [[string, number]];
  return form;
}
