import type { Period } from '../domain/estimate.ts';
import type { FieldMapping } from '../domain/field-mapping.ts';
import type { Voice } from '../domain/mention.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import type { POLL_MEASURES } from '../domain/poll.ts';
import type { ReferenceMix } from '../domain/reference-mix.ts';
import type { PrivacyProfile, Speaker } from '../domain/speaker.ts';
import type { StanceLabel } from '../domain/stance.ts';
import type { DecompositionForm } from '../stats/change-decomposition.ts';
import type { ClaimConfig } from './claim-config.ts';
import type { EndpointConfig } from './endpoint-config.ts';
import type { TranslationConfig } from './translation-config.ts';

/** Languages of reports. */
export const REPORT_LANGUAGES = ['en', 'ru', 'zh'] as const;

/** Written language of the report. */
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** Width of a time bin. Weeks begin on Monday; the first and last bin are cut at the period. */
export type Bin = 'day' | 'week' | 'month';

/** Words per language code (`ru`, `zh`, `en`, …). `und` = any language. */
export type TermsByLanguage = Readonly<Record<string, readonly string[]>>;

/** A complete study: every default filled, every path resolved. Made only by `parseStudy`. */
export interface StudyConfig {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly language: ReportLanguage;
  readonly synthetic: boolean;
  readonly period: Period;
  readonly bin: Bin;
  readonly seed: number;
  readonly targets: readonly TargetConfig[];
  readonly classes: readonly ClassConfig[];
  readonly sources: readonly SourceConfig[];
  readonly themes: readonly ThemeConfig[];
  readonly events: readonly EventConfig[];
  readonly claims: readonly ClaimConfig[];
  readonly weights: MentionWeights;
  readonly referenceMix: ReferenceMix;
  readonly polls: readonly PollConfig[];
  readonly regionTiers: readonly RegionTierConfig[];
  readonly measure: MeasureConfig;
  readonly discoveredThemes: DiscoveredThemesConfig;
  readonly coordination: CoordinationConfig;
  readonly annotators: AnnotatorsConfig;
  readonly privacy: PrivacyConfig;
  /** Folder of codings by people, relative to the study; null = `codings`, where there is one. Not part of the digest: what is in it is. */
  readonly codings: string | null;
  /** Absolute path of the folder that holds the study file. */
  readonly folder: string;
  /** SHA-256 of the complete configuration, without paths of this machine. */
  readonly digest: string;
}

/** Something people take a stance toward. */
export interface TargetConfig {
  readonly id: string;
  readonly label: string;
  /** A placebo target is measured like the others and should not move. */
  readonly placebo: boolean;
  readonly aliases: TermsByLanguage;
  /** Longer words that hold an alias and are not the target (Китай-город, 印度尼西亚). */
  readonly exclude: TermsByLanguage;
}

/** Regions that stand together in an order of the study. */
export interface RegionTierConfig {
  readonly id: string;
  readonly label: string;
  /** As the posts have them, or codes of ISO 3166-2; `rest` = all that no other tier names. */
  readonly regions: readonly string[];
}

/** A kind of speaker. Classes are never pooled silently. */
export interface ClassConfig {
  readonly id: string;
  readonly label: string;
  readonly speaker: Speaker;
}

/** Where a source's records are and how to read them. */
export interface SourceConfig {
  readonly id: string;
  readonly label: string;
  readonly adapter: string;
  /** Path or glob patterns, relative to the study folder. */
  readonly paths: readonly string[];
  readonly class: string;
  /** Kind of text, for annotators that tell kinds apart. */
  readonly domain: string;
  readonly language: string | null;
  readonly region: string | null;
  /** IANA zone in which clock times without an offset are read, and in which a day begins. */
  readonly timeZone: string;
  /** Character encoding; null = detected. */
  readonly encoding: string | null;
  /** Our field → the record's field or fields. Empty = the adapter's own names. */
  readonly fields: FieldMapping;
  /** Options of the adapter, checked by its own schema. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Share of rejected records above which the run stops; 0–1. */
  readonly rejectLimit: number;
  /** Run on when no file matches. */
  readonly optional: boolean;
}

/** A subject of the codebook, found by its terms. */
export interface ThemeConfig {
  readonly id: string;
  readonly label: string;
  readonly terms: TermsByLanguage;
}

/** Something that happened, named before the data are read. */
export interface EventConfig {
  readonly id: string;
  readonly label: string;
  readonly date: Period;
  readonly kind: 'declared' | 'rival';
  readonly expected: 'rise' | 'fall' | 'none' | null;
  /** Targets the event is about; empty = all. */
  readonly targets: readonly string[];
  /** Classes that the event cannot have reached: placebos. */
  readonly placeboClasses: readonly string[];
  /** Target or class that the event did not reach: its series is subtracted; null = none. */
  readonly control: string | null;
}

/** A poll that is set beside a series. */
export interface PollConfig {
  readonly id: string;
  readonly label: string;
  /** CSV file, relative to the study folder. */
  readonly path: string;
  readonly target: string;
  readonly class: string;
  /** What the poll's value is, and the measure of the series. */
  readonly measure: (typeof POLL_MEASURES)[number];
}

