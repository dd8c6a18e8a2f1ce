import { hash } from 'node:crypto';
import {
  type ArticleSentence,
  type CheckedArticle,
  type CheckedQuote,
  type CheckedSentence,
  SENTENCE_KINDS,
  type SentenceKind,
} from '../domain/checked-article.ts';
import type { Finding } from '../domain/finding.ts';
import type { StudyConfig } from '../study/config.ts';
import { prepareRecord } from './check-facts.ts';
import type { Ledger, RecordFact } from './ledger-spec.ts';
import { markSentence } from './mark-sentence.ts';
import { createNameFinder } from './name-finder.ts';
import type { Suggester } from './suggest-claim.ts';

/** What an article is marked with. */
export interface MarkOptions {
  readonly name: string;
  readonly text: string;
  readonly study: Pick<StudyConfig, 'id' | 'claims'>;
  readonly finding: Finding;
  readonly ledger: Ledger;
  readonly facts: readonly RecordFact[];
  readonly suggester: Suggester;
  /** Sentence id → its quotations. */
  readonly quotes: ReadonlyMap<string, readonly CheckedQuote[]>;
}

/** The article with what the study, the corpus and the record say of each sentence. Pure. */
export function markArticle(sentences: readonly ArticleSentence[], options: MarkOptions): CheckedArticle {
  const { ledger, study, finding } = options;
  const listed = ledger.entities ?? [];
  const names = createNameFinder(listed.map(({ id, names: words }) => ({ id, names: { ru: words } })));
  const found = sentences.map(({ text }) => names.find(text));
  const entries = new Map(ledger.sentences.map((one) => [one.id, one]));
  const context = {
    claims: finding.claims,
    record: prepareRecord(options.facts, listed),
    namesIn: options.suggester.namesIn,
  };
  const marked = sentences.map((sentence, i) =>
    markSentence(
      sentence,
      { entry: entries.get(sentence.id) ?? null, quotes: options.quotes.get(sentence.id) ?? [] },
      { ...context, entitiesIn: () => [...(found[i]?.keys() ?? [])] },
    ),
  );
  const bound = new Set(marked.filter(({ isConfirmed }) => isConfirmed).map(({ claim }) => claim));
  return {
    schema: 'groundswell-article/1',
    article: {
      name: options.name,
      digest: hash('sha256', options.text, 'hex'),
      nSentences: sentences.length,
    },
    study: study.id,
    runId: finding.manifest.runId,
    sentences: marked,
    entities: listed.map(({ id, names: words }) => ({
      id,
      names: words,
      used: [...new Set(found.flatMap((one) => [...(one.get(id) ?? [])]))],
      sentences: sentences.flatMap((one, i) => (found[i]?.has(id) === true ? [one.id] : [])),
    })),
    counts: countKinds(marked),
    nUnconfirmed: marked.filter(({ kind, isConfirmed }) => kind !== 'no-claim' && !isConfirmed).length,
    unusedClaims: study.claims.filter(({ id }) => !bound.has(id)).map(({ id, kind }) => ({ id, kind })),
  };
}

function countKinds(sentences: readonly CheckedSentence[]): Record<SentenceKind, number> {
  const counts = Object.fromEntries(SENTENCE_KINDS.map((kind) => [kind, 0])) as Record<SentenceKind, number>;
  for (const { kind } of sentences) counts[kind] += 1;
  return counts;
}
