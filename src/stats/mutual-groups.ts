import { DisjointSets } from './disjoint-sets.ts';

/** Two members that belong together. */
export type Edge = readonly [number, number];

/**
 * Groups of members each of whom belongs with at least two others of the group: the connected components of the 2-core of a
 * graph (Seidman 1983). A chain of acquaintances is no group, nor is a pair; a ring is one. Edges may repeat and be in any order.
 * Cost: edges.
 *
 * @returns the groups, members ascending, by their first member
 * @example mutualGroups([[0, 1], [1, 2], [0, 2], [2, 9]]) // [[0, 1, 2]]
 */
export function mutualGroups(edges: Iterable<Edge>): number[][] {
  const neighbours = new Map<number, Set<number>>();
  const link = (a: number, b: number): void => {
    const known = neighbours.get(a) ?? new Set<number>();
    neighbours.set(a, known.add(b));
  };
  for (const [a, b] of edges) {
    if (a === b) continue;
    link(a, b);
    link(b, a);
  }
  const loose = [...neighbours].flatMap(([member, others]) => (others.size < 2 ? [member] : []));
  for (let member = loose.pop(); member !== undefined; member = loose.pop()) {
    for (const other of neighbours.get(member) ?? []) {
      const others = neighbours.get(other);
      others?.delete(member);
      if (others?.size === 1) loose.push(other);
    }
    neighbours.delete(member);
  }
  const members = [...neighbours.keys()].sort((a, b) => a - b);
  const places = new Map(members.map((member, place) => [member, place]));
  const sets = new DisjointSets(members.length);
  for (const [member, others] of neighbours) {
    for (const other of others) sets.join(places.get(member) as number, places.get(other) as number);
  }
  return [...Map.groupBy(members, (member) => sets.root(places.get(member) as number)).values()];
}