/** How themes are sought that the corpus itself shows. */
interface DiscoveredThemesConfig {
  /** Most themes of one target in one language; 0 = none are sought. */
  readonly most: number;
}

/** How accounts are sought that act alike. */
interface CoordinationConfig {
  readonly detect: boolean;
  /** Things that two accounts must have done together. */
  readonly fewestActions: number;
  /** Accounts of the smallest campaign. */
  readonly fewestAuthors: number;
}

/** How cells are measured. */
export interface MeasureConfig {
  /** Nominal coverage of intervals, 0–1. */
  readonly confidenceLevel: number;
  /** Fewer mentions in a cell than this: not estimable. */
  readonly minimumMentions: number;
  /** Fewer authors in a cell than this: not estimable. Sources without authors count copy clusters. */
  readonly minimumAuthors: number;
  /** Days compared on each side of an event; null = up to the ends of the period. */
  readonly eventWindowDays: number | null;
  /** Mentions in these words count; the others are counted apart. */
  readonly voices: readonly Voice[];
  /** How a change is split into terms. */
  readonly decomposition: DecompositionForm;
}

/** Who annotates. */
interface AnnotatorsConfig {
  readonly stance: StanceConfig;
  /** Absent = themes are found by their terms alone. */
  readonly themes?: ThemesAnnotatorConfig;
  /** Absent = exhibits are not translated. */
  readonly translation?: TranslationConfig;
}

/** A model of themes, made by `groundswell train --layer themes`. */
export interface ThemesAnnotatorConfig {
  /** Its folder, relative to the study. */
  readonly model: string;
}

/** Who says what stance a mention takes: each kind has options of its own. */
export type StanceConfig =
  | LinearStanceConfig
  | ColumnStanceConfig
  | ProgramStanceConfig
  | OnnxStanceConfig
  | EndpointStanceConfig;

/** A model inside the program: a shipped one's name, or a folder with model.json and weights.bin. */
interface LinearStanceConfig {
  readonly kind: 'linear';
  readonly model: string;
}

/** Labels that came with the records. Names are those of the record's fields. */
export interface ColumnStanceConfig {
  readonly kind: 'column';
  readonly label: string;
  /** Null = a label is certain. */
  readonly probabilities: {
    readonly against: string;
    readonly neither: string;
    readonly favor: string;
  } | null;
  /** Field that names the target of the label; null = the label holds for every target mentioned. */
  readonly target: string | null;
  /** Value of the field → label; values that are labels themselves need no entry. */
  readonly labels: Readonly<Record<string, StanceLabel>>;
}

/** A program that reads and writes JSON lines. */
export interface ProgramStanceConfig {
  readonly kind: 'program';
  /** The program and its arguments, run without a shell in the folder of the study. */
  readonly command: readonly string[];
  /** Mentions asked at once. */
  readonly batch: number;
  /** Longest wait for the answers to one batch. */
  readonly timeoutSeconds: number;
  readonly name: string;
  /** Null = a digest of the command and its script. */
  readonly version: string | null;
}

/** A text classifier in ONNX format. */
export interface OnnxStanceConfig {
  readonly kind: 'onnx';
  /** A folder, relative to the study; with `download` a name on the Hugging Face hub. */
  readonly model: string;
  readonly download: boolean;
  /** Branch, tag or commit on the hub. */
  readonly revision: string;
  /** The ONNX file in the folder; null = `onnx/model.onnx`, else `model.onnx`. */
  readonly file: string | null;
  /** Whether the target goes in as a second text. */
  readonly input: 'pair' | 'text';
  /** What is put before and after the target in a `text`; null = the model does not see which target is meant. */
  readonly markers: readonly [before: string, after: string] | null;
  /** Labels of the model that mean each class, beside those that are known by their names. */
  readonly labels: Readonly<Record<'against' | 'neither' | 'favor', readonly string[]>>;
  /** Primary subtags of the languages that the model reads; null = all. */
  readonly languages: readonly string[] | null;
  /** Longest input in tokens; the model's own limit where that is less. */
  readonly maxTokens: number;
}

/** A service that is asked for the stance of mentions. */
export interface EndpointStanceConfig extends EndpointConfig {
  /** Mentions in one request. */
  readonly batch: number;
  /** Longest part of a text that is sent, UTF-16 code units. */
  readonly maxCharacters: number;
  /** Folder that keeps the answers, relative to the study. */
  readonly cache: string;
}

/** What may leave the machine, and for how long it is kept. */
export interface PrivacyConfig {
  /** `verbatim-institutions`: published speech is quoted in full, of private persons an excerpt; `excerpts`: of everyone an excerpt; `none`: nothing. */
  readonly profile: PrivacyProfile;
  /** What stands for a private person's words: an excerpt, or nothing that can be searched for. */
  readonly privateWords: 'excerpt' | 'paraphrase';
  /** Days after publication for which a record is kept; null = no limit. */
  readonly retentionDays: number | null;
  /** File with the author key; null = the user's configuration folder, one file per study. */
  readonly keyFile: string | null;
}
