import { isWeighted, type MentionWeights } from '../domain/mention-weights.ts';

/** How a net balance or share of stance is estimated, as its estimates say. */
export function meanMethod(weights: MentionWeights): string {
  return `classify-and-count; clustered by author and copies${isWeighted(weights) ? '; weighted' : ''}`;
}
