import { BEHAVIOURS, type Behaviour } from '../domain/behaviour.ts';
import type { CampaignNetwork, NetworkEdge } from '../domain/campaign-network.ts';
import { canonicalOrder } from '../stats/canonical-order.ts';
import { DisjointSets } from '../stats/disjoint-sets.ts';
import { seededRandom } from '../stats/random.ts';
import { placeNodes } from './place-nodes.ts';

/** Two accounts of a campaign that act alike. */
export interface CampaignPair {
  readonly first: number;
  readonly second: number;
  readonly strength: number;
  /** The most telling of what both do. */
  readonly behaviour: Behaviour;
}

/** What ties the accounts of a campaign together. */
export interface CampaignTies {
  readonly authors: readonly number[];
  readonly pairs: readonly CampaignPair[];
  /** Accounts that passed on the same text. */
  readonly texts: readonly (readonly number[])[];
}

/** More is a blot. */
const MOST_ACCOUNTS = 150;
const MOST_PAIRS = 450;

/** A thousandth of a thousandth: strengths are summed as whole numbers, so that their order does not matter. */
const UNIT = 1e6;

/**
 * A campaign as a drawing: the accounts that are tied most strongly, their strongest pairs, and the texts that they passed on.
 * Nothing of an account is kept but its place: nodes are numbered from left to right, and places follow from the shape alone.
 */
export function drawNetwork({ authors, pairs, texts }: CampaignTies): CampaignNetwork {
  const { drawn, mostPairs } = strongestAccounts({ authors, pairs, texts });
  const places = new Map(drawn.map((author, place) => [author, place]));
  const among = pairs.filter(({ first, second }) => places.has(first) && places.has(second));
  const shown = strongestPairs(among, places);
  const rings = texts
    .map((mine) => mine.filter((author) => places.has(author)))
    .filter((mine) => mine.length > 0);
  const edges = [
    ...shown.map(({ first, second, behaviour }) => ({
      a: places.get(first) as number,
      b: places.get(second) as number,
      behaviour,
    })),
    ...rings.flatMap((mine, text) =>
      mine.map((author) => ({
        a: places.get(author) as number,
        b: drawn.length + text,
        behaviour: 'one-text' as const,
      })),
    ),
  ];
  const kinds = [...drawn.map(() => 'account' as const), ...rings.map(() => 'text' as const)];
  return {
    ...placed(kinds, edges),
    nDrawn: drawn.length,
    nNotDrawn: authors.length - drawn.length,
    nPairs: pairs.length,
    nPairsDrawn: shown.length,
    mostPairs,
  };
}

/** Accounts by the strength of all their ties. A text ties an account as a pair of strength 1 would. */
function strongestAccounts({ authors, pairs, texts }: CampaignTies) {
  const ties = new Map(authors.map((author) => [author, { strength: 0, nPairs: 0 }]));
  const add = (author: number, strength: number, n: number): void => {
    const known = ties.get(author) ?? { strength: 0, nPairs: 0 };
    ties.set(author, { strength: known.strength + Math.round(UNIT * strength), nPairs: known.nPairs + n });
  };
  for (const { first, second, strength } of pairs) for (const one of [first, second]) add(one, strength, 1);
  for (const mine of texts) for (const author of mine) add(author, 1, 0);
  const ranked = mixed(authors).sort(
    (a, b) => (ties.get(b)?.strength as number) - (ties.get(a)?.strength as number),
  );
  const mostPairs = [...ties.values()].reduce((most, { nPairs }) => Math.max(most, nPairs), 0);
  return { drawn: ranked.slice(0, MOST_ACCOUNTS), mostPairs };
}

/** The pairs that hold the accounts together, then the strongest of the others. */
function strongestPairs(
  pairs: readonly CampaignPair[],
  places: ReadonlyMap<number, number>,
): readonly CampaignPair[] {
  if (pairs.length <= MOST_PAIRS) return pairs;
  const sets = new DisjointSets(places.size);
  const ranked = mixed(pairs).sort((a, b) => Math.round(UNIT * b.strength) - Math.round(UNIT * a.strength));
  const [holding, others]: [CampaignPair[], CampaignPair[]] = [[], []];
  for (const pair of ranked) {
    const [a, b] = [places.get(pair.first) as number, places.get(pair.second) as number];
    const isJoined = sets.root(a) === sets.root(b);
    (isJoined ? others : holding).push(pair);
    sets.join(a, b);
  }
  return [...holding, ...others].slice(0, MOST_PAIRS);
}

/** In an order that means nothing, the same each time: among equals, those who come first would else look like a centre. */
function mixed<T>(items: readonly T[]): T[] {
  const random = seededRandom(items.length);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Nodes at their places, numbered from left to right. */
function placed(
  kinds: readonly CampaignNetwork['nodes'][number]['kind'][],
  edges: readonly (NetworkEdge & { readonly behaviour: Behaviour })[],
): Pick<CampaignNetwork, 'nodes' | 'edges'> {
  const order = canonicalOrder({
    nodes: kinds.map((kind) => (kind === 'account' ? 0 : 1)),
    edges: edges.map(({ a, b, behaviour }) => ({ a, b, colour: BEHAVIOURS.indexOf(behaviour) })),
  });
  const known = renumbered(edges, order);
  const nodes = placeNodes(kinds.length, known).map(({ x, y }, place) => ({
    place,
    node: { kind: kinds[order[place] as number] as (typeof kinds)[number], x, y },
  }));
  nodes.sort((p, q) => p.node.x - q.node.x || p.node.y - q.node.y || p.place - q.place);
  return {
    nodes: nodes.map(({ node }) => node),
    edges: renumbered(
      known,
      nodes.map(({ place }) => place),
    ),
  };
}

/** Edges after their nodes are put in an order. */
function renumbered(edges: readonly NetworkEdge[], order: readonly number[]): NetworkEdge[] {
  const places = new Map(order.map((node, place) => [node, place]));
  return edges
    .map(({ a, b, behaviour }) => {
      const [from, to] = [places.get(a) as number, places.get(b) as number];
      return { a: Math.min(from, to), b: Math.max(from, to), behaviour };
    })
    .sort((p, q) => p.a - q.a || p.b - q.b);
}
