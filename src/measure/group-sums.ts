/** Numbers that are kept of each place, in this order: groups, then sums over groups of products of their totals. */
const SQUARES = ['groups', 'ff', 'aa', 'nn', 'fa', 'fn', 'an'] as const;

/** Sums of squares of the totals of groups, in several places. */
export class GroupSums {
  private readonly products: Float64Array;
  /** Groups of one mention of weight 1, by its label: most are. */
  private readonly single: Uint32Array;

  constructor(nPlaces: number) {
    this.products = new Float64Array(nPlaces * SQUARES.length);
    this.single = new Uint32Array(nPlaces * 3);
  }

  /** Adds a group of one mention of weight 1. */
  addSingle(place: number, label: number): void {
    const at = place * 3 + label;
    this.single[at] = (this.single[at] as number) + 1;
  }

  /** Adds a group by its totals. */
  add(place: number, n: number, { f, a }: { readonly f: number; readonly a: number }): void {
    const { products } = this;
    const at = place * SQUARES.length;
    products[at] = (products[at] as number) + 1;
    products[at + 1] = (products[at + 1] as number) + f * f;
    products[at + 2] = (products[at + 2] as number) + a * a;
    products[at + 3] = (products[at + 3] as number) + n * n;
    products[at + 4] = (products[at + 4] as number) + f * a;
    products[at + 5] = (products[at + 5] as number) + f * n;
    products[at + 6] = (products[at + 6] as number) + a * n;
  }

  /** {@link SQUARES} of a place. */
  of(place: number): Float64Array {
    const found = this.products.slice(place * SQUARES.length, (place + 1) * SQUARES.length);
    const [neither, favor, against] = this.single.subarray(place * 3, place * 3 + 3) as unknown as [
      number,
      number,
      number,
    ];
    const all = neither + favor + against;
    const more = [all, favor, against, all, 0, favor, against];
    return found.map((value, k) => value + (more[k] as number));
  }
}

/** Totals of weight, favor and against of each group of a selection, ascending by group. */
export interface GroupTotals {
  readonly length: number;
  readonly group: Uint32Array;
  readonly n: Float64Array;
  readonly f: Float64Array;
  readonly a: Float64Array;
}

/** A list that grows by doubling. */
export class GrowingTotals implements GroupTotals {
  length = 0;
  group = new Uint32Array(1024);
  n = new Float64Array(1024);
  f = new Float64Array(1024);
  a = new Float64Array(1024);

  /** Adds a group after those before it. */
  add(group: number, n: number, { f, a }: { readonly f: number; readonly a: number }): void {
    const { length } = this;
    if (length === this.group.length) this.grow();
    this.group[length] = group;
    this.n[length] = n;
    this.f[length] = f;
    this.a[length] = a;
    this.length++;
  }

  private grow(): void {
    const wider = new Uint32Array(2 * this.length);
    wider.set(this.group);
    this.group = wider;
    const longer = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const made = new Float64Array(2 * this.length);
      made.set(old);
      return made;
    };
    this.n = longer(this.n);
    this.f = longer(this.f);
    this.a = longer(this.a);
  }
}
