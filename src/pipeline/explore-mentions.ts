import type { ExploredMention, ExploredMentions } from '../domain/explored.ts';
import { printId } from '../domain/identifiers.ts';
import type { MARK_LABELS, MentionSelection } from '../domain/mention-selection.ts';
import { PROBABILITY_UNIT } from '../domain/stance.ts';
import { StudyError } from '../errors/errors.ts';
import { quotationOf, shownWords } from '../evidence/shown-words.ts';
import { compileSelection } from '../measure/compile-selection.ts';
import { drawMentions } from '../measure/draw-mentions.ts';
import { estimateSelections, type SelectionStudy } from '../measure/estimate-selection.ts';
import { periodOfDays } from '../measure/time-bins.ts';
import type { Corpus } from '../store/corpus.ts';
import type { Database } from '../store/database.ts';
import { type SelectedMention, selectedMentions } from '../store/queries/selected-mentions.ts';
import type { StudyConfig } from '../study/config.ts';

/** Mentions shown at once. */
const PAGE = 20;

const DAY = 86_400_000;
const FINE: ReadonlySet<string> = new Set(['second', 'minute']);

/** Where mentions are read from. */
export interface MentionStore {
  readonly study: StudyConfig;
  readonly selectionStudy: SelectionStudy;
  readonly database: Database;
  readonly corpus: Corpus;
  /** The index by author: its file. */
  readonly index: string;
  /** Clusters of copies as a table expression. */
  readonly clusters: string;
}

/** Which mentions: of a selection, in one bin or in its whole period. */
export interface MentionsAsked {
  readonly selection: MentionSelection;
  readonly bin: number | null;
  readonly label: (typeof MARK_LABELS)[number] | null;
  readonly offset: number;
}

/**
 * Some of the mentions behind a number of a selection, drawn by chance, with as much of their words as the study's privacy allows.
 * @throws {StudyError} `explore/withheld` where the number is
 */
export async function exploreMentions(store: MentionStore, asked: MentionsAsked): Promise<ExploredMentions> {
  const { selectionStudy, study } = store;
  const { selection, bin, label, offset } = asked;
  const [estimated] = estimateSelections(selectionStudy, [selection], 'net').selections;
  const number = bin === null ? estimated?.whole : estimated?.bins[bin];
  if (number === undefined || number.withheld !== null)
    throw new StudyError('explore/withheld', { rule: number?.withheld ?? 'no such period' });
  const of = compileSelection(selectionStudy.index, selection, selectionStudy);
  const bins = bin === null ? of.bins : ([bin, bin + 1] as const);
  const drawn = drawMentions(selectionStudy.index, of, {
    bins,
    label,
    seed: study.seed,
    most: offset + PAGE,
  });
  const found = await selectedMentions(store.database, {
    corpus: store.corpus,
    clusters: store.clusters,
    index: store.index,
    places: drawn.places.slice(offset),
    target: selection.target,
    privateSources: study.sources.flatMap((one) =>
      selectionStudy.privateClasses.has(one.class) ? [one.id] : [],
    ),
  });
  return {
    period: periodOfDays(
      selectionStudy.bins[bins[0]]?.start ?? 0,
      selectionStudy.bins[bins[1] - 1]?.end ?? 0,
    ),
    mentions: found.map((one) => shownMention(one, study)),
    nMentions: drawn.nMentions,
    nAuthors: drawn.nAuthors,
    hasMore: drawn.nAuthors > offset + PAGE,
  };
}

function shownMention(one: SelectedMention, { privacy, sources, classes }: StudyConfig): ExploredMention {
  const className = sources.find(({ id }) => id === one.source)?.class ?? '';
  const speaker = classes.find(({ id }) => id === className)?.speaker ?? 'private';
  const quotation =
    privacy.profile === 'none' ? 'none' : quotationOf(speaker, one.isCopiedFromPerson, privacy);
  const isOpen = quotation === 'verbatim';
  const unit = (n: number): number => n / PROBABILITY_UNIT;
  return {
    documentId: printId(one.documentId),
    recordHash: one.recordHash,
    source: one.source,
    class: className,
    publishedAt: new Date(isOpen ? one.publishedAt : one.publishedDay * DAY).toISOString(),
    precision: isOpen || !FINE.has(one.precision) ? one.precision : 'day',
    language: one.language,
    region: one.region,
    voice: one.voice,
    themes: one.themes,
    label: one.label,
    probability: { against: unit(one.against), neither: unit(one.neither), favor: unit(one.favor) },
    nCopies: one.nCopies,
    quotation,
    words: quotation === 'none' || quotation === 'paraphrase' ? null : wordsOf(one, quotation),
    url: isOpen ? one.url : null,
  };
}

function wordsOf(one: SelectedMention, quotation: 'verbatim' | 'excerpt'): ExploredMention['words'] {
  const span = { start: one.start, end: one.end };
  const texts = [one.text, one.quoted, one.sharedHeadline].flatMap((text) => (text === null ? [] : [text]));
  const text = texts.find((each) => each.slice(span.start, span.end) === one.matched);
  if (text === undefined) return null;
  const { text: shown, mention, cut } = shownWords(text, span, quotation);
  return {
    before: shown.slice(0, mention.start),
    marked: shown.slice(mention.start, mention.end),
    after: shown.slice(mention.end),
    cut,
  };
}
