import type { Count } from '../locale-format.ts';

const rules = new Intl.PluralRules('ru');

/** A number with its noun: 1 документ, 2 документа, 5 документов. */
export function some(count: Count, [one, few, many]: readonly [string, string, string]): string {
  const form = rules.select(Math.round(count.n));
  return `${count.text}\u00a0${form === 'one' ? one : form === 'few' ? few : many}`;
}
