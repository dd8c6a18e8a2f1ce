import type { AnnotatorQuality } from '../domain/annotator-quality.ts';
import type { FoundCampaigns } from '../domain/campaign.ts';
import type { LearnedThemes, NoDiscoveredThemes } from '../domain/discovered-theme.ts';
import type { Finding, RecordDigests } from '../domain/finding.ts';
import type { Corpus } from '../store/corpus.ts';
import type { Database } from '../store/database.ts';
import type { StudyConfig } from '../study/config.ts';
import type { ReportProgress } from './progress.ts';
import type { Batches } from './read-batches.ts';
import type { PollTable } from './read-polls.ts';
import type { StudyCodings } from './study-codings.ts';

/** What a run needs from outside. */
export interface RunOptions {
  /** Folder for the store and the results. */
  readonly out: string;
  readonly threads: number;
  /** File with the author key. */
  readonly keyFile: string;
  readonly progress: ReportProgress;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomBytes: (n: number) => Uint8Array;
  /** Version of the program, for the manifest. */
  readonly version: string;
}

/** What the stages on the whole corpus work with. */
export interface FinishContext extends RunOptions {
  readonly batches: Batches;
  readonly nFiles: ReadonlyMap<string, number>;
  readonly storeFolder: string;
  readonly temporaryFolder: string;
  readonly codings: StudyCodings;
  readonly polls: readonly PollTable[];
  /** Called when finding copies goes on in one thread, or has ended: a core is free from then on. */
  readonly onSpareCore?: () => void;
  /** Where they are taken from these parts already. */
  readonly recordDigests?: Promise<RecordDigests>;
  /** Store whose translations are all there are: no translator is asked. */
  readonly keptStore?: string;
}

/** What a stage needs to know before a database is open. */
export interface StudyContext extends FinishContext {
  readonly study: StudyConfig;
}

/** The whole corpus of a run, opened. */
export interface CorpusContext {
  readonly study: StudyConfig;
  readonly database: Database;
  readonly corpus: Corpus;
  /** To be called when the work goes on in one thread. */
  readonly onSpareCore?: () => void;
}

/** What a stage on the whole corpus gets. */
export interface StageContext extends StudyContext, CorpusContext {
  /** The clusters of copies, as Parquet. */
  readonly clusterPath: string;
  /** Keeps the corpus open until work that goes on beside has ended. */
  readonly keepOpenFor: (work: Promise<unknown>) => void;
}

/** What the stage that measures gets. */
export interface MeasureContext extends StageContext {
  readonly annotatorQuality: readonly AnnotatorQuality[];
  readonly learnedThemes: readonly (LearnedThemes | NoDiscoveredThemes)[];
  /** Waits for the campaigns and makes the view `campaign_author`; null = none were sought. */
  readonly openCampaigns: () => Promise<FoundCampaigns | null>;
}

/** Work on the store of a run when its finding is written. */
export type AfterRun = (finding: Finding, context: FinishContext) => Promise<void>;

/** A stage's work: fills `path`, which is then given its name. Returns the rows it made. */
export type StageWork = (context: StageContext, path: string) => Promise<number>;
