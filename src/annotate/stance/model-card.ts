import type { IntervalScore } from '../../learn/bootstrap-interval.ts';
import type { LinearModelHeader } from '../../learn/linear-model.ts';
import type { UnseenWords } from './known-words.ts';
import type { FeatureSettings } from './pack-examples.ts';
import type { WordVectorsHeader } from './word-vectors.ts';

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
  /** L2 penalty, chosen by out-of-fold log loss where several were tried. */
  readonly l2: number;
  readonly domains: readonly DomainRules[];
  /** Share of scored rows whose domain is told from their text alone, out of fold; null where there is one domain. */
  readonly domainAccuracy: number | null;
  /** How texts are told that are unlike the training texts; absent in models made before they were. */
  readonly unseen?: UnseenWords;
  readonly scores: StratumScores;
  /** By domain of the gold data. */
  readonly byDomain: Readonly<Record<string, StratumScores>>;
}

/** What a classifier of one language and domain decides by. */
export interface DomainRules {
  /** As the gold data name it; empty for all domains with too few rows for a classifier of their own. */
  readonly domain: string;
  /** Divisor of the logits that makes probabilities calibrated, fitted out of fold. */
  readonly temperature: number;
  /** The label is the class with the largest probability times these (against, neither, favor). */
  readonly decisionWeights: readonly [number, number, number];
}

/** Names of the parts of the weights that belong to a language: a domain's two classifiers, the choice of domain, and the words of the training texts. */
export const SECTION_NAMES = {
  hashed: (language: string, domain: string): string => `${language}/${domain}`,
  vectors: (language: string, domain: string): string => `${language}/${domain}/vectors`,
  domainChoice: (language: string): string => `${language} domains`,
  words: (language: string): string => `${language} words`,
} as const;

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
  /** The word vectors it was trained with; null where it uses none. */
  readonly wordVectors: WordVectorsHeader | null;
  /** Sections are named by {@link SECTION_NAMES}. */
  readonly weights: LinearModelHeader;
}
