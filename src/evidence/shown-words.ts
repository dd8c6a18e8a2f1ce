import type { Quotation } from '../domain/exhibit.ts';
import type { Speaker } from '../domain/speaker.ts';
import type { PrivacyConfig } from '../study/config.ts';
import { excerptAround, wordRanges } from '../text/excerpt.ts';
import { findIdentifiers, redactRange } from '../text/redact.ts';
import { sentenceAround, type TextRange } from '../text/sentences.ts';

/** Most words in a row of a private person: more are found by a search. */
const MOST_PRIVATE_WORDS = 6;

/** Longest quote, UTF-16 units. */
export const LONGEST_QUOTE = 400;
const LONGEST_EXCERPT = 160;

/** The words of a text that may be shown around a mention, without identifiers. */
export interface ShownWords extends TextRange {
  readonly text: string;
  /** Whether the sentence goes on before and after. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
  /** The mention in `text`. */
  readonly mention: TextRange;
}

/** How much of a text may be shown. An institution that repeats the words of a person is quoted as the person would be. */
export function quotationOf(
  speaker: Speaker,
  isCopiedFromPerson: boolean,
  privacy: PrivacyConfig,
): Quotation {
  if (speaker !== 'private' && !isCopiedFromPerson)
    return privacy.profile === 'verbatim-institutions' ? 'verbatim' : 'excerpt';
  return privacy.privateWords;
}

/** Cuts out of a text what may be shown around a mention. */
export function shownWords(text: string, span: TextRange, quotation: Quotation): ShownWords {
  const sentence = sentenceAround(text, { ...span, maximumLength: Number.POSITIVE_INFINITY });
  const shown = shownRange(text, { span, sentence }, quotation);
  const redacted = redactRange(text, findIdentifiers(text), shown);
  const start = redacted.at(span.start, 'start');
  return {
    ...shown,
    text: redacted.text,
    cut: { before: shown.start > sentence.start, after: shown.end < sentence.end },
    mention: { start, end: Math.max(start, redacted.at(span.end, 'end')) },
  };
}

function shownRange(
  text: string,
  { span, sentence }: { readonly span: TextRange; readonly sentence: TextRange },
  quotation: Quotation,
): TextRange {
  if (quotation === 'paraphrase') return { start: span.start, end: span.start };
  if (quotation === 'verbatim') return sentenceAround(text, { ...span, maximumLength: LONGEST_QUOTE });
  if (wordRanges(text.slice(sentence.start, sentence.end)).length <= MOST_PRIVATE_WORDS)
    return clipped(text, sentence, span);
  return clipped(text, excerptAround(text, { ...span, within: sentence, words: MOST_PRIVATE_WORDS }), span);
}

/** A word may be of any length; a quote is not. */
function clipped(text: string, { start, end }: TextRange, span: TextRange): TextRange {
  if (end - start <= LONGEST_EXCERPT) return { start, end };
  const cut = Math.min(end, span.start + LONGEST_EXCERPT);
  const isInsidePair = /[\udc00-\udfff]/.test(text.charAt(cut));
  return { start: span.start, end: isInsidePair ? cut - 1 : cut };
}
