import type { EventContrast } from '../domain/finding.ts';
import { differenceVariances, type PairMoments } from '../stats/clustered-difference.ts';
import type { ByGrouping, CodedObservation, ScoreContrast } from '../stats/corrected-contrast.ts';
import { correctedContrast } from '../stats/corrected-contrast.ts';
import { correctedPeriod } from '../stats/corrected-period.ts';
import type { ContrastMoments, DayContrast, DaySpan } from '../store/queries/contrast-moments.ts';
import type { ScoreTotals } from '../store/queries/scores.ts';
import { type CellCorrection, codingKeys, codingValues } from './cell-correction.ts';
import type { WeighedCoding } from './coding-weights.ts';
import {
  type CorrectedValue,
  codedSpread,
  correctedEstimate,
  type RectifierKind,
  rawVariant,
} from './corrected-estimate.ts';
import { eventRectifier } from './event-rectifier.ts';
import type { TimeBin } from './time-bins.ts';

/** What the contrasts of one event are corrected with. */
export interface EventCorrectionInputs {
  readonly corrections: readonly CellCorrection[];
  readonly spans: DayContrast;
  /** Moments of the annotator's probabilities in the two spans. */
  readonly moments: readonly ContrastMoments[];
  /** Totals of the probabilities: before, after. */
  readonly totals: ScoreTotals;
  readonly bins: readonly TimeBin[];
  readonly confidenceLevel: number;
}

const NET = [-1, 1] as const;
const CHANGE = [-2, 2] as const;

/**
 * Contrasts with corrected estimates in the foreground and the uncorrected effect beside them. The rectifier comes from
 * codings inside the compared days where both sides have enough of them; else from those of all days of either side
 * ({@link eventRectifier}); an event without enough of those stays as it is. Before, after and effect are corrected in one way, with one λ, so that the effect is after − before.
 */
export function correctEvents(
  events: readonly EventContrast[],
  inputs: EventCorrectionInputs,
): EventContrast[] {
  return events.map((event) => {
    const isOf = (one: { readonly target: string; readonly class: string }): boolean =>
      one.target === event.target && one.class === event.stratum['class'];
    const correction = inputs.corrections.find(isOf);
    const moments = inputs.moments.find(isOf);
    const { before, after, effect } = event;
    if (correction === undefined || moments === undefined) return event;
    if (before.kind !== 'estimate' || after.kind !== 'estimate' || effect.kind !== 'estimate') return event;
    const design = designSides(correction, moments, inputs);
    const sides = design ?? pooledSides(correction, moments, inputs);
    if (sides === null) return event;
    const kind: RectifierKind = design === null ? 'aside' : 'design';
    const inside = correction.codings.filter(({ mention }) => sideOf(mention.day, inputs.spans) !== null);
    const coded = design === null ? correction.codings : inside;
    const label = ({ mention }: WeighedCoding): number => codingValues(mention, 'net').label;
    const spread = codedSpread(coded, { label, range: NET });
    const how = (nCoded: number) => ({ kind, nCoded, spread });
    const nOn = (side: 0 | 1): number =>
      design === null
        ? coded.length
        : coded.filter(({ mention }) => sideOf(mention.day, inputs.spans) === side).length;
    const [corrected0, corrected1] = [
      correctedEstimate(before, sides.before, how(nOn(0))),
      correctedEstimate(after, sides.after, how(nOn(1))),
    ];
    return {
      ...event,
      before: corrected0,
      after: corrected1,
      effect: {
        ...correctedEstimate(effect, sides.effect, how(coded.length)),
        effectiveSampleSize: corrected0.effectiveSampleSize + corrected1.effectiveSampleSize,
      },
      variants: [rawVariant(effect), ...(event.variants ?? [])],
    };
  });
}

interface Sides {
  readonly before: CorrectedValue;
  readonly after: CorrectedValue;
  readonly effect: CorrectedValue;
}

/** Which side of an event a day belongs to; null = neither. */
export function sideOf(day: number, { before, after }: DayContrast): 0 | 1 | null {
  if (day >= before.start && day < before.end) return 0;
  return day >= after.start && day < after.end ? 1 : null;
}

