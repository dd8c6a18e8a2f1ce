import type { RecordPosition } from '../../domain/record.ts';
import type { SourceRejection } from '../adapter.ts';
import type { NamedValues } from './field-reader.ts';
import { rejection } from './rejection.ts';

/** A piece of JSON text with its place. */
export interface JsonText {
  readonly text: string;
  readonly position: RecordPosition;
  /** True when the file ends with this piece, so that a parse error means it was cut. */
  readonly last?: boolean;
}

/** The object in a piece of JSON, or why there is none. */
export function parsedObject(
  json: JsonText,
): { readonly kind: 'object'; readonly record: NamedValues } | SourceRejection {
  let value: unknown;
  try {
    value = JSON.parse(json.text);
  } catch (cause) {
    const reason = json.last ? 'truncated' : 'unparseable';
    const detail = `not JSON: ${cause instanceof Error ? oneLine(cause.message) : 'unreadable'}`;
    return rejection(reason, detail, { excerpt: json.text, position: json.position });
  }
  if (isObject(value)) return { kind: 'object', record: value };
  const found = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`;
  return rejection('wrong-shape', `${found} where a JSON object was expected`, {
    excerpt: json.text,
    position: json.position,
  });
}

/** True for JSON objects: neither null nor an array. */
export function isObject(value: unknown): value is NamedValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').slice(0, 120);
}
