import type { UnknownQuality } from '../../domain/annotator-quality.ts';
import type { Measure, NotEstimableReason } from '../../domain/estimate.ts';
import type { EventVerdict, Limit } from '../../domain/finding.ts';
import type { Voice } from '../../domain/mention.ts';
import type { RejectionReason } from '../../domain/record.ts';
import type { Count } from '../locale-format.ts';
import type { ChangeMessages } from './change-messages.ts';
import type { ClaimMessages } from './claim-messages.ts';
import type { ClassContrastMessages } from './class-contrast-messages.ts';
import type { CodingMessages } from './codings.ts';
import type { CoordinationMessages } from './coordination-messages.ts';
import type { DiscoveredMessages } from './discovered-messages.ts';
import type { DriverMessages } from './driver-messages.ts';
import type { ErrorBandMessages } from './error-band.ts';
import type { ExhibitMessages } from './exhibit-messages.ts';
import type { MixMessages } from './mix-messages.ts';
import type { PollMessages } from './poll-messages.ts';
import type { PrivacyMessages } from './privacy-messages.ts';

/** A limit in words: one heading for all of its kind, one line for each. */
interface LimitText {
  readonly title: string;
  /** Said once. */
  readonly body: string;
  /** One line for each such limit; empty where the body says it all. */
  readonly item: (fact: (name: string) => string, count: (name: string) => Count) => string;
}

/**
 * Every word of a report in one language. A missing message is a compile error. Labels from the study (targets,
 * classes, events) stand in quotation marks or after a colon, so that no language has to inflect them.
 */
export interface Messages {
  readonly lead: LeadMessages;
  readonly index: IndexMessages;
  readonly changes: ChangeMessages;
  readonly contrasts: ContrastMessages;
  readonly tests: EventTestMessages;
  readonly levels: LevelMessages;
  readonly drivers: DriverMessages;
  readonly claims: ClaimMessages;
  readonly privacy: PrivacyMessages;
  readonly classContrasts: ClassContrastMessages;
  readonly coordination: CoordinationMessages;
  readonly discovered: DiscoveredMessages;
  readonly errorBand: ErrorBandMessages;
  readonly gap: GapMessages;
  readonly mix: MixMessages;
  readonly polls: PollMessages;
  readonly volume: VolumeMessages;
  readonly exhibits: ExhibitMessages;
  readonly health: HealthMessages;
  readonly limits: LimitMessages;
  readonly voices: VoiceMessages;
  readonly codings: CodingMessages;
  readonly method: MethodMessages;
  readonly quality: QualityMessages;
  readonly reproduce: ReproduceMessages;
  /** Why a number is missing, in a few words. */
  readonly reason: Readonly<Record<NotEstimableReason, string>>;
  readonly rejection: Readonly<Record<RejectionReason, string>>;
  readonly measure: Readonly<Record<Measure, string>>;
  readonly word: WordMessages;
  /** Phrases that other stages put into a finding in English → this language; an unknown one stands as it is. */
  readonly phrase: Readonly<Record<string, string>>;
}

/** Words that several sections share. */
interface WordMessages {
  readonly points: (number: string) => string;
  readonly interval: (level: string) => string;
  readonly uncorrected: string;
  /** A study label inside a sentence. */
  readonly quoted: (label: string) => string;
  readonly target: string;
  readonly class: string;
  readonly period: string;
  readonly source: string;
  readonly documents: string;
  readonly mentions: string;
  readonly authors: string;
  readonly clusters: string;
  readonly effectiveSampleSize: string;
  readonly netBalance: string;
  readonly placebo: string;
  readonly everything: string;
  readonly authorsNotGiven: string;
  readonly nothing: string;
  /** Between the items of an inline enumeration. */
  readonly separator: string;
  readonly comma: string;
  readonly colon: string;
  readonly dataBehindChart: string;
  readonly dataBehindCharts: string;
  readonly bandKey: (level: string) => string;
  readonly noCollection: string;
  readonly tooFew: string;
  readonly hole: string;
  readonly declared: string;
  readonly rival: string;
}

