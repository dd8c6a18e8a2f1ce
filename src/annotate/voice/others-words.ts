import type { Voice } from '../../domain/mention.ts';
import type { Span } from '../target-matcher.ts';
import { firstAbove } from './first-above.ts';

/** Where the words of others stand in a text. */
export interface OthersWords {
  /** Ascending, without overlap. */
  readonly quoted: readonly Span[];
  /** The headline of a link that is shared; null = none, or not in the text. */
  readonly headline: Span | null;
}

/** A shorter headline may be a word of the author's own. */
const SHORTEST_HEADLINE = 10;

/** Where a text repeats the headline of the link that it shares; null = nowhere. */
export function headlineIn(text: string, headline: string | null): Span | null {
  if (headline === null || headline.length < SHORTEST_HEADLINE) return null;
  const start = text.indexOf(headline);
  return start < 0 ? null : [start, start + headline.length];
}

/** Whose words a mention stands in: another's only if every one of its places is. `spans` are not empty. */
export function voiceOf(spans: readonly Span[], others: OthersWords): Voice {
  if (spans.every((span) => inHeadline(others, span))) return 'shared-headline';
  return spans.every((span) => othersHold(others, span)) ? 'quoted' : 'own';
}

/** Whether a place stands in the words of another. */
export function othersHold(others: OthersWords, span: Span): boolean {
  const range = others.quoted[firstAbove(others.quoted, span[0], ([start]) => start) - 1];
  return inHeadline(others, span) || (range !== undefined && span[1] <= range[1]);
}

function inHeadline({ headline }: OthersWords, [start, end]: Span): boolean {
  return headline !== null && headline[0] <= start && end <= headline[1];
}
