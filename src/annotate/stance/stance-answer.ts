import { STANCE_LABELS } from '../../domain/stance.ts';
import { NO_OPINION, type StanceResult } from './annotator.ts';
import { probabilityShares } from './probability-shares.ts';
import { wholeProbabilities } from './whole-probabilities.ts';

/** An answer as it came: nothing in it is checked. */
export type WrittenAnswer = Readonly<Record<string, unknown>>;

/**
 * Reads `label`, `against`, `neither` and `favor` of an answer; gives the problem, in words, where they are wrong. The
 * probabilities may be left out with `abstain`.
 */
export function readStanceAnswer(answer: WrittenAnswer, id: string | number): StanceResult | string {
  const label = STANCE_LABELS.find((one) => one === answer['label']);
  if (label === undefined)
    return `label ${shownValue(answer['label'])} of id ${shownValue(id)} is none of ${STANCE_LABELS.join(', ')}`;
  const values = [answer['against'], answer['neither'], answer['favor']];
  if (label === 'abstain' && values.every((value) => value === undefined || value === null))
    return NO_OPINION;
  const shares = probabilityShares(values);
  if (shares === null)
    return `against, neither and favor of id ${shownValue(id)} are ${values.map(shownValue).join(', ')}: no probabilities that sum to 1`;
  const [against, neither, favor] = wholeProbabilities(shares);
  return { label, against, neither, favor };
}

/** JSON as an object; null for anything else. */
export function parsedAnswer(json: string): WrittenAnswer | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as WrittenAnswer)
      : null;
  } catch {
    return null;
  }
}

/** A value for a message: one line, no control characters, at most 60 characters. */
export function shownValue(value: unknown): string {
  const text = JSON.stringify(value)?.replace(/\p{C}/gu, ' ') ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text;
}
