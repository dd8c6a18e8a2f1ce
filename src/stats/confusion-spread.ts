/** Counts of one kind of coded text: rows = the coded class, columns = the annotator's. */
export type ConfusionCounts = readonly (readonly number[])[];

/** How an annotator reads texts of each true class, and how far that may be from how it reads another kind of text. */
export interface ConfusionSpread {
  /** P(decided | true): one row a true class, each sums to 1. */
  readonly rates: readonly (readonly number[])[];
  /**
   * Covariance of the rates of a text of another kind around `rates`; both indices are `true × classes + decided`.
   */
  readonly covariance: readonly (readonly number[])[];
  /** Degrees of freedom of the covariance; infinite where only the sampling error of one kind is known. */
  readonly degreesOfFreedom: number;
  /** Whether the spread between kinds of text is in the covariance. */
  readonly transfers: boolean;
}

/** Fewer degrees of freedom than this do not tell a spread. */
const FEWEST_DEGREES = 3;

/** Of what kind of text the errors are asked. */
export interface AskedKind {
  /** Place of its group. */
  readonly group: number;
  /** Place in the group; null = a kind that nobody has coded. */
  readonly kind: number | null;
}

/**
 * How an annotator may err on other texts than those that were coded, judged by how differently it errs on the kinds of
 * text that were.
 *
 * Kinds of text (domains) are taken as draws from one population, in which the mean differs between groups (languages)
 * and the spread does not. Center: the rates P(decided | true) of the kind that is asked about; of a kind that nobody
 * has coded, the unweighted mean over its group; one half is added to every count. Covariance: the cross-products of the
 * deviations of all kinds from the means of their groups, divided by ν = kinds − groups, times 1 + 1/kinds of the group
 * where the center is a mean. It stands for a coded kind too, as nothing tells how much one news corpus differs from
 * another. The sampling error of the rates is inside the spread and not taken out, which makes it rather too wide.
 * With ν below 3 no spread can be told: then the covariance is the sampling error of the center alone, and `transfers`
 * is false.
 *
 * @param groups kinds of coded text by group; at least one in the group asked about
 */
export function confusionSpread(
  groups: readonly (readonly ConfusionCounts[])[],
  { group, kind }: AskedKind,
): ConfusionSpread {
  const own = groups[group] ?? [];
  const asked = kind === null ? own : own.slice(kind, kind + 1);
  const center = meanOf(asked.map(flatRates));
  const size = center.length;
  const classes = Math.sqrt(size);
  const rates = Array.from({ length: classes }, (_, k) => center.slice(k * classes, (k + 1) * classes));
  const degreesOfFreedom = groups.reduce((sum, kinds) => sum + Math.max(kinds.length - 1, 0), 0);
  if (degreesOfFreedom < FEWEST_DEGREES) {
    const covariance = samplingCovariance(asked, size);
    return { rates, covariance, degreesOfFreedom: Number.POSITIVE_INFINITY, transfers: false };
  }
  const deviations = groups.flatMap((kinds) => {
    const flat = kinds.map(flatRates);
    const mean = meanOf(flat);
    return flat.map((one) => one.map((rate, i) => rate - (mean[i] as number)));
  });
  const factor = (kind === null ? 1 + 1 / own.length : 1) / degreesOfFreedom;
  const covariance = center.map((_, i) =>
    center.map(
      (__, j) => factor * deviations.reduce((sum, d) => sum + (d[i] as number) * (d[j] as number), 0),
    ),
  );
  return { rates, covariance, degreesOfFreedom, transfers: true };
}

function flatRates(counts: ConfusionCounts): number[] {
  return counts.flatMap((row) => {
    const total = row.reduce((sum, n) => sum + n + 0.5, 0);
    return row.map((n) => (n + 0.5) / total);
  });
}

function meanOf(kinds: readonly (readonly number[])[]): number[] {
  return (kinds[0] ?? []).map(
    (_, i) => kinds.reduce((sum, kind) => sum + (kind[i] as number), 0) / kinds.length,
  );
}

/** Multinomial sampling error of the mean of several kinds' rates: rows are independent of each other. */
function samplingCovariance(kinds: readonly ConfusionCounts[], size: number): number[][] {
  const classes = Math.sqrt(size);
  const rates = kinds.map(flatRates);
  const one = (kind: number, i: number, j: number): number => {
    const row = Math.floor(i / classes);
    if (row !== Math.floor(j / classes)) return 0;
    const n = (kinds[kind]?.[row] ?? []).reduce((sum, count) => sum + count + 0.5, 0);
    const [p, q] = [rates[kind]?.[i] as number, rates[kind]?.[j] as number];
    return ((i === j ? p : 0) - p * q) / n;
  };
  return Array.from({ length: size }, (_, i) =>
    Array.from(
      { length: size },
      (__, j) => kinds.reduce((sum, ___, d) => sum + one(d, i, j), 0) / kinds.length ** 2,
    ),
  );
}
