import type { CodedMention, CodingStratum } from '../domain/coding.ts';
import type { DaySpan } from '../store/queries/contrast-moments.ts';
import { dayOfDate } from './time-bins.ts';

/** A coded mention and how many mentions of its target and class it stands for. */
export interface WeighedCoding {
  readonly mention: CodedMention;
  readonly expansion: number;
  /** The same times the mention's weight. */
  readonly weight: number;
}

/** Codings of one target and class, and the days that their waves were drawn from. */
export interface CellCodings {
  readonly codings: readonly WeighedCoding[];
  readonly isCovered: (day: number) => boolean;
}

/**
 * What each coding of one target and class stands for: its weight ÷ its probability. Where several waves were drawn from
 * the same days, each stands for a share of these days in proportion to how densely it was coded there (a multiple-frame
 * estimator with fixed shares, Hartley 1962), so that the shares sum to one and a small wave counts little.
 * Mentions without an annotation (weight 0) are left out, as in the measures.
 */
export function weighCodings(
  codings: readonly CodedMention[],
  strata: readonly CodingStratum[],
): CellCodings {
  const frames = waveFrames(strata);
  const density = (wave: string, day: number): number => {
    const spans = (frames.get(wave) ?? []).filter(({ start, end }) => day >= start && day < end);
    const population = spans.reduce((sum, span) => sum + span.nPopulation, 0);
    return population === 0 ? 0 : spans.reduce((sum, span) => sum + span.nCoded, 0) / population;
  };
  const waves = [...frames.keys()];
  const weighed = codings.flatMap((mention): WeighedCoding[] => {
    if (mention.weight === 0) return [];
    const total = waves.reduce((sum, wave) => sum + density(wave, mention.day), 0);
    const share = total === 0 ? 1 : density(mention.wave, mention.day) / total;
    const expansion = share / mention.inclusionProbability;
    return [{ mention, expansion, weight: expansion * mention.weight }];
  });
  return {
    codings: weighed.filter(({ weight }) => weight > 0),
    isCovered: (day) => waves.some((wave) => density(wave, day) > 0),
  };
}

interface Frame extends DaySpan {
  readonly nPopulation: number;
  readonly nCoded: number;
}

function waveFrames(strata: readonly CodingStratum[]): Map<string, Frame[]> {
  const frames = new Map<string, Frame[]>();
  for (const { wave, period, nPopulation, nCoded } of strata) {
    const spans = frames.get(wave) ?? [];
    spans.push({ start: dayOfDate(period.start), end: dayOfDate(period.end), nPopulation, nCoded });
    frames.set(wave, spans);
  }
  return frames;
}
