import { EXHIBIT_RULES, type Exhibit, SELECTIONS } from '../domain/exhibit.ts';
import { type DocumentId, printId } from '../domain/identifiers.ts';
import { PROBABILITY_UNIT } from '../domain/stance.ts';
import type { ExhibitCandidate } from '../store/queries/exhibit-candidates.ts';
import type { ClassConfig, PrivacyConfig } from '../study/config.ts';
import { sentenceAround } from '../text/sentences.ts';
import { byCentrality } from './central-passage.ts';
import { LONGEST_QUOTE, quotationOf, shownWords } from './shown-words.ts';

/** Candidates by rule: of those near the centre, all that the centre is taken of. */
export const EXHIBIT_CANDIDATES = { central: 100, random: 12, extreme: 12, earliest: 12 } as const;

/** Lowest probability of the side shown, in ten-thousandths. */
export const EXHIBIT_MINIMUM_PROBABILITY = 6_000;

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
  const speaker = options.classes.find((one) => one.id === candidate.class)?.speaker ?? 'private';
  const quotation = quotationOf(speaker, candidate.isCopiedFromPerson, options.privacy);
  const span = { start: candidate.start, end: candidate.end };
  const shown = shownWords(candidate.text, span, quotation);
  const isOpen = quotation === 'verbatim';
  const total = candidate.nAgainst + candidate.nNeither + candidate.nFavor;
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
    ...shown,
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
