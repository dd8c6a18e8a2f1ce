import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { BugError } from '../errors/errors.ts';
import { readStudyText } from './read-study-text.ts';

/** Words of one language; the language is empty where the file names none. */
export interface TermGroup {
  readonly language: string;
  readonly words: readonly string[];
}

/** The words of a target as a person edits them. */
export interface EditedTerms {
  /** Id of the target. */
  readonly target: string;
  readonly aliases: readonly TermGroup[];
  readonly exclude: readonly TermGroup[];
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The words under a key of a target, in the groups in which they are written. */
export function termGroups(written: unknown): TermGroup[] {
  if (written === undefined || written === null) return [];
  const wordsOf = (value: unknown): string[] => [value].flat().map(String);
  if (typeof written !== 'object' || Array.isArray(written))
    return [{ language: '', words: wordsOf(written) }];
  return Object.entries(written).map(([language, value]) => ({ language, words: wordsOf(value) }));
}

/**
 * A study file with other words for one target. Only the lists that change are touched: comments, order and spacing of all else
 * stay as they are. What cannot be done by inserting and taking out words is left to the YAML library, which keeps comments and order.
 * @throws {BugError} where the outcome does not say what was asked
 */
export function editTerms(text: string, edited: EditedTerms): string {
  const wanted = JSON.stringify(expectedTree(text, edited));
  const isRight = (outcome: string): boolean => JSON.stringify(readStudyText(outcome).value) === wanted;
  const spliced = apply(text, splices(text, edited));
  if (isRight(spliced)) return spliced;
  const document = parseDocument(text);
  const at = ['targets', targetIndex(text, edited.target)];
  for (const key of ['aliases', 'exclude'] as const) {
    const value = writtenForm(edited[key]);
    if (value === undefined) document.deleteIn([...at, key]);
    else document.setIn([...at, key], document.createNode(value, { flow: true }));
  }
  const whole = document.toString({ lineWidth: 0 });
  if (!isRight(whole)) throw new BugError('the edited study file does not say what was asked');
  return whole;
}

function targetIndex(text: string, target: string): number {
  const { value } = readStudyText(text);
  const { targets } = (value ?? {}) as { targets?: readonly { id?: unknown }[] };
  const at = targets?.findIndex(({ id }) => id === target) ?? -1;
  if (at < 0) throw new BugError(`no target ${target} in the study file`);
  return at;
}

/** What the file must say afterwards, with keys in the order in which they are written. */
function expectedTree(text: string, edited: EditedTerms): unknown {
  const tree = structuredClone(readStudyText(text).value) as { targets: Record<string, unknown>[] };
  const target = tree.targets[targetIndex(text, edited.target)] as Record<string, unknown>;
  for (const key of ['aliases', 'exclude'] as const) {
    if (JSON.stringify(termGroups(target[key])) === JSON.stringify(withoutEmpty(edited[key]))) continue;
    const value = writtenForm(edited[key]);
    if (value === undefined) delete target[key];
    else target[key] = value;
  }
  return tree;
}

const withoutEmpty = (groups: readonly TermGroup[]): TermGroup[] =>
  groups
    .filter(({ words }) => words.length > 0)
    .map(({ language, words }) => ({ language, words: [...words] }));

function writtenForm(groups: readonly TermGroup[]): unknown {
  const filled = withoutEmpty(groups);
  const [first, ...others] = filled;
  if (first === undefined) return undefined;
  if (others.length === 0 && first.language === '') return first.words;
  // `und` is what a list without a language would mean among lists with one.
  return Object.fromEntries(filled.map(({ language, words }) => [language === '' ? 'und' : language, words]));
}

function splices(text: string, edited: EditedTerms): Splice[] {
  const targets = parseDocument(text).get('targets');
  const target = isSeq(targets) ? targets.items[targetIndex(text, edited.target)] : null;
  if (!isMap(target)) return [];
  return (['aliases', 'exclude'] as const).flatMap((key) => {
    const pair = pairOf(target, key);
    const groups = edited[key];
    const value = writtenForm(groups);
    if (pair === null) return value === undefined ? [] : [insertPair(text, target, [key, value])];
    if (value === undefined) return [removePair(text, target, pair)];
    if (!isMap(pair.value)) return editList(text, pair.value, groups[0]?.words ?? []);
    const map = pair.value;
    const before = termGroups(map.toJSON());
    return [
      ...groups.flatMap(({ language, words }) => {
        const known = pairOf(map, language);
        if (known === null) return words.length === 0 ? [] : [insertPair(text, map, [language, words])];
        return words.length === 0 ? [removePair(text, map, known)] : editList(text, known.value, words);
      }),
      ...before.flatMap(({ language }) => {
        const gone = groups.some((one) => one.language === language) ? null : pairOf(map, language);
        return gone === null ? [] : [removePair(text, map, gone)];
      }),
    ];
  });
}

function pairOf(map: YAMLMap, key: string): Pair | null {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) ?? null;
}

function apply(text: string, list: readonly Splice[]): string {
  return list
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

const oneLine = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true })
    .trim()
    .replace(/^\[ (.*) \]$/s, '[$1]');

