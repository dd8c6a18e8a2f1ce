import { type FieldMapping, MAPPABLE_FIELDS } from '../domain/field-mapping.ts';
import { parseTimestamp } from '../text/timestamp.ts';
import { COMMON_NAMES, type NamedValues } from './decode/field-reader.ts';

/** A column of records as they stand, with some of its values. */
export interface RecordColumn {
  readonly name: string;
  /** Different values, the first met first. */
  readonly examples: readonly string[];
  /** Share of the records that have a value. */
  readonly filled: number;
}

type Field = (typeof MAPPABLE_FIELDS)[number];

/** Parts of names that tell of a field, where no common name stands. */
const NAME_PARTS: Readonly<Partial<Record<Field, RegExp>>> = {
  text: /^(текст|сообщение|комментарий|содержание|内容|正文|微博正文|评论|评论内容|文本)$|text|body|message/iu,
  title: /^(заголовок|тема|标题)$/iu,
  publishedAt: /^(дата|время|опубликовано|时间|日期|发布时间)$|^(posted|published|date|time)/iu,
  author: /^(автор|пользователь|ник|作者|用户|昵称|用户昵称|用户名)$|nick|user|author|poster/iu,
  url: /^(ссылка|адрес|链接|网址)$|url|link/iu,
  region: /^(регион|город|место|地区|位置|ip属地)$/iu,
};

const EXAMPLES = 3;
const EXAMPLE_LENGTH = 80;

/** The columns of some records, in the order in which they are met; values inside groups under dotted names. */
export function columnsOf(rows: readonly NamedValues[]): RecordColumn[] {
  const found = new Map<string, { examples: Set<string>; n: number }>();
  for (const row of rows)
    for (const [name, value] of leaves(row)) {
      const column = found.get(name) ?? { examples: new Set<string>(), n: 0 };
      found.set(name, column);
      if (value === null || value === undefined || value === '') continue;
      column.n++;
      if (column.examples.size < EXAMPLES)
        column.examples.add(String(value).replace(/\s+/g, ' ').slice(0, EXAMPLE_LENGTH));
    }
  return [...found].map(([name, { examples, n }]) => ({
    name,
    examples: [...examples],
    filled: n / Math.max(1, rows.length),
  }));
}

const DEEPEST = 2;

function leaves(value: NamedValues, before = '', depth = 0): [string, unknown][] {
  return Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const name = `${before}${key}`;
    if (inner === null || typeof inner !== 'object') return [[name, inner]];
    if (Array.isArray(inner) || depth >= DEEPEST) return [];
    return leaves(inner as NamedValues, `${name}.`, depth + 1);
  });
}

/**
 * Which column holds which field: by the names that exports use, then by parts of names in three languages, and for text and
 * time, without which no record can be used, by what the columns hold. A column stands for one field at most.
 */
export function recogniseFields(columns: readonly RecordColumn[]): FieldMapping {
  const filled = columns.filter((column) => column.filled > 0);
  const taken = new Set<string>();
  const mapping: Partial<Record<Field, string[]>> = {};
  const take = (field: Field, column: RecordColumn | undefined): void => {
    if (column === undefined || mapping[field] !== undefined) return;
    mapping[field] = [column.name];
    taken.add(column.name);
  };
  for (const field of MAPPABLE_FIELDS) take(field, byCommonName(filled, field, taken));
  for (const field of MAPPABLE_FIELDS) {
    const part = NAME_PARTS[field];
    if (part !== undefined)
      take(
        field,
        filled.find(({ name }) => !taken.has(name) && part.test(lastName(name)) && !/_?id$/i.test(name)),
      );
  }
  const open = filled.filter(({ name }) => !taken.has(name));
  take(
    'text',
    open.toSorted((a, b) => meanLength(b) - meanLength(a)).find((one) => meanLength(one) > 20),
  );
  take('publishedAt', open.find(isTime));
  return mapping;
}

function byCommonName(
  columns: readonly RecordColumn[],
  field: Field,
  taken: ReadonlySet<string>,
): RecordColumn | undefined {
  const names = COMMON_NAMES[field] ?? [];
  const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');
  const free = columns.filter(({ name }) => !taken.has(name));
  for (const name of names) {
    const found =
      free.find((column) => column.name === name) ?? free.find((c) => plain(c.name) === plain(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

const lastName = (name: string): string => name.split('.').at(-1) ?? name;

const meanLength = ({ examples }: RecordColumn): number =>
  examples.reduce((sum, text) => sum + text.length, 0) / Math.max(1, examples.length);

/** Every value is a time, and none is a small number, which may be anything. */
function isTime({ examples, name }: RecordColumn): boolean {
  return (
    !/id$/i.test(name) &&
    examples.length > 0 &&
    examples.every(
      (text) => text.length >= 8 && 'instant' in parseTimestamp(text, { timeZone: 'UTC', offsetAt: () => 0 }),
    )
  );
}
