import { isMap, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { SentenceKind } from '../domain/checked-article.ts';
import { StudyError } from '../errors/errors.ts';
import { readStudyText } from '../study/read-study-text.ts';

/** What a person says of one sentence of an article. */
export interface EditedSentence {
  readonly id: string;
  readonly kind: SentenceKind;
  /** Id of the claim that says the same; null = none. */
  readonly claim: string | null;
  readonly confirmed: boolean;
}

/**
 * A ledger with another word on one sentence: kind, claim and confirmation. No other line changes where each of its keys has a line
 * of its own; else the YAML library writes the file anew, which keeps comments and order.
 * @throws {StudyError} `article/unusable` where the ledger does not list the sentence
 */
export function editLedger(text: string, edited: EditedSentence): string {
  const document = parseDocument(text);
  const entry = entryOf(document, edited.id);
  if (entry === undefined)
    throw new StudyError('article/unusable', {
      problem: 'the ledger does not list this sentence',
      remedy: 'check the article again and repeat the change',
    });
  const values = { kind: edited.kind, claim: edited.claim, confirmed: edited.confirmed };
  const written = KEYS.reduce((now, key) => writeLine(now, edited.id, { key, value: values[key] }), text);
  for (const key of KEYS)
    if (values[key] === null) entry.delete(key);
    else entry.set(key, values[key]);
  const wanted = readStudyText(document.toString()).value;
  return sorted(readStudyText(written).value) === sorted(wanted)
    ? written
    : document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

const KEYS = ['kind', 'claim', 'confirmed'] as const;

function entryOf(document: ReturnType<typeof parseDocument>, id: string): YAMLMap | undefined {
  const sentences = document.get('sentences');
  return isSeq(sentences)
    ? sentences.items.find((one): one is YAMLMap => isMap(one) && one.get('id') === id)
    : undefined;
}

/** Writes a key of an entry in place: its value, or its line where it comes or goes. A new one stands after `kind`. */
function writeLine(
  text: string,
  id: string,
  { key, value }: { readonly key: string; readonly value: string | boolean | null },
): string {
  const entry = entryOf(parseDocument(text), id);
  if (entry === undefined || entry.flow === true) return text;
  const rangeOf = (of: string) => {
    const pair = entry.items.find((one) => isScalar(one.key) && one.key.value === of);
    const [name, held] = [pair?.key, pair?.value];
    if (!isScalar(name) || !isScalar(held) || name.range == null || held.range == null) return null;
    return { key: name.range[0], from: held.range[0], to: held.range[1] };
  };
  const endOfLine = (at: number): number => {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  };
  const place = rangeOf(key);
  if (place !== null && value !== null)
    return text.slice(0, place.from) + stringify(value, { lineWidth: 0 }).trimEnd() + text.slice(place.to);
  if (place !== null)
    return text.slice(0, text.lastIndexOf('\n', place.key) + 1) + text.slice(endOfLine(place.to) + 1);
  const kind = rangeOf('kind');
  if (value === null || kind === null) return text;
  const indent = ' '.repeat(kind.key - text.lastIndexOf('\n', kind.key) - 1);
  const end = endOfLine(kind.to);
  return `${text.slice(0, end)}\n${indent}${stringify({ [key]: value }, { lineWidth: 0 }).trimEnd()}${text.slice(end)}`;
}

/** The same for two trees that say the same, whatever the order of their keys. */
function sorted(tree: unknown): string {
  return JSON.stringify(tree, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
