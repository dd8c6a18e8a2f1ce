import type { Deletion } from '../domain/deletion.ts';
import type { Finding } from '../domain/finding.ts';
import { askedDays } from './asked-days.ts';
import type { BesideFinding } from './beside-finding.ts';
import { classGaps } from './class-gap.ts';
import {
  type HeldNumber,
  type Holder,
  indexNumbers,
  NUMBER,
  type NumberIndex,
  pathOf,
  withoutThousands,
} from './number-index.ts';
import type { NumberPlace } from './number-place.ts';

/** A number of a text and where it may come from. */
interface BoundNumber {
  readonly printed: string;
  /** Paths in the finding; none = it is not printed from it. */
  readonly boundTo: readonly string[];
}

/** Where numbers of a text may come from. */
export interface BindingScope {
  /** Whether numbers of this element of the finding (`events/3`) may stand in the text. */
  readonly holds: (part: string, element: string) => boolean;
  /** The number that a cell says it shows: then no other may stand in it. */
  readonly place: NumberPlace | null;
}

/** Binds the numbers of a text. */
type NumberBinder = (text: string, scope: BindingScope) => readonly BoundNumber[];

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
  '404': 'answer of a server: not found',
  '410': 'answer of a server: gone',
  '2008': 'year of a reference',
  '3166': 'ISO 3166',
};

interface NumberToken {
  readonly printed: string;
  readonly start: number;
  readonly end: number;
  readonly sign: 1 | -1 | null;
  /** Printed as a limit that a value lies beyond: >99%. */
  readonly isBound: boolean;
  readonly size: number;
  /** How far the number may lie from its printed form, as it is and as a percentage. */
  readonly raw: number;
  readonly hundredth: number;
}

function numberTokens(text: string): NumberToken[] {
  return [...text.matchAll(NUMBER)].map(({ 0: token, index }) => {
    const printed = token.replace(',', '.');
    const mark = text[index - 1];
    const size = Number(printed);
    const slack = 1e-9 * Math.max(1, size);
    const { raw, hundredth } = tolerances(printed);
    return {
      printed,
      start: index,
      end: index + token.length,
      sign: mark === '+' ? 1 : mark === '\u2212' ? -1 : null,
      size,
      isBound: mark !== undefined && '<>≤≥'.includes(mark) && (size === 1 || size === 99),
      raw: raw + slack,
      hundredth: hundredth + slack,
    };
  });
}

/** How reports round: whole numbers, points and percentages with one decimal, weights and probabilities without zeros at the end. */
function tolerances(printed: string): { readonly raw: number; readonly hundredth: number } {
  const decimals = printed.includes('.') ? printed.length - printed.indexOf('.') - 1 : 0;
  if (decimals === 0) return { raw: 0.5, hundredth: 0.0005 };
  if (decimals === 1) return { raw: 0.005, hundredth: 0.0005 };
  return { raw: 0.5 * 10 ** -decimals, hundredth: 0.005 * 10 ** -decimals };
}

/**
 * Binds numbers by value: a printed number must be one of the finding, rounded as reports round, with its sign. An interval and the
 * number before it must be of one estimate, a cell that names its number shows that one, and the decimals of one text are of one
 * element of the finding, as one event.
 */
export function bindNumbers(finding: Finding, beside: BesideFinding = {}): NumberBinder {
  const index = indexNumbers(
    { ...finding, gaps: classGaps(finding), ...measuredBeside(beside) },
    finding.study.language,
  );
  return (text, scope) =>
    text.split(' · ').flatMap((piece) => bindPiece(index.withoutDates(piece), index, scope));
}

/** What stands beside the finding, with the sums that a report makes of it. */
function measuredBeside({ multiverse = null, deletion = null }: BesideFinding): object {
  return {
    ...(multiverse === null ? {} : { multiverse }),
    ...(deletion === null ? {} : { deletion: { ...deletion, sums: deletionSums(deletion) } }),
  };
}

function deletionSums(deletion: Deletion): object {
  const { cells } = deletion;
  return {
    days: askedDays(deletion),
    nAsked: cells.reduce((sum, { nAsked }) => sum + (nAsked ?? 0), 0),
    nUnknown: cells.flatMap(({ outcomes }) =>
      outcomes === null ? [] : outcomes.login + outcomes.unreachable,
    ),
  };
}

/** Binds the numbers of one statement. */
function bindPiece(text: string, index: NumberIndex, scope: BindingScope): BoundNumber[] {
  const joined = withoutThousands(text, index.language);
  const tokens = numberTokens(joined);
  const groups = intervalGroups(joined, tokens);
  const groupOf = (i: number): readonly number[] | undefined => groups.find((one) => one.includes(i));
  const { place } = scope;
  const isAlone = (i: number): boolean =>
    groupOf(i) === undefined &&
    !isWhole(tokens[i] as NumberToken) &&
    !(place !== null && isOfPlace(tokens[i] as NumberToken, place));
  const many = tokens.filter((_, i) => isAlone(i)).length > 1;
  // A cell that begins with a number shows the one that it names, with its interval; more may stand behind them.
  const named = place !== null && /^[^\p{L}\d]*\d/u.test(joined) ? (groupOf(0) ?? [0]) : [];
  const found = tokens.map((token, i) =>
    groupOf(i) === undefined && !named.includes(i)
      ? candidates(token, index, { scope, isFull: many && isAlone(i) })
      : NONE,
  );
  const shared = sharedElements(found.filter((_, i) => isAlone(i)));
  return tokens.map((token, i) => {
    const { printed } = token;
    if (token.isBound) return { printed, boundTo: ['more or less than'] };
    if (place !== null && isOfPlace(token, place)) return { printed, boundTo: [place.id] };
    const group = groupOf(i);
    if (named.includes(i)) return { printed, boundTo: [] };
    if (group !== undefined)
      return {
        printed,
        boundTo: boundInInterval(
          group.map((j) => tokens[j] as NumberToken),
          index,
          scope,
        ),
      };
    return { printed, boundTo: boundAlone(token, found[i], isAlone(i) ? shared : null) };
  });
}

