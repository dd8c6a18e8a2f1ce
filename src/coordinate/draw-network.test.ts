import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CampaignNetwork } from '../domain/campaign-network.ts';
import { seededRandom } from '../stats/random.ts';
import { type CampaignTies, drawNetwork } from './draw-network.ts';

/** Accounts that act alike in some pairs, and some of whom passed on a text. */
function ties(n: number, density: number, nText = 0): CampaignTies {
  const random = seededRandom(n);
  const authors = Array.from({ length: n }, (_, i) => 100 + 7 * i);
  const pairs = authors.flatMap((first, i) =>
    authors.slice(i + 1).flatMap((second) => {
      const strength = 0.2 + 0.8 * random();
      const behaviour = random() < 0.5 ? ('link' as const) : ('time' as const);
      return random() < density ? [{ first, second, strength, behaviour }] : [];
    }),
  );
  return { authors, pairs, texts: nText === 0 ? [] : [authors.slice(0, nText)] };
}

/** The same campaign after every account is given another number, and all lists another order. */
function renamed({ authors, pairs, texts }: CampaignTies, names: readonly number[]): CampaignTies {
  const name = new Map(authors.map((author, i) => [author, names[i] as number]));
  const of = (author: number): number => name.get(author) as number;
  const ascending = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
  return {
    authors: ascending(authors.map(of)),
    pairs: pairs
      .map((pair) => {
        const ends = [of(pair.first), of(pair.second)];
        return { ...pair, first: Math.min(...ends), second: Math.max(...ends) };
      })
      .sort((a, b) => a.first - b.first || a.second - b.second),
    texts: texts.map((mine) => ascending(mine.map(of))),
  };
}

const small = ties(20, 0.3, 12);

test('the drawing says nothing of who the accounts are: other numbers, the same bytes', () => {
  const names = fc.uniqueArray(fc.nat(100_000), { minLength: 20, maxLength: 20 });
  const before = JSON.stringify(drawNetwork(small));
  fc.assert(
    fc.property(names, (given) => {
      expect(JSON.stringify(drawNetwork(renamed(small, given)))).toBe(before);
    }),
    { numRuns: 30 },
  );
});

test('it holds every account, pair and text, with places between 0 and 1, from left to right', () => {
  const network = drawNetwork(small);
  expect(network).toMatchObject({ nDrawn: 20, nNotDrawn: 0, nPairs: small.pairs.length });
  expect(network.nPairsDrawn).toBe(small.pairs.length);
  expect(network.nodes).toHaveLength(21);
  expect(network.edges).toHaveLength(small.pairs.length + 12);
  expect(degrees(network, 'one-text')).toEqual([12]);
  expect(network.edges.filter(({ behaviour }) => behaviour === 'link')).toHaveLength(
    small.pairs.filter(({ behaviour }) => behaviour === 'link').length,
  );
  for (const [i, { x, y }] of network.nodes.entries()) {
    for (const value of [x, y]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(String(value).length).toBeLessThanOrEqual(5);
    }
    expect(x).toBeGreaterThanOrEqual(network.nodes[i - 1]?.x ?? 0);
  }
});

/** Ties of the texts. */
function degrees({ nodes, edges }: CampaignNetwork, behaviour: string): number[] {
  return nodes.flatMap(({ kind }, i) =>
    kind === 'text'
      ? [edges.filter((edge) => edge.behaviour === behaviour && (edge.a === i || edge.b === i)).length]
      : [],
  );
}

test('two groups stand apart, and those who act alike stand near each other', () => {
  const all = Array.from({ length: 20 }, (_, i) => i);
  const pairs = all.flatMap((first) =>
    all
      .filter((second) => second > first && (second < 10 || first >= 10 || (first === 0 && second === 10)))
      .map((second) => ({ first, second, strength: 1, behaviour: 'link' as const })),
  );
  const { nodes, edges } = drawNetwork({ authors: all, pairs, texts: [] });
  const far = (a: number, b: number): number =>
    Math.hypot((nodes[a]?.x ?? 0) - (nodes[b]?.x ?? 0), (nodes[a]?.y ?? 0) - (nodes[b]?.y ?? 0));
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length;
  const tied = new Set(edges.map(({ a, b }) => `${a} ${b}`));
  const apart = all.flatMap((a) => all.filter((b) => b > a && !tied.has(`${a} ${b}`)).map((b) => far(a, b)));
  expect(mean(apart)).toBeGreaterThan(1.5 * mean(edges.map(({ a, b }) => far(a, b))));
});

test('of a large campaign the most strongly connected are drawn, and the rest is counted', () => {
  const large = ties(400, 0.2);
  const loner = large.authors.at(-1) as number;
  const pairs = large.pairs.filter(({ second }) => second !== loner);
  const network = drawNetwork({ ...large, pairs });
  expect(network).toMatchObject({ nDrawn: 150, nNotDrawn: 250, nPairs: pairs.length, nPairsDrawn: 450 });
  const counts = new Map<number, number>();
  for (const { first, second } of pairs)
    for (const one of [first, second]) counts.set(one, (counts.get(one) ?? 0) + 1);
  expect(network.mostPairs).toBe(Math.max(...counts.values()));
  const tied = new Set(network.edges.flatMap(({ a, b }) => [a, b]));
  expect(tied.size).toBe(150);
});

test('among equals nobody is made a centre', () => {
  const authors = Array.from({ length: 100 }, (_, i) => i);
  const pairs = authors.flatMap((first) =>
    authors
      .slice(first + 1)
      .map((second) => ({ first, second, strength: 1, behaviour: 'copied-text' as const })),
  );
  const { nodes, edges } = drawNetwork({ authors, pairs, texts: [] });
  const most = Math.max(...nodes.map((_, i) => edges.filter(({ a, b }) => a === i || b === i).length));
  expect(edges).toHaveLength(450);
  expect(most).toBeLessThan(30);
});
