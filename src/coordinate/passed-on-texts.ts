import { holm } from '../stats/holm.ts';
import { poissonBinomialTail } from '../stats/poisson-binomial.ts';

/** Accounts that passed on one text in one source and week, and the other accounts that wrote there then. */
export interface PassingOn {
  readonly text: string;
  readonly nAuthors: number;
  /** Of them accounts that wrote little else. */
  readonly nSingle: number;
  readonly nOthers: number;
  readonly nOthersSingle: number;
}

/** One campaign text in a hundred searches in which there is none. */
const LEVEL = 0.01;

/** Share of those who pass on a text that must say little else: a text that many newcomers like is not yet a campaign. */
const LEAST_SHARE = 0.5;

/**
 * Texts that are passed on, unmarked as a repost, by accounts that say little else, far more often than such accounts write in
 * the same source and week. Whoever passes on a text is drawn, under the null hypothesis, from those who write there then, so that newcomers
 * whom an event brings do not count; the number of accounts that say little else is then Poisson binomial. Adjusted for the number
 * of texts (Holm).
 */
export function campaignTexts(rows: readonly PassingOn[]): string[] {
  const tested = [...Map.groupBy(rows, (row) => row.text)].map(([text, mine]) => {
    const single = mine.reduce((sum, row) => sum + row.nSingle, 0);
    const authors = mine.reduce((sum, row) => sum + row.nAuthors, 0);
    // One of two more: a week without others shows nothing, and must not be proof.
    const trials = mine.map((row) => ({
      n: row.nAuthors,
      probability: (row.nOthersSingle + 1) / (row.nOthers + 2),
    }));
    return { text, share: single / authors, p: poissonBinomialTail(trials, single) };
  });
  const adjusted = holm(tested.map(({ p }) => p));
  return tested
    .filter(({ share }, i) => share >= LEAST_SHARE && (adjusted[i] as number) <= LEVEL)
    .map(({ text }) => text);
}
