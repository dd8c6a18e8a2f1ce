import { StudyError } from '../../errors/errors.ts';

/** Stance classes in the order of a model's outputs. */
export const STANCE_CLASSES = ['against', 'neither', 'favor'] as const;

/** One of {@link STANCE_CLASSES}. */
type StanceClass = (typeof STANCE_CLASSES)[number];

/** One coded mention: what `groundswell train` and `groundswell evaluate` read, one JSON object a line. */
export interface GoldRow {
  readonly id: string;
  /** Document or sentence: rows of one group never stand on both sides of a validation split. */
  readonly group: string;
  readonly language: string;
  readonly domain: string;
  readonly text: string;
  readonly target: string;
  /** Place of the target in `text`, UTF-16 code units, half-open; null where it is not in the text. */
  readonly span: readonly [start: number, end: number] | null;
  readonly label: StanceClass;
  /** Kind of target, where known. */
  readonly targetKind: string | null;
}

/**
 * Reads gold data, NDJSON, one line after the other. Blank lines are passed over. `group` defaults to `id`, `domain`
 * to the empty string; `start` and `end` may be missing, null or empty together.
 * @throws StudyError `gold/invalid` naming the file and the line, at the first line that is wrong.
 */
export function readGold(lines: Iterable<string>, path: string): GoldRow[] {
  const rows: GoldRow[] = [];
  const seen = new Map<string, number>();
  let line = 0;
  for (const source of lines) {
    line++;
    if (source.trim() === '') continue;
    const wrong = (problem: string): StudyError =>
      new StudyError('gold/invalid', { path, line, problem }, { position: { path, line } });
    const row = parseRow(source, wrong);
    const before = seen.get(row.id);
    if (before !== undefined) throw wrong(`id "${row.id}" stands on line ${before} already`);
    seen.set(row.id, line);
    rows.push(row);
  }
  return rows;
}

type Wrong = (problem: string) => StudyError;

function parseRow(source: string, wrong: Wrong): GoldRow {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (cause) {
    throw wrong(`not JSON: ${cause instanceof SyntaxError ? cause.message : String(cause)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong('not a JSON object');
  const fields = value as Readonly<Record<string, unknown>>;
  const text = fieldText(fields, 'text', wrong);
  const id = fieldText(fields, 'id', wrong);
  const label = fieldText(fields, 'label', wrong);
  const known = STANCE_CLASSES.find((one) => one === label);
  if (known === undefined)
    throw wrong(`label "${label.slice(0, 40)}" is none of ${STANCE_CLASSES.join(', ')}`);
  return {
    id,
    group: optionalText(fields, 'group', wrong) ?? id,
    language: fieldText(fields, 'language', wrong),
    domain: optionalText(fields, 'domain', wrong) ?? '',
    text,
    target: fieldText(fields, 'target', wrong),
    span: spanOf(fields, text.length, wrong),
    label: known,
    targetKind: optionalText(fields, 'targetKind', wrong),
  };
}

function fieldText(fields: Readonly<Record<string, unknown>>, name: string, wrong: Wrong): string {
  const value = optionalText(fields, name, wrong);
  if (value === null) throw wrong(`field "${name}" is missing or empty`);
  return value;
}

function optionalText(fields: Readonly<Record<string, unknown>>, name: string, wrong: Wrong): string | null {
  const value = fields[name];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number' && (name === 'id' || name === 'group')) return String(value);
  if (typeof value !== 'string') throw wrong(`field "${name}" is not text`);
  return value;
}

function spanOf(
  fields: Readonly<Record<string, unknown>>,
  length: number,
  wrong: Wrong,
): readonly [number, number] | null {
  const [start, end] = ['start', 'end'].map((name) => {
    const value = fields[name];
    if (value === undefined || value === null || value === '') return null;
    const offset = typeof value === 'string' ? Number(value) : value;
    if (typeof offset !== 'number' || !Number.isInteger(offset))
      throw wrong(`field "${name}" is not a whole number`);
    return offset;
  }) as [number | null, number | null];
  if (start === null && end === null) return null;
  if (start === null || end === null) throw wrong('of "start" and "end" only one is given');
  if (start < 0 || end <= start || end > length)
    throw wrong(`[${start}, ${end}) is no place in a text of ${length} UTF-16 code units`);
  return [start, end];
}
