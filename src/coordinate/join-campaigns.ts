import type { Behaviour } from '../domain/behaviour.ts';
import { type Edge, mutualGroups } from '../stats/mutual-groups.ts';
import type { CampaignPair, CampaignTies } from './draw-network.ts';
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
export interface JoinedCampaign extends CampaignTies {
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
  const groups = mutualGroups([
    ...behaviours.flatMap(({ linked }) => linked.pairs.map(({ first, second }): Edge => [first, second])),
    ...rings,
  ]);
  const groupOf = new Map(groups.flatMap((members, group) => members.map((member) => [member, group])));
  const pairs = pairsByGroup(behaviours, groupOf);
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
        pairs: pairs.get(group) ?? [],
        texts: passed.map((text) => text.authors),
        days: [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))],
      };
    })
    .filter(({ authors }) => authors.length >= fewestAuthors)
    .sort(
      (a, b) => b.authors.length - a.authors.length || (a.authors[0] as number) - (b.authors[0] as number),
    );
}

/** The pairs of each group, each once: by the most telling behaviour, with the strength of the strongest. */
function pairsByGroup(
  behaviours: Linked['behaviours'],
  groupOf: ReadonlyMap<number, number>,
): Map<number, CampaignPair[]> {
  const found = new Map<string, CampaignPair>();
  for (const { behaviour, linked } of behaviours) {
    for (const { first, second, strength } of linked.pairs) {
      const group = groupOf.get(first);
      if (group === undefined || group !== groupOf.get(second)) continue;
      const known = found.get(`${first} ${second}`);
      found.set(`${first} ${second}`, {
        ...{ first, second, behaviour: known?.behaviour ?? behaviour },
        strength: Math.max(known?.strength ?? 0, strength),
      });
    }
  }
  return Map.groupBy(
    [...found.values()].sort((a, b) => a.first - b.first || a.second - b.second),
    ({ first }) => groupOf.get(first) as number,
  );
}

/** Days of what two or more accounts of a group did together, by group; and the groups that the behaviour links. */
function jointActions({ actions, pairs }: LinkedAccounts, groupOf: ReadonlyMap<number, number>) {
  const linkedGroups = new Set<number>();
  for (const { first, second } of pairs) {
    const group = groupOf.get(first);
    if (group !== undefined && group === groupOf.get(second)) linkedGroups.add(group);
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
