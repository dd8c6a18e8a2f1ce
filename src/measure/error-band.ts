import type { AnnotatorQuality } from '../domain/annotator-quality.ts';
import type { ErrorBand, Estimated, Measure } from '../domain/estimate.ts';
import { confusionInversion } from '../stats/confusion-inversion.ts';
import { type ConfusionCounts, type ConfusionSpread, confusionSpread } from '../stats/confusion-spread.ts';
import type { DecidedStratum } from '../store/queries/decided-strata.ts';

/** What a band is made from beside the estimate. */
export interface BandInputs {
  readonly measure: Measure;
  /** The mentions counted; of a difference: those after. */
  readonly counted: readonly DecidedStratum[];
  /** Of a difference: the mentions before. */
  readonly before: readonly DecidedStratum[];
  readonly spreads: SpreadOf;
}

/** How the annotator errs on texts of a language and domain; null where nothing is known. */
export type SpreadOf = (language: string, domain: string) => ConfusionSpread | null;

type Triple = readonly [number, number, number];

const FUNCTIONALS: Partial<Record<Measure, Triple>> = {
  'net-balance': [-1, 0, 1],
  'favor-share': [0, 0, 1],
  'against-share': [1, 0, 0],
  'neither-share': [0, 1, 0],
};

/** How the annotator errs by language and domain, from what is known of its quality; null where that is nothing. */
export function spreadsOf(quality: readonly AnnotatorQuality[]): SpreadOf | null {
  const measured = quality.flatMap((row) => (row.kind === 'measured' ? [row] : []));
  const languages = [...Map.groupBy(measured, ({ stratum }) => stratum.language ?? '')].map(
    ([language, rows]) => {
      const domains = rows.filter(({ stratum }) => stratum.domain !== null);
      return { language, kinds: domains.length > 0 ? domains : rows };
    },
  );
  if (languages.length === 0) return null;
  const groups = languages.map(({ kinds }) => kinds.map((kind): ConfusionCounts => kind.confusion));
  const known = new Map<string, ConfusionSpread | null>();
  const find = (language: string, domain: string): ConfusionSpread | null => {
    const group = languages.findIndex((one) => one.language === language);
    if (group < 0) return null;
    const kind = languages[group]?.kinds.findIndex(({ stratum }) => stratum.domain === domain) ?? -1;
    return confusionSpread(groups, { group, kind: kind < 0 ? null : kind });
  };
  return (language, domain) => {
    const key = JSON.stringify([language, domain]);
    if (!known.has(key)) known.set(key, find(language, domain));
    return known.get(key) ?? null;
  };
}

/**
 * The range of the true number if the annotator errs in this corpus as it did on coded texts: what was decided in each
 * language and domain is inverted by the annotator's confusion there ({@link confusionInversion}), and the ends are added
 * up, as if all strata erred the same way. Sampling error is in it: each stratum has the covariance of independent
 * mentions, scaled so that the whole has the standard error of the estimate.
 * @returns undefined where nothing is known of the annotator, or where no true shares are compatible with what it decided
 */
export function errorBand(estimate: Estimated, inputs: BandInputs): ErrorBand | undefined {
  const functional = FUNCTIONALS[inputs.measure];
  if (functional === undefined) return undefined;
  const strata = joinStrata(inputs);
  const single = strata.reduce((sum, { covariance }) => sum + quadraticForm(functional, covariance), 0);
  if (!(single > 0)) return undefined;
  const scale = estimate.standardError ** 2 / single;
  const { level } = estimate.interval;
  let [lower, upper, known, transfers] = [0, 0, false, true];
  for (const { spread, covariance, ...stratum } of strata) {
    if (spread === null) {
      const reach = furthest(functional, stratum.mass);
      [lower, upper] = [lower + reach.lower, upper + reach.upper];
      continue;
    }
    const scaled = covariance.map((row) => row.map((value) => scale * value));
    const found = confusionInversion({ ...stratum, spread, covariance: scaled, functional, level });
    if (found === null) return undefined;
    [lower, upper] = [lower + found.lower, upper + found.upper];
    known = true;
    transfers &&= spread.transfers;
  }
  if (!known) return undefined;
  return { lower, upper, level, basis: transfers ? 'between-domains' : 'within-domain' };
}

interface JoinedStratum {
  readonly spread: ConfusionSpread | null;
  readonly mass: readonly [number, number];
  readonly decided: Triple;
  readonly covariance: readonly (readonly number[])[];
}

/** Strata that are read by the same rates as one, with what was decided as parts of the whole. */
function joinStrata({ counted, before, spreads }: BandInputs): JoinedStratum[] {
  const total = (rows: readonly DecidedStratum[]): number =>
    rows.reduce((sum, { against, neither, favor }) => sum + against + neither + favor, 0);
  const [after, earlier] = [total(counted), total(before)];
  const keyed = Map.groupBy([...counted, ...before], ({ language, domain }) =>
    JSON.stringify([language, domain]),
  );
  return [...keyed.values()].map((rows) => {
    const [first] = rows as [DecidedStratum];
    const now = part(
      rows.filter((row) => counted.includes(row)),
      after,
    );
    const then = part(
      rows.filter((row) => before.includes(row)),
      earlier,
    );
    return {
      spread: spreads(first.language, first.domain),
      mass: [now.mass, then.mass],
      decided: [0, 1, 2].map((k) => (now.decided[k] as number) - (then.decided[k] as number)) as [
        number,
        number,
        number,
      ],
      covariance: now.covariance.map((row, i) =>
        row.map((value, j) => value + (then.covariance[i]?.[j] as number)),
      ),
    };
  });
}

/** Mass, decided shares of the whole, and their covariance if mentions were independent. */
function part(rows: readonly DecidedStratum[], total: number) {
  const sum = (of: (row: DecidedStratum) => number): number => rows.reduce((n, row) => n + of(row), 0);
  const weights = [sum((r) => r.against), sum((r) => r.neither), sum((r) => r.favor)];
  const n = sum((row) => row.nMentions);
  const weight = weights.reduce((a, b) => a + b, 0);
  const mass = total > 0 ? weight / total : 0;
  // One half a class keeps the variance of a class that was never decided above 0.
  const shares = weights.map((w) => (weight > 0 ? ((w / weight) * n + 0.5) / (n + 1.5) : 0));
  return {
    mass,
    decided: weights.map((w) => (total > 0 ? w / total : 0)),
    covariance: shares.map((p, i) =>
      shares.map((q, j) => (n > 0 ? (mass * mass * ((i === j ? p : 0) - p * q)) / n : 0)),
    ),
  };
}

function quadraticForm(c: Triple, matrix: readonly (readonly number[])[]): number {
  return matrix.reduce(
    (sum, row, i) => sum + (c[i] as number) * row.reduce((inner, v, j) => inner + v * (c[j] as number), 0),
    0,
  );
}

/** Least and greatest value of mass₀·p₁ − mass₁·p₀. */
function furthest(c: Triple, [a, b]: readonly [number, number]) {
  const [low, high] = [Math.min(...c), Math.max(...c)];
  return { lower: a * low - b * high, upper: a * high - b * low };
}
