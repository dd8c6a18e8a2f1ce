import type { ZoneOffsets } from './zone-offsets.ts';

/** How exactly a time is known. */
type TimestampPrecision = 'second' | 'minute' | 'day' | 'month' | 'year';

/** A parsed time, or why it is none. */
export type ParsedTimestamp =
  | { readonly instant: number; readonly precision: TimestampPrecision }
  | { readonly problem: 'unparseable' | 'out-of-range' };

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const MONTH_NAMES: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  янв: 1,
  фев: 2,
  мар: 3,
  апр: 4,
  май: 5,
  мая: 5,
  июн: 6,
  июл: 7,
  авг: 8,
  сен: 9,
  окт: 10,
  ноя: 11,
  дек: 12,
  mär: 3,
  mai: 5,
  okt: 10,
  dez: 12,
  fév: 2,
  avr: 4,
  juin: 6,
  juil: 7,
  aoû: 8,
  déc: 12,
};

interface Parts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
  readonly second?: number | undefined;
  /** Minutes east of Greenwich; undefined = local time of the source. */
  readonly offset?: number | undefined;
}

/**
 * Reads a publication time as feeds, platforms and forums write it: ISO 8601, RFC 2822, Unix seconds or
 * milliseconds, `20240705`, `05.07.2024 10:20`, `Wed Oct 10 20:19:24 +0000 2018`, `2019年05月03日 10:20`,
 * `3 мая 2019, 10:20`, `Mar 5, 2024, 3:15 pm`. A time without an offset is local to `timeZone` (an IANA name);
 * a date without a clock is a day and its instant local midnight.
 * Times before 1990 or after 2100 are out of range. Relative words (today, вчера) are unparseable.
 */
export function parseTimestamp(
  value: string | number,
  options: { readonly timeZone: string; readonly offsetAt: ZoneOffsets },
): ParsedTimestamp {
  if (typeof value === 'number') return fromUnix(value);
  const text = value.trim();
  if (text.length === 0 || text.length > 80) return { problem: 'unparseable' };
  const parts = parseIso(text) ?? parseCompact(text) ?? parseWritten(text);
  if (parts === 'unix') return fromUnix(Number(text));
  if (parts === null) return { problem: 'unparseable' };
  return fromParts(parts, (instant) => options.offsetAt(instant, options.timeZone));
}

function fromUnix(value: number): ParsedTimestamp {
  if (!Number.isFinite(value)) return { problem: 'unparseable' };
  // Seconds until the year 5138, milliseconds beyond.
  return inRange(Math.abs(value) < 1e11 ? Math.round(value * 1000) : Math.round(value), 'second');
}

function inRange(instant: number, precision: TimestampPrecision): ParsedTimestamp {
  return instant >= EARLIEST && instant < LATEST ? { instant, precision } : { problem: 'out-of-range' };
}

const ISO =
  /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?$/i;

function parseIso(text: string): Parts | null {
  const m = ISO.exec(text);
  if (m === null) return null;
  return {
    year: Number(m[1]),
    month: Number(m[2]),
    day: optional(m[3]),
    hour: optional(m[4]),
    minute: optional(m[5]),
    second: optional(m[6]),
    offset: zoneOffset(m[7]),
  };
}

function parseCompact(text: string): Parts | 'unix' | null {
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    const day = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/.exec(text);
    const year = Number(day?.[1]);
    if (day !== null && year >= 1990 && year < 2100 && Number(day[2]) <= 12 && Number(day[3]) <= 31) {
      return {
        year,
        month: Number(day[2]),
        day: Number(day[3]),
        hour: optional(day[4]),
        minute: optional(day[5]),
        second: optional(day[6]),
      };
    }
    return /^\d{4}$/.test(text) ? { year: Number(text) } : 'unix';
  }
  const compact = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z)?$/.exec(text);
  if (compact === null) return null;
  return {
    year: Number(compact[1]),
    month: Number(compact[2]),
    day: Number(compact[3]),
    hour: Number(compact[4]),
    minute: Number(compact[5]),
    second: optional(compact[6]),
    offset: zoneOffset(compact[7]),
  };
}

