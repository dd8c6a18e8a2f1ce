import type { StudyConfig } from '../study/config.ts';
import { findIdentifiers, redactRange } from '../text/redact.ts';
import { tokensOf } from './match-quote.ts';

/** Most words in a row of a private person: more are found by a search. */
const MOST_PRIVATE_WORDS = 6;
/** Longest passage of an institution, UTF-16 units. */
const LONGEST_PASSAGE = 480;

/** A passage as far as privacy lets it be shown. */
export interface ShownPassage {
  /** Empty where nothing may be shown. */
  readonly text: string;
  readonly isVerbatim: boolean;
}

/** What a passage is shown by. */
interface PassageOptions {
  readonly className: string;
  readonly study: Pick<StudyConfig, 'classes' | 'privacy'>;
}

/**
 * The words of a document that hold a quotation: of published speech in full, of private persons the first words only, without
 * identifiers.
 */
export function showPassage(
  text: string,
  range: { readonly start: number; readonly end: number },
  { className, study: { classes, privacy } }: PassageOptions,
): ShownPassage {
  const isPrivate = (classes.find(({ id }) => id === className)?.speaker ?? 'private') === 'private';
  const isVerbatim = !isPrivate && privacy.profile === 'verbatim-institutions';
  if (privacy.profile === 'none' || (isPrivate && privacy.privateWords === 'paraphrase'))
    return { text: '', isVerbatim: false };
  const words = isVerbatim ? null : tokensOf(text.slice(range.start, range.end))[MOST_PRIVATE_WORDS - 1];
  const end = Math.min(
    range.end,
    range.start + (words?.end ?? LONGEST_PASSAGE),
    range.start + LONGEST_PASSAGE,
  );
  const shown = redactRange(text, findIdentifiers(text), { start: range.start, end }).text;
  return { text: `${shown.replace(/\s+/gu, ' ').toWellFormed()}${end < range.end ? '…' : ''}`, isVerbatim };
}
