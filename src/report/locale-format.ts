import type { Estimated, Interval, Period } from '../domain/estimate.ts';
import type { ReportLanguage } from '../study/config.ts';

const DAY = 86_400_000;

const LOCALES: Readonly<Record<ReportLanguage, string>> = { en: 'en-GB', ru: 'ru', zh: 'zh-Hans-CN' };

/** A whole number with its printed form, for messages that choose a plural. */
export interface Count {
  readonly n: number;
  readonly text: string;
}

/** Numbers, dates and lists as one language writes them. Dates are UTC, so every machine prints the same. */
export interface LocaleFormat {
  readonly language: ReportLanguage;
  /** A share or balance in percentage points with its sign, one decimal: 0.123 → `+12.3`. */
  points(value: number): string;
  /** A size in points without a plus sign: 0.123 → `12.3`. */
  size(value: number): string;
  /** `[−15.0, −9.6]` in points. */
  interval(interval: Interval): string;
  /** `−12.3 [−15.0, −9.6]` in points. */
  estimate(estimate: Estimated): string;
  /** A share in percent: 0.0421 → `4.2 %`, as the language sets the sign. */
  percent(share: number): string;
  /** `4.2%` and `[3.9, 4.5]`; two decimals below one percent. */
  share(estimate: Estimated): { readonly value: string; readonly interval: string };
  /** A p-value, or a score between 0 and 1: at most three decimals. */
  probability(p: number): string;
  /** A level of confidence: 0.95 → `95%`. */
  wholePercent(share: number): string;
  /** A weight or a factor. */
  weight(value: number): string;
  /** A whole number; fractions are rounded. */
  count(n: number): Count;
  /** First and last day of a half-open period. */
  period(period: Period): string;
  /** An instant as exactly as it is known. */
  instant(iso: string, precision: string): string;
  /** Label of a tick on a time axis. */
  month(day: Date): string;
  dayOfMonth(day: Date): string;
  year(day: Date): string;
  list(items: readonly string[]): string;
  /** `Russian` for `ru`. */
  languageName(tag: string): string;
}

/** The formats of a report language. */
export function createLocaleFormat(language: ReportLanguage): LocaleFormat {
  const locale = LOCALES[language];
  const decimal = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value) => format.format(value).replace(/^-/, '\u2212');
  };
  const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const signed = decimal({ ...oneDigit, signDisplay: 'exceptZero' });
  const plain = decimal({ ...oneDigit, signDisplay: 'negative' });
  const percent = decimal({ ...oneDigit, style: 'percent' });
  const twoDigits = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  const [plainFine, percentFine] = [decimal(twoDigits), decimal({ ...twoDigits, style: 'percent' })];
  const wholePercent = decimal({ maximumFractionDigits: 1, style: 'percent' });
  const whole = decimal({ maximumFractionDigits: 0 });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  // A decimal comma needs another mark between two numbers.
  const between = language === 'ru' ? '; ' : ', ';
  const range = (interval: Interval, print: (value: number) => string): string =>
    `[${print(interval.lower * 100)}${between}${print(interval.upper * 100)}]`;
  return {
    language,
    points: (value) => signed(value * 100),
    size: (value) => plain(value * 100),
    interval: (interval) => range(interval, signed),
    estimate: (e) => `${signed(e.value * 100)} ${range(e.interval, signed)}`,
    percent,
    wholePercent,
    probability: decimal({ maximumFractionDigits: 3 }),
    weight: decimal({ maximumFractionDigits: 3 }),
    share: (e) =>
      e.value < 0.01
        ? { value: percentFine(e.value), interval: range(e.interval, plainFine) }
        : { value: percent(e.value), interval: range(e.interval, plain) },
    count: (n) => ({ n, text: whole(n) }),
    list: (items) => list.format(items),
    languageName: (tag) => (/^[a-z]{2,3}$/.test(tag) ? (languages.of(tag) ?? tag) : tag),
    ...dates(locale),
  };
}

type Dates = Pick<LocaleFormat, 'period' | 'instant' | 'month' | 'dayOfMonth' | 'year'>;

function dates(locale: string): Dates {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  const day = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
  const longMonth = formatter({ month: 'long', year: 'numeric' });
  const year = formatter({ year: 'numeric' });
  const month = formatter({ month: 'short' });
  const dayOfMonth = formatter({ day: 'numeric', month: 'short' });
  const clock = (seconds: boolean) =>
    formatter({
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(seconds ? { second: '2-digit' } : {}),
    });
  const [minute, second] = [clock(false), clock(true)];
  const ofDate = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  const printed = (format: Intl.DateTimeFormat, date: Date): string =>
    Number.isNaN(date.getTime()) ? '—' : format.format(date);
  return {
    period: ({ start, end }) => {
      const first = ofDate(start);
      const last = new Date(ofDate(end).getTime() - DAY);
      if (!(last.getTime() > first.getTime())) return printed(day, first).replaceAll(' ', '\u00a0');
      // The short range of ICU for Chinese, 2024/1/1 – 2025/1/5, does not match the dates beside it.
      return locale.startsWith('zh')
        ? `${day.format(first)}至${day.format(last)}`
        : day.formatRange(first, last);
    },
    instant: (iso, precision) => {
      const at = new Date(iso);
      // A date without a clock is kept as midnight in the source's zone; the nearest UTC midnight names its day.
      const nearest = new Date(Math.round(at.getTime() / DAY) * DAY);
      if (precision === 'second') return `${printed(second, at)} UTC`;
      if (precision === 'minute') return `${printed(minute, at)} UTC`;
      if (precision === 'month') return printed(longMonth, nearest);
      if (precision === 'year') return printed(year, nearest);
      return printed(day, nearest);
    },
    month: (date) => printed(month, date),
    dayOfMonth: (date) => printed(dayOfMonth, date),
    year: (date) => String(date.getUTCFullYear()),
  };
}
