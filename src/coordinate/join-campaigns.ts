import type { Behaviour } from '../domain/campaign.ts';
import { type Edge, mutualGroups } from '../stats/mutual-groups.ts';
import type { LinkedAccounts } from './linked-accounts.ts';

/** A text that accounts passed on who say little else. */
export interface CampaignText {
  readonly authors: readonly number[];
  /** First and last day. */
  readonly days: readonly [number, number];
}

/** What each behaviour shows. */
export interface Linked {
  readonly behaviours: readonly { readonly behaviour: Behaviour; readonly linked: LinkedAccounts }[];
  readonly texts: readonly CampaignText[];
  readonly fewestAuthors: number;
}

/** Accounts that act alike, by any behaviour. */
export interface JoinedCampaign {
  readonly authors: readonly number[];
  readonly behaviours: readonly Behaviour[];
  readonly nJointActions: number;
  /** Days since 1970-01-01, the last one included. */
  readonly days: readonly [number, number];
}

/**
 * Joins pairs of all behaviours to campaigns: groups in which each account is linked with two others at least, and those who say little
 * else than one text. The largest first, then by their first account.
 */
export function joinCampaigns({ behaviours, texts, fewestAuthors }: Linked): JoinedCampaign[] {
  const rings = texts.flatMap(({ authors }) =>
    authors.map((author, i): Edge => [author, authors[(i + 1) % authors.length] as number]),
  );
  const groups = mutualGroups([...behaviours.flatMap(({ linked }) => linked.edges), ...rings]);
  const groupOf = new Map(groups.flatMap((members, group) => members.map((member) => [member, group])));
  const joint = behaviours.map(({ behaviour, linked }) => ({
    behaviour,
    ...jointActions(linked, groupOf),
  }));
  return groups
    .map((authors, group): JoinedCampaign => {
      const mine = joint.flatMap(({ behaviour, linkedGroups, actions }) =>
        linkedGroups.has(group) ? [{ behaviour, days: actions.get(group) ?? [] }] : [],
      );
      const passed = texts.filter((text) => groupOf.get(text.authors[0] as number) === group);
      const days = [...mine.flatMap((one) => one.days), ...passed.flatMap((one) => one.days)];
      return {
        authors,
        behaviours: [
          ...mine.map(({ behaviour }) => behaviour),
          ...(passed.length === 0 ? [] : ['one-text' as const]),
        ],
        nJointActions: mine.reduce((sum, one) => sum + one.days.length, passed.length),
        days: [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))],
      };
    })
    .filter(({ authors }) => authors.length >= fewestAuthors)
    .sort(
      (a, b) => b.authors.length - a.authors.length || (a.authors[0] as number) - (b.authors[0] as number),
    );
}

/** Days of what two or more accounts of a group did together, by group; and the groups that the behaviour links. */
function jointActions({ actions, edges }: LinkedAccounts, groupOf: ReadonlyMap<number, number>) {
  const linkedGroups = new Set<number>();
  for (const [a, b] of edges) {
    const group = groupOf.get(a);
    if (group !== undefined && group === groupOf.get(b)) linkedGroups.add(group);
  }
  const found = new Map<number, number[]>();
  for (const mine of Map.groupBy(actions, (row) => row.feature).values()) {
    for (const [group, rows] of Map.groupBy(mine, (row) => groupOf.get(row.author))) {
      if (group === undefined || rows.length < 2) continue;
      const days = found.get(group) ?? [];
      days.push((rows[0] as (typeof rows)[number]).day);
      found.set(group, days);
    }
  }
  return { linkedGroups, actions: found };
}
