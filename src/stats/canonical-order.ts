/** A graph whose nodes and edges are coloured by whole numbers. Nodes are 0 … n − 1; edges join two different nodes, in either order. */
export interface ColouredGraph {
  readonly nodes: readonly number[];
  readonly edges: readonly { readonly a: number; readonly b: number; readonly colour: number }[];
}

/**
 * Order of the nodes of a graph by its shape alone, so that nothing of the order in which they came in is left: colours are refined by
 * those of the neighbours until they split no further (Weisfeiler and Leman 1968); of the first colour that several nodes share, one node
 * is then set apart, until each has its own. Nodes that can change places without changing the graph are told apart at random, which
 * changes nothing. Where refinement cannot tell nodes of different standing apart (regular graphs), some of the order given remains.
 * Cost: nodes × edges × rounds; for graphs that are drawn.
 *
 * @returns the nodes, in order
 * @example canonicalOrder({ nodes: [0, 0, 0], edges: [{ a: 2, b: 0, colour: 0 }, { a: 2, b: 1, colour: 0 }] }) // [0, 1, 2]: the middle last
 */
export function canonicalOrder({ nodes, edges }: ColouredGraph): number[] {
  const neighbours = nodes.map((): { readonly node: number; readonly colour: number }[] => []);
  for (const { a, b, colour } of edges) {
    neighbours[a]?.push({ node: b, colour });
    neighbours[b]?.push({ node: a, colour });
  }
  let colours = refined(ranks(nodes.map((colour) => [colour])), neighbours);
  for (;;) {
    const shared = firstShared(colours);
    if (shared === null) break;
    const chosen = colours.indexOf(shared);
    const apart = colours.map((colour, node) => [colour, node === chosen ? 0 : 1]);
    colours = refined(ranks(apart), neighbours);
  }
  return nodes.map((_, node) => node).sort((a, b) => (colours[a] as number) - (colours[b] as number));
}

function refined(
  start: readonly number[],
  neighbours: readonly (readonly { readonly node: number; readonly colour: number }[])[],
): number[] {
  let colours = [...start];
  for (;;) {
    const next = ranks(
      colours.map((own, node) => [
        own,
        ...(neighbours[node] ?? [])
          .map((one) => [one.colour, colours[one.node] as number] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1])
          .flat(),
      ]),
    );
    if (new Set(next).size === new Set(colours).size) return colours;
    colours = next;
  }
}

/** The smallest colour of several nodes. */
function firstShared(colours: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const shared = [...counts].filter(([, n]) => n > 1).map(([colour]) => colour);
  return shared.length === 0 ? null : Math.min(...shared);
}

/** Rows of numbers → their ranks, equal rows alike. */
function ranks(rows: readonly (readonly number[])[]): number[] {
  const order = rows.map((_, i) => i).sort((a, b) => compare(rows[a] ?? [], rows[b] ?? []));
  const found = new Array<number>(rows.length).fill(0);
  let rank = 0;
  for (const [place, row] of order.entries()) {
    if (place > 0 && compare(rows[order[place - 1] as number] ?? [], rows[row] ?? []) !== 0) rank++;
    found[row] = rank;
  }
  return found;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
