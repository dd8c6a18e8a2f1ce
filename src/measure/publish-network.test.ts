import { expect, test } from 'vitest';
import type { Behaviour } from '../domain/behaviour.ts';
import type { CampaignNetwork } from '../domain/campaign-network.ts';
import { publishNetwork } from './publish-network.ts';

/** A ring of accounts, of which the first few act alike in another way. */
function ring(n: number, few: number): CampaignNetwork {
  return {
    nodes: Array.from({ length: n }, (_, i) => ({ kind: 'account', x: i / n, y: 0.5 })),
    edges: Array.from({ length: n }, (_, i) => ({
      a: Math.min(i, (i + 1) % n),
      b: Math.max(i, (i + 1) % n),
      behaviour: (i < few ? 'repost' : 'link') satisfies Behaviour,
    })),
    ...{ nDrawn: n, nNotDrawn: 0, nPairs: n, nPairsDrawn: n, mostPairs: 2 },
  };
}

test('of fewer accounts than a cell must have nothing is drawn', () => {
  expect(publishNetwork({ nAuthors: 9, network: ring(9, 0) }, 10)).toBeNull();
  expect(publishNetwork({ nAuthors: 12, network: ring(12, 0) }, 15)).toBeNull();
  expect(publishNetwork({ nAuthors: 10, network: ring(10, 0) }, 10)).toEqual(ring(10, 0));
});

test('what an edge stands for is told where enough accounts do each thing, and else of no edge', () => {
  const told = ring(30, 12);
  expect(publishNetwork({ nAuthors: 30, network: told }, 10)).toEqual(told);
  const withheld = publishNetwork({ nAuthors: 30, network: ring(30, 3) }, 10);
  expect(withheld?.nodes).toHaveLength(30);
  expect(withheld?.edges.map(({ behaviour }) => behaviour)).toEqual(new Array(30).fill(null));
});
