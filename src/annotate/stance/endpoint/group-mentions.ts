import type { AskedMention } from './endpoint-prompt.ts';

/** A mention and its place among the inputs. */
export interface PlacedMention {
  readonly mention: AskedMention;
  readonly place: number;
}

/**
 * Divides mentions into requests of at most `size`: equal ones once, those whose answers are kept not at all, suspicious
 * ones each alone, the others in their order.
 */
export function groupMentions(
  mentions: readonly (AskedMention | null)[],
  size: number,
  isKept: (key: string) => boolean,
): PlacedMention[][] {
  const seen = new Set<string>();
  const groups: PlacedMention[][] = [];
  let open: PlacedMention[] = [];
  mentions.forEach((mention, place) => {
    if (mention === null || seen.has(mention.key) || isKept(mention.key)) return;
    seen.add(mention.key);
    if (mention.isSuspicious) {
      groups.push([{ mention, place }]);
      return;
    }
    if (open.length === 0) groups.push(open);
    open.push({ mention, place });
    if (open.length === size) open = [];
  });
  return groups;
}
