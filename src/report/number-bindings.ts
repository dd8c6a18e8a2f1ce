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
    text.split(' · ').flatMap((piece) => bindPiece(index.withoutDates(piece), { index, ...scope }));
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

/** Where the numbers of a statement are looked for. */
interface Sought extends BindingScope {
  readonly index: NumberIndex;
}

/** Binds the numbers of one statement. */
function bindPiece(text: string, sought: Sought): BoundNumber[] {
  const joined = withoutThousands(text, sought.index.language);
  const tokens = numberTokens(joined);
  const groups = intervalGroups(joined, tokens);
  const groupOf = (token: NumberToken) => groups.find((one) => one.includes(token));
  const { place } = sought;
  // A cell that begins with a number shows the one that it names, with its interval; more may stand behind them.
  const [begins] = tokens;
  const named =
    place !== null && begins !== undefined && /^[^\p{L}\d]*\d/u.test(joined)
      ? (groupOf(begins) ?? [begins])
      : [];
  const isOwn = (token: NumberToken): boolean => place !== null && isOfPlace(token, place);
  const decimals = tokens.filter((one) => groupOf(one) === undefined && !isWhole(one) && !isOwn(one));
  const shared = sharedElements(
    decimals.filter((one) => !named.includes(one)),
    sought,
  );
  return tokens.map((token): BoundNumber => {
    const { printed } = token;
    if (token.isBound) return { printed, boundTo: ['more or less than'] };
    if (place !== null && isOwn(token)) return { printed, boundTo: [place.id] };
    if (named.includes(token)) return { printed, boundTo: [] };
    const group = groupOf(token);
    if (group !== undefined) return { printed, boundTo: boundInInterval(group, sought) };
    return {
      printed,
      boundTo: boundAlone(token, decimals.includes(token) ? shared : null, sought),
    };
  });
}

/** Places of a number that stands outside an interval; of a decimal only those in an element that holds the others too. */
function boundAlone(token: NumberToken, shared: ReadonlySet<string> | null, sought: Sought): string[] {
  const found = near(token, sought);
  const held =
    shared === null || found.length === 0
      ? found
      : [
          ...near(token, sought, { parts: generalParts(sought) }),
          ...near(token, sought, { elements: shared }),
        ].slice(0, ENOUGH);
  const text = found.length > 0 ? undefined : textWith(token, sought);
  const constant = CONSTANTS[String(Number(token.printed))];
  if (held.length === 0 && text === undefined) return constant === undefined ? [] : [`constant: ${constant}`];
  return [...held.map(pathOfNumber), ...(text === undefined ? [] : [pathOf(text)])];
}

function pathOfNumber({ holder, key }: HeldNumber): string {
  return `${pathOf(holder)}/${key}`;
}

/** Places of one estimate that holds all numbers of an interval. */
function boundInInterval(group: readonly NumberToken[], sought: Sought): string[] {
  const [first, ...others] = group.toSorted((a, b) => commonness(a, sought) - commonness(b, sought)) as [
    NumberToken,
    ...NumberToken[],
  ];
  const isIt = ({ holder }: HeldNumber): boolean =>
    others.every((other) => holder.numbers.some((one) => isPrintedAs(one, other)));
  return near(first, sought, { isIt }).map(pathOfNumber);
}

/** How many numbers of the finding may be printed so. */
function commonness({ size, raw, hundredth }: NumberToken, { index }: Sought): number {
  return index.count(size - raw, size + raw) + index.count(size / 100 - hundredth, size / 100 + hundredth);
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

/** Where else a number may stand than in the parts that a text may speak of, and how many places are looked for. */
interface Search {
  readonly parts?: readonly string[];
  readonly elements?: Iterable<string>;
  readonly isIt?: (one: HeldNumber) => boolean;
  readonly most?: number;
}

/** Numbers that may be printed so, as they are or as percentages. */
function near(
  token: NumberToken,
  { index, holds }: Sought,
  { parts = index.parts, elements, isIt = () => true, most = ENOUGH }: Search = {},
): HeldNumber[] {
  const { size, raw, hundredth } = token;
  const isFound = (one: HeldNumber): boolean =>
    isPrintedAs(one.value, token) && holds(one.holder.part, one.holder.element) && isIt(one);
  const among =
    elements === undefined
      ? { by: 'part' as const, names: parts.filter((part) => holds(part, part)) }
      : { by: 'element' as const, names: elements };
  const around = (at: number, by: number): readonly HeldNumber[] =>
    index.between([at - by, at + by], isFound, { ...among, most });
  return [...around(size, raw), ...around(size / 100, hundredth)].slice(0, most);
}

/** A label, a version or a method that holds the digits. */
function textWith({ printed }: NumberToken, { index, holds }: Sought): Holder | undefined {
  return index.inText(printed).find(({ part, element }) => holds(part, element));
}

/** What holds for the finding as a whole stands beside anything. */
const GENERAL: ReadonlySet<string> = new Set(['study', 'manifest', 'headline', 'schema']);

function generalParts({ index: { parts } }: Sought): string[] {
  return parts.filter((part) => GENERAL.has(part));
}

/**
 * Elements of the finding that hold all decimals of a text outside intervals; null where there are fewer than two that no general
 * part holds. The rarest is looked for first, the others only where it stands.
 */
function sharedElements(decimals: readonly NumberToken[], sought: Sought): ReadonlySet<string> | null {
  if (decimals.length < 2) return null;
  const isElsewhere = (token: NumberToken): boolean =>
    near(token, sought, { parts: generalParts(sought), most: 1 }).length === 0 &&
    near(token, sought, { most: 1 }).length > 0;
  const bound = decimals.filter(isElsewhere);
  if (bound.length < 2) return null;
  const [rarest, ...others] = bound.toSorted((a, b) => commonness(a, sought) - commonness(b, sought)) as [
    NumberToken,
    ...NumberToken[],
  ];
  const elements = new Set<string>();
  const isIt = ({ holder: { element } }: HeldNumber): boolean => !elements.add(element);
  near(rarest, sought, { isIt, most: Number.POSITIVE_INFINITY });
  const holdsAll = (element: string): boolean =>
    others.every((one) => near(one, sought, { elements: [element], most: 1 }).length > 0);
  return new Set([...elements].filter(holdsAll));
}

/** `[lower; upper]`, and the number right before it. */
function intervalGroups(text: string, tokens: readonly NumberToken[]): NumberToken[][] {
  return tokens.flatMap((lower, i) => {
    const { start, end } = lower;
    const upper = tokens[i + 1];
    if (upper === undefined || !/\[[^\d\]]{0,2}$/u.test(text.slice(0, start).slice(-4))) return [];
    if (!/^[^\d[\]]{0,4}[;,；，]\s?[^\d[\]]{0,3}$/u.test(text.slice(end, upper.start))) return [];
    if (!/^[^\d[\]]{0,2}\]/u.test(text.slice(upper.end))) return [];
    const before = tokens[i - 1];
    const isNear =
      before !== undefined &&
      !/→[^\d]{0,3}$/u.test(text.slice(0, before.start)) &&
      /^\s?%?\s?\[[−–-]?\+?$/u.test(text.slice(before.end, start));
    return [isNear ? [before, lower, upper] : [lower, upper]];
  });
}
