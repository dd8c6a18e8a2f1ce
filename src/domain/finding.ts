import type { AnnotatorQuality } from './annotator-quality.ts';
import type { Coordination } from './campaign.ts';
import type { ChangePoint, Trend } from './change-point.ts';
import type { Claim } from './claim.ts';
import type { ClassContrast } from './class-contrast.ts';
import type { CodingsSummary } from './coding.ts';
import type { Decomposition } from './decomposition.ts';
import type { DiscoveredThemes, NoDiscoveredThemes } from './discovered-theme.ts';
import type { Estimate, EstimateVariant, Interval, Measure, Period, Series } from './estimate.ts';
import type { Exhibit } from './exhibit.ts';
import type { Voice } from './mention.ts';
import type { MentionWeights } from './mention-weights.ts';
import type { PollPanel } from './poll.ts';
import type { FindingPrivacy } from './privacy.ts';
import type { ReferenceMix } from './reference-mix.ts';
import type { RegionBalances } from './region-balance.ts';
import type { Speaker } from './speaker.ts';

/** The promise to other programs: `finding.json`. Names do not change; lists may fill. */
export interface Finding {
  readonly schema: 'groundswell-finding/1';
  /** True when the posts were generated; every rendering says so. */
  readonly synthetic: boolean;
  readonly study: FindingStudy;
  readonly manifest: FindingManifest;
  readonly headline: Headline;
  readonly series: readonly Series[];
  /** Levels over the whole period of the study; absent in findings made before they were measured. */
  readonly levels?: readonly Level[];
  readonly changePoints: readonly ChangePoint[];
  /** Smoothed levels and what is known of the course of each series; absent in findings made before they were measured. */
  readonly trends?: readonly Trend[];
  readonly events: readonly EventContrast[];
  readonly decompositions: readonly Decomposition[];
  /** Classes beside each other; absent in findings made before they were compared. */
  readonly classContrasts?: readonly ClassContrast[];
  /** Themes that the corpus shows, by target and language; absent in findings made before they were sought. */
  readonly discoveredThemes?: readonly (DiscoveredThemes | NoDiscoveredThemes)[];
  /** Net balance by region, exploratory; absent where no post has a region. */
  readonly regions?: readonly RegionBalances[];
  /** Accounts that act alike; absent where none were sought. */
  readonly coordination?: Coordination;
  /** Statements of the study with their verdicts. */
  readonly claims: readonly Claim[];
  readonly exhibits: readonly Exhibit[];
  /** Mentions by whose words they stand in; absent in findings made before it was told. */
  readonly voices?: readonly VoiceCount[];
  /** What is known of the annotators' errors; absent in findings made before it was kept. */
  readonly annotatorQuality?: readonly AnnotatorQuality[];
  /** Mentions that people coded; absent where none was drawn for coding. */
  readonly codings?: CodingsSummary;
  /** Polls set beside series; absent where the study names none. */
  readonly polls?: readonly PollPanel[];
  /** What the codings say of the annotator where they correct it; absent where nothing is corrected. */
  readonly corrections?: readonly StanceCorrection[];
  readonly health: readonly SourceHealth[];
  readonly limits: readonly Limit[];
}

/** What was asked, as the reader of a finding needs it. */
export interface FindingStudy {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly period: Period;
  readonly bin: 'day' | 'week' | 'month';
  readonly language: 'en' | 'ru' | 'zh';
  readonly confidenceLevel: number;
  readonly minimumMentions: number;
  readonly minimumAuthors: number;
  /** Absent in findings made before there were any: each mention counted 1. */
  readonly weights?: MentionWeights;
  /** Class → dimension → shares of the fixed mix; absent in findings made before there was one. */
  readonly referenceMix?: ReferenceMix;
  /** `aliases` and `exclude`, by language, are absent in findings made before they were kept. */
  readonly targets: readonly {
    id: string;
    label: string;
    placebo: boolean;
    aliases?: Readonly<Record<string, readonly string[]>>;
    exclude?: Readonly<Record<string, readonly string[]>>;
  }[];
  /** `speaker` is absent in findings made before it was declared. */
  readonly classes: readonly { id: string; label: string; speaker?: Speaker }[];
  readonly sources: readonly { id: string; label: string; class: string; adapter: string }[];
  readonly themes: readonly { id: string; label: string }[];
  readonly configDigest: string;
  /** What is quoted and how long records are kept; absent in findings made before it was. */
  readonly privacy?: FindingPrivacy;
  /** Whose words count; absent in findings made before it could be chosen, which counted the authors' own. */
  readonly voices?: readonly Voice[];
}

