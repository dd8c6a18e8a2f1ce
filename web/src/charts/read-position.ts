import type { Period } from '../../../src/domain/estimate.ts';

const DAY = 86_400_000;

function day(iso: string): number {
  return Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY;
}

/** Where on a time axis a day stands, 0–1. */
export function shareOfSpan(span: Period, iso: string): number {
  const [start, end] = [day(span.start), day(span.end)];
  return (day(iso) - start) / (end - start);
}

/** The period that a place on the axis belongs to, or the nearest; −1 where there is none. */
export function periodAt(span: Period, periods: readonly Period[], share: number): number {
  let [nearest, distance] = [-1, Number.POSITIVE_INFINITY];
  for (const [index, period] of periods.entries()) {
    const [from, to] = [shareOfSpan(span, period.start), shareOfSpan(span, period.end)];
    const away = share < from ? from - share : share >= to ? share - to : -1;
    if (away < distance) [nearest, distance] = [index, away];
  }
  return nearest;
}
