import type { Estimate, Period } from '../domain/estimate.ts';
import type { EventContrast } from '../domain/finding.ts';
import type { ClaimConfig } from '../study/claim-config.ts';

/** Days that a claim names: one span, or two to be compared; of all places or of some. */
export interface ClaimSpan {
  readonly first: Period;
  readonly second: Period | null;
  readonly regions: readonly string[] | null;
}

/** Balances of every target and class in a span, as the two sides of a contrast and their difference. */
export interface MeasuredSpan extends ClaimSpan {
  /** Corrected by codings where there are enough. */
  readonly contrasts: readonly SpanContrast[];
  /** As counted from the labels. */
  readonly counted: readonly SpanContrast[];
}

type SpanContrast = Pick<EventContrast, 'target' | 'stratum' | 'before' | 'effect'>;

/** Every span that claims ask for, each once. */
export function claimSpans(claims: readonly ClaimConfig[], period: Period): ClaimSpan[] {
  const found = claims.flatMap((claim): ClaimSpan[] => {
    switch (claim.kind) {
      case 'trend':
        return [{ first: claim.from, second: claim.to, regions: null }];
      case 'level':
        return (claim.periods ?? []).map((first) => ({ first, second: null, regions: null }));
      case 'gap':
        return gapSpans(claim, period).flat();
      default:
        return [];
    }
  });
  return [...new Map(found.map((span) => [JSON.stringify(span), span])).values()];
}

type GapSpans = Pick<
  Extract<ClaimConfig, { kind: 'gap' }>,
  'periods' | 'regions' | 'thanRegions' | 'target' | 'thanTarget'
>;

/** The two spans of each period of a gap; none where it is about two classes over the whole period. */
export function gapSpans(claim: GapSpans, period: Period): (readonly [ClaimSpan, ClaimSpan])[] {
  const { periods, regions, thanRegions, thanTarget, target } = claim;
  const isPlain = periods === undefined && regions === undefined && thanRegions === undefined;
  if (isPlain && (thanTarget ?? target) === target) return [];
  return (periods ?? [period]).map(
    (first) =>
      [
        { first, second: null, regions: regions ?? null },
        { first, second: null, regions: thanRegions ?? null },
      ] as const,
  );
}

/** Where a balance is looked up. */
export interface SpanPlace extends ClaimSpan {
  readonly target: string;
  readonly class: string;
}

/** The balance of a target and class in the first days of a span, or how it differs in the second; null where nothing was measured. */
export function inSpan(spans: readonly MeasuredSpan[], of: SpanPlace): Estimate | null {
  return balanceIn(measuredSpan(spans, of)?.contrasts, of);
}

/** Two balances that may be compared: both corrected or both counted, because labels that lean alike lean alike in both. */
export function inSpans(
  spans: readonly MeasuredSpan[],
  [first, second]: readonly [SpanPlace, SpanPlace],
): readonly [Estimate | null, Estimate | null] {
  const both = [inSpan(spans, first), inSpan(spans, second)] as const;
  const [a, b] = both.map((one) => (one?.kind === 'estimate' ? one.correction : null));
  if (a === b) return both;
  return [
    balanceIn(measuredSpan(spans, first)?.counted, first),
    balanceIn(measuredSpan(spans, second)?.counted, second),
  ];
}

function measuredSpan(spans: readonly MeasuredSpan[], of: ClaimSpan): MeasuredSpan | undefined {
  const key = ({ first, second, regions }: ClaimSpan): string => JSON.stringify({ first, second, regions });
  return spans.find((one) => key(one) === key(of));
}

function balanceIn(contrasts: readonly SpanContrast[] | undefined, of: SpanPlace): Estimate | null {
  const found = contrasts?.find((one) => one.target === of.target && one.stratum['class'] === of.class);
  if (found === undefined) return null;
  return of.second === null ? found.before : found.effect;
}

/** A span as it stands in `boundTo`: its days, then its places. */
export function spanName({ first, second, regions }: ClaimSpan): string {
  const days = ({ start, end }: Period): string => `${start}..${end}`;
  const both = second === null ? days(first) : `${days(first)}−${days(second)}`;
  return regions === null ? both : `${both}/${regions.join('+')}`;
}

/** The days that spans are of. */
export function spanDays(spans: readonly ClaimSpan[]): Period[] {
  return spans.flatMap(({ first, second }) => (second === null ? [first] : [first, second]));
}
