import type { ErrorCode, ErrorParameters } from './codes.ts';

/** What a person reads: what happened, and what to do about it. */
export interface ErrorText {
  readonly message: string;
  readonly hint: string;
}

/** The words of some errors, by their codes. */
export type ErrorTexts<Code extends ErrorCode> = {
  readonly [C in Code]: (p: ErrorParameters[C]) => ErrorText;
};

/** Two sentences as a text. */
export const text = (message: string, hint: string): ErrorText => ({ message, hint });
