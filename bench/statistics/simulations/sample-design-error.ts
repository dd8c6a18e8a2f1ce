import { allocateSample, keyedDraw, type StratumSize } from '../../../src/stats/sample-design.ts';
import type { Simulation } from '../simulation.ts';

const N = 2_000;
const CLASSES = 3;
const SIDES = 3;
const STRATA = CLASSES * SIDES;

/** A mention: what the model expects of its label −1, 0 or 1, the variance that it states, and the label. */
interface Unit {
  readonly expected: number;
  readonly stated: number;
  readonly truth: number;
}

/** Mentions by stratum; seven of ten look neutral to the model. In the first class it misses the share `missed` of these. */
function drawStrata(missed: number, random: () => number): Unit[][] {
  const strata = Array.from({ length: STRATA }, (): Unit[] => []);
  for (let i = 0; i < N; i++) {
    const kind = Math.floor(random() * CLASSES);
    const side = random() < 0.7 ? 0 : random() < 0.5 ? 1 : 2;
    const sure = side === 0 ? 0.85 + 0.15 * random() : 0.45 + 0.5 * random();
    const rest = random() * (1 - sure);
    const [favor, against] = [
      [rest, 1 - sure - rest],
      [sure, rest],
      [rest, sure],
    ][side] as [number, number];
    const u = random();
    const meant = u < favor ? 1 : u < favor + against ? -1 : 0;
    const truth = kind === 0 && side === 0 && random() < missed ? -1 : meant;
    const expected = favor - against;
    strata[kind * SIDES + side]!.push({ expected, stated: favor + against - expected ** 2, truth });
  }
  return strata;
}

const mean = (list: readonly number[]): number =>
  list.reduce((sum, x) => sum + x, 0) / Math.max(1, list.length);

function varianceOf(list: readonly number[]): number {
  const center = mean(list);
  return list.reduce((sum, x) => sum + (x - center) ** 2, 0) / Math.max(1, list.length - 1);
}

const residual = ({ truth, expected }: Unit): number => truth - expected;

/** Variance of a stratified mean whose strata have these variances within. */
function stratifiedVariance(
  strata: readonly (readonly Unit[])[],
  allocation: readonly number[],
  within: readonly number[],
): number {
  return strata.reduce((sum, { length }, h) => {
    const n = allocation[h] as number;
    return n === 0 ? sum : sum + (length / N) ** 2 * (1 - n / length) * ((within[h] as number) / n);
  }, 0);
}

/** Residuals of the mentions that a key draws. */
function drawResiduals(
  strata: readonly (readonly Unit[])[],
  allocation: readonly number[],
  key: string,
): number[][] {
  const draw = keyedDraw(allocation, key);
  strata.forEach((units, stratum) => {
    for (const place of units.keys()) draw.add({ id: String(place), stratum });
  });
  return draw.drawn().map((ids, h) => ids.map((id) => residual(strata[h]?.[Number(id)] as Unit)));
}

/** Whether the interval of the corrected balance holds the balance of the population. */
function holds(
  strata: readonly (readonly Unit[])[],
  allocation: readonly number[],
  residuals: readonly (readonly number[])[],
): number {
  const variance = stratifiedVariance(strata, allocation, residuals.map(varianceOf));
  const error = strata.reduce(
    (sum, units, h) => sum + (units.length / N) * (mean(residuals[h] ?? []) - mean(units.map(residual))),
    0,
  );
  return Number(Math.abs(error) <= 1.96 * Math.sqrt(variance));
}

const only = (n: number) => ({ from: 0.93, to: 0.97, cases: (at: { readonly n?: unknown }) => at.n === n });

/** What dividing a sample for coding by uncertainty gains, and whether intervals still hold the truth. */
export const sampleDesignError: Simulation = {
  id: 'sample-design-error',
  title: 'What dividing a sample for coding gains',
  text: `2,000 mentions in nine strata of class and model label; seven of ten look neutral to the model. Of these it misses the
share *missed* in the first of three classes: they are against. *n* mentions are coded, and the net balance is the mean
label that the model expects, corrected by the residuals of the coded. *Stated* and *adaptive*: variance of the corrected
balance, computed from the whole population, as a share of that under proportional allocation, where the sample is divided
by the uncertainty that the model states, and by the residuals of *n* codings drawn before. *Holds*: how often the normal
95 % interval from the variance within strata holds the balance of the population.`,
  cases: [0, 0.15, 0.3].flatMap((missed) => [100, 200, 400].map((n) => ({ missed, n }))),
  columns: [
    { of: 'stated', label: 'stated', kind: 'mean', goal: { to: 1 } },
    { of: 'adaptive', label: 'adaptive', kind: 'mean', goal: { to: 1 } },
    { of: 'statedHolds', label: 'stated holds', kind: 'rate', goal: only(400) },
    { of: 'adaptiveHolds', label: 'adaptive holds', kind: 'rate', goal: only(400) },
  ],
  replicates: { full: 1_000, short: 40 },
  short: ({ missed, n }) => missed === 0.15 && n !== 100,
  run(at, random) {
    const [missed, n] = [Number(at['missed']), Number(at['n'])];
    const strata = drawStrata(missed, random);
    const key = String(random());
    const truly = strata.map((units) => varianceOf(units.map(residual)));
    const stated = strata.map((units) => Math.max(0.05, mean(units.map((unit) => unit.stated))));
    const allocate = (neymanShare: number, variances: readonly number[]): number[] => {
      const sizes = strata.map(
        ({ length }, h): StratumSize => ({ size: length, spread: Math.sqrt(variances[h] as number) }),
      );
      return allocateSample(sizes, { n, neymanShare, leastShare: 0.2 });
    };
    const proportional = stratifiedVariance(strata, allocate(0, stated), truly);
    const first = allocate(0.5, stated);
    const coded = drawResiduals(strata, first, `${key}/1`);
    const learned = stated.map((variance, h) => {
      const mine = coded[h] ?? [];
      const known = Math.max(0, mine.length - 1);
      return Math.max(0.05, (known * varianceOf(mine) + 10 * variance) / (known + 10));
    });
    const second = allocate(0.75, learned);
    return {
      stated: stratifiedVariance(strata, first, truly) / proportional,
      adaptive: stratifiedVariance(strata, second, truly) / proportional,
      statedHolds: holds(strata, first, coded),
      adaptiveHolds: holds(strata, second, drawResiduals(strata, second, `${key}/2`)),
    };
  },
};
