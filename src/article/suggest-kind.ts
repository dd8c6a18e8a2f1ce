import type { SentenceCue, SentenceKind } from '../domain/checked-article.ts';
import type { ClaimKind } from '../domain/claim.ts';

/** What is known of a sentence before a person looks at it. */
interface SeenSentence {
  readonly cues: readonly SentenceCue[];
  /** Whether words of it could be somebody's speech. */
  readonly hasSpeech: boolean;
  /** Kind of the claim of the study that is like it; null = none is. */
  readonly claimKind: ClaimKind | null;
}

const LISTED: Readonly<Partial<Record<ClaimKind, SentenceKind>>> = {
  'external-fact': 'third-party',
  quote: 'quoted',
  opinion: 'opinion',
};

/**
 * The kind that a sentence most likely is, by rules that look at nothing but cues: a suggestion for a person, never a finding.
 * Quoted words before all; then a claim of the study that is like it; causes; judgements; and facts of others.
 */
export function suggestKind({ cues, hasSpeech, claimKind }: SeenSentence): SentenceKind {
  const has = (cue: SentenceCue): boolean => cues.includes(cue);
  if (hasSpeech) return 'quoted';
  if (claimKind !== null) return LISTED[claimKind] ?? 'measured';
  if (cues.length === 0) return 'no-claim';
  if (has('cause')) return 'inference';
  if (has('judgement') && !has('number')) return 'opinion';
  if (has('number') || has('date') || has('speaker') || has('superlative')) return 'third-party';
  return 'inference';
}
