import { fieldText, type GoldFields, optionalText, readGoldRows, type Wrong } from './gold-lines.ts';

/** Stance classes in the order of a model's outputs. */
export const STANCE_CLASSES = ['against', 'neither', 'favor'] as const;

/** One of {@link STANCE_CLASSES}. */
type StanceClass = (typeof STANCE_CLASSES)[number];

/** Primary subtag of a BCP 47 tag, in lower case: `zh` of `zh-Hans`. */
export function primarySubtag(language: string): string {
  const dash = language.indexOf('-');
  return (dash < 0 ? language : language.slice(0, dash)).toLowerCase();
}

/** One coded mention: what `groundswell train` and `groundswell evaluate` read, one a row or line. */
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

/** A mention to annotate; `label` is null where nobody coded it. */
export interface SampleRow extends Omit<GoldRow, 'label'> {
  readonly label: StanceClass | null;
}

/**
 * Reads gold data: a table with a header (`.csv`, `.tsv`) or one JSON object a line. Blank lines are passed over.
 * `group` defaults to `id`, `domain` to the empty string; `start` and `end` may be missing, null or empty together.
 * @throws StudyError `gold/invalid` naming the file and the line, at the first line that is wrong.
 */
export function readGold(content: Uint8Array, path: string): GoldRow[] {
  return readRows(content, path, (row, wrong) => {
    if (row.label === null) throw wrong('field "label" is missing or empty', ONE_OF_CLASSES);
    return { ...row, label: row.label };
  });
}

/** Reads gold data of which rows may lack a label, as {@link readGold} does. */
export function readSample(content: Uint8Array, path: string): SampleRow[] {
  return readRows(content, path, (row) => row);
}

const ONE_OF_CLASSES = `write one of ${STANCE_CLASSES.join(', ')}; leave out rows nobody could code`;

const FIELDS = ['id', 'language', 'text', 'target', 'label', 'group', 'domain', 'start', 'end', 'targetKind'];

function readRows<Row extends SampleRow>(
  content: Uint8Array,
  path: string,
  check: (row: SampleRow, wrong: Wrong) => Row,
): Row[] {
  const parse = (fields: GoldFields, wrong: Wrong): Row => check(parseRow(fields, wrong), wrong);
  return readGoldRows(content, path, { fields: FIELDS, nRequired: 4, parse });
}

function parseRow(fields: GoldFields, wrong: Wrong): SampleRow {
  const text = fieldText(fields, 'text', wrong);
  const id = fieldText(fields, 'id', wrong);
  return {
    id,
    group: optionalText(fields, 'group', wrong) ?? id,
    language: fieldText(fields, 'language', wrong),
    domain: optionalText(fields, 'domain', wrong) ?? '',
    text,
    target: fieldText(fields, 'target', wrong),
    span: spanOf(fields, text.length, wrong),
    label: labelOf(fields, wrong),
    targetKind: optionalText(fields, 'targetKind', wrong),
  };
}

function labelOf(fields: GoldFields, wrong: Wrong): StanceClass | null {
  const label = optionalText(fields, 'label', wrong);
  if (label === null) return null;
  const known = STANCE_CLASSES.find((one) => one === label);
  if (known !== undefined) return known;
  throw wrong(`label "${label.slice(0, 40)}" is none of ${STANCE_CLASSES.join(', ')}`, ONE_OF_CLASSES);
}

function spanOf(fields: GoldFields, length: number, wrong: Wrong): readonly [number, number] | null {
  const [start, end] = ['start', 'end'].map((name) => {
    const value = fields[name];
    if (value === undefined || value === null || value === '') return null;
    const offset = typeof value === 'string' ? Number(value) : value;
    if (typeof offset !== 'number' || !Number.isInteger(offset))
      throw wrong(`field "${name}" is not a whole number`, 'count UTF-16 code units, or leave both empty');
    return offset;
  }) as [number | null, number | null];
  if (start === null && end === null) return null;
  if (start === null || end === null)
    throw wrong('of "start" and "end" only one is given', 'give both, or leave both empty');
  if (start < 0 || end <= start || end > length)
    throw wrong(
      `[${start}, ${end}) is no place in a text of ${length} UTF-16 code units`,
      'start counts from 0, end is the first place after the target; a sign such as 🙂 counts as two',
    );
  return [start, end];
}
