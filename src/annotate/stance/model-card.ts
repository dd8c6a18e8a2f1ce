import type { IntervalScore } from '../../learn/bootstrap-interval.ts';
import type { LinearModelHeader } from '../../learn/linear-model.ts';
import type { FeatureSettings } from './pack-examples.ts';

/** A data set a model learned from. */
export interface TrainingSet {
  readonly name: string;
  readonly licence: string;
  readonly languages: readonly string[];
  readonly rows: number;
  /** How much one of its rows counts beside a row of weight 1. */
  readonly weight: number;
  /** False for rows that only train and never stand in a test fold. */
  readonly scored: boolean;
}

/** Scores of one stratum under grouped cross-validation; intervals are clustered by group. */
export interface StratumScores {
  readonly n: number;
  readonly nGroups: number;
  readonly macroF1: IntervalScore;
  /** Mean F1 of favor and against. */
  readonly f1FavorAgainst: IntervalScore;
  readonly accuracy: IntervalScore;
  readonly perClass: {
    readonly [label in 'against' | 'neither' | 'favor']: {
      readonly f1: number;
      readonly precision: number;
      readonly recall: number;
      readonly support: number;
    };
  };
  /** Rows: coded label; columns: the model's; both against, neither, favor. */
  readonly confusion: readonly (readonly number[])[];
  readonly expectedCalibrationError: number;
  /** Rows where the model does not say; they count as misses in the scores. */
  readonly abstained: number;
}

/** What a model decides by, and how well, in one language. */
export interface LanguageCard {
  readonly language: string;
  /** L2 penalty, chosen by out-of-fold log loss. */
  readonly l2: number;
  /** Divisor of the logits that makes probabilities calibrated, fitted out of fold. */
  readonly temperature: number;
  /** The label is the class with the largest probability times these (against, neither, favor). */
  readonly decisionWeights: readonly [number, number, number];
  readonly scores: StratumScores;
  /** By domain of the gold data. */
  readonly domains: Readonly<Record<string, StratumScores>>;
}

/** `model.json`: everything about a model but its weights. */
export interface StanceModelCard {
  readonly kind: 'linear-stance';
  readonly name: string;
  readonly version: string;
  readonly labels: readonly ['against', 'neither', 'favor'];
  readonly featureVersion: number;
  readonly features: FeatureSettings;
  /** Below this probability of its most probable class the model abstains. */
  readonly abstainBelow: number;
  readonly seed: number;
  readonly trainingSets: readonly TrainingSet[];
  readonly validation: { readonly folds: number; readonly resamples: number; readonly level: number };
  readonly languages: readonly LanguageCard[];
  readonly knownFailures: readonly string[];
  /** Section `i` of the weights belongs to language `i`. */
  readonly weights: LinearModelHeader;
}
