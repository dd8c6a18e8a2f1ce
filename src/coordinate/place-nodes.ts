/// <reference path="./d3-force.d.ts" />
import { type ForceNode, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

/** A place between 0 and 1, three digits. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Steps until the forces have come to rest. */
const STEPS = 300;

/**
 * Places of the nodes of a graph: they push each other away and edges pull them together (Fruchterman and Reingold 1991, by d3-force).
 * Chance has no part in it: the same graph with its nodes in the same order has the same places. The drawing keeps its proportions.
 */
export function placeNodes(n: number, edges: readonly { readonly a: number; readonly b: number }[]): Place[] {
  const nodes: ForceNode[] = Array.from({ length: n }, () => ({}));
  forceSimulation(nodes)
    .force('push', forceManyBody().strength(-40))
    .force('pull', forceLink(edges.map(({ a, b }) => ({ source: a, target: b }))).distance(36))
    .force('x', forceX().strength(0.08))
    .force('y', forceY().strength(0.08))
    .stop()
    .tick(STEPS);
  const [across, down] = [nodes.map(({ x = 0 }) => x), nodes.map(({ y = 0 }) => y)];
  const [wide, high] = [extent(across), extent(down)];
  const size = Math.max(wide.size, high.size, Number.MIN_VALUE);
  const within = (value: number, of: { readonly middle: number }): number =>
    Math.round(1000 * (0.5 + (value - of.middle) / size)) / 1000;
  return nodes.map(({ x = 0, y = 0 }) => ({ x: within(x, wide), y: within(y, high) }));
}

function extent(values: readonly number[]): { readonly middle: number; readonly size: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { middle: (low + high) / 2, size: high - low };
}
