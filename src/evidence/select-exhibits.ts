import type { Exhibit } from '../domain/finding.ts';
import { type DocumentId, printId } from '../domain/identifiers.ts';
import { PROBABILITY_UNIT } from '../domain/stance.ts';
import type { ExhibitCandidate } from '../store/queries/exhibit-candidates.ts';
import type { PrivacyConfig } from '../study/config.ts';
import { sentenceAround } from '../text/sentences.ts';

/** The rule by which exhibits are chosen, as printed beside them. */
const EXHIBIT_RULE =
  'drawn at random among mentions with probability of the side at least 0.6; one per author and per cluster of copies';

/** Quotes per target, class and side. */
export const EXHIBITS_PER_SIDE = 3;

/** Lowest probability of the side shown, in ten-thousandths. */
export const EXHIBIT_MINIMUM_PROBABILITY = 6_000;

/** Longest quote, UTF-16 units. A private person's words are cut shorter, so that a search finds the post less easily. */
const LONGEST_QUOTE = 400;
const LONGEST_PRIVATE_QUOTE = 160;

/** Turns drawn mentions into quotes: the sentence around the target, addresses only where privacy allows. */
export function selectExhibits(
  candidates: readonly ExhibitCandidate[],
  options: { readonly privacy: PrivacyConfig; readonly seed: number },
): Exhibit[] {
  return candidates.map((candidate) => {
    const institution =
      options.privacy.profile === 'open' || options.privacy.institutions.includes(candidate.class);
    const longest = institution ? LONGEST_QUOTE : LONGEST_PRIVATE_QUOTE;
    const span = { start: candidate.start, end: candidate.end };
    const sentence = sentenceAround(candidate.text, { ...span, maximumLength: Number.POSITIVE_INFINITY });
    const { start, end } = sentenceAround(candidate.text, { ...span, maximumLength: longest });
    return {
      documentId: printId(candidate.documentId as DocumentId),
      recordHash: candidate.recordHash,
      target: candidate.target,
      class: candidate.class,
      source: candidate.source,
      side: candidate.side,
      rule: EXHIBIT_RULE,
      seed: options.seed,
      publishedAt: new Date(candidate.publishedAt).toISOString(),
      precision: candidate.precision,
      language: candidate.language,
      text: candidate.text.slice(start, end),
      start,
      end,
      cut: { before: start > sentence.start, after: end < sentence.end },
      mention: { start: candidate.start - start, end: candidate.end - start },
      probability: candidate.probability / PROBABILITY_UNIT,
      nCopies: candidate.nCopies,
      url: institution ? candidate.url : null,
    };
  });
}
