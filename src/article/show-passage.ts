import type { PrivacyConfig } from '../study/config.ts';
import { tokensOf } from './match-quote.ts';

/** Most words in a row of a private person: more are found by a search. */
const MOST_PRIVATE_WORDS = 6;
/** Longest passage of an institution, UTF-16 units. */
const LONGEST_PASSAGE = 480;

/** A passage as far as privacy lets it be shown. */
export interface ShownPassage {
  readonly text: string;
  readonly isVerbatim: boolean;
}

/** The words of a document that hold a quotation: of institutions in full, of private persons the first words only. */
export function showPassage(passage: string, className: string, privacy: PrivacyConfig): ShownPassage {
  const isVerbatim = privacy.profile === 'open' || privacy.institutions.includes(className);
  const end = isVerbatim
    ? LONGEST_PASSAGE
    : (tokensOf(passage)[MOST_PRIVATE_WORDS - 1]?.end ?? passage.length);
  if (end >= passage.length) return { text: passage, isVerbatim };
  return { text: `${passage.slice(0, Math.min(end, LONGEST_PASSAGE)).toWellFormed()}…`, isVerbatim };
}