/** What stands for all records of a run. */
export type RecordDigests = Required<
  Pick<FindingManifest, 'recordsDigest' | 'nRecords' | 'recordsRoot' | 'sourceRoots'>
>;

/** What the finding was made from and with. Nothing here depends on the clock or the machine. */
export interface FindingManifest {
  /** Digest of the records, the study and the stage versions: equal ids mean equal findings. */
  readonly runId: string;
  readonly version: string;
  readonly stages: Readonly<Record<string, string>>;
  readonly annotators: readonly {
    layer: string;
    /** A model inside the program, labels that came with the records, a program, or a service; absent in older findings. */
    kind?: AnnotatorKind;
    name: string;
    version: string;
    trainedOn: readonly string[];
  }[];
  readonly seed: number;
  /** SHA-256 of what the study declares before measuring; absent in findings made before it was kept. */
  readonly planDigest?: string;
  /** SHA-256 over sums of digests of all records used: parts can be added up in any order. */
  readonly recordsDigest: string;
  readonly nRecords: number;
  /** Merkle root over `sourceRoots`; absent in findings made before it was kept. */
  readonly recordsRoot?: string;
  /** Merkle root over the record hashes of each source that has records, by source id; absent with `recordsRoot`. */
  readonly sourceRoots?: readonly { source: string; root: string; nRecords: number }[];
}

/** How labels came about. */
type AnnotatorKind = 'linear' | 'column' | 'program' | 'onnx' | 'endpoint';

/** The first number a reader sees: one target's change at one event, or its level when no event is declared. */
export interface Headline {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly event: string | null;
  readonly estimate: Estimate;
}

/** One measure of one target in one stratum over the whole period of the study. */
export interface Level {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly measure: Measure;
  readonly estimate: Estimate;
  /** The same estimated in other ways; absent where there is no other. */
  readonly variants?: readonly EstimateVariant[];
}

/** Net balance of one target before and after an event, and the difference. */
export interface EventContrast {
  readonly event: string;
  readonly label: string;
  readonly kind: 'declared' | 'rival';
  readonly date: Period;
  readonly expected: 'rise' | 'fall' | 'none' | null;
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  /** The event is not expected to have moved it: a placebo target or class. Absent in findings made before it was told. */
  readonly isPlacebo?: boolean;
  /** Days on each side of the event that were compared. */
  readonly windowDays: number;
  readonly before: Estimate;
  readonly after: Estimate;
  /** After − before, clustered by author and copy cluster. */
  readonly effect: Estimate;
  /** The effect estimated in other ways; absent where there is no other. */
  readonly variants?: readonly EventVariant[];
  /** p-value of the step against series without an event; null where it was not tested. */
  readonly pPlacebo: number | null;
  /** The same adjusted for all looks by the largest |z|, and by the false discovery rate. */
  readonly pAdjusted?: number | null;
  readonly qValue?: number | null;
  /** Tests made in the finding. */
  readonly looks: number;
  readonly verdict: EventVerdict;
  /** Other events that explain the change about as well; where it was not tested, all inside the compared window. */
  readonly inseparableFrom: readonly string[];
  /** Change of level at the event in the series of periods. */
  readonly step?: Estimate;
  /** Target or class whose series was subtracted before the step was estimated; null = none. */
  readonly control?: string | null;
  /** The smallest step that this test would have shown in four of five such series; null where it was not tested. */
  readonly minimumDetectableEffect?: number | null;
  readonly placebo?: EventPlacebos | null;
  /** When the series changed most, if it did. */
  readonly changeDate?: { readonly date: Period; readonly dateInterval: Period } | null;
}

/** An effect estimated in another way; with the test on labels as they are counted, where the event's own is corrected. */
interface EventVariant extends EstimateVariant {
  readonly test?: EventTestSummary;
}

/** What the test of an event says. */
export interface EventTestSummary {
  readonly step?: Estimate;
  readonly pPlacebo: number | null;
  readonly pAdjusted: number | null;
  readonly qValue: number | null;
  readonly verdict: EventVerdict;
  readonly minimumDetectableEffect: number | null;
  readonly placebo: EventPlacebos | null;
}

