import type { AnnotatorQuality } from './annotator-quality.ts';
import type { ChangePoint, Trend } from './change-point.ts';
import type { ClassContrast } from './class-contrast.ts';
import type { CodingsSummary } from './coding.ts';
import type { Decomposition } from './decomposition.ts';
import type { Estimate, EstimateVariant, Measure, Period, Series } from './estimate.ts';
import type { Voice } from './mention.ts';
import type { MentionWeights } from './mention-weights.ts';
import type { PollPanel } from './poll.ts';
import type { ReferenceMix } from './reference-mix.ts';

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
  readonly claims: readonly never[];
  readonly exhibits: readonly Exhibit[];
  /** Mentions by whose words they stand in; absent in findings made before it was told. */
  readonly voices?: readonly VoiceCount[];
  /** What is known of the annotators' errors; absent in findings made before it was kept. */
  readonly annotatorQuality?: readonly AnnotatorQuality[];
  /** Mentions that people coded; absent where none was drawn for coding. */
  readonly codings?: CodingsSummary;
  /** Polls set beside series; absent where the study names none. */
  readonly polls?: readonly PollPanel[];
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
  readonly targets: readonly { id: string; label: string; placebo: boolean }[];
  readonly classes: readonly { id: string; label: string }[];
  readonly sources: readonly { id: string; label: string; class: string; adapter: string }[];
  readonly themes: readonly { id: string; label: string }[];
  readonly configDigest: string;
  /** Whose words count; absent in findings made before it could be chosen, which counted the authors' own. */
  readonly voices?: readonly Voice[];
}

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
  /** SHA-256 over the sorted hashes of all records used. */
  readonly recordsDigest: string;
  readonly nRecords: number;
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
  /** Days on each side of the event that were compared. */
  readonly windowDays: number;
  readonly before: Estimate;
  readonly after: Estimate;
  /** After − before, clustered by author and copy cluster. */
  readonly effect: Estimate;
  /** The effect estimated in other ways; absent where there is no other. */
  readonly variants?: readonly EstimateVariant[];
  readonly pPlacebo: number | null;
  readonly looks: number;
  readonly verdict: 'not-tested' | 'not-estimable' | 'cannot-separate';
  /** Other declared or rival events inside the compared window. */
  readonly inseparableFrom: readonly string[];
}

/** A quoted post, chosen by a stated rule. */
export interface Exhibit {
  readonly documentId: string;
  readonly recordHash: string;
  readonly target: string;
  readonly class: string;
  readonly source: string;
  readonly side: 'against' | 'favor';
  readonly rule: string;
  readonly seed: number;
  readonly publishedAt: string;
  readonly precision: string;
  readonly language: string;
  /** The sentence around the mention, as it stands in the normalized text. */
  readonly text: string;
  /** Offsets of `text` in the document, UTF-16 units, half-open. */
  readonly start: number;
  readonly end: number;
  /** The sentence goes on before or after `text`: it was cut for its length. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
  /** Offsets of the target inside `text`. */
  readonly mention: { readonly start: number; readonly end: number };
  /** The annotator's probability for the side shown, 0–1. */
  readonly probability: number;
  readonly nCopies: number;
  readonly url: string | null;
}

/** Mentions of one target in one stratum in one kind of words, inside the period, with the labels as given. */
export interface VoiceCount {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly voice: Voice;
  readonly nMentions: number;
  readonly nAgainst: number;
  readonly nFavor: number;
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
  readonly nMentions: number;
  readonly nAuthors: number;
  readonly nCopies: number;
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
    | 'codings-outgrown';
  readonly parameters: Readonly<Record<string, string | number>>;
}
