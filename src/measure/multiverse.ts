import type { Voice } from '../domain/mention.ts';
import type {
  ChoiceEffect,
  MultiverseSummary,
  Specification,
  SpecificationResult,
} from '../domain/multiverse.ts';
import { choicesOf } from '../domain/specification-choices.ts';
import type { StudyConfig } from '../study/config.ts';

/** Event windows that are tried beside the study's own, in days; null = up to the ends of the period. */
const WINDOWS = [30, 90, null] as const;

/** Bounds of what one author counts in a week that are tried beside the study's own. */
const CAPS = [null, 1] as const;

/** An estimator, with the mixes at which it is defined; the first one is the study's own. */
export interface PlannedEstimator {
  readonly id: string;
  readonly mixes: readonly Specification['mix'][];
}

/** What specifications are of. */
interface SpecifiedNumbers {
  /** Whether days beside an event are compared; else the width of the bin takes the place of the window. */
  readonly hasEvent: boolean;
  /** Classes of which sources are left out. */
  readonly classes: readonly string[];
  /** Whether accounts that act alike were found, and enough of them. */
  readonly hasCampaigns: boolean;
}

/**
 * Every specification of some numbers: all combinations of estimator, copies, cap, mix, voices and window; then, with the study's
 * own choices, campaigns removed, and each source of the classes left out in turn. The order follows from the study alone.
 */
export function planSpecifications(
  study: StudyConfig,
  { hasEvent, classes, hasCampaigns }: SpecifiedNumbers,
  estimators: readonly PlannedEstimator[],
): Specification[] {
  const { copies, authorWeekCap } = study.weights;
  const { eventWindowDays, voices } = study.measure;
  const own = {
    estimator: estimators[0]?.id ?? '',
    copies,
    authorWeekCap,
    mix: 'observed',
    voices,
    window: hasEvent ? eventWindowDays : study.bin,
    campaigns: 'kept',
  } as const;
  const windows: readonly Specification['window'][] = hasEvent
    ? inOrder([eventWindowDays, ...WINDOWS])
    : ['day', 'week', 'month'];
  const voiceSets: readonly (readonly Voice[])[] = [['own'], ['own', 'quoted'], voices];
  const found = estimators.flatMap(({ id: estimator, mixes }) =>
    (['each', 'once'] as const).flatMap((each) =>
      inOrder([authorWeekCap, ...CAPS]).flatMap((cap) =>
        mixes.flatMap((mix) =>
          unique(voiceSets).flatMap((set) =>
            windows.map((window) => ({
              ...{ estimator, mix, window, campaigns: 'kept' as const },
              copies: each,
              authorWeekCap: cap,
              voices: set,
            })),
          ),
        ),
      ),
    ),
  );
  const isOwn = (one: (typeof found)[number]): boolean =>
    Object.entries(own).every(([key, value]) => `${one[key as keyof typeof own]}` === `${value}`);
  const leftOut = classes.flatMap((name) => {
    const sources = study.sources.filter((source) => source.class === name);
    return sources.length < 2 ? [] : sources.map(({ id }) => ({ ...own, leftOut: id }));
  });
  return [
    ...found.map((one) => named({ ...one, leftOut: null }, isOwn(one))),
    ...(hasCampaigns ? [named({ ...own, campaigns: 'removed', leftOut: null }, false)] : []),
    ...leftOut.map((one) => named(one, false)),
  ];
}

function named(one: Omit<Specification, 'id' | 'isStudy'>, isStudy: boolean): Specification {
  const id = Object.entries(choicesOf(one))
    .map(([dimension, choice]) => `${dimension}: ${choice}`)
    .join('; ');
  return { id, ...one, isStudy };
}

function inOrder(values: readonly (number | null)[]): (number | null)[] {
  return [...new Set(values)].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  );
}

function unique(sets: readonly (readonly Voice[])[]): (readonly Voice[])[] {
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
}

/** How many specifications agree in sign, how many intervals exclude zero, and how the size spreads. */
export function summarizeMultiverse(results: readonly SpecificationResult[]): MultiverseSummary {
  const sign = signOf(results);
  const counted = count(results, sign);
  const values = valuesOf(results);
  return {
    nSpecifications: results.length,
    ...counted,
    nExcludeZeroOpposite: count(results, -sign).nExcludeZero,
    minimum: values[0] ?? null,
    median: median(values),
    maximum: values.at(-1) ?? null,
  };
}

/** What each choice does, in the order of dimensions and of their choices; dimensions with one choice are left out. */
export function compareChoices(results: readonly SpecificationResult[]): ChoiceEffect[] {
  const sign = signOf(results);
  const first = results[0];
  if (first === undefined) return [];
  return Object.keys(choicesOf(first)).flatMap((dimension) => {
    const choices = [...new Set(results.map((one) => choicesOf(one)[dimension] as string))];
    if (choices.length < 2) return [];
    return choices.map((choice) => {
      const mine = results.filter((one) => choicesOf(one)[dimension] === choice);
      return { dimension, choice, ...count(mine, sign), median: median(valuesOf(mine)) };
    });
  });
}

/** Sign of the study's own number, else of the median. */
function signOf(results: readonly SpecificationResult[]): number {
  const own = results.find(({ isStudy }) => isStudy)?.estimate;
  return Math.sign(own?.kind === 'estimate' ? own.value : (median(valuesOf(results)) ?? 0));
}

function count(results: readonly SpecificationResult[], sign: number) {
  const estimates = results.flatMap(({ estimate }) => (estimate.kind === 'estimate' ? [estimate] : []));
  return {
    nEstimable: estimates.length,
    nSameSign: estimates.filter(({ value }) => Math.sign(value) === sign).length,
    nExcludeZero: estimates.filter(({ interval }) => (sign < 0 ? interval.upper < 0 : interval.lower > 0))
      .length,
  };
}

function valuesOf(results: readonly SpecificationResult[]): number[] {
  return results
    .flatMap(({ estimate }) => (estimate.kind === 'estimate' ? [estimate.value] : []))
    .sort((a, b) => a - b);
}

function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const at = (i: number): number => sorted[i] as number;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
}