/**
 * What may be said of an event: `supported` = a change at its date that no other event explains; `contradicted` = the same, against
 * the stated expectation; `cannot-separate` = a change that another event explains as well; `other-date` = a change in the
 * window, but another date explains it better; `gradual` = a change that a steady drift explains as well; `unconfirmed` = the labels changed, the corrected numbers do not show that
 * what people say did; `no-change-seen`; `not-tested` = too few periods; `not-estimable`.
 */
export type EventVerdict =
  | 'supported'
  | 'contradicted'
  | 'cannot-separate'
  | 'other-date'
  | 'gradual'
  | 'unconfirmed'
  | 'no-change-seen'
  | 'not-tested'
  | 'not-estimable';

/** What the step was compared with. */
interface EventPlacebos {
  /** Series drawn without an event, and those with a step as large in standard errors. */
  readonly nSeries: number;
  readonly nSeriesAsLarge: number;
  /** Other dates of the same series, and those with a step as large. */
  readonly nDates: number;
  readonly nDatesAsLarge: number;
}

/** How the net balances and shares of one target in one stratum are corrected by codings, and what the codings say of the labels. */
export interface StanceCorrection {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  /** Codings that correct. */
  readonly nCoded: number;
  /** How far the annotator's probabilities are relied on, 0–1; tuned for the smallest variance. */
  readonly lambda: number;
  /** Net balance of the labels minus that of the codings, on the mentions that stand for all. */
  readonly netError: Bounded;
  /** The stretch of time in which the net error differs most from the rest; null where codings are too few to compare. */
  readonly drift: NetErrorDrift | null;
}

/** A value with its interval. */
interface Bounded {
  readonly value: number;
  readonly interval: Interval;
}

/** How the net error in a stretch of time differs from that of the rest. */
interface NetErrorDrift {
  readonly period: Period;
  readonly difference: Bounded;
  /** Adjusted for the stretches, targets and strata compared (Bonferroni). */
  readonly pValue: number;
}

/** Mentions of one target in one stratum in one kind of words, inside the period, with the labels as given. */
export interface VoiceCount {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly voice: Voice;
  /** Null = withheld: fewer than ten authors could be told. */
  readonly nMentions: number | null;
  readonly nAgainst: number | null;
  readonly nFavor: number | null;
  /** Absent in findings made before they were counted. */
  readonly nAuthors?: number | null;
}

/** What came in from a source, what was used and where collection has holes. */
export interface SourceHealth {
  readonly source: string;
  readonly class: string;
  readonly nFiles: number;
  readonly recordsIn: number;
  readonly documents: number;
  readonly rejected: number;
  readonly rejectedByReason: Readonly<Record<string, number>>;
  /** Documents whose time is known less well than to the bin: they stand in no period. */
  readonly documentsUndated: number;
  readonly documentsInPeriod: number;
  /** Null = withheld: fewer than ten authors could be told. */
  readonly nMentions: number | null;
  readonly nAuthors: number | null;
  readonly nCopies: number | null;
  /** Periods in which the source gave no document although it did before and after. */
  readonly holes: readonly Period[];
  /** Documents per bin of the study. */
  readonly coverage: readonly { readonly period: Period; readonly nDocuments: number }[];
  /** Fields this source does not give, with the reason. */
  readonly missingFields: Readonly<Record<string, string>>;
}

/** A reason to doubt the finding, as a code with its facts; the report words it. */
export interface Limit {
  readonly code:
    | 'uncorrected'
    | 'synthetic'
    | 'no-population'
    | 'class-missing'
    | 'hole'
    | 'no-authors'
    | 'few-mentions'
    | 'sampling-only'
    | 'rejected'
    | 'rivals-inside-window'
    | 'coarse-time'
    | 'unusable-labels'
    | 'abstained'
    | 'unlike-training'
    | 'placebo-moved'
    | 'collection-shift'
    | 'codings-unmatched'
    | 'codings-incomplete'
    | 'codings-outgrown'
    | 'few-codings'
    | 'pooled-rectifier'
    | 'tested-on-labels'
    | 'annotator-drift'
    | 'untranslated';
  readonly parameters: Readonly<Record<string, string | number>>;
}
