import { EXHIBIT_RULES, type Exhibit, type Quotation, SELECTIONS } from '../domain/exhibit.ts';
import { type DocumentId, printId } from '../domain/identifiers.ts';
import { PROBABILITY_UNIT } from '../domain/stance.ts';
import type { ExhibitCandidate } from '../store/queries/exhibit-candidates.ts';
import type { ClassConfig, PrivacyConfig } from '../study/config.ts';
import { excerptAround, wordRanges } from '../text/excerpt.ts';
import { findIdentifiers, redactRange } from '../text/redact.ts';
import { sentenceAround, type TextRange } from '../text/sentences.ts';
import { byCentrality } from './central-passage.ts';

/** Candidates by rule: of those near the centre, all that the centre is taken of. */
export const EXHIBIT_CANDIDATES = { central: 100, random: 12, extreme: 12, earliest: 12 } as const;

/** Lowest probability of the side shown, in ten-thousandths. */
export const EXHIBIT_MINIMUM_PROBABILITY = 6_000;

/** Most words in a row of a private person: more are found by a search. */
const MOST_PRIVATE_WORDS = 6;

/** Longest quote, UTF-16 units. */
const LONGEST_QUOTE = 400;
const LONGEST_EXCERPT = 160;
const DAY = 86_400_000;

/** What exhibits are chosen by. */
export interface ExhibitOptions {
  readonly privacy: PrivacyConfig;
  readonly classes: readonly ClassConfig[];
  readonly seed: number;
}

/**
 * Chooses quotes: by each rule one for each side of a target and class, no document and no author twice, so that two excerpts
 * cannot be put together to a longer one. Identifiers are removed, addresses shown only where the words stand in full.
 */
export function selectExhibits(candidates: readonly ExhibitCandidate[], options: ExhibitOptions): Exhibit[] {
  if (options.privacy.profile === 'none') return [];
  const cells = Map.groupBy(candidates, (one) => JSON.stringify([one.target, one.class, one.side]));
  const taken = new Set<string>();
  return [...cells.values()].flatMap((cell) =>
    SELECTIONS.flatMap((selection) => {
      const ruled = cell.filter((one) => one.selection === selection);
      const ordered = selection === 'central' ? nearestFirst(ruled) : ruled;
      const chosen = ordered.find((one) => !marksOf(one).some((mark) => taken.has(mark)));
      if (chosen === undefined) return [];
      for (const mark of marksOf(chosen)) taken.add(mark);
      return [exhibitOf(chosen, options)];
    }),
  );
}

const marksOf = ({ documentId, author }: ExhibitCandidate): string[] => [`d${documentId}`, `a${author}`];

function nearestFirst(candidates: readonly ExhibitCandidate[]): ExhibitCandidate[] {
  const passages = candidates.map((one) => {
    const { start, end } = sentenceAround(one.text, { ...one, maximumLength: LONGEST_QUOTE });
    return one.text.slice(start, end);
  });
  return byCentrality(passages).map((i) => candidates[i] as ExhibitCandidate);
}

function exhibitOf(candidate: ExhibitCandidate, options: ExhibitOptions): Exhibit {
  const quotation = quotationOf(candidate, options);
  const span = { start: candidate.start, end: candidate.end };
  const sentence = sentenceAround(candidate.text, { ...span, maximumLength: Number.POSITIVE_INFINITY });
  const shown = shownRange(candidate.text, { span, sentence }, quotation);
  const { text, at } = redactRange(candidate.text, findIdentifiers(candidate.text), shown);
  const isOpen = quotation === 'verbatim';
  const total = candidate.nAgainst + candidate.nNeither + candidate.nFavor;
  const mention = {
    start: at(span.start, 'start'),
    end: Math.max(at(span.start, 'start'), at(span.end, 'end')),
  };
  return {
    documentId: printId(candidate.documentId as DocumentId),
    recordHash: candidate.recordHash,
    target: candidate.target,
    class: candidate.class,
    source: candidate.source,
    side: candidate.side,
    rule: EXHIBIT_RULES[candidate.selection],
    seed: options.seed,
    publishedAt: new Date(isOpen ? candidate.publishedAt : candidate.publishedDay * DAY).toISOString(),
    precision: isOpen || !FINE.has(candidate.precision) ? candidate.precision : 'day',
    language: candidate.language,
    text,
    ...shown,
    cut: { before: shown.start > sentence.start, after: shown.end < sentence.end },
    mention,
    probability: candidate.probability / PROBABILITY_UNIT,
    nCopies: candidate.nCopies,
    url: isOpen ? candidate.url : null,
    selection: candidate.selection,
    quotation,
    themes: candidate.themes,
    cell: {
      against: candidate.nAgainst / total,
      neither: candidate.nNeither / total,
      favor: candidate.nFavor / total,
    },
  };
}

/** Times that would name a post among those of a day. */
const FINE: ReadonlySet<string> = new Set(['second', 'minute']);

/** An institution that repeats the words of a person is quoted as the person would be. */
function quotationOf(candidate: ExhibitCandidate, { privacy, classes }: ExhibitOptions): Quotation {
  const speaker = classes.find((one) => one.id === candidate.class)?.speaker ?? 'private';
  const isPublished = speaker !== 'private' && !candidate.isCopiedFromPerson;
  if (isPublished) return privacy.profile === 'verbatim-institutions' ? 'verbatim' : 'excerpt';
  return privacy.privateWords;
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