/** First screen. */
interface LeadMessages {
  readonly eyebrow: string;
  readonly contents: string;
  readonly syntheticTitle: string;
  readonly syntheticBody: string;
  readonly question: string;
  readonly period: string;
  readonly bin: Readonly<Record<'day' | 'week' | 'month', string>>;
  readonly change: (p: { target: string; class: string; event: string; date: string }) => string;
  readonly level: (p: { target: string; class: string; period: string }) => string;
  readonly netBalance: string;
  readonly chart: string;
  readonly noNumber: string;
  readonly noNumberBecause: (reason: string, mentions: Count) => string;
  readonly fell: (low: string, high: string) => string;
  readonly rose: (low: string, high: string) => string;
  readonly changeUnclear: string;
  readonly moreAgainst: string;
  readonly moreInFavor: string;
  readonly levelUnclear: string;
  readonly comparison: (before: string, after: string) => string;
  readonly basis: (mentions: Count, clusters: Count) => string;
  /** No placebo difference of this comparison excludes zero. */
  readonly placebosStill: (compared: Count) => string;
  readonly placebosMoved: (p: {
    moved: Count;
    compared: Count;
    names: string;
    /** Share of differences that exclude zero by chance. */
    chance: string;
  }) => string;
  readonly notCause: string;
  /** Classes of the study that no document came from. */
  readonly missingClasses: (classes: string) => string;
  readonly inseparable: (events: string) => string;
  readonly colophon: (version: string, runId: string) => string;
}

/** Net balance over time. */
interface IndexMessages {
  readonly heading: string;
  readonly definition: string;
  readonly reading: (level: string) => string;
  readonly figure: (target: string) => string;
  readonly axis: string;
  /** In pieces divided by ` · `, so that the numbers of each series stand by themselves. */
  readonly description: (p: { measure: string; target: string; period: string; series: string }) => string;
  readonly descriptionSeries: (p: {
    name: string;
    estimable: Count;
    bins: Count;
    low: string;
    high: string;
  }) => string;
  readonly none: string;
  /** Series without any estimate, by their names. */
  readonly withoutValues: (names: string) => string;
  readonly withoutMentions: (names: string) => string;
  readonly noneEstimable: (figure: string) => string;
  readonly event: (label: string, date: string, kind: string) => string;
  /** Letters whose events are named under a chart above, by its title. */
  readonly eventsUnder: (letters: string, title: string) => string;
}

/** Before and after each event. */
interface ContrastMessages {
  readonly heading: string;
  readonly intro: (estimated: Count) => string;
  readonly none: string;
  readonly caption: (p: { event: string; date: string; kind: string; windowDays: Count }) => string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly mentionsBoth: string;
  readonly reading: string;
  readonly fall: string;
  readonly rise: string;
  readonly unclear: string;
  readonly expected: Readonly<Record<'rise' | 'fall' | 'none', string>>;
  readonly inseparable: (event: string, events: string) => string;
  /** Comparisons left out of the table because neither side can be estimated. */
  readonly neitherSide: (list: string) => string;
  readonly neitherSideItem: (p: { target: string; class: string; before: Count; after: Count }) => string;
}

/** Figures of a test, printed. */
interface EventTestFacts {
  /** Placebo dates with a smaller change, percent. */
  readonly share: string;
  /** None of the placebo dates has as large a change. */
  readonly isLargest: boolean;
  readonly dates: Count;
  readonly looks: Count;
  readonly probability: string;
  readonly detectable: string;
}

/** Tests of events. */
export interface EventTestMessages {
  readonly intro: (looks: Count) => string;
  readonly caption: (event: string) => string;
  readonly step: string;
  readonly probability: string;
  readonly unadjusted: (p: string) => string;
  readonly otherDates: string;
  readonly ofDates: (nAsLarge: Count, n: Count) => string;
  readonly detectable: string;
  readonly reading: string;
  readonly control: (label: string) => string;
  readonly placeboClass: string;
  readonly largest: (period: string) => string;
  readonly verdict: Readonly<Record<EventVerdict, string>>;
  /** What the test of labels says, beside a verdict on corrected numbers. */
  readonly ofLabels: (p: { readonly step: string; readonly verdict: string }) => string;
  /** Sentences of the first screen. */
  readonly lead: {
    readonly moved: (p: EventTestFacts) => string;
    readonly supported: string;
    readonly contradicted: string;
    readonly 'cannot-separate': (events: string) => string;
    readonly 'other-date': (period: string) => string;
    readonly gradual: string;
    readonly unconfirmed: (p: EventTestFacts) => string;
    readonly 'no-change-seen': (p: EventTestFacts) => string;
    readonly 'not-tested': string;
  };
}

