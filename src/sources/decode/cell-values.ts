/** Text of a cell or member: null where there is none, never ''. Numbers are written out, objects are not text. */
export function textOf(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value === '' ? null : value;
    case 'number':
      return Number.isFinite(value) ? String(value) : null;
    case 'bigint':
      return String(value);
    case 'object':
      return value instanceof Date ? dateText(value) : Array.isArray(value) ? listText(value) : null;
    default:
      return null;
  }
}

/**
 * An id as text. JSON.parse rounds whole numbers of 16 digits and more; their digits are found again in `json`,
 * the text they were parsed from.
 */
export function identifierOf(value: unknown, json: string): string | null {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return textOf(value);
  for (const [digits] of json.matchAll(LONG_NUMBER)) if (Number(digits) === value) return digits;
  return textOf(value);
}

/**
 * A publication time as received. A number, or a text of exactly 10 or 13 digits (with or without a fraction), is
 * seconds or milliseconds since 1970; any other text stays a text.
 */
export function timeOf(value: unknown): string | number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return Number(value);
  const text = textOf(value);
  return text !== null && EPOCH.test(text) ? Number(text) : text;
}

/** A count: a whole number from 0 up; null where the record does not say. Thousands may be set apart: `1,204`. */
export function countOf(value: unknown): number | null {
  if (typeof value === 'bigint') return countOf(Number(value));
  if (typeof value === 'number')
    return value >= 0 && value <= Number.MAX_SAFE_INTEGER ? Math.round(value) : null;
  if (typeof value !== 'string' || value === '') return null;
  if (PLAIN_COUNT.test(value)) return Number.parseInt(value, 10);
  return GROUPED_COUNT.test(value) ? Number.parseInt(value.replace(/[^0-9]/g, ''), 10) : null;
}

const LONG_NUMBER = /-?\b\d{16,20}\b/g;
const EPOCH = /^\d{10}(?:\d{3})?(?:\.\d{1,9})?$/;
const PLAIN_COUNT = /^\s{0,9}\d{1,15}(?:\.0{1,9})?\s{0,9}$/;
const GROUPED_COUNT = /^\d{1,3}(?:[,\u00a0\u202f ]\d{3}){1,4}$/;

function dateText(value: Date): string | null {
  return Number.isNaN(value.getTime()) ? null : value.toISOString();
}

/** Texts and numbers in a list, one a line. */
function listText(values: readonly unknown[]): string | null {
  const texts = values.filter((v) => typeof v === 'string' || typeof v === 'number').map(String);
  return texts.length === 0 ? null : texts.join('\n');
}
