import { CLAIM_RULES, type Claim, type ClaimPart } from '../domain/claim.ts';
import { holm } from '../stats/holm.ts';
import type { ClaimConfig, MeasuredClaim } from '../study/claim-config.ts';
import type { StudyConfig } from '../study/config.ts';
import { cellCounts } from './cell-counts.ts';
import { changeNumbers, driverNumber, orderNumbers } from './change-claimed.ts';
import { classesOfClaim } from './claim-classes.ts';
import type { ClaimNumber, ClaimNumbers } from './claim-numbers.ts';
import {
  atMost,
  type ClaimProbabilities,
  type ClaimReading,
  decidingPart,
  enoughParts,
  readNumber,
} from './claim-verdict.ts';
import { gapNumber, levelNumbers, omissionNumber } from './compare-claimed.ts';
import { spanGapNumbers, trendNumbers } from './period-claimed.ts';
import type { ReadParts } from './share-of-parts.ts';
import { readShare } from './share-of-parts.ts';
import { wouldChange } from './would-change.ts';

/** What claims are tested with. */
interface ClaimOptions {
  readonly study: Pick<StudyConfig, 'claims' | 'measure'>;
  readonly numbers: ClaimNumbers;
}

/** Every claim of the study with its verdict, in the order of the study file; each counts for all. */
export function testClaims({ study, numbers }: ClaimOptions): Claim[] {
  const alpha = 1 - study.measure.confidenceLevel;
  const found = study.claims.map((claim) => ({ claim, parts: numbersOf(claim, numbers) }));
  const tested = found.map(({ claim, parts }) => wholeTest(parts, leastParts(claim, parts.length)));
  const family = tested.flatMap((one, i) => (one === null || one.isCounted ? [] : [i]));
  const pFor = holm(family.map((i) => (tested[i] as ClaimProbabilities).pFor));
  const pAgainst = holm(family.map((i) => (tested[i] as ClaimProbabilities).pAgainst));
  return found.map(({ claim, parts }, i) => {
    const place = family.indexOf(i);
    const own = tested[i] ?? null;
    const isCounted = place < 0 || own === null;
    const whole = isCounted
      ? own
      : { ...own, pFor: pFor[place] as number, pAgainst: pAgainst[place] as number };
    const nTests = Math.max(1, family.length);
    return describeClaim(claim, parts, { whole, alpha, nTests, study, numbers });
  });
}

function numbersOf(claim: ClaimConfig, numbers: ClaimNumbers): ClaimNumber[] {
  switch (claim.kind) {
    case 'change':
      return changeNumbers(claim, numbers);
    case 'trend':
      return trendNumbers(claim, numbers);
    case 'level':
      return levelNumbers(claim, numbers);
    case 'gap': {
      const inSpans = spanGapNumbers(claim, numbers);
      return inSpans.length > 0 ? inSpans : [gapNumber(claim, numbers)];
    }
    case 'driver':
      return [driverNumber(claim, numbers)];
    case 'order':
      return orderNumbers(claim, numbers);
    case 'omission':
      return [omissionNumber(claim, numbers)];
    default:
      return [];
  }
}

/** In how many of its parts a claim must hold. */
function leastParts(claim: ClaimConfig, nParts: number): number {
  const share = claim.kind === 'level' ? (claim.inAtLeast ?? 1) : 1;
  return share === 1 ? nParts : Math.ceil(share * nParts - 1e-9);
}

/** The test of a claim over its parts; null where no part was tested. A part without a test cannot support the whole. */
function wholeTest(parts: readonly ClaimNumber[], least: number): WholeTest | null {
  const made = parts.flatMap(({ test }) => test ?? []);
  if (made.length === 0) return null;
  if (least < parts.length) {
    const unknown = { pFor: 1, pAgainst: 1 };
    const tests = parts.map(({ test, bandHolds }) => (bandHolds ? (test ?? unknown) : unknown));
    return { ...enoughParts(tests, least), isCounted: false, nParts: parts.length, least };
  }
  const { pFor, pAgainst } = enoughParts(made);
  return {
    least,
    pFor: made.length < parts.length ? 1 : pFor,
    pAgainst,
    isCounted: parts.every((part) => part.isCounted),
    nParts: parts.length,
  };
}