/** Levels by target and class. */
interface LevelMessages {
  readonly heading: string;
  readonly introWhole: string;
  readonly introLast: string;
  readonly captionWhole: (period: string) => string;
  readonly captionLast: string;
  readonly none: string;
}

/** Difference between two classes. */
interface GapMessages {
  readonly heading: string;
  readonly intro: (first: string, second: string) => string;
  readonly method: string;
  readonly figure: (target: string, first: string, second: string) => string;
  /** Name of the line. */
  readonly line: (first: string, second: string) => string;
  readonly axis: string;
}

/** How well annotators agree with people. */
interface QualityMessages {
  readonly caption: (level: string) => string;
  readonly language: string;
  readonly coded: string;
  readonly macroF1: string;
  readonly calibrationError: string;
  readonly unknown: Readonly<Record<UnknownQuality['reason'], string>>;
}

/** Whose words. */
interface VoiceMessages {
  readonly heading: string;
  readonly intro: (counted: string) => string;
  readonly caption: string;
  readonly voice: Readonly<Record<Voice, string>>;
  readonly labels: (against: Count, favor: Count) => string;
}

/** Share of talk. */
interface VolumeMessages {
  readonly heading: string;
  readonly intro: string;
  readonly figure: (target: string) => string;
  readonly axis: string;
  readonly none: string;
}

/** Collection health. */
interface HealthMessages {
  readonly heading: string;
  readonly intro: string;
  readonly caption: string;
  readonly files: string;
  readonly records: string;
  readonly rejected: string;
  readonly inPeriod: string;
  readonly copies: string;
  readonly holes: string;
  readonly none: string;
  readonly coverage: string;
  readonly coverageDescription: (p: { sources: string; period: string; holes: Count }) => string;
  readonly coverageKey: readonly [string, string, string];
  readonly holeKey: string;
  readonly rejectedTitle: string;
  readonly rejectedItem: (source: string, reasons: string) => string;
  readonly missingTitle: string;
  readonly missingItem: (field: string, why: string) => string;
  readonly holesTitle: string;
  readonly holeItem: (source: string, period: string) => string;
}

/** What can and cannot be estimated. */
export interface LimitMessages {
  readonly heading: string;
  readonly intro: string;
  readonly estimableCaption: (bin: 'day' | 'week' | 'month') => string;
  readonly estimable: string;
  readonly why: string;
  readonly reasonCount: (reason: string, n: Count) => string;
  readonly of: (n: Count, total: Count) => string;
  readonly code: Readonly<Record<Limit['code'], LimitText>>;
}

/** Method statement. */
interface MethodMessages {
  readonly heading: string;
  readonly corpus: (p: { records: Count; documents: Count; sources: Count; period: string }) => string;
  readonly population: (classes: string) => string;
  readonly mention: (targets: string) => string;
  readonly copies: string;
  readonly annotator: (p: {
    layer: string;
    name: string;
    version: string;
    trainedOn: string | null;
  }) => string;
  readonly measure: (level: string) => string;
  readonly minimum: (mentions: Count, authors: Count) => string;
  readonly weights: (p: {
    copiesOnce: boolean;
    authorWeekCap: string | null;
    /** Sources with their factors, as a list. */
    sources: string | null;
  }) => string;
  readonly uncorrected: string;
  readonly events: (declared: Count, rivals: Count, looks: Count) => string;
  readonly placebo: (targets: string) => string;
  readonly estimators: (methods: string) => string;
}

/** How to make the finding again. */
interface ReproduceMessages {
  readonly heading: string;
  readonly intro: string;
  readonly study: string;
  readonly runId: string;
  readonly configDigest: string;
  readonly recordsDigest: (records: Count) => string;
  readonly recordsRoot: string;
  readonly seed: string;
  readonly version: string;
  readonly stages: string;
  readonly annotators: string;
}
