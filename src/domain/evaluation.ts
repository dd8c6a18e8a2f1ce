/** Why a score cannot be given. */
export type NoScoreReason =
  /** No row is coded with a class that the score needs. */
  | 'no-coded-row'
  /** The annotator never decides for the class. */
  | 'never-decided'
  /** The annotator abstains on every row. */
  | 'always-abstained'
  /** No two annotators say something about one row. */
  | 'no-shared-row'
  /** All labels are the same, so that chance would agree as well. */
  | 'one-label';

/** A score with its interval, or null with the reason. */
export type Score =
  | { readonly value: number; readonly lower: number; readonly upper: number }
  | { readonly value: null; readonly lower: null; readonly upper: null; readonly reason: NoScoreReason };

/** Scores of one class. */
interface ClassScores {
  readonly precision: Score;
  readonly recall: Score;
  readonly f1: Score;
  /** Rows coded so. */
  readonly n: number;
}

/** How well an annotator agrees with the codings of some rows. An abstention is a miss. */
export interface EvaluationScores {
  readonly n: number;
  readonly nGroups: number;
  /** Mean F1 of the three classes. */
  readonly macroF1: Score;
  /** Mean F1 of favor and against. */
  readonly f1FavorAgainst: Score;
  readonly accuracy: Score;
  readonly perClass: { readonly [label in 'against' | 'neither' | 'favor']: ClassScores };
  /** Rows: the coded class; columns: the annotator's; both against, neither, favor. Abstentions are left out. */
  readonly confusion: readonly (readonly number[])[];
  /** Over the rows where the annotator says something. */
  readonly expectedCalibrationError: Score;
  /** Share of rows where the annotator does not say. */
  readonly abstained: Score;
  readonly nAbstained: number;
}

/** Rows whose most probable class has a probability in `[from, to)`. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean probability of the most probable class. */
  readonly meanProbability: number;
  /** Share of rows coded with that class. */
  readonly shareRight: Score;
}

/** Scores by a property of the rows; rows that state none stand under the empty name. */
export type ScoresByStratum = Readonly<Record<string, EvaluationScores>>;

/** Who annotated. */
interface EvaluatedAnnotator {
  readonly name: string;
  readonly version: string;
  /** Names of the data sets it learned from. */
  readonly trainedOn: readonly string[];
}

/** What `groundswell evaluate` finds. */
export interface Evaluation extends EvaluationScores {
  readonly annotator: EvaluatedAnnotator;
  /** Name of the file of gold data, without its folder. */
  readonly gold: string;
  readonly intervals: IntervalMethod;
  /** What a reader must know before using the scores. */
  readonly notes: readonly string[];
  readonly calibrationBins: readonly CalibrationBin[];
  readonly byLanguage: ScoresByStratum;
  readonly byDomain: ScoresByStratum;
  readonly byTargetKind: ScoresByStratum;
}

/** How intervals were made. */
export interface IntervalMethod {
  readonly level: number;
  readonly resamples: number;
  readonly seed: number;
}
