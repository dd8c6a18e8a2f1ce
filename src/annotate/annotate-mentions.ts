import type { Document } from '../domain/document.ts';
import type { Mention, StanceAnnotation } from '../domain/mention.ts';
import type { TargetConfig, ThemeConfig } from '../study/config.ts';
import type { StanceAnnotator, StanceInput } from './stance/annotator.ts';
import type { Span, TargetMatcher } from './target-matcher.ts';

/** What annotation needs: built once per thread from the study. */
export interface AnnotateContext {
  readonly targets: readonly TargetConfig[];
  readonly themes: readonly ThemeConfig[];
  readonly matcher: TargetMatcher;
  readonly stance: StanceAnnotator;
}

/** Mentions of one batch and the stance of each, in the same order. */
export interface AnnotatedBatch {
  readonly mentions: readonly Mention[];
  readonly stances: readonly StanceAnnotation[];
}

/**
 * Finds which targets each document mentions and annotates the stance toward each. A target that stands
 * only in words the author quotes is kept with voice `quoted`. `batch` names the documents in messages.
 */
export async function annotateMentions(
  documents: readonly Document[],
  context: AnnotateContext,
  batch: string,
): Promise<AnnotatedBatch> {
  const mentions: Mention[] = [];
  const inputs: StanceInput[] = [];
  for (const document of documents) {
    const own = context.matcher.find(document.text);
    const quoted = document.quoted === null ? null : context.matcher.find(document.quoted);
    context.targets.forEach((target, index) => {
      const ownSpans = own.targets.get(index);
      const spans = ownSpans ?? quoted?.targets.get(index);
      if (spans === undefined) return;
      const voice = ownSpans === undefined ? 'quoted' : 'own';
      const text = voice === 'own' ? document.text : (document.quoted ?? '');
      const themes = (voice === 'own' ? own : quoted)?.themes ?? [];
      mentions.push(
        mention(document, { target, spans, voice, text, themes: themeIds(themes, context.themes) }),
      );
      inputs.push({
        text,
        spans,
        language: document.language,
        target: target.id,
        columns: document.columns,
      });
    });
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
      problem: result.problem ?? null,
    };
  });
  return { mentions, stances };
}

function themeIds(indices: readonly number[], themes: readonly ThemeConfig[]): string[] {
  return indices.map((index) => (themes[index] as ThemeConfig).id);
}

interface Found {
  readonly target: TargetConfig;
  readonly spans: readonly Span[];
  readonly voice: 'own' | 'quoted';
  readonly text: string;
  readonly themes: readonly string[];
}

function mention(document: Document, found: Found): Mention {
  const [start, end] = found.spans[0] as Span;
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
