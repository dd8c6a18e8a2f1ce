import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ColouredGraph, canonicalOrder } from './canonical-order.ts';

/** The graph with its nodes numbered in their order. */
function inOrder({ nodes, edges }: ColouredGraph, order: readonly number[]): ColouredGraph {
  const places = new Map(order.map((node, place) => [node, place]));
  return {
    nodes: order.map((node) => nodes[node] as number),
    edges: edges
      .map(({ a, b, colour }) => {
        const ends = [places.get(a) as number, places.get(b) as number].sort((x, y) => x - y);
        return { a: ends[0] as number, b: ends[1] as number, colour };
      })
      .sort((x, y) => x.a - y.a || x.b - y.b || x.colour - y.colour),
  };
}

const canonical = (graph: ColouredGraph): ColouredGraph => inOrder(graph, canonicalOrder(graph));

function graphOf(n: number, joins: (a: number, b: number) => number | null): ColouredGraph {
  const edges = [];
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      const colour = joins(a, b);
      if (colour !== null) edges.push({ a, b, colour });
    }
  return { nodes: new Array<number>(n).fill(0), edges };
}

const shuffled = fc.shuffledSubarray(
  Array.from({ length: 24 }, (_, i) => i),
  { minLength: 24 },
);

test('the order holds every node once', () => {
  const graph = graphOf(24, (a, b) => ((a * b) % 7 === 3 ? a % 2 : null));
  expect([...canonicalOrder(graph)].sort((a, b) => a - b)).toEqual(graph.nodes.map((_, i) => i));
  expect(canonicalOrder({ nodes: [], edges: [] })).toEqual([]);
});

const SHAPES: Readonly<Record<string, ColouredGraph>> = {
  'all with all': graphOf(24, () => 0),
  'a ring': graphOf(24, (a, b) => (b - a === 1 || b - a === 23 ? 0 : null)),
  'a star': graphOf(24, (a) => (a === 0 ? 1 : null)),
  'two groups and a bridge': graphOf(24, (a, b) => (b < 10 || a >= 10 || (a === 3 && b === 17) ? 0 : null)),
};

test.each(Object.entries(SHAPES))('it depends on the shape alone: %s', (_, graph) => {
  fc.assert(
    fc.property(shuffled, (order) => {
      expect(canonical(inOrder(graph, order))).toEqual(canonical(graph));
    }),
    { numRuns: 20 },
  );
});

test('it depends on the shape alone, of any graph', () => {
  const drawn = fc.array(fc.tuple(fc.nat(23), fc.nat(23), fc.nat(2)), { minLength: 20, maxLength: 120 });
  fc.assert(
    fc.property(drawn, shuffled, (rows, order) => {
      const colours = new Map(rows.map(([a, b, colour]) => [`${Math.min(a, b)} ${Math.max(a, b)}`, colour]));
      const graph = graphOf(24, (a, b) => colours.get(`${a} ${b}`) ?? null);
      expect(canonical(inOrder(graph, order))).toEqual(canonical(graph));
    }),
    { numRuns: 100 },
  );
});
