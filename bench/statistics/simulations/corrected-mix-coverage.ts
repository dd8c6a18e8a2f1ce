import type { CodedMention } from '../../../src/domain/coding.ts';
import type { Estimate } from '../../../src/domain/estimate.ts';
import type { EventContrast, Level } from '../../../src/domain/finding.ts';
import type { CellCorrection } from '../../../src/measure/cell-correction.ts';
import { correctContrastMix, correctLevelMix } from '../../../src/measure/correct-mix.ts';
import { balanceAtMix, changeAtMix, referenceOf } from '../../../src/measure/fixed-mix.ts';
import { type CodedStrata, stratumKey } from '../../../src/store/queries/coded-strata.ts';
import type { StratumMoments } from '../../../src/store/queries/stratum-moments.ts';
import { stratumSample } from '../../../test/golden/stratum-sample.ts';
import { type CodedCorpus, drawCorpus, drawSample, type SourceHabits } from '../coded-corpus.ts';
import { placeholderEstimate } from '../mixed-posts.ts';
import type { Simulation } from '../simulation.ts';

const LEANS_AGAINST = [0.6, 0.3] as const;
const LEANS_NEITHER = [0.2, 0.7] as const;
const LEANS_FAVOR = [0.1, 0.3] as const;
const RISE = 0.1;

const low = { level: [-0.2, -0.2 + RISE], accuracy: [0.6, 0.6], shares: [0.3, 0.7] };
const high = { level: [0.2, 0.2 + RISE], accuracy: [0.52, 0.52], shares: [0.6, 0.4] };
const both = (errors: readonly [number, number]) => [errors, errors];
const SCENARIOS: Readonly<Record<string, readonly SourceHabits[]>> = {
  'errors by source': [
    { ...low, wrong: both(LEANS_NEITHER) },
    { ...high, wrong: both(LEANS_AGAINST) },
  ],
  'annotator turns': [
    { ...low, wrong: [LEANS_AGAINST, LEANS_FAVOR] },
    { ...high, wrong: [LEANS_AGAINST, LEANS_FAVOR] },
  ],
};

/** Moments by source: of two sides, or of all as one. */
function momentsOf(corpus: CodedCorpus, y: readonly number[], sides: 1 | 2): StratumMoments {
  const component = corpus.source.map(
    (source, i) => sides * source + (sides === 2 ? (corpus.period[i] ?? 0) : 0),
  );
  const { totals, products } = stratumSample({ ...corpus, y, component }, 2 * sides);
  const components = totals.map((total, c) => ({
    ...total,
    stratum: { source: `s${Math.floor(c / sides)}` },
    side: sides === 2 && c % 2 === 1 ? (1 as const) : (0 as const),
  }));
  return { target: 't', class: 'c', bin: -1, components, products };
}

/** Strata of the coded posts, and what their authors and copies come to by source and side. */
function strataOf(corpus: CodedCorpus, sides: 1 | 2): CodedStrata {
  const name = (source: number): string => stratumKey({ source: `s${source}` });
  const columns = { author: corpus.author, copies: corpus.copies };
  const found = new Map<string, Map<number, { y: number; n: number }>>();
  const keys = (author: number, copies: number) => ({
    author: `a${author}`,
    copies: `c${copies}`,
    both: `b${author}/${copies}`,
  });
  for (let i = 0; i < corpus.n; i++) {
    const at = 2 * (corpus.source[i] as number) + (sides === 2 ? (corpus.period[i] as number) : 0);
    for (const key of Object.values(keys(columns.author[i] as number, columns.copies[i] as number))) {
      const totals = found.get(key) ?? new Map();
      const { y, n } = totals.get(at) ?? { y: 0, n: 0 };
      found.set(key, totals.set(at, { y: y + (corpus.score[i] as number), n: n + 1 }));
    }
  }
  return {
    stratumOf: ({ documentId }) => name(corpus.source[Number(documentId)] as number),
    totals: ({ author, cluster }, grouping) =>
      [...(found.get(keys(Number(author), Number(cluster))[grouping]) ?? [])].map(([at, { y, n }]) => ({
        stratum: name(Math.floor(at / 2)),
        side: at % 2 === 1 ? (1 as const) : (0 as const),
        y,
        n,
      })),
  };
}

/** The correction of the only cell, with codings drawn by period and label. */
function correctionOf(corpus: CodedCorpus, nCodings: number, random: () => number): CellCorrection {
  const names = { '-1': 'against', '0': 'neither', '1': 'favor' } as const;
  const sample = drawSample(corpus, { n: nCodings, stretch: (half) => half }, random);
  const codings = sample.map(({ i, probability, stratum }) => {
    const score = corpus.score[i] as number;
    const mention = {
      documentId: String(i),
      target: 't',
      class: 'c',
      wave: 'w',
      stratum,
      day: corpus.period[i],
      author: BigInt(corpus.author[i] as number),
      cluster: BigInt(corpus.copies[i] as number),
      weight: 1,
      pFavor: Math.max(score, 0),
      pAgainst: Math.max(-score, 0),
      label: names[`${corpus.truth[i]}` as keyof typeof names],
    };
    return {
      mention: mention as unknown as CodedMention,
      expansion: 1 / probability,
      weight: 1 / probability,
    };
  });
  const rest = { isWholePeriodCovered: true, lambda: 0.7 };
  return { target: 't', class: 'c', codings, ...rest } as unknown as CellCorrection;
}

