import type { StanceResult } from '../annotator.ts';
import { parsedAnswer, readStanceAnswer, shownValue } from '../stance-answer.ts';

/**
 * The answers of a model in the order of the ids: one for each id and none for another. Gives the problem, in words,
 * where they are not.
 */
export function readAnswers(content: string, ids: readonly string[]): StanceResult[] | string {
  const list = parsedAnswer(bareJson(content))?.['answers'];
  if (!Array.isArray(list)) return `${shownValue(content)} is no JSON object with answers`;
  const found = new Map<string, StanceResult>();
  for (const each of list as readonly unknown[]) {
    const answer =
      typeof each === 'object' && each !== null ? (each as Readonly<Record<string, unknown>>) : {};
    const id = answer['id'];
    if (typeof id !== 'string' || !ids.includes(id))
      return `it answers id ${shownValue(id)}, which was not asked`;
    if (found.has(id)) return `it answers id ${shownValue(id)} twice`;
    const result = readStanceAnswer(answer, id);
    if (typeof result === 'string') return result;
    found.set(id, result);
  }
  const results = ids.flatMap((id) => found.get(id) ?? []);
  return results.length === ids.length ? results : `it answers ${found.size} of ${ids.length} mentions`;
}

/** JSON without what models that were not held to a form put around it: their thoughts and a fence. */
export function bareJson(content: string): string {
  const end = content.lastIndexOf('</think>');
  const rest = (end < 0 ? content : content.slice(end + '</think>'.length)).trim();
  return /^```(?:json)?\s([\s\S]*)```$/.exec(rest)?.[1] ?? rest;
}
