import type { Document } from '../domain/document.ts';
import type { Mention, StanceAnnotation, Voice } from '../domain/mention.ts';
import type { TargetConfig, ThemeConfig } from '../study/config.ts';
import type { StanceAnnotator, StanceInput } from './stance/annotator.ts';
import type { Span, TargetMatcher, TextMatches } from './target-matcher.ts';
import type { ThemeAnnotator } from './themes/theme-annotator.ts';
import { headlineIn, type OthersWords, othersHold, voiceOf } from './voice/others-words.ts';
import type { WhoseWords } from './voice/whose-words.ts';

/** What annotation needs: built once per thread from the study. */
export interface AnnotateContext {
  readonly targets: readonly TargetConfig[];
  readonly themes: readonly ThemeConfig[];
  readonly matcher: TargetMatcher;
  readonly whoseWords: WhoseWords;
  /** Kind of text that the documents are. */
  readonly domain: string;
  readonly stance: StanceAnnotator;
  /** Decides about the themes it knows; null = all are found by their terms. */
  readonly themeModel: ThemeAnnotator | null;
}

/** Mentions of one batch and the stance of each, in the same order. */
export interface AnnotatedBatch {
  readonly mentions: readonly Mention[];
  readonly stances: readonly StanceAnnotation[];
}

/**
 * Finds which targets each document mentions, in whose words, and annotates the stance that the words express toward
 * each. A target that is not in the text is looked for in the words that came with it: those quoted, then the headline
 * of a shared link. `batch` names the documents in messages.
 */
export async function annotateMentions(
  documents: readonly Document[],
  context: AnnotateContext,
  batch: string,
): Promise<AnnotatedBatch> {
  const mentions: Mention[] = [];
  const inputs: StanceInput[] = [];
  for (const document of documents) {
    for (const found of findMentions(document, context)) {
      mentions.push(mention(document, found));
      inputs.push({
        text: found.text,
        spans: found.spans,
        language: document.language,
        domain: context.domain,
        target: found.target.id,
        columns: document.columns,
      });
    }
  }
  const annotator = `${context.stance.name}@${context.stance.version}`;
  const results = await context.stance.annotate(inputs, batch);
  const stances = results.map((result, i) => {
    const of = mentions[i] as Mention;
    return {
      documentId: of.documentId,
      target: of.target,
      annotator,
      ...result,
      unseen: result.unseen ?? null,
      outOfDomain: result.outOfDomain ?? null,
      problem: result.problem ?? null,
    };
  });
  return { mentions, stances };
}

interface Found {
  readonly target: TargetConfig;
  readonly text: string;
  readonly spans: readonly Span[];
  /** The place that the mention names. */
  readonly first: Span;
  readonly voice: Voice;
  readonly themes: readonly string[];
}

/** One text of a document, with what stands in it. */
interface SearchedText extends TextMatches {
  readonly text: string;
  /** Whose words all of it is; null = told place by place. */
  readonly voice: Voice | null;
}

function findMentions(document: Document, context: AnnotateContext): Found[] {
  const parts: readonly (readonly [string | null, Voice | null])[] = [
    [document.text, null],
    [document.quoted, 'quoted'],
    [document.sharedHeadline, 'shared-headline'],
  ];
  const searched = parts.flatMap(([text, voice]): SearchedText[] =>
    text === null ? [] : [{ text, voice, ...context.matcher.find(text) }],
  );
  if (searched.every(({ targets }) => targets.size === 0)) return [];
  const others: OthersWords = {
    quoted: context.whoseWords.quotedIn(document.text),
    headline: headlineIn(document.text, document.sharedHeadline),
  };
  return context.targets.flatMap((target, index): Found[] => {
    const where = searched.find(({ targets }) => targets.has(index));
    const spans = where?.targets.get(index);
    if (where === undefined || spans === undefined) return [];
    const themes = themesOf(where, spans, context);
    const voice = where.voice ?? voiceOf(spans, others);
    const own = voice === 'own' ? spans.find((span) => !othersHold(others, span)) : undefined;
    return [{ target, text: where.text, spans, first: own ?? (spans[0] as Span), voice, themes }];
  });
}

/** A theme that the model knows is the model's to decide, about the words around the target; terms count in the whole text. */
function themesOf(where: SearchedText, spans: readonly Span[], context: AnnotateContext): string[] {
  const { themes, themeModel } = context;
  const byModel = themeModel?.find(where.text, spans);
  return themes.flatMap(({ id }, index) => {
    const has = themeModel?.knows.has(id) ? byModel?.has(id) : where.themes.includes(index);
    return has ? [id] : [];
  });
}

function mention(document: Document, found: Found): Mention {
  const [start, end] = found.first;
  return {
    documentId: document.documentId,
    target: found.target.id,
    matched: found.text.slice(start, end),
    start,
    end,
    nSpans: found.spans.length,
    voice: found.voice,
    themes: found.themes,
    sourceId: document.sourceId,
    publishedDay: document.publishedDay,
    precision: document.precision,
    authorKey: document.authorKey,
    language: document.language,
    region: document.region,
  };
}
