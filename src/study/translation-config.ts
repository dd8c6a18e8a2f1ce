import type { EndpointConfig } from './endpoint-config.ts';

/** Who translates exhibits into the language of the report: each kind has options of its own. */
export type TranslationConfig =
  | ColumnTranslationConfig
  | ProgramTranslationConfig
  | EndpointTranslationConfig;

/** Translations that came with the records. */
export interface ColumnTranslationConfig {
  readonly kind: 'column';
  /** Name of the record's field. */
  readonly text: string;
  readonly name: string;
}

/** A program that reads and writes JSON lines. */
export interface ProgramTranslationConfig {
  readonly kind: 'program';
  /** The program and its arguments, run without a shell in the folder of the study. */
  readonly command: readonly string[];
  /** Exhibits asked at once. */
  readonly batch: number;
  /** Longest wait for the answers to one batch. */
  readonly timeoutSeconds: number;
  readonly name: string;
  /** Null = a digest of the command and its script. */
  readonly version: string | null;
}

/** A chat model behind an address; each exhibit is a request of its own. */
export type EndpointTranslationConfig = EndpointConfig;
