import type { Series } from '../domain/estimate.ts';
import { codedPeriods } from '../stats/corrected-period.ts';
import { type CorrectedStep, correctedStep, labelReliance, stepWeights } from '../stats/corrected-step.ts';
import type { EventTest } from '../stats/event-test.ts';
import { stepColumn } from '../stats/interrupted-series.ts';
import { rectifierJump } from '../stats/rectifier-jump.ts';
import { satterthwaite } from '../stats/satterthwaite.ts';
import type { StudyConfig } from '../study/config.ts';
import { type CellCorrection, netOfLabel } from './cell-correction.ts';
import type { WeighedCoding } from './coding-weights.ts';
import { FEWEST_ASIDE } from './event-rectifier.ts';
import { isDuring, PLACEBOS, type TestedEvent, testRandom } from './test-events.ts';
import type { TimeBin } from './time-bins.ts';

/** What tests are corrected with. */
interface TestCorrectionInputs {
  readonly corrections: readonly CellCorrection[];
  readonly bins: readonly TimeBin[];
  /** What a coding of a bin counts at the fixed mix, for series that are tested at it. */
  readonly factorsAtMix: (
    cell: Pick<Series, 'target' | 'stratum'>,
  ) => (coding: WeighedCoding, period: number) => number;
  readonly study: Pick<StudyConfig, 'measure' | 'seed'>;
}

/** A tested event with its step corrected by codings; null where these are too few on a side of it. */
export interface CorrectedEvent extends TestedEvent {
  readonly corrected: { readonly step: CorrectedStep; readonly nCoded: number } | null;
}

/** Corrects the step of every test whose series, and control, have enough codings before and after the event. */
export function correctEventTests(
  tested: readonly TestedEvent[],
  inputs: TestCorrectionInputs,
): CorrectedEvent[] {
  return tested.map((one) => ({
    ...one,
    corrected: one.test === null ? null : correctTest(one, one.test, inputs),
  }));
}

function correctTest(
  tested: TestedEvent,
  test: EventTest,
  inputs: TestCorrectionInputs,
): CorrectedEvent['corrected'] {
  const weights = stepWeights(test);
  const parts = tested.parts.map((part) => {
    const correction = inputs.corrections.find(
      (one) => one.target === part.target && one.class === part.class,
    );
    return correction === undefined ? null : correctPart(tested, part, { weights, correction, inputs });
  });
  const found = parts.filter((part) => part !== null);
  if (found.length < parts.length) return null;
  const sum = (of: (part: (typeof found)[number]) => number): number =>
    found.reduce((total, part) => total + of(part), 0);
  const { confidenceLevel } = inputs.study.measure;
  const step = correctedStep(
    test,
    {
      labels: sum(({ sign, labels }) => sign * labels),
      slope: Math.min(...found.map(({ slope }) => slope)),
      spread: Math.max(...found.map(({ spread }) => spread)),
      rectifier: {
        mean: sum(({ sign, rectifier }) => sign * rectifier.mean),
        variance: sum(({ rectifier }) => rectifier.variance),
      },
      degrees: satterthwaite(found.map(({ rectifier: { variance }, degrees }) => ({ variance, degrees }))),
    },
    { confidenceLevel, ...PLACEBOS, random: testRandom(tested.contrast, inputs.study.seed, ['corrected']) },
  );
  return { step, nCoded: sum(({ nCoded }) => nCoded) };
}

/** What the labels and the codings of one series put into a step; null where a side has too few codings. */
function correctPart(
  { contrast, window }: TestedEvent,
  part: TestedEvent['parts'][number],
  of: {
    readonly weights: Float64Array;
    readonly correction: CellCorrection;
    readonly inputs: TestCorrectionInputs;
  },
) {
  const { bins, factorsAtMix } = of.inputs;
  const factorOf =
    part.mix === 'fixed' ? factorsAtMix({ target: part.target, stratum: { class: part.class } }) : () => 1;
  const codings = of.correction.codings.flatMap((coding) => {
    const { mention } = coding;
    const period = bins.findIndex(({ start, end }) => mention.day >= start && mention.day < end);
    if (period === -1 || isDuring(contrast, bins[period] as TimeBin)) return [];
    const [label, coded] = [netOfLabel(mention.modelLabel), netOfLabel(mention.label)];
    const weight = coding.weight * factorOf(coding, period);
    return weight === 0 ? [] : [{ period, author: String(mention.author), weight, label, coded }];
  });
  const column = stepColumn(bins.length, window.first + window.at);
  const isAfter = (period: number): boolean => (column[period] as number) >= 0.5;
  const reliance = labelReliance(codings);
  const residuals = codings.map((one) => ({ ...one, residual: one.coded - reliance.lambda * one.label }));
  for (const side of [false, true]) {
    const aside = residuals.filter(({ period }) => isAfter(period) === side);
    if (aside.length === 0 || codedPeriods(aside, [-1, 1]).size < FEWEST_ASIDE) return null;
  }
  const { observations, deviation, size } = codedPeriods(residuals, [-1, 1]);
  const coefficients = new Array<number>(bins.length).fill(0);
  for (const [t, weight] of of.weights.entries()) coefficients[window.first + t] = weight;
  const rectifier = rectifierJump(observations, { coefficients, column, deviation });
  if (rectifier === null) return null;
  const labels = of.weights.reduce((sum, weight, t) => sum + weight * (part.points[t]?.value ?? 0), 0);
  return {
    ...reliance,
    sign: part.sign,
    labels: reliance.lambda * labels,
    rectifier,
    degrees: size - 3,
    nCoded: codings.length,
  };
}
