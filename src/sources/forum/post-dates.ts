import { parseTimestamp } from '../../text/timestamp.ts';
import { createZoneOffsets, localDay } from '../../text/zone-offsets.ts';

/** Which of two numbers in `04-09-2005` comes first. */
export type DateOrder = 'day-first' | 'month-first';

/** What a page tells about the dates on it. */
export interface PageDates {
  /** Null where the dates on the page allow both. */
  readonly order: DateOrder | null;
  /** Days since 1970 of the day on which the page was made; null where it does not say. */
  readonly pageDay: number | null;
}

/** A date in words that normalization reads, or why there is none. */
export type PostDate = { readonly date: string } | { readonly problem: string };

const DAY = 86_400_000;

/** Two numbers and a year that may be read both ways; with points the day is first everywhere. */
const TWO_WAYS = /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/;
const CLOCK = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?!\d)(?:\s?([ap])\.?m\b)?/i;

/** Words for days, with how many days they lie back. "The day before yesterday" ends in "yesterday" in no language here. */
const DAYS_BACK: readonly (readonly [RegExp, number])[] = [
  [/позавчера|前天|vorgestern/i, 2],
  [/\byesterday\b|(?<!\p{L})вчера|昨天|\bgestern\b|\bhier\b|\bayer\b|(?<!\p{L})вчора/iu, 1],
  [/\btoday\b|сегодня|今天|\bheute\b|aujourd|\bhoy\b|сьогодні/i, 0],
];
const OTHERWISE_RELATIVE =
  /\bago\b|(?<!\p{L})назад(?!\p{L})|\d\s*(?:秒|分钟|小时|天|半小时)前|\bvor \d|\bil y a\b/iu;

/** A date that begins with the year, apart from what stands before it: `发表于 2012-3-5 10:15`. */
const YEAR_FIRST = /(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/;
const FOR_MACHINES = /^(?:\d{4}-\d\d-\d\dT|\d{10}$)/;
const LONGEST_DATE = 300;

/** What may stand around a date: "« 5 March 2019 »". */
const AROUND = /^[\s«»•|,:;()-]+|[\s«»•|,:;()-]+$/g;

/**
 * Whether the numeric dates of one page begin with the day or the month: a number above 12 tells, or else that of the
 * two readings one alone keeps the order of time. Give the dates in the order in which the posts were written.
 */
export function dateOrderOf(printed: readonly string[]): DateOrder | null {
  const pairs = printed.flatMap((text) => {
    const found = TWO_WAYS.exec(text);
    if (found === null) return [];
    const [, first, , second, year] = found.map(Number);
    return [{ first: first!, second: second!, year: year! }];
  });
  const dayFirst = pairs.every(({ second }) => second <= 12);
  const monthFirst = pairs.every(({ first }) => first <= 12);
  if (dayFirst !== monthFirst) return dayFirst ? 'day-first' : 'month-first';
  if (!dayFirst) return null;
  const ordered = {
    day: isOrdered(pairs.map(({ first, second, year }) => (year * 12 + second) * 31 + first)),
    month: isOrdered(pairs.map(({ first, second, year }) => (year * 12 + first) * 31 + second)),
  };
  if (ordered.day === ordered.month) return null;
  return ordered.day ? 'day-first' : 'month-first';
}

/** Makes a printed date one that says the same wherever and whenever it is read. */
export function postDate(printed: string, page: PageDates): PostDate {
  if (FOR_MACHINES.test(printed)) return { date: printed };
  const text = printed
    .slice(0, LONGEST_DATE)
    .replace(/\s+/g, ' ')
    .replace(/^.*»(?=.*\d)/, '')
    .replace(AROUND, '');
  const relative = DAYS_BACK.find(([word]) => word.test(text));
  if (relative !== undefined) return dayBack(text, relative[1], page);
  if (OTHERWISE_RELATIVE.test(text)) return { problem: `"${shown(text)}" counts from the time of reading` };
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return { date: withClock(dashed(yearFirst.slice(1)), text) };
  const found = TWO_WAYS.exec(text);
  if (found === null) return text === '' ? { problem: 'the date of the post is empty' } : { date: text };
  const [, first = '', , second = '', year = ''] = found;
  const order = page.order ?? (Number(first) > 12 ? 'day-first' : Number(second) > 12 ? 'month-first' : null);
  if (order === null && first !== second) {
    return { problem: `"${shown(text)}" may begin with the day or the month: state \`dateOrder\`` };
  }
  const [day, month] = order === 'month-first' ? [second, first] : [first, second];
  return { date: withClock(dashed([year, month, day]), text) };
}

/** The local day of the date that a page states as its own; null where it does not parse. */
export function dayOf(stated: string, timeZone: string): number | null {
  const found = postDate(stated, { order: null, pageDay: null });
  if ('problem' in found) return null;
  const offsetAt = createZoneOffsets();
  const parsed = parseTimestamp(found.date, { timeZone, offsetAt });
  if (!('instant' in parsed) || parsed.precision === 'month' || parsed.precision === 'year') return null;
  return localDay(parsed.instant, offsetAt(parsed.instant, timeZone));
}

function dayBack(text: string, days: number, page: PageDates): PostDate {
  if (page.pageDay === null) {
    return { problem: `"${shown(text)}" counts from the day of reading, which the page does not state` };
  }
  const day = new Date((page.pageDay - days) * DAY).toISOString().slice(0, 10);
  return { date: withClock(day, text) };
}

function withClock(day: string, text: string): string {
  const clock = CLOCK.exec(text);
  if (clock === null) return day;
  const [, hour = '', minute = '', second, half] = clock;
  const afternoon = half?.toLowerCase() === 'p' || /下午|晚上/.test(text);
  const isHalf = half !== undefined || /[上下]午|晚上|凌晨/.test(text);
  const hours = isHalf ? (Number(hour) % 12) + (afternoon ? 12 : 0) : Number(hour);
  const seconds = second === undefined ? '' : `:${second}`;
  return `${day} ${String(hours).padStart(2, '0')}:${minute}${seconds}`;
}

function dashed(parts: readonly string[]): string {
  return parts.map((part) => part.padStart(2, '0')).join('-');
}

function isOrdered(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value >= values[i - 1]!);
}

function shown(text: string): string {
  return text.slice(0, 60);
}