function parseWritten(text: string): Parts | null {
  const date = parseDottedDate(text) ?? parseChineseDate(text) ?? parseNamedDate(text);
  if (date === null) return null;
  const rest = date.rest;
  const clock = /(?:^|[^\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?/i.exec(rest);
  if (clock === null) return { year: date.year, month: date.month, day: date.day };
  const noon = clock[4]?.toLowerCase().startsWith('p');
  const hour = Number(clock[1]);
  const zone = /(?:^|\s)(Z|UTC|GMT|EST|EDT|PST|PDT|MSK|[+-]\d{2}:?\d{2})(?:\s|$|\))/.exec(rest);
  return {
    year: date.year,
    month: date.month,
    day: date.day,
    hour: clock[4] === undefined ? hour : (hour % 12) + (noon === true ? 12 : 0),
    minute: Number(clock[2]),
    second: optional(clock[3]),
    offset: zoneOffset(zone?.[1]),
  };
}

interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The text without the date. */
  readonly rest: string;
}

function parseDottedDate(text: string): WrittenDate | null {
  const m = /(?:^|\D)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/.exec(text);
  if (m === null) return null;
  const [first, second] = [Number(m[1]), Number(m[2])];
  const year = m[3]?.length === 2 ? 2000 + Number(m[3]) : Number(m[3]);
  // Day first, unless only month first can be meant.
  const monthFirst = second > 12 && first <= 12;
  const rest = text.replace(m[0], ' ');
  return { year, month: monthFirst ? first : second, day: monthFirst ? second : first, rest };
}

function parseChineseDate(text: string): WrittenDate | null {
  const m = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text);
  if (m === null) return null;
  return { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]), rest: text.replace(m[0], ' ') };
}

function parseNamedDate(text: string): WrittenDate | null {
  const name = /\p{L}{3,}/gu;
  let last: WrittenDate | null = null;
  for (const { 0: word, index: at } of text.matchAll(name)) {
    const month = monthNamed(word.toLowerCase());
    if (month === undefined) continue;
    const before = /(\d{1,2})(?:st|nd|rd|th|-го)?[\s.-]*$/.exec(text.slice(0, at));
    const after = /^[\s.,-]*(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/.exec(text.slice(at + word.length));
    const year = /(?:^|[^\d:+-])((?:19|20)\d{2})(?![\d:])/.exec(text);
    const day = before?.[1] ?? after?.[1];
    if (year === null || day === undefined) continue;
    last = { year: Number(year[1]), month, day: Number(day), rest: text };
  }
  // Of two, the later: French and Spanish Tuesdays are short for March, and stand before the month.
  return last;
}

function monthNamed(word: string): number | undefined {
  return MONTH_NAMES[word.slice(0, 3)] ?? MONTH_NAMES[word.slice(0, 4)];
}

function optional(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

const NAMED_ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  MSK: 180,
  EST: -300,
  EDT: -240,
  PST: -480,
  PDT: -420,
};

function zoneOffset(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const named = NAMED_ZONES[zone.toUpperCase()];
  if (named !== undefined) return named;
  const m = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (m === null) return undefined;
  return (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3] ?? 0));
}

function fromParts(p: Parts, offsetAt: (instant: number) => number): ParsedTimestamp {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = p;
  if (month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second > 60) {
    return { problem: 'unparseable' };
  }
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return { problem: 'unparseable' };
  const wall = date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
  const instant = p.offset === undefined ? localInstant(wall, offsetAt) : wall - p.offset * 60_000;
  return inRange(instant, precisionOf(p));
}

function precisionOf(p: Parts): TimestampPrecision {
  if (p.second !== undefined) return 'second';
  if (p.hour !== undefined) return 'minute';
  if (p.day !== undefined) return 'day';
  return p.month === undefined ? 'year' : 'month';
}

/** The instant at which a zone's clocks show a wall time; of two, the earlier; of none, the time an hour on. */
function localInstant(wall: number, offsetAt: (instant: number) => number): number {
  return wall - offsetAt(wall - offsetAt(wall));
}
