/** Union–find over the integers 0…n−1, with path halving; the smaller root wins, so roots do not depend on order. */
export class DisjointSets {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  /** The smallest member of the set that holds `member`. */
  root(member: number): number {
    let at = member;
    for (;;) {
      const parent = this.#parent[at] as number;
      if (parent === at) return at;
      const grandparent = this.#parent[parent] as number;
      this.#parent[at] = grandparent;
      at = grandparent;
    }
  }

  /** Joins two sets; false when they were one already. */
  join(a: number, b: number): boolean {
    const [ra, rb] = [this.root(a), this.root(b)];
    if (ra === rb) return false;
    this.#parent[Math.max(ra, rb)] = Math.min(ra, rb);
    return true;
  }
}
