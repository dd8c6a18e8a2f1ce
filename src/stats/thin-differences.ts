/** A stretch of time in which no published period begins or ends, with who is counted in it. */
export interface CountedSegment {
  readonly start: number;
  readonly end: number;
  readonly nDocuments: number;
  readonly nAuthors: number;
}

/** A period of which a number would be published. */
export interface PublishedPeriod {
  readonly start: number;
  readonly end: number;
  /** Of several that overlap, those of a lower rank are given up first. */
  readonly rank: number;
  readonly nAuthors: number;
}

/** What may be told of how many. */
export interface ThinOptions {
  readonly periods: readonly PublishedPeriod[];
  readonly segments: readonly CountedSegment[];
  readonly minimumAuthors: number;
}

/**
 * Which of a list of periods must not be published, so that no number published of one of them less those of others tells of documents
 * of fewer than `minimumAuthors` authors (complementary suppression).
 *
 * A period with fewer authors is withheld itself. Then, for every period, what is left of it is looked at: without all periods of the lowest
 * rank inside it that are published, without one or two others inside it, and without those and the lowest rank together. The
 * authors of what is left are at least those of its largest segment; where that is less than the minimum and there are
 * documents, that of them with the lowest rank and the fewest authors is withheld too, and all is looked at again.
 * Every turn withholds one, so it ends.
 *
 * Left open are sums of more than three numbers beside the periods of the lowest rank, and what an outside source tells.
 *
 * Reference: Cox (1980), Suppression methodology and statistical disclosure control, Journal of the American Statistical Association 75,
 * 377–385. Cost: periods × (periods of higher rank)² × segments, times those withheld.
 *
 * @returns places in `periods`, ascending
 */
export function thinDifferences({ periods, segments, minimumAuthors }: ThinOptions): number[] {
  const hidden = new Set(
    periods.keys().filter((i) => {
      const { nAuthors } = periods[i] as PublishedPeriod;
      return nAuthors > 0 && nAuthors < minimumAuthors;
    }),
  );
  const isThin = (whole: number, taken: readonly number[]): boolean => {
    let documents = 0;
    for (const segment of segments) {
      if (!holds(periods[whole], segment) || taken.some((i) => holds(periods[i], segment))) continue;
      if (segment.nAuthors >= minimumAuthors) return false;
      documents += segment.nDocuments;
    }
    return documents > 0;
  };
  const givenUp = (whole: number): number | null => {
    for (const taken of subtracted(whole, periods, hidden))
      if (taken.length > 0 && isThin(whole, taken)) return least([whole, ...taken], periods);
    return null;
  };
  for (;;) {
    const found = periods
      .keys()
      .filter((whole) => !hidden.has(whole))
      .map(givenUp)
      .find((one) => one !== null);
    if (found === undefined || found === null) return [...hidden].sort((a, b) => a - b);
    hidden.add(found);
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const holds = (outer: Span | undefined, inner: Span): boolean =>
  outer !== undefined && inner.start >= outer.start && inner.end <= outer.end;
const isApart = (a: Span, b: Span): boolean => a.end <= b.start || b.end <= a.start;

/** Sets of published periods that do not overlap, to be taken from one that holds them all. */
function* subtracted(
  whole: number,
  periods: readonly PublishedPeriod[],
  hidden: ReadonlySet<number>,
): Generator<number[]> {
  const of = (i: number): PublishedPeriod => periods[i] as PublishedPeriod;
  const inside = [...periods.keys()].filter(
    (i) =>
      i !== whole && !hidden.has(i) && holds(of(whole), of(i)) && (!holds(of(i), of(whole)) || i > whole),
  );
  const lowest = Math.min(...periods.map((one) => one.rank));
  const fine = inside.filter((i) => of(i).rank === lowest);
  const coarse = inside.filter((i) => of(i).rank > lowest);
  yield fine;
  for (const one of fine) yield [one];
  for (const [k, i] of coarse.entries()) {
    const pairs = coarse.slice(k + 1).flatMap((j) => (isApart(of(i), of(j)) ? [[i, j]] : []));
    for (const set of [[i], ...pairs]) {
      yield set;
      yield [...set, ...fine.filter((f) => set.every((c) => isApart(of(f), of(c))))];
    }
  }
}

/** Of a period and those that are taken from it, the one that is missed least. */
function least(taken: readonly number[], periods: readonly PublishedPeriod[]): number {
  const of = (i: number): PublishedPeriod => periods[i] as PublishedPeriod;
  return taken.reduce((best, i) => (compare(of(i), of(best)) < 0 ? i : best));
}

function compare(a: PublishedPeriod, b: PublishedPeriod): number {
  return a.rank - b.rank || a.nAuthors - b.nAuthors || a.start - b.start || a.end - b.end;
}
