import type { Series } from '../domain/estimate.ts';
import type { Finding, Limit } from '../domain/finding.ts';
import type { Multiverse } from '../domain/multiverse.ts';

/** Where an error may come from, from the world to the number: total survey error, read for posts. */
export const ERROR_SOURCES = ['coverage', 'platform', 'selection', 'measurement', 'adjustment'] as const;

/** One of {@link ERROR_SOURCES}. */
export type ErrorSource = (typeof ERROR_SOURCES)[number];

/** The source of error that a limit belongs to; a limit without one is a compile error. */
const SOURCE_OF_LIMIT: Readonly<Record<Limit['code'], ErrorSource>> = {
  synthetic: 'coverage',
  'no-population': 'coverage',
  'class-missing': 'coverage',
  'no-authors': 'platform',
  'coarse-time': 'platform',
  hole: 'selection',
  'collection-shift': 'selection',
  rejected: 'selection',
  'few-mentions': 'selection',
  uncorrected: 'measurement',
  'unusable-labels': 'measurement',
  abstained: 'measurement',
  'unlike-training': 'measurement',
  'annotator-drift': 'measurement',
  untranslated: 'measurement',
  'sampling-only': 'adjustment',
  'few-codings': 'adjustment',
  'pooled-rectifier': 'adjustment',
  'tested-on-labels': 'adjustment',
  'codings-unmatched': 'adjustment',
  'codings-incomplete': 'adjustment',
  'codings-outgrown': 'adjustment',
  'rivals-inside-window': 'adjustment',
  'placebo-moved': 'adjustment',
};

/** Something that may be looked at before a number is believed. */
interface ErrorCheck {
  readonly source: ErrorSource;
  /** Limits that it raises; while one of them stands in the finding, it says itself what was found. */
  readonly raises: readonly Limit['code'][];
  /** Whether the finding holds what this check needs; no finding does for what the program cannot look at. */
  readonly isMade: (finding: Finding, multiverse: Multiverse | null) => boolean;
}

const hasHealth = ({ health }: Finding): boolean => health.length > 0;
const never = (): boolean => false;

const CHECKS = {
  classes: { source: 'coverage', raises: ['class-missing'], isMade: hasHealth },
  polls: { source: 'coverage', raises: [], isMade: ({ polls }) => (polls ?? []).length > 0 },
  nonWriters: { source: 'coverage', raises: [], isMade: never },
  authors: { source: 'platform', raises: ['no-authors'], isMade: hasHealth },
  times: { source: 'platform', raises: ['coarse-time'], isMade: hasHealth },
  alike: { source: 'platform', raises: [], isMade: ({ coordination }) => coordination !== undefined },
  deleted: { source: 'platform', raises: [], isMade: never },
  ranking: { source: 'platform', raises: [], isMade: never },
  holes: { source: 'selection', raises: ['hole'], isMade: hasHealth },
  density: { source: 'selection', raises: ['collection-shift'], isMade: hasHealth },
  records: { source: 'selection', raises: ['rejected'], isMade: hasHealth },
  periods: { source: 'selection', raises: ['few-mentions'], isMade: ({ series }) => series.some(isBalance) },
  unnamed: { source: 'selection', raises: [], isMade: never },
  labels: { source: 'measurement', raises: ['unusable-labels', 'abstained'], isMade: hasHealth },
  wording: {
    source: 'measurement',
    raises: ['unlike-training'],
    isMade: ({ manifest }) =>
      manifest.annotators.some(({ layer, kind }) => layer === 'stance' && kind === 'linear'),
  },
  agreement: {
    source: 'measurement',
    raises: [],
    isMade: ({ annotatorQuality }) => (annotatorQuality ?? []).some(({ kind }) => kind === 'measured'),
  },
  drift: {
    source: 'measurement',
    raises: ['annotator-drift'],
    isMade: ({ corrections }) => (corrections ?? []).some(({ drift }) => drift !== null),
  },
  voices: { source: 'measurement', raises: [], isMade: ({ voices }) => (voices ?? []).length > 0 },
  irony: { source: 'measurement', raises: [], isMade: never },
  codings: {
    source: 'adjustment',
    raises: [
      'few-codings',
      'pooled-rectifier',
      'codings-unmatched',
      'codings-incomplete',
      'codings-outgrown',
    ],
    isMade: ({ corrections }) => (corrections ?? []).length > 0,
  },
  mix: {
    source: 'adjustment',
    raises: [],
    isMade: ({ levels }) =>
      (levels ?? []).some(({ variants = [] }) =>
        variants.some(({ estimate }) => estimate.kind === 'estimate' && estimate.mix === 'fixed'),
      ),
  },
  rivals: {
    source: 'adjustment',
    raises: ['rivals-inside-window'],
    isMade: ({ events }) => events.some(({ kind }) => kind === 'rival'),
  },
  placebos: {
    source: 'adjustment',
    raises: ['placebo-moved'],
    isMade: ({ events, study }) =>
      events.some(
        ({ isPlacebo, target, effect }) =>
          (isPlacebo ?? study.targets.some(({ id, placebo }) => placebo && id === target)) &&
          effect.kind === 'estimate',
      ),
  },
  choices: { source: 'adjustment', raises: [], isMade: (_, multiverse) => multiverse !== null },
  population: { source: 'adjustment', raises: [], isMade: never },
} as const satisfies Readonly<Record<string, ErrorCheck>>;

/** Name of something that may be looked at. */
export type ErrorCheckName = keyof typeof CHECKS;

/** One source of error with what the finding says of it; what it does not say is named too. */
export interface ErrorSourceView {
  readonly source: ErrorSource;
  readonly limits: readonly Limit[];
  /** Looked at, and no limit stands for it. */
  readonly clear: readonly ErrorCheckName[];
  readonly unexamined: readonly ErrorCheckName[];
}

/** All sources of error in their order, none left out. */
export function viewErrorSources(finding: Finding, multiverse: Multiverse | null): ErrorSourceView[] {
  const raised = new Set(finding.limits.map(({ code }) => code));
  const checks = Object.entries(CHECKS) as [ErrorCheckName, ErrorCheck][];
  return ERROR_SOURCES.map((source) => {
    const own = checks.filter(([, check]) => check.source === source);
    const quiet = own.filter(([, { raises }]) => !raises.some((code) => raised.has(code)));
    const names = (isMade: boolean): ErrorCheckName[] =>
      quiet.filter(([, check]) => check.isMade(finding, multiverse) === isMade).map(([name]) => name);
    return {
      source,
      limits: finding.limits.filter(({ code }) => SOURCE_OF_LIMIT[code] === source),
      clear: names(true),
      unexamined: names(false),
    };
  });
}

function isBalance({ measure }: Series): boolean {
  return measure === 'net-balance';
}
