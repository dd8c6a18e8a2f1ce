import type { TimePrecision } from '../domain/document.ts';
import type { Period } from '../domain/estimate.ts';
import type { Bin } from '../study/config.ts';

const DAY = 86_400_000;

/** A bin of the study: its days since 1970-01-01, half-open, and the same as dates. */
export interface TimeBin {
  readonly start: number;
  readonly end: number;
  readonly period: Period;
}

/** The precisions of a publication time that tell the bin: a post of which only the year is known stands in no week. */
export function precisionsWithin(bin: Bin): readonly TimePrecision[] {
  const toTheDay = ['second', 'minute', 'day'] as const;
  return bin === 'month' ? [...toTheDay, 'month'] : toTheDay;
}

/** Days since 1970-01-01 of an ISO date. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY;
}

/** ISO date of a day since 1970-01-01. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The period between two days. */
export function periodOfDays(start: number, end: number): Period {
  return { start: dateOfDay(start), end: dateOfDay(end) };
}

/** Divides a period into days, weeks (from Monday) or months; the first and last bin are cut at its ends. */
export function timeBins(period: Period, bin: Bin): TimeBin[] {
  const [first, last] = [dayOfDate(period.start), dayOfDate(period.end)];
  const bins: TimeBin[] = [];
  for (let start = first; start < last; ) {
    const end = Math.min(nextBoundary(start, bin), last);
    bins.push({ start, end, period: periodOfDays(start, end) });
    start = end;
  }
  return bins;
}

function nextBoundary(day: number, bin: Bin): number {
  if (bin === 'day') return day + 1;
  // 1970-01-01 was a Thursday, so days ≡ 4 (mod 7) are Mondays.
  if (bin === 'week') return day + 7 - ((day + 3) % 7);
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY;
}
