import type { Period } from '../../domain/estimate.ts';
import type { LocaleFormat } from '../locale-format.ts';

const DAY = 86_400_000;

/** Midnight UTC of an ISO date. */
export function utcDay(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`);
}

/** The middle of a half-open period. */
export function middle(period: Period): Date {
  return new Date((utcDay(period.start).getTime() + utcDay(period.end).getTime()) / 2);
}

/** Ticks of a time axis and how they are labelled: a second line names the year where it begins. */
export interface TimeTicks {
  readonly values: readonly Date[];
  readonly label: (day: Date) => string;
}

const DAY_STEPS = [1, 2, 7, 14] as const;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120] as const;

/** The finest regular calendar ticks of which at most `most` fall into the period. */
export function timeTicks(period: Period, options: { most: number; format: LocaleFormat }): TimeTicks {
  const [start, end] = [utcDay(period.start).getTime(), utcDay(period.end).getTime()];
  const { format, most } = options;
  const days = (end - start) / DAY;
  const dayStep = DAY_STEPS.find((step) => days / step <= most);
  if (dayStep !== undefined) {
    const values: Date[] = [];
    for (let at = start; at < end; at += dayStep * DAY) values.push(new Date(at));
    return { values, label: labels(values, (day) => format.dayOfMonth(day), format) };
  }
  const months = days / 30.44;
  const step = MONTH_STEPS.find((candidate) => months / candidate <= most) ?? 240;
  const values: Date[] = [];
  for (let month = firstMonth(start, step); ; month += step) {
    const at = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
    if (!(at.getTime() < end)) break;
    if (at.getTime() >= start) values.push(at);
  }
  if (step >= 12) return { values, label: (day) => format.year(day) };
  return { values, label: labels(values, (day) => format.month(day), format) };
}

/** Months since year 0 of the first tick not after the start. */
function firstMonth(start: number, step: number): number {
  const date = new Date(start);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return month - (month % step);
}

function labels(values: readonly Date[], name: (day: Date) => string, format: LocaleFormat) {
  return (day: Date): string => {
    const index = values.findIndex((value) => value.getTime() === day.getTime());
    const before = values[index - 1];
    const newYear = before === undefined || before.getUTCFullYear() !== day.getUTCFullYear();
    return newYear ? `${name(day)}\n${format.year(day)}` : name(day);
  };
}
