import type { RecordPosition } from '../../domain/record.ts';
import type { NamedValues } from './field-reader.ts';
import { isObject } from './parsed-object.ts';

/** A value inside a JSON text, with the text that it stands as and where that begins. */
export interface NestedJson {
  readonly value: unknown;
  readonly text: string;
  readonly position: RecordPosition;
}

/** A parsed object with the text it was parsed from. */
export interface PlacedObject {
  readonly record: NamedValues;
  readonly text: string;
  readonly position: RecordPosition;
}

interface Span {
  /** Null in a list. */
  readonly key: string | null;
  readonly start: number;
  readonly end: number;
}

/**
 * Takes the records out of a record: the elements of the list under the keys of `path`, or the one object there.
 * Empty where there is neither. Time is linear in the length of the text.
 */
export function nestedRecords(outer: PlacedObject, path: readonly string[]): readonly NestedJson[] {
  const { text } = outer;
  let value: unknown = outer.record;
  let start = 0;
  let end = text.length;
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return [];
    value = value[key];
    const span = spansWithin(text, start).findLast((each) => each.key === key);
    if (span === undefined) return [];
    ({ start, end } = span);
  }
  if (isObject(value)) return placed(outer, [value], [{ key: null, start, end }]);
  return Array.isArray(value) ? placed(outer, value, spansWithin(text, start)) : [];
}

/** The text of a record with null in place of one member, such as a list whose elements are records of their own. */
export function textWithout({ text }: PlacedObject, key: string): string {
  const span = spansWithin(text, 0).findLast((each) => each.key === key);
  return span === undefined ? text : `${text.slice(0, span.start)}null${text.slice(span.end)}`;
}

/** Bytes and lines are counted on from one value to the next. */
function placed(
  { text, position }: PlacedObject,
  values: readonly unknown[],
  spans: readonly Span[],
): NestedJson[] {
  // A replaced byte has another length than what replaced it.
  let byteOffset = text.includes('\ufffd') ? null : position.byteOffset;
  let { line } = position;
  let counted = 0;
  return spans.map(({ start, end }, i) => {
    const between = text.slice(counted, start);
    counted = start;
    if (byteOffset !== null) byteOffset += Buffer.byteLength(between);
    if (line !== null) line += between.split('\n').length - 1;
    return { value: values[i], text: text.slice(start, end), position: { line, byteOffset } };
  });
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/** Where the members of the object, or the elements of the list, stand that opens at `open`. */
function spansWithin(text: string, open: number): Span[] {
  const spans: Span[] = [];
  const hasKeys = text[open] === '{';
  let at = afterBlanks(text, open + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    let key: string | null = null;
    if (hasKeys) {
      const keyEnd = endOfString(text, at);
      key = JSON.parse(text.slice(at, keyEnd)) as string;
      at = afterBlanks(text, afterBlanks(text, keyEnd) + 1);
    }
    const end = endOfValue(text, at);
    spans.push({ key, start: at, end });
    at = afterBlanks(text, end);
    if (text.charCodeAt(at) === COMMA) at = afterBlanks(text, at + 1);
  }
  return spans;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === QUOTE) break;
  }
  return at + 1;
}

function endOfValue(text: string, from: number): number {
  if (text.charCodeAt(from) === QUOTE) return endOfString(text, from);
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = endOfString(text, at) - 1;
    else if (unit === 0x7b || unit === 0x5b) depth++;
    else if (unit === 0x7d || unit === 0x5d) {
      if (depth <= 1) return depth === 1 ? at + 1 : at;
      depth--;
    } else if (depth === 0 && (unit === COMMA || unit <= 0x20)) return at;
  }
  return text.length;
}
