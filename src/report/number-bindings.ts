import type { Finding } from '../domain/finding.ts';
import { createLocaleFormat, type LocaleFormat } from './locale-format.ts';

/** A number of a text and where it may come from. */
interface BoundNumber {
  readonly printed: string;
  /** Paths in the finding; none = it is not printed from it. */
  readonly boundTo: readonly string[];
}

/** Binds the numbers of a text. `parts` = top-level keys of the finding that they may come from; null = all. */
type NumberBinder = (text: string, parts: readonly string[] | null) => readonly BoundNumber[];

/** Numbers that stand in the words of templates, with what they are: nothing is measured of them. */
const CONSTANTS: Readonly<Record<string, string>> = {
  '0': 'the point that balances are compared with',
  '1': 'one of a thing',
  '2': 'two sides',
  '3': 'three labels',
  '5': 'level of tests in percent',
  '10': 'tenths',
  '80': 'power in percent',
  '90': 'level of dates in percent',
  '100': 'percent',
  '256': 'SHA-256',
  '2008': 'year of a reference',
  '3166': 'ISO 3166',
};

const ALWAYS: ReadonlySet<string> = new Set(['study', 'manifest', 'headline', 'schema']);

/** Where a number stands: its paths, and what it is the value or a limit of. */
interface Places {
  readonly paths: readonly string[];
  readonly owners: ReadonlySet<string>;
}

interface NumberToken {
  readonly printed: string;
  readonly start: number;
  readonly end: number;
}