/** Raw and corrected level and change, at both mixes. */
export const correctedMixCoverage: Simulation = {
  id: 'corrected-mix-coverage',
  title: 'Corrected levels and changes at a fixed mix while the mix changes',
  text: `About 4,000 posts by 900 authors in two sources whose balances are −20 and +20 points; at an event each rises by 10 points, and the first
gives 70 instead of 30 % of its posts afterwards, the second 40 instead of 60 %. *Errors by source*: in one source wrong labels are mostly neither, in the
other mostly against. *Annotator turns*: wrong labels lean against before the event and to favor after it. People coded a sample drawn by period × label. The
reference is the mix of both sides together. *Level* and *change* say how often the corrected 95 % interval at the fixed mix holds the truth (of the
change, 10 points); *labels* the same of the labels as counted, at the fixed mix; *width* is the mean width of the corrected intervals.`,
  cases: Object.keys(SCENARIOS).flatMap((scenario) =>
    [100, 200, 400].map((codings) => ({ scenario, codings })),
  ),
  columns: [
    { of: 'level', label: 'level', kind: 'rate', goal: { from: 0.93, to: 0.98 } },
    { of: 'change', label: 'change', kind: 'rate', goal: { from: 0.93, to: 0.98 } },
    { of: 'labelsLevel', label: 'level, labels', kind: 'rate' },
    { of: 'labelsChange', label: 'change, labels', kind: 'rate' },
    { of: 'bias', label: 'bias of change', kind: 'mean', goal: { from: -0.01, to: 0.01 } },
    { of: 'labelsBias', label: 'bias, labels', kind: 'mean' },
    { of: 'levelWidth', label: 'width, level', kind: 'mean' },
    { of: 'changeWidth', label: 'width, change', kind: 'mean' },
  ],
  replicates: { full: 400, short: 20 },
  short: ({ codings }) => codings === 200,
  run({ scenario, codings }, random) {
    const habits = SCENARIOS[String(scenario)] as readonly SourceHabits[];
    const corpus = drawCorpus(habits, 900, random);
    const labels = momentsOf(corpus, corpus.label, 1);
    const reference = referenceOf(labels, { source: 'observed' });
    const weights = { copies: 'each', authorWeekCap: null, sources: {} } as const;
    const options = { confidenceLevel: 0.95, weights, reference };
    const observed = placeholderEstimate(corpus.n);
    const raw = {
      level: balanceAtMix(labels, observed, options),
      change: changeAtMix(momentsOf(corpus, corpus.label, 2), observed, options),
    };
    const inputs = {
      corrections: [correctionOf(corpus, Number(codings), random)],
      referenceOf: () => reference,
      byBin: [],
      whole: [momentsOf(corpus, corpus.score, 1)],
      sides: [momentsOf(corpus, corpus.score, 2)],
      strata: strataOf(corpus, 1),
      sideStrata: strataOf(corpus, 2),
      spans: { before: { start: 0, end: 1 }, after: { start: 1, end: 2 } },
      bins: [],
      confidenceLevel: 0.95,
    };
    const cell = { target: 't', stratum: { class: 'c' }, measure: 'net-balance' };
    const fixed = (estimate: Estimate) => [{ correction: 'none', mix: 'fixed', estimate }] as const;
    const [level] = correctLevelMix(
      [{ ...cell, estimate: observed, variants: fixed(raw.level) } as unknown as Level],
      inputs,
    );
    const [change] = correctContrastMix(
      [{ ...cell, effect: observed, variants: fixed(raw.change) } as unknown as EventContrast],
      inputs,
    );
    const found = [raw.level, raw.change, level?.variants?.[1]?.estimate, change?.variants?.[1]?.estimate];
    const [labelsLevel, labelsChange, corrected, correctedChange] = found.map((one) =>
      one?.kind === 'estimate' ? one : null,
    );
    if (!labelsLevel || !labelsChange || !corrected || !correctedChange) return {};
    const shares = habits.map(({ shares: [before = 0] }, k) =>
      [before, 1 - before].map((share) => share * corpus.source.filter((source) => source === k).length),
    );
    const posts = corpus.n;
    const truth = habits.reduce((sum, { level: [before = 0] }, k) => {
      const [first = 0, second = 0] = shares[k] ?? [];
      return sum + ((first + second) * before + second * RISE) / posts;
    }, 0);
    const holds = ({ interval }: NonNullable<typeof corrected>, value: number): number =>
      Number(interval.lower <= value && value <= interval.upper);
    return {
      level: holds(corrected, truth),
      change: holds(correctedChange, RISE),
      labelsLevel: holds(labelsLevel, truth),
      labelsChange: holds(labelsChange, RISE),
      bias: correctedChange.value - RISE,
      labelsBias: labelsChange.value - RISE,
      levelWidth: corrected.interval.upper - corrected.interval.lower,
      changeWidth: correctedChange.interval.upper - correctedChange.interval.lower,
    };
  },
};