const NONE: Candidates = { numbers: [], texts: [] };

/** Places of a number that stands outside an interval; of a decimal only those in an element that holds the others too. */
function boundAlone(
  token: NumberToken,
  found: Candidates = NONE,
  shared: ReadonlySet<string> | null = null,
): string[] {
  const held = found.numbers.filter(
    ({ holder }) => shared === null || isGeneral(holder) || shared.has(holder.element),
  );
  const constant = CONSTANTS[String(Number(token.printed))];
  if (held.length + found.texts.length === 0 && constant !== undefined) return [`constant: ${constant}`];
  return [...held.slice(0, ENOUGH).map(pathOfNumber), ...found.texts.map(pathOf)];
}

function pathOfNumber({ holder, key }: HeldNumber): string {
  return `${pathOf(holder)}/${key}`;
}

/** Places of one estimate that holds all numbers of an interval. */
function boundInInterval(
  group: readonly NumberToken[],
  index: NumberIndex,
  { holds }: BindingScope,
): string[] {
  const commonness = ({ size, raw, hundredth }: NumberToken): number =>
    index.count(size - raw, size + raw) + index.count(size / 100 - hundredth, size / 100 + hundredth);
  const [first, ...others] = group.toSorted((a, b) => commonness(a) - commonness(b)) as [
    NumberToken,
    ...NumberToken[],
  ];
  const isIt = ({ value, holder }: HeldNumber): boolean =>
    isPrintedAs(value, first) &&
    holds(holder.part, holder.element) &&
    others.every((other) => holder.numbers.some((one) => isPrintedAs(one, other)));
  return near(first, index, { isIt, most: ENOUGH, holds }).map(pathOfNumber);
}

interface Candidates {
  readonly numbers: readonly HeldNumber[];
  readonly texts: readonly Holder[];
}

const isWhole = ({ printed }: NumberToken): boolean => !printed.includes('.');

/** Whether it could have been printed so: as it is or as a percentage. */
function isPrintedAs(value: number, { sign, size, raw, hundredth }: NumberToken): boolean {
  if (sign !== null && Math.sign(value) === -sign) return false;
  const own = Math.abs(value);
  return Math.abs(own - size) <= raw || Math.abs(own - size / 100) <= hundredth;
}

function isOfPlace(token: NumberToken, { estimate, part }: NumberPlace): boolean {
  const held = estimate ?? part;
  const { interval } = (held ?? {}) as {
    readonly interval?: { readonly lower: number; readonly upper: number };
  };
  return Object.values({ ...held, ...interval }).some(
    (one) => typeof one === 'number' && isPrintedAs(one, token),
  );
}

/** Most places that are looked for where one is enough. */
const ENOUGH = 3;

function candidates(
  token: NumberToken,
  index: NumberIndex,
  { scope: { holds }, isFull }: { readonly scope: BindingScope; readonly isFull: boolean },
): Candidates {
  const isIt = ({ value, holder }: HeldNumber): boolean =>
    isPrintedAs(value, token) && holds(holder.part, holder.element);
  const numbers = near(token, index, { isIt, most: isFull ? Number.POSITIVE_INFINITY : ENOUGH, holds });
  if (numbers.length > 0) return { numbers, texts: [] };
  const text = index.inText(token.printed).find(({ part, element }) => holds(part, element));
  return { numbers, texts: text === undefined ? [] : [text] };
}

/** Numbers that may be printed so, as they are or as percentages. */
function near(
  token: NumberToken,
  index: NumberIndex,
  {
    isIt,
    most,
    holds,
  }: {
    readonly isIt: (one: HeldNumber) => boolean;
    readonly most: number;
    readonly holds: BindingScope['holds'];
  },
): HeldNumber[] {
  const parts = index.parts.filter((part) => holds(part, part));
  const { size, raw, hundredth } = token;
  const around = (at: number, by: number): readonly HeldNumber[] =>
    index.between([at - by, at + by], isIt, { parts, most });
  return [...around(size, raw), ...around(size / 100, hundredth)];
}

/** What holds for the finding as a whole stands beside anything. */
const GENERAL: ReadonlySet<string> = new Set(['study', 'manifest', 'headline', 'schema']);

function isGeneral({ part }: Holder): boolean {
  return GENERAL.has(part);
}

/** Elements of the finding that hold all decimals of a text outside intervals; null where there are fewer than two. */
function sharedElements(decimals: readonly Candidates[]): ReadonlySet<string> | null {
  const bound = decimals.filter(
    ({ numbers, texts }) =>
      texts.length === 0 && numbers.length > 0 && !numbers.some(({ holder }) => isGeneral(holder)),
  );
  if (bound.length < 2) return null;
  const [first, ...others] = bound.map(({ numbers }) => new Set(numbers.map(({ holder }) => holder.element)));
  return new Set([...(first as Set<string>)].filter((one) => others.every((set) => set.has(one))));
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
