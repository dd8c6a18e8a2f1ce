import type { ClassContrast } from '../domain/class-contrast.ts';
import { OWN_LEVELS } from '../domain/decomposition.ts';
import type { Estimate, Period } from '../domain/estimate.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import type { Bounded } from '../stats/linear-estimate.ts';
import { type PairedCell, type PairedContrast, pairedContrast } from '../stats/paired-contrast.ts';
import type { PairedClass, PairedMoments } from '../store/queries/paired-moments.ts';
import type { MeasureConfig } from '../study/config.ts';
import { meanMethod } from './mean-method.ts';

/** Cross-products grow with the square of the periods; so many pair closely enough. */
const MOST_PERIODS = 26;

/** How many bins of the study make one period of a pairing, and how many periods there are. */
export function pairingPeriods(nBins: number): { readonly binsPerPeriod: number; readonly nPeriods: number } {
  const binsPerPeriod = Math.max(1, Math.ceil(nBins / MOST_PERIODS));
  return { binsPerPeriod, nPeriods: Math.ceil(nBins / binsPerPeriod) };
}

/** What the contrasts are made of. */
export interface ClassContrastInputs {
  readonly moments: readonly PairedMoments[];
  readonly classes: readonly string[];
  readonly themes: readonly string[];
  readonly period: Period;
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
}

/** A contrast before its test is seen beside all others of its measure. */
type Tested = Omit<ClassContrast, 'qValue'> & { readonly pValue: number };

/**
 * Every two classes with enough mentions and authors beside each other, toward each target: net balance, and the share of talk of
 * each theme and of none. Classes are compared over the same mix of periods. Labels are taken as they are.
 */
export function contrastClasses(inputs: ClassContrastInputs): ClassContrast[] {
  const { classes, themes, measure } = inputs;
  const shares = themes.length === 0 ? [] : [...themes, OWN_LEVELS.noTheme];
  const tested = inputs.moments.flatMap((moments) => {
    const enough = classes.filter((name) => isEnough(moments.of(name), measure));
    const pairs = enough.flatMap((a, i) => enough.slice(i + 1).map((b): [string, string] => [a, b]));
    return pairs.flatMap((pair) =>
      [null, ...shares].flatMap((theme) => contrastPair(moments, { pair, theme, inputs }) ?? []),
    );
  });
  return (['net-balance', 'theme-share'] as const).flatMap((name) => {
    const mine = tested.filter((one) => one.measure === name);
    const q = benjaminiHochberg(mine.map((one) => one.pValue));
    return mine.map(({ pValue: _, ...one }, i) => ({ ...one, qValue: q[i] as number }));
  });
}

function isEnough(found: PairedClass | undefined, measure: MeasureConfig): found is PairedClass {
  return (
    found !== undefined &&
    found.nMentions >= measure.minimumMentions &&
    found.nGroups >= Math.max(measure.minimumAuthors, 2)
  );
}

interface PairOptions {
  readonly pair: readonly [string, string];
  /** Null = net balance. */
  readonly theme: string | null;
  readonly inputs: ClassContrastInputs;
}

function contrastPair(moments: PairedMoments, { pair, theme, inputs }: PairOptions): Tested | null {
  const [a, b] = pair.map((name) => moments.of(name)) as [PairedClass, PairedClass];
  const [first, second] = pair.map((name) => moments.cells(name, theme)) as [PairedCell[], PairedCell[]];
  if (!first.some(({ n }, t) => n > 0 && (second[t]?.n ?? 0) > 0)) return null;
  const { confidenceLevel } = inputs.measure;
  const found: PairedContrast = pairedContrast(
    { first, second, nGroups: [a.nGroups, b.nGroups], crossProducts: moments.crossProducts(pair, theme) },
    { confidenceLevel, range: theme === null ? [-1, 1] : [0, 1] },
  );
  const both: PairedClass = {
    nMentions: a.nMentions + b.nMentions,
    nAuthors: Math.min(a.nAuthors, b.nAuthors),
    nClusters: a.nClusters + b.nClusters,
    nGroups: Math.min(a.nGroups, b.nGroups),
  };
  const { ratio } = found;
  const singles = [singleVariance(first), singleVariance(second)] as const;
  return {
    target: moments.target,
    classes: pair,
    measure: theme === null ? 'net-balance' : 'theme-share',
    theme,
    first: estimated(found.first, { of: a, single: singles[0], inputs }),
    second: estimated(found.second, { of: b, single: singles[1], inputs }),
    difference: estimated(found.difference, { of: both, single: 2 * (singles[0] + singles[1]), inputs }),
    ratio:
      ratio === null
        ? null
        : {
            value: ratio.value,
            interval: { lower: ratio.lower, upper: ratio.upper, level: confidenceLevel },
          },
    nPeriods: found.nPeriods,
    pValue: found.pValue,
  };
}

/** Variance of the values of single mentions. */
function singleVariance(cells: readonly PairedCell[]): number {
  const sum = (of: (cell: PairedCell) => number): number =>
    cells.reduce((total, cell) => total + of(cell), 0);
  const n = sum((cell) => cell.n);
  return sum((cell) => cell.yy) / n - (sum((cell) => cell.y) / n) ** 2;
}

interface EstimateOptions {
  readonly of: PairedClass;
  readonly single: number;
  readonly inputs: ClassContrastInputs;
}

function estimated(
  { value, standardError, lower, upper }: Bounded,
  { of: { nMentions, nAuthors, nClusters }, single, inputs }: EstimateOptions,
): Estimate {
  const { period, measure, weights } = inputs;
  return {
    kind: 'estimate',
    period,
    value,
    standardError,
    interval: { lower, upper, level: measure.confidenceLevel },
    effectiveSampleSize: single > 0 ? Math.min(nMentions, single / standardError ** 2) : nMentions,
    nDocuments: nMentions,
    nAuthors,
    nClusters,
    method: `paired by period; ${meanMethod(weights)}`,
    correction: 'none',
    mix: 'observed',
  };
}