interface WholeTest extends ClaimProbabilities {
  /** In how many of its parts the claim must hold. */
  readonly least: number;
  readonly isCounted: boolean;
  readonly nParts: number;
}

interface Described {
  readonly whole: WholeTest | null;
  readonly alpha: number;
  /** Claims that count for each other. */
  readonly nTests: number;
  readonly study: Pick<StudyConfig, 'measure'>;
  readonly numbers: ClaimNumbers;
}

function describeClaim(claim: ClaimConfig, parts: readonly ClaimNumber[], options: Described): Claim {
  const { whole } = options;
  const common = { id: claim.id, text: claim.text, kind: claim.kind, target: claim.target };
  if (parts.length === 0) return { ...common, ...UNMEASURED };
  const { readings, whole: reading, deciding } = readParts(parts, options);
  const order = [deciding, ...parts.keys().filter((i) => i !== deciding)];
  const part = parts[deciding] as ClaimNumber;
  const { nDocuments, nAuthors, nClusters } = cellCounts(part.estimate);
  return {
    ...common,
    classes: classesOfClaim(claim as MeasuredClaim),
    ...reading,
    because: CLAIM_RULES[reading.rule],
    effect: part.estimate,
    threshold: part.threshold,
    pFor: whole?.pFor ?? null,
    pAgainst: whole?.pAgainst ?? null,
    nDocuments,
    nAuthors,
    nClusters,
    parts: order.map((i) => partOf(parts[i] as ClaimNumber, readings[i] as ClaimReading)),
    wouldChange: wouldChange(part, reading, options),
  };
}

const UNMEASURED = {
  classes: [],
  verdict: null,
  rule: 'unmeasured',
  because: CLAIM_RULES.unmeasured,
  effect: null,
  threshold: null,
  pFor: null,
  pAgainst: null,
  nDocuments: 0,
  nAuthors: 0,
  nClusters: 0,
  parts: [],
  wouldChange: [],
} as const;

/** What the parts and the whole say, and which part decides. */
function readParts(parts: readonly ClaimNumber[], options: Described): ReadParts {
  const { whole, alpha, nTests } = options;
  if (whole !== null && whole.least < parts.length) return readShare(parts, { ...whole, alpha, nTests });
  const least = Math.min(...parts.map(({ test }) => test?.pAgainst ?? 1));
  const readings = parts.map((part) => readPart(part, { ...options, least }));
  const deciding = decidingPart(readings.map((one, i) => ({ ...one, test: parts[i]?.test ?? null })));
  return { readings, deciding, whole: readings[deciding] as ClaimReading };
}

/**
 * What one part says, all claims counted. Where the whole is shown, every part is; else a part must be clear by itself with all claims
 * counted (Bonferroni), so that the weakest one never is. Of a contradiction likewise.
 */
function readPart(
  { test, settled, bandHolds, isCounted }: ClaimNumber,
  { whole, alpha, nTests, least }: Described & { readonly least: number },
): ClaimReading {
  if (test === null || whole === null) return settled ?? { verdict: 'not-estimable', rule: 'too-little' };
  const alone = (p: number, n: number): number => Math.min(1, p * n);
  const counted = {
    pFor: whole.pFor <= alpha ? whole.pFor : alone(test.pFor, nTests),
    pAgainst: test.pAgainst === least ? whole.pAgainst : alone(test.pAgainst, nTests * whole.nParts),
  };
  const reading = atMost(readNumber(isCounted ? test : counted, { alpha, bandHolds }), settled);
  const isOfEvent = isCounted && settled !== null && reading.verdict === settled.verdict;
  return isOfEvent && reading.rule !== 'annotator-error' ? settled : reading;
}

function partOf(
  { boundTo, classes, measure, estimate, threshold, ratio }: ClaimNumber,
  reading: ClaimReading,
): ClaimPart {
  return {
    boundTo,
    classes,
    measure,
    estimate,
    threshold,
    ...(ratio === undefined ? {} : { ratio }),
    ...reading,
  };
}
