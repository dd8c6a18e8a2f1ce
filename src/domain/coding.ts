import type { Period } from './estimate.ts';
import type { Score } from './evaluation.ts';
import type { DocumentId } from './identifiers.ts';
import type { StanceLabel } from './stance.ts';

/** What a coder may say of a mention. */
export const CODED_LABELS = ['against', 'neither', 'favor'] as const;

/** One of {@link CODED_LABELS}. */
export type CodedLabel = (typeof CODED_LABELS)[number];

/** A mention of a wave that people coded, with the one label that counts. A mention drawn in two waves is coded in each. */
export interface Coding {
  readonly documentId: DocumentId;
  readonly target: string;
  readonly wave: string;
  /** Id of the stratum it was drawn from, unique within its wave. */
  readonly stratum: string;
  /**
   * Probability with which a mention of the stratum is in the wave and has a label: the probability of the draw times the
   * share of drawn mentions that are coded, in the stratum or, where a stratum has none, in its target and class.
   */
  readonly inclusionProbability: number;
  readonly label: CodedLabel;
}

/** A part of the population of a wave within which mentions were drawn at random. */
export interface CodingStratum {
  readonly wave: string;
  readonly id: string;
  readonly target: string;
  readonly class: string;
  /** Local days of publication. */
  readonly period: Period;
  /** What the model said when the wave was drawn; null = anything. */
  readonly modelLabel: StanceLabel | null;
  /** Mentions in the stratum when the wave was drawn. */
  readonly nPopulation: number;
  readonly nDrawn: number;
  /** Of those drawn: with a label. */
  readonly nCoded: number;
}

/** A coded mention as an estimator reads it, with what the corpus and the model say of it. */
export interface CodedMention extends Coding {
  readonly class: string;
  readonly source: string;
  readonly language: string;
  /** Local day of publication: days since 1970-01-01. */
  readonly day: number;
  /** Key of its author, or of its copies where no author is known. */
  readonly author: bigint;
  /** Key that copies of one text share. */
  readonly cluster: bigint;
  /** As in the measures; 0 where the model abstained. */
  readonly weight: number;
  /** Probabilities of the model, 0–1; all 0 where it abstained without any. */
  readonly pAgainst: number;
  readonly pNeither: number;
  readonly pFavor: number;
  readonly modelLabel: StanceLabel;
}

/** What is known of one wave of codings. */
export interface CodingWaveSummary {
  readonly wave: string;
  /** Day on which it was drawn, ISO. */
  readonly drawnOn: string;
  /** Mentions it was drawn from. */
  readonly nPopulation: number;
  readonly nStrata: number;
  readonly nDrawn: number;
  /** Of those drawn: with a label that counts. */
  readonly nCoded: number;
  /** Of those drawn: looked at by coders none of whom could tell. */
  readonly nUnclear: number;
  /** Of those coded: not among the mentions of this run. */
  readonly nUnmatched: number;
  /** Least probability of a mention to be drawn. */
  readonly smallestProbability: number;
  readonly nCoders: number;
}

/** Codings by people, as far as a finding rests on them. */
export interface CodingsSummary {
  /** SHA-256 over the files of the waves. */
  readonly digest: string;
  readonly waves: readonly CodingWaveSummary[];
  /** Codings of mentions of this run, over all waves. */
  readonly nCoded: number;
  readonly nStrata: number;
  readonly nCoders: number;
  readonly smallestProbability: number;
  /** Between people who coded the same mention; the adjudicated labels are no one's. */
  readonly agreement: CoderAgreement;
}

/** How far coders agree on the mentions that two or more of them labelled. */
export interface CoderAgreement {
  readonly nShared: number;
  /** Krippendorff's alpha, nominal. */
  readonly alpha: Score;
  /** Share of mentions to which all gave the same label. */
  readonly share: Score;
  /** Shared mentions with labels next to each other (neither beside one of the others) only, and with opposite ones. */
  readonly nNeighbouring: number;
  readonly nOpposite: number;
  readonly confidenceLevel: number;
}

/** Agreement of two coders on the mentions that both labelled. */
export interface CoderPair {
  readonly coders: readonly [string, string];
  readonly n: number;
  /** Share of these mentions to which both gave the same label. */
  readonly share: Score;
  /** Cohen's kappa. */
  readonly kappa: Score;
}

/** How far coders agree, with each two who share mentions: for those who lead the coding, as it names people. */
export interface PairedAgreement extends CoderAgreement {
  readonly pairs: readonly CoderPair[];
}
