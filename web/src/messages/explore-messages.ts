import type { SelectionMeasure } from '../../../src/domain/explored.ts';
import type { Voice } from '../../../src/domain/mention.ts';
import type { SelectionDimension, WithholdingRule } from '../../../src/domain/mention-selection.ts';
import type { StanceLabel } from '../../../src/domain/stance.ts';
import type { ReportLanguage } from '../../../src/study/config.ts';
import { exploreEn } from './explore-en.ts';
import { exploreRu } from './explore-ru.ts';
import { exploreZh } from './explore-zh.ts';

/** The words of the view in which mentions are selected and compared. */
export interface ExploreMessages {
  readonly lead: string;
  readonly dimension: Readonly<
    Record<SelectionDimension | 'target' | 'copies' | 'from' | 'to' | 'measure', string>
  >;
  readonly all: Readonly<Record<SelectionDimension, string>>;
  readonly measure: Readonly<Record<SelectionMeasure, string>>;
  readonly copies: Readonly<Record<'each' | 'once', string>>;
  readonly voice: Readonly<Record<Voice, string>>;
  readonly label: Readonly<Record<StanceLabel, string>>;
  /** A region or theme that is not known or not there. */
  readonly none: Readonly<Record<'region' | 'theme', string>>;
  readonly selection: Readonly<Record<'one' | 'a' | 'b', string>>;
  readonly compare: string;
  readonly remove: string;
  readonly reset: string;
  readonly wholePeriod: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly result: string;
  readonly difference: string;
  readonly differenceNone: string;
  readonly shared: (n: string) => string;
  readonly basis: (mentions: string, authors: string, texts: string) => string;
  readonly points: string;
  readonly counted: string;
  readonly pooled: string;
  readonly chart: (measure: string) => string;
  readonly axis: Readonly<Record<'points' | 'share', string>>;
  readonly hint: string;
  readonly description: (facts: Readonly<Record<'low' | 'high' | 'n' | 'all', string>>) => string;
  readonly nothing: string;
  readonly rule: Readonly<Record<WithholdingRule, string>>;
  readonly rules: string;
  readonly mentions: (period: string) => string;
  readonly drawn: (shown: string, mentions: string, authors: string) => string;
  readonly close: string;
  readonly more: string;
  readonly noWords: Readonly<Record<'none' | 'paraphrase' | 'lost', string>>;
  readonly probability: (label: string, percent: string) => string;
  readonly hash: string;
  readonly original: string;
  readonly nCopies: (n: string) => string;
  readonly noMentions: string;
  readonly loading: string;
}

/** The words in each language. */
export const EXPLORE_MESSAGES: Readonly<Record<ReportLanguage, ExploreMessages>> = {
  en: exploreEn,
  ru: exploreRu,
  zh: exploreZh,
};