const NUMBER = /(?<![\p{L}\p{N}_#/-])\d+(?:[.,]\d+)?(?![\p{L}\p{N}_-]*[\p{Script=Latin}_])/gu;

/** The numbers of a text as digits: without signs, marks between thousands, and what stands behind them. */
function numberTokens(text: string): NumberToken[] {
  return [...text.matchAll(NUMBER)].map(({ 0: token, index }) => ({
    printed: token.replace(',', '.'),
    start: index,
    end: index + token.length,
  }));
}

function withoutThousands(text: string): string {
  return text.replace(/(?<=\d)[\u00a0\u202f](?=\d{3})/gu, '').replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
}

/**
 * Prints every number of a finding in every way a report prints one, and remembers where each stands. An interval and the number
 * before it are bound together: all three must be of one estimate.
 */
export function bindNumbers(finding: Finding): NumberBinder {
  const format = createLocaleFormat(finding.study.language);
  const places = new Map<string, Set<string>>();
  const add = (text: string, path: readonly (string | number)[]): void => {
    const place = path.join('/');
    for (const { printed } of numberTokens(withoutThousands(text))) {
      const known = places.get(printed);
      if (known === undefined) places.set(printed, new Set([place]));
      else known.add(place);
    }
  };
  walk(finding, [], { format, add });
  const kept = new Map<string, Places>();
  const placesOf = (printed: string, parts: readonly string[] | null): Places => {
    const key = `${printed} ${parts?.join() ?? '*'}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const all = [...(places.get(printed) ?? [])];
    const isPart = (path: string): boolean => {
      const part = path.slice(0, path.indexOf('/'));
      return parts === null || parts.includes(part) || ALWAYS.has(part);
    };
    const paths = all.filter(isPart);
    const found = { paths, owners: new Set(paths.map(ownerOf)) };
    kept.set(key, found);
    return found;
  };
  return (text, parts) => {
    const joined = withoutThousands(text);
    const tokens = numberTokens(joined);
    const groups = intervalGroups(joined, tokens);
    return tokens.map(({ printed }, i) => {
      const group = groups.find((one) => one.includes(i));
      const found =
        group === undefined
          ? placesOf(printed, parts).paths
          : commonPlaces(group.map((j) => placesOf(tokens[j]?.printed ?? '', parts)));
      const constant = CONSTANTS[printed];
      const isConstant = found.length === 0 && constant !== undefined && group === undefined;
      return { printed, boundTo: isConstant ? [`constant: ${constant}`] : found };
    });
  };
}

/** `[lower; upper]`, and the number right before it. */
function intervalGroups(text: string, tokens: readonly NumberToken[]): number[][] {
  return tokens.flatMap(({ start, end }, i) => {
    const upper = tokens[i + 1];
    if (upper === undefined || !/\[[^\d\]]{0,2}$/u.test(text.slice(0, start).slice(-4))) return [];
    if (!/^[^\d[\]]{0,4}[;,；，]\s?[^\d[\]]{0,3}$/u.test(text.slice(end, upper.start))) return [];
    if (!/^[^\d[\]]{0,2}\]/u.test(text.slice(upper.end))) return [];
    const before = tokens[i - 1];
    const isNear =
      before !== undefined &&
      !/→[^\d]{0,3}$/u.test(text.slice(0, before.start)) &&
      /^\s?%?\s?\[[−–-]?\+?$/u.test(text.slice(before.end, start));
    return [isNear ? [i - 1, i, i + 1] : [i, i + 1]];
  });
}

/** Places of one estimate in which all numbers stand. */
function commonPlaces(lists: readonly Places[]): string[] {
  const [least, ...others] = lists.map(({ owners }) => owners).sort((a, b) => a.size - b.size);
  return [...(least ?? [])].filter((owner) => others.every((list) => list.has(owner)));
}

function ownerOf(path: string): string {
  return path.replace(/\/(?:value|interval\/(?:lower|upper)|lower|upper)$/, '');
}

interface Walk {
  readonly format: LocaleFormat;
  readonly add: (text: string, path: readonly (string | number)[]) => void;
}

function walk(value: unknown, path: readonly (string | number)[], to: Walk): void {
  if (typeof value === 'number') addNumber(value, path, to);
  else if (typeof value === 'string') addText(value, path, to);
  else if (Array.isArray(value)) {
    addCounts(value, path, to);
    for (const [i, one] of value.entries()) walk(one, [...path, i], to);
  } else if (typeof value === 'object' && value !== null) {
    const { start, end, publishedAt, precision, nDates, nDatesAsLarge } = value as Readonly<
      Record<string, unknown>
    >;
    if (typeof start === 'string' && typeof end === 'string') to.add(to.format.period({ start, end }), path);
    if (typeof publishedAt === 'string' && typeof precision === 'string')
      to.add(to.format.instant(publishedAt, precision), path);
    if (typeof nDates === 'number' && typeof nDatesAsLarge === 'number' && nDates > 0)
      to.add(to.format.wholePercent(Math.floor((100 * (nDates - nDatesAsLarge)) / nDates) / 100), path);
    for (const [key, one] of Object.entries(value)) walk(one, [...path, key], to);
  }
}

function addNumber(value: number, path: readonly (string | number)[], { format, add }: Walk): void {
  const size = Math.abs(value);
  const printed = [format.count(size).text, format.weight(size), format.weight(Math.round(100 * size) / 100)];
  if (size <= 2)
    printed.push(
      format.points(size),
      format.size(size),
      format.percent(size),
      format.wholePercent(size),
      format.probability(size),
      (100 * size).toFixed(2),
    );
  // A ratio is also printed from the other side.
  if (path.includes('ratio') && size > 0)
    for (const one of [size, 1 / size])
      printed.push(format.weight(Number(one.toPrecision(2))), format.weight(Math.round(10 * one) / 10));
  for (const one of new Set(printed)) add(one, path);
}

function addText(value: string, path: readonly (string | number)[], { format, add }: Walk): void {
  add(value, path);
  if (/^\d{4}-\d\d-\d\d/.test(value)) add(format.period({ start: value, end: value }), path);
}

/** How many there are, how many of each kind, and whole numbers added up: reports say all three. */
function addCounts(
  list: readonly unknown[],
  path: readonly (string | number)[],
  { format, add }: Walk,
): void {
  add(format.count(list.length).text, [...path, 'length']);
  const kinds = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const one of list) {
    if (typeof one !== 'object' || one === null) continue;
    for (const [key, value] of Object.entries(one)) {
      if (typeof value === 'number' && Number.isInteger(value)) sums.set(key, (sums.get(key) ?? 0) + value);
      if (typeof value === 'string' || typeof value === 'boolean' || value === null)
        kinds.set(`${key}=${value}`, (kinds.get(`${key}=${value}`) ?? 0) + 1);
    }
  }
  for (const [key, sum] of sums) add(format.count(sum).text, [...path, `[sum of ${key}]`]);
  for (const [kind, n] of kinds) add(format.count(n).text, [...path, `[${kind.slice(0, 60)}]`, 'length']);
}
