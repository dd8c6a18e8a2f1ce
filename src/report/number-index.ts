import type { ReportLanguage } from '../study/config.ts';
import { createLocaleFormat, type LocaleFormat } from './locale-format.ts';

/** An object or list of a finding, with its way up. */
export interface Holder {
  readonly parent: Holder | null;
  readonly key: string;
  /** Top-level part of the finding: `events`. */
  readonly part: string;
  /** One thing of that part: `events/3`. */
  readonly element: string;
  /** Numbers it holds itself; those of an interval with those of its estimate. */
  readonly numbers: number[];
}

/** A number that a finding holds, or that follows from counting what it holds. */
export interface HeldNumber {
  readonly value: number;
  readonly holder: Holder;
  readonly key: string;
}

/** All numbers and dates of a finding, so that a printed one can be looked up. */
export interface NumberIndex {
  /** Numbers of the parts, or of the elements, asked for whose size lies between two bounds, both included, and that are as asked; at most so many. */
  readonly between: (
    bounds: readonly [number, number],
    isIt: (one: HeldNumber) => boolean,
    among: { readonly by: 'part' | 'element'; readonly names: Iterable<string>; readonly most: number },
  ) => readonly HeldNumber[];
  /** How many numbers of any part lie between two bounds, the upper excluded. */
  readonly count: (low: number, high: number) => number;
  readonly parts: readonly string[];
  readonly language: ReportLanguage;
  /** Digits that stand in a string: a label, a version, a method. */
  readonly inText: (digits: string) => readonly Holder[];
  /** The text with every date and period of the finding blanked. */
  readonly withoutDates: (text: string) => string;
}

/** `series/3/estimates/12/interval`. */
export function pathOf({ parent, key }: Holder): string {
  return parent === null || parent.parent === null ? key : `${pathOf(parent)}/${key}`;
}

