import type { IntervalScore } from '../../learn/bootstrap-interval.ts';
import type { LinearModelHeader } from '../../learn/linear-model.ts';

/** How well one label was told, under grouped cross-validation; intervals are clustered by group. */
export interface LabelScores {
  readonly precision: IntervalScore;
  readonly recall: IntervalScore;
  readonly f1: IntervalScore;
  /** Passages coded with it, and the groups they stand in. */
  readonly rows: number;
  readonly groups: number;
}

/** What a model knows of one theme. */
interface ThemeCard {
  readonly theme: string;
  /** A passage has the theme where its probability is at least this; chosen out of fold for the largest F1. */
  readonly threshold: number;
  readonly scores: LabelScores;
}

/** `model.json` of a model of themes: everything but its weights. */
export interface ThemeModelCard {
  readonly kind: 'linear-themes';
  readonly name: string;
  /** Beginning of the SHA-256 of the weights. */
  readonly version: string;
  readonly featureVersion: number;
  /** The model has `2 ** bits` buckets for each theme. */
  readonly bits: number;
  readonly seed: number;
  readonly training: {
    readonly data: string;
    readonly rows: number;
    readonly groups: number;
    /** Passages by language. */
    readonly languages: Readonly<Record<string, number>>;
  };
  readonly learning: { readonly epochs: number; readonly rate: number; readonly l2: number };
  readonly validation: { readonly folds: number; readonly resamples: number; readonly level: number };
  /** Section `i` of the weights belongs to theme `i`. */
  readonly themes: readonly ThemeCard[];
  /** Passages without any theme, a label like the others. */
  readonly none: LabelScores;
  readonly weights: LinearModelHeader;
}
