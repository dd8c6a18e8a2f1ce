/** What is used of d3-force, which has no types of its own. */
declare module 'd3-force' {
  /** A node as the simulation moves it. */
  export interface ForceNode {
    x?: number;
    y?: number;
  }

  interface Force {
    strength(strength: number): this;
  }

  interface LinkForce extends Force {
    distance(distance: number): this;
  }

  interface Simulation {
    force(name: string, force: Force): this;
    stop(): this;
    tick(iterations: number): this;
  }

  export function forceSimulation(nodes: ForceNode[]): Simulation;
  export function forceLink(links: { source: number; target: number }[]): LinkForce;
  export function forceManyBody(): Force;
  export function forceX(): Force;
  export function forceY(): Force;
}
