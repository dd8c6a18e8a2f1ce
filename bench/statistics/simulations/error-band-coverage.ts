import { confusionInversion } from '../../../src/stats/confusion-inversion.ts';
import { type ConfusionCounts, confusionSpread } from '../../../src/stats/confusion-spread.ts';
import { drawClass, normalDraw, uniformShares } from '../normal-draw.ts';
import type { Simulation } from '../simulation.ts';

type Triple = [number, number, number];

/** How the annotator reads texts on average. */
const RATES = [
  [0.65, 0.22, 0.13],
  [0.13, 0.75, 0.12],
  [0.12, 0.28, 0.6],
];

const NET = [-1, 0, 1] as const;

/** Rates of one kind of text: those on average, each on the logit scale with a normal deviation. */
function drawKind(spread: number, random: () => number): number[][] {
  return RATES.map((row) => {
    const powers = row.map((rate) => rate * Math.exp(spread * normalDraw(random)));
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map((power) => power / sum);
  });
}

function count(
  rates: readonly (readonly number[])[],
  perClass: number,
  random: () => number,
): ConfusionCounts {
  return rates.map((row) => {
    const counts = [0, 0, 0];
    for (let i = 0; i < perClass; i++) counts[drawClass(row, random)]! += 1;
    return counts;
  });
}

function decide(
  rates: readonly (readonly number[])[],
  shares: readonly number[],
  n: number,
  random: () => number,
) {
  const counts: Triple = [0, 0, 0];
  for (let i = 0; i < n; i++) counts[drawClass(rates[drawClass(shares, random)] ?? [], random)]! += 1;
  const decided = counts.map((k) => k / n) as Triple;
  const covariance = decided.map((p, i) => decided.map((q, j) => ((i === j ? p : 0) - p * q) / n));
  return { decided, covariance };
}

/** Coverage of the error band. */
export const errorBandCoverage: Simulation = {
  id: 'error-band-coverage',
  title: 'The band from an annotator’s known errors',
  text: `Confusion matrices of \`kinds\` of coded text, 300 texts of each class, in three groups (as 5+2+6: languages); the rates of each kind deviate from the
mean of all on the logit scale by \`spread\` (standard deviation). The corpus is of one more kind of the first group, with 1,000 mentions before and after, and all
true shares are equally likely. How often the 95 % band holds the true net balance and its true change, and its mean width; how often the interval that knows
sampling error only does; and how often the corpus fits no shares, so that no band is given, which counts as a miss.`,
  cases: [0.2, 0.4, 0.7].flatMap((spread) => ['5+2+6', '3+2+2'].map((kinds) => ({ spread, kinds }))),
  columns: [
    { of: 'level', label: 'balance', kind: 'rate', goal: { from: 0.93 } },
    { of: 'level width', label: 'width', kind: 'mean' },
    { of: 'change', label: 'change', kind: 'rate', goal: { from: 0.93 } },
    { of: 'change width', label: 'width', kind: 'mean' },
    { of: 'naive level', label: 'balance, sampling error only', kind: 'rate' },
    { of: 'naive change', label: 'change, sampling error only', kind: 'rate' },
    { of: 'none', label: 'no band', kind: 'rate' },
  ],
  replicates: { full: 2000, short: 60 },
  run: ({ spread, kinds }, random) => {
    const groups = String(kinds)
      .split('+')
      .map((size) =>
        Array.from({ length: Number(size) }, () => count(drawKind(Number(spread), random), 300, random)),
      );
    const errors = confusionSpread(groups, { group: 0, kind: null });
    const rates = drawKind(Number(spread), random);
    const [p0, p1] = [uniformShares(3, random), uniformShares(3, random)];
    const [before, after] = [decide(rates, p0, 1000, random), decide(rates, p1, 1000, random)];
    const common = { spread: errors, functional: NET, level: 0.95 };
    const difference = {
      decided: after.decided.map((x, i) => x - (before.decided[i] as number)) as Triple,
      covariance: after.covariance.map((row, i) =>
        row.map((x, j) => x + (before.covariance[i]?.[j] as number)),
      ),
    };
    const [level, change] = [
      confusionInversion({ ...common, ...after, mass: [1, 0] }),
      confusionInversion({ ...common, ...difference, mass: [1, 1] }),
    ];
    const net = (p: readonly number[]): number => (p[2] as number) - (p[0] as number);
    const [trueLevel, trueChange] = [net(p1), net(p1) - net(p0)];
    const holds = (band: typeof level, truth: number): number =>
      band !== null && band.lower <= truth && truth <= band.upper ? 1 : 0;
    const naive = ({ decided, covariance }: typeof difference, truth: number): number => {
      const [v00, v02, v22] = [covariance[0]?.[0] ?? 0, covariance[0]?.[2] ?? 0, covariance[2]?.[2] ?? 0];
      return Math.abs(net(decided) - truth) <= 1.96 * Math.sqrt(v00 - 2 * v02 + v22) ? 1 : 0;
    };
    return {
      level: holds(level, trueLevel),
      change: holds(change, trueChange),
      ...(level === null ? {} : { 'level width': level.upper - level.lower }),
      ...(change === null ? {} : { 'change width': change.upper - change.lower }),
      'naive level': naive(after, trueLevel),
      'naive change': naive(difference, trueChange),
      none: level === null || change === null ? 1 : 0,
    };
  },
};