function designSides(
  { codings, lambda, isCovered }: CellCorrection,
  moments: ContrastMoments,
  { spans, totals, confidenceLevel }: EventCorrectionInputs,
): Sides | null {
  for (const { start, end } of [spans.before, spans.after]) {
    for (let day = start; day < end; day++) if (!isCovered(day)) return null;
  }
  const scores = scoreContrasts(moments);
  const { sumN0, sumN1 } = moments.moments.both;
  const estimate = (contrast: readonly [number, number], score: ScoreContrast) => {
    const observed = codings.map(({ mention, weight, expansion }): CodedObservation => {
      const side = sideOf(mention.day, spans);
      const total = (grouping: keyof ByGrouping): number => {
        const [before, after] = totals(mention, grouping);
        if (before === undefined || after === undefined) return 0;
        const part = (of: typeof before, mean: number): number => of.favor - of.against - mean * of.weight;
        return (
          (contrast[0] * part(before, scores.before.value)) / sumN0 +
          (contrast[1] * part(after, scores.after.value)) / sumN1
        );
      };
      return {
        ...codingKeys(mention),
        ...codingValues(mention, 'net'),
        weight,
        expansion,
        design: side === null ? [0, 0] : side === 0 ? [1, 0] : [0, 1],
        scoreTotals: { author: total('author'), copies: total('copies'), both: total('both') },
      };
    });
    const range = contrast[0] === -1 ? CHANGE : NET;
    return correctedContrast(score, observed, { contrast, confidenceLevel, labelRange: NET, range, lambda });
  };
  const before = estimate([1, 0], scores.before);
  const after = estimate([0, 1], scores.after);
  const effect = estimate([-1, 1], scores.effect);
  return before.kind === 'corrected' && after.kind === 'corrected' && effect.kind === 'corrected'
    ? { before, after, effect }
    : null;
}

/** The annotator's net balance before and after, and the difference, each with its one-way variances. */
export function scoreContrasts({
  moments,
  before,
  after,
}: ContrastMoments): Record<keyof Sides, ScoreContrast> {
  const { sumY0, sumN0, sumY1, sumN1 } = moments.both;
  const [m0, m1] = [sumY0 / sumN0, sumY1 / sumN1];
  const side = (which: 0 | 1): ByGrouping => {
    const groups = which === 0 ? before.groups : after.groups;
    const of = (m: PairMoments, nGroups: number): number => {
      const squares =
        which === 0
          ? (m.y0y0 - 2 * m0 * m.y0n0 + m0 * m0 * m.n0n0) / sumN0 ** 2
          : (m.y1y1 - 2 * m1 * m.y1n1 + m1 * m1 * m.n1n1) / sumN1 ** 2;
      return (nGroups / (nGroups - 1)) * squares;
    };
    return {
      author: of(moments.author, groups.author),
      copies: of(moments.copies, groups.copies),
      both: of(moments.both, groups.both),
    };
  };
  const smaller = (groups: Pick<ByGrouping, 'author' | 'copies'>): number =>
    Math.min(groups.author, groups.copies);
  return {
    before: { value: m0, variance: side(0), nGroups: smaller(before.groups) },
    after: { value: m1, variance: side(1), nGroups: smaller(after.groups) },
    effect: {
      value: m1 - m0,
      variance: differenceVariances(moments),
      nGroups: Math.min(moments.author.nGroups, moments.copies.nGroups),
    },
  };
}

function pooledSides(
  { pooled: { net }, lambda, codings }: CellCorrection,
  moments: ContrastMoments,
  { spans, bins, confidenceLevel }: EventCorrectionInputs,
): Sides | null {
  const rectifier = eventRectifier(net, { codings, spans, bins });
  if (rectifier === null) return null;
  const scores = scoreContrasts(moments);
  const [before, after] = [overlaps(bins, spans.before), overlaps(bins, spans.after)];
  const { kishSize: n0 } = moments.before;
  const { kishSize: n1 } = moments.after;
  const at = (
    coefficients: readonly number[],
    score: ScoreContrast,
    of: { readonly kishSize: number; readonly range: readonly [number, number] },
  ): CorrectedValue =>
    correctedPeriod(score, rectifier.at(coefficients), { ...net, ...of, lambda, confidenceLevel });
  return {
    before: at(before, scores.before, { kishSize: n0, range: NET }),
    after: at(after, scores.after, { kishSize: n1, range: NET }),
    effect: at(
      after.map((w, bin) => w - (before[bin] as number)),
      scores.effect,
      { kishSize: 1 / (1 / n0 + 1 / n1), range: CHANGE },
    ),
  };
}

/** Share of a span's days that lies in each bin. */
export function overlaps(bins: readonly TimeBin[], span: DaySpan): number[] {
  return bins.map(
    ({ start, end }) =>
      Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)) / (span.end - span.start),
  );
}