/** Words taken out of and put at the end of a list, each by itself. */
function editList(text: string, node: unknown, words: readonly string[]): Splice[] {
  if (isScalar(node)) {
    const [start, end] = rangeOf(node);
    return words.length === 1 && words[0] === node.value ? [] : [{ start, end, text: oneLine(words) }];
  }
  if (!isSeq(node)) return [];
  const items = node.items.filter((item): item is Scalar => isScalar(item));
  const gone = items.filter((item) => !words.includes(String(item.value)));
  const added = words.filter((word) => !items.some((item) => String(item.value) === word));
  if (gone.length === 0 && added.length === 0) return [];
  // A list that keeps nothing is written anew.
  if (gone.length === items.length && node.flow === true) {
    const [start, end] = rangeOf(node);
    return [{ start, end, text: oneLine(words) }];
  }
  return node.flow === true
    ? editFlow(text, node, { items, gone, added })
    : editBlock(text, { items, gone, added });
}

interface ListChange {
  readonly items: readonly Scalar[];
  readonly gone: readonly Scalar[];
  readonly added: readonly string[];
}

function editFlow(text: string, node: YAMLSeq, { items, gone, added }: ListChange): Splice[] {
  const [from, to] = rangeOf(node);
  const kept = items.filter((item) => !gone.includes(item));
  if (!text.slice(from, to).includes('\n')) {
    const words = kept.map((item) => text.slice(...rangeOf(item)));
    const pad = text[from + 1] === ' ' ? ' ' : '';
    return [{ start: from, end: to, text: `[${pad}${[...words, ...added.map(oneLine)].join(', ')}${pad}]` }];
  }
  const removed = gone.map((item): Splice => {
    const [start, end] = rangeOf(item);
    return { start, end: end + (/^\s*,[ \t]*/.exec(text.slice(end))?.[0].length ?? 0), text: '' };
  });
  const last = kept.at(-1);
  if (last === undefined || added.length === 0) return removed;
  const at = rangeOf(last)[1];
  return [...removed, { start: at, end: at, text: `, ${added.map(oneLine).join(', ')}` }];
}

function editBlock(text: string, { items, gone, added }: ListChange): Splice[] {
  const lineOf = (item: Scalar): readonly [number, number] => {
    const [start, end] = rangeOf(item);
    const newline = text.indexOf('\n', end);
    return [text.lastIndexOf('\n', start - 1) + 1, newline < 0 ? text.length : newline + 1];
  };
  const removed = gone.map((item): Splice => ({ start: lineOf(item)[0], end: lineOf(item)[1], text: '' }));
  const last = items.at(-1);
  if (last === undefined || added.length === 0) return removed;
  const [start, end] = lineOf(last);
  const before = text.slice(start, rangeOf(last)[0]);
  const newline = text.slice(0, end).endsWith('\n') ? '' : '\n';
  const put = added.map((word) => `${before}${oneLine(word)}\n`).join('');
  return [...removed, { start: end, end, text: newline + put }];
}

function insertPair(text: string, map: YAMLMap, [key, value]: readonly [string, unknown]): Splice {
  const last = map.items.at(-1);
  const node = (last?.value ?? last?.key) as Scalar | undefined;
  const put = `${key}: ${oneLine(value)}`;
  if (node === undefined) return { start: rangeOf(map)[0] + 1, end: rangeOf(map)[0] + 1, text: put };
  if (map.flow === true) return { start: rangeOf(node)[1], end: rangeOf(node)[1], text: `, ${put}` };
  const first = map.items[0]?.key as Scalar;
  const lineStart = text.lastIndexOf('\n', rangeOf(first)[0] - 1) + 1;
  const indent = text.slice(lineStart, rangeOf(first)[0]).replace(/\S/g, ' ');
  const valueEnd = rangeOf(node)[1];
  // The end of the line on which the last value ends; a block list ends on the line after its last item.
  const endsAtBreak = text[valueEnd - 1] === '\n';
  const newline = text.indexOf('\n', valueEnd);
  const at = endsAtBreak ? valueEnd : newline < 0 ? text.length : newline + 1;
  const lead = text.slice(0, at).endsWith('\n') ? '' : '\n';
  return { start: at, end: at, text: `${lead}${indent}${put}\n` };
}

function removePair(text: string, map: YAMLMap, pair: Pair): Splice {
  const [start] = rangeOf(pair.key as Scalar);
  const end = rangeOf((pair.value ?? pair.key) as Scalar)[1];
  if (map.flow === true) {
    const after = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
    if (after > 0) return { start, end: end + after, text: '' };
    const before = /,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    return { start: start - before, end, text: '' };
  }
  const newline = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end);
  return {
    start: text.lastIndexOf('\n', start - 1) + 1,
    end: newline < 0 ? text.length : newline + 1,
    text: '',
  };
}

/** Where a node's value begins and ends. */
function rangeOf(node: { range?: readonly [number, number, number] | null }): [number, number] {
  const [start, end] = node.range ?? [0, 0];
  return [start, end];
}