/** Digits with one mark for decimals, not inside a word or an identifier. */
export const NUMBER = /(?<![\p{L}\p{N}_#/-])\d+(?:[.,]\d+)?(?![\p{L}\p{N}_-]*[\p{Script=Latin}_])/gu;

/** Without the marks between thousands, which in Russian are spaces: its commas stand before decimals. */
export function withoutThousands(text: string, language: ReportLanguage): string {
  const joined = text.replace(/(?<=\d)[\u00a0\u202f](?=\d{3})/gu, '');
  return language === 'ru' ? joined : joined.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
}

interface Gathering {
  readonly numbers: HeldNumber[];
  readonly strings: Map<string, Holder>;
  readonly dates: Set<string>;
  readonly format: LocaleFormat;
}

/** Reads a finding once. */
export function indexNumbers(finding: object, language: ReportLanguage): NumberIndex {
  const to: Gathering = {
    numbers: [],
    strings: new Map(),
    dates: new Set(),
    format: createLocaleFormat(language),
  };
  gather(finding, { parent: null, key: '', part: '', element: '', numbers: [] }, to);
  const held = {
    part: grouped(to.numbers, ({ part }) => part),
    element: grouped(to.numbers, ({ element }) => element),
  };
  const inText = new Map<string, Holder[]>();
  for (const [text, holder] of to.strings)
    for (const [digits] of withoutThousands(text, language).matchAll(NUMBER)) {
      const known = inText.get(digits.replace(',', '.'));
      if (known === undefined) inText.set(digits.replace(',', '.'), [holder]);
      else known.push(holder);
    }
  const dates = printedDates(to);
  return {
    parts: [...held.part.keys()],
    language,
    count: (low, high) =>
      [...held.part.values()].reduce(
        (n, { sizes }) => n + firstAtLeast(sizes, high) - firstAtLeast(sizes, low),
        0,
      ),
    between: ([low, high], isIt, { by, names, most }) => {
      const found: HeldNumber[] = [];
      for (const name of names) {
        const { sorted = [], sizes = new Float64Array() } = held[by].get(name) ?? {};
        for (let i = firstAtLeast(sizes, low); i < sizes.length && (sizes[i] as number) <= high; i++) {
          const one = sorted[i] as HeldNumber;
          if (isIt(one) && found.push(one) >= most) return found;
        }
      }
      return found;
    },
    inText: (digits) => inText.get(digits) ?? [],
    withoutDates: (text) => {
      if (!/\d{4}/.test(text)) return text;
      if (dates.known.has(text)) return '·';
      return dates.ordered.reduce(
        (rest, date) => (rest.includes(date) ? rest.replaceAll(date, '·') : rest),
        text,
      );
    },
  };
}

interface SortedNumbers {
  readonly sorted: readonly HeldNumber[];
  readonly sizes: Float64Array;
}

/** Numbers in the order of their size, by what holds them. */
function grouped(
  numbers: readonly HeldNumber[],
  by: (holder: Holder) => string,
): ReadonlyMap<string, SortedNumbers> {
  return new Map(
    [...Map.groupBy(numbers, ({ holder }) => by(holder))].map(([name, own]) => {
      const sorted = own.sort((a, b) => Math.abs(a.value) - Math.abs(b.value));
      return [name, { sorted, sizes: Float64Array.from(sorted, ({ value }) => Math.abs(value)) }];
    }),
  );
}

/** The first position whose size is at least the bound. */
function firstAtLeast(sizes: Float64Array, bound: number): number {
  let [low, high] = [0, sizes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sizes[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gather(value: unknown, holder: Holder, to: Gathering): void {
  if (Array.isArray(value)) {
    countItems(value, holder, to);
    for (const [i, one] of value.entries()) gatherOne(one, { holder, key: String(i) }, to);
  } else if (typeof value === 'object' && value !== null) {
    const { start, end, publishedAt, precision, nDates, nDatesAsLarge } = value as Readonly<
      Record<string, unknown>
    >;
    if (typeof start === 'string' && typeof end === 'string')
      to.dates.add(`${start.slice(0, 10)}/${end.slice(0, 10)}`);
    if (typeof publishedAt === 'string' && typeof precision === 'string')
      to.dates.add(`${publishedAt}@${precision}`);
    // Shares of placebo dates are printed rounded down.
    if (typeof nDates === 'number' && typeof nDatesAsLarge === 'number' && nDates > 0)
      to.numbers.push({
        value: Math.floor((100 * (nDates - nDatesAsLarge)) / nDates) / 100,
        holder,
        key: 'share',
      });
    for (const key in value) gatherOne((value as Record<string, unknown>)[key], { holder, key }, to);
  }
}

function gatherOne(one: unknown, { holder, key }: { holder: Holder; key: string }, to: Gathering): void {
  if (typeof one === 'number') {
    hold(one, { holder, key }, to);
    // A ratio is also printed from the other side, and with two digits.
    if (key === 'ratio' || holder.key === 'ratio' || holder.parent?.key === 'ratio')
      for (const size of one > 0 ? [one, 1 / one] : [])
        for (const value of [Number(size.toPrecision(2)), Math.round(10 * size) / 10, size])
          hold(value, { holder, key }, to);
  } else if (typeof one === 'string') {
    if (/^\d{4}-\d\d-\d\d/.test(one)) to.dates.add(one.slice(0, 10));
    else if (/\d/.test(one) && !to.strings.has(one)) to.strings.set(one, holder);
  } else if (typeof one === 'object' && one !== null) {
    const isTop = holder.parent === null;
    const part = isTop ? key : holder.part;
    const isElement = !isTop && holder.parent?.parent === null && Array.isArray(one) === false;
    const element = isTop ? key : isElement ? `${part}/${key}` : holder.element;
    const numbers = key === 'interval' ? holder.numbers : [];
    gather(one, { parent: holder, key, part, element, numbers }, to);
  }
}

function hold(value: number, { holder, key }: { holder: Holder; key: string }, { numbers }: Gathering): void {
  numbers.push({ value, holder, key });
  holder.numbers.push(value);
}

/** How many there are, how many of each kind and of all others, and whole numbers added up: reports say all of these. */
function countItems(list: readonly unknown[], holder: Holder, { numbers }: Gathering): void {
  numbers.push({ value: list.length, holder, key: 'length' });
  const kinds = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const one of list) {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) continue;
    for (const key in one) {
      const value = (one as Record<string, unknown>)[key];
      if (typeof value === 'number' && Number.isInteger(value)) sums.set(key, (sums.get(key) ?? 0) + value);
      else if (typeof value === 'string' || typeof value === 'boolean' || value === null) {
        const kind = `${key}=${value}`;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
    }
  }
  for (const [key, value] of sums) numbers.push({ value, holder, key: `[sum of ${key}]` });
  for (const [kind, value] of kinds) {
    const name = kind.slice(0, 60);
    numbers.push(
      { value, holder, key: `[${name}]` },
      { value: list.length - value, holder, key: `[not ${name}]` },
    );
  }
}

/** Every date and period as the language prints it, the longest first. */
function printedDates({ dates, format }: Gathering): {
  readonly known: ReadonlySet<string>;
  readonly ordered: readonly string[];
} {
  const known = new Set<string>();
  for (const date of dates) {
    const [at = '', precision] = date.split('@');
    const [start = '', end = start] = at.split('/');
    known.add(precision === undefined ? format.period({ start, end }) : format.instant(at, precision));
    if (start === end) known.add(format.instant(start, 'day'));
  }
  return { known, ordered: [...known].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)) };
}
