import type { FieldMapping } from '../domain/field-mapping.ts';
import { SourceError, StudyError } from '../errors/errors.ts';
import type { SourceAdapter } from '../sources/adapter.ts';
import { columnsOf, type RecordColumn, recogniseFields } from '../sources/recognise-fields.ts';
import { ADAPTERS } from '../sources/registry.ts';
import type { SourceConfig } from '../study/config.ts';
import {
  type Beginning,
  type FileOfSource,
  type RejectedReason,
  readBeginning,
  readNames,
  rejectedReasons,
} from './read-beginning.ts';

/** A file whose form is to be told, and what is known of it. */
export interface UnknownSource {
  /** As the study will write it. */
  readonly path: string;
  readonly absolutePath: string;
  /** Null = to be found. */
  readonly adapter: string | null;
  /** Null = to be found. */
  readonly fields: FieldMapping | null;
  readonly timeZone: string;
}

/** A record as a run would read it. */
interface PreviewRow {
  readonly text: string;
  /** ISO day in the source's zone; null = the row cannot be used, `problem` says why. */
  readonly day: string | null;
  readonly hasAuthor: boolean;
  readonly language: string | null;
  readonly problem: string | null;
}

/** What a file is taken for. */
export interface RecognisedSource {
  readonly adapter: string;
  /** Formats that fit the ending of its name. */
  readonly candidates: readonly string[];
  /** Columns of a format that has none of its own; else none. */
  readonly columns: readonly RecordColumn[];
  readonly fields: FieldMapping;
  readonly rows: readonly PreviewRow[];
  readonly nRead: number;
  readonly nUsable: number;
  /** The whole file was read, not its beginning. */
  readonly isWhole: boolean;
  /** First and last day of what was read. */
  readonly days: readonly [first: string, last: string] | null;
  /** Why records cannot be used, the most frequent first. */
  readonly rejected: readonly RejectedReason[];
}

/** Formats by the ending of a name; the first of them is the plainest. */
const FORMATS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.(csv|tsv|tab)(\.gz|\.zst)?$/i, ['csv', 'weibo-csv', 'four-cat']],
  [
    /\.(ndjson|jsonl)(\.gz|\.zst)?$|\.zst$/i,
    ['ndjson', 'reddit', 'telegram-messages', 'twitter', 'vk', 'youtube', 'four-cat'],
  ],
  [
    /\.json(\.gz|\.zst)?$/i,
    ['json', 'telegram-desktop', 'telegram-messages', 'twitter', 'vk', 'youtube', 'feed', 'ndjson'],
  ],
  [/\.parquet$/i, ['parquet']],
  [/\.(xml|rss|atom)$/i, ['feed']],
  [/\.warc(\.gz)?$/i, ['warc']],
  [/\.html?$/i, ['forum']],
  [/\.(md|txt)$/i, ['text-folder', 'csv']],
];

const TO_TELL = 200;
const TO_PREVIEW = 20_000;
const ROWS = 8;
const TEXT_LENGTH = 240;

/** The formats that the name of a file allows; none where it is no file of posts. */
export function formatsOf(path: string): readonly string[] {
  return FORMATS.find(([ending]) => ending.test(path))?.[1] ?? [];
}

/**
 * Tells what a file is by reading its beginning as each format that its name allows: the one that leaves most usable records, then
 * most fields. What is read is read as a run would, so that the preview is what a run will see.
 * @throws {StudyError} `server/unknown-file` where no format reads it
 */
export async function recogniseSource(unknown: UnknownSource): Promise<RecognisedSource> {
  const candidates = formatsOf(unknown.path);
  const names = unknown.adapter === null ? candidates : [unknown.adapter];
  let best: { readonly read: Read; readonly score: number } | null = null;
  let problem = 'the ending of its name is none that is known';
  for (const name of names) {
    const adapter = ADAPTERS.find((one) => one.name === name);
    if (adapter === undefined) continue;
    try {
      const read = await readAs(unknown, adapter, TO_TELL);
      const score = scoreOf(read);
      if (best === null || score > best.score) best = { read, score };
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problem = error.message;
    }
  }
  if (best === null || best.read.items.length === 0)
    throw new StudyError('server/unknown-file', { path: unknown.path, problem });
  const whole = await readAs({ ...unknown, fields: best.read.fields }, best.read.adapter, TO_PREVIEW);
  return { ...described(whole), candidates };
}

interface Read extends Beginning {
  readonly adapter: SourceAdapter;
  readonly columns: readonly RecordColumn[];
  readonly fields: FieldMapping;
}

async function readAs(unknown: UnknownSource, adapter: SourceAdapter, most: number): Promise<Read> {
  const columns =
    adapter.named !== undefined ? columnsOf(await readNames(fileOf(unknown, adapter, {}), TO_TELL)) : [];
  const fields = unknown.fields ?? recogniseFields(columns);
  return { adapter, columns, fields, ...(await readBeginning(fileOf(unknown, adapter, fields), most)) };
}

/** The file as the one of a source of which nothing else is known. */
function fileOf(unknown: UnknownSource, adapter: SourceAdapter, fields: FieldMapping): FileOfSource {
  const { path, absolutePath, timeZone } = unknown;
  const source: SourceConfig = {
    id: 'preview',
    label: path,
    adapter: adapter.name,
    paths: [path],
    class: 'public',
    domain: 'posts',
    language: null,
    region: null,
    timeZone,
    encoding: null,
    fields,
    options: adapter.optionsSchema.parse({}),
    rejectLimit: 1,
    optional: false,
  };
  return { source, adapter, path, absolutePath };
}

/** Usable records first, then the number of fields that any record fills. */
function scoreOf({ items, normalized }: Read): number {
  const filled = new Set(
    items.flatMap((item) =>
      item.kind === 'record'
        ? Object.entries(item.fields).flatMap(([name, value]) => (value === null ? [] : [name]))
        : [],
    ),
  );
  return normalized.documents.length / Math.max(1, items.length) + filled.size / 1000;
}

function described(read: Read): Omit<RecognisedSource, 'candidates'> {
  const { adapter, columns, fields, items, normalized, isWhole } = read;
  const days = normalized.documents.map(({ publishedDay }) => publishedDay);
  const first = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return {
    adapter: adapter.name,
    columns,
    fields,
    rows: previewRows(read),
    nRead: items.length,
    nUsable: normalized.documents.length,
    isWhole,
    days: days.length === 0 ? null : [dayText(first), dayText(last)],
    rejected: rejectedReasons(read),
  };
}

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

function previewRows({ items, normalized }: Read): PreviewRow[] {
  const byPayload = new Map(normalized.rawRecords.map((raw) => [raw.payload, raw.documentId]));
  const documents = new Map(normalized.documents.map((one) => [one.documentId, one]));
  const refused = new Map(normalized.rejected.map((one) => [`${one.line} ${one.byteOffset}`, one]));
  return items.slice(0, ROWS).map((item): PreviewRow => {
    const none = { text: '', day: null, hasAuthor: false, language: null };
    if (item.kind === 'rejected')
      return { ...none, text: item.excerpt.slice(0, TEXT_LENGTH), problem: item.detail };
    const document = documents.get(byPayload.get(item.payload) ?? (-1n as never));
    const hasAuthor = item.fields.author !== null;
    if (document === undefined) {
      const why = refused.get(`${item.position.line} ${item.position.byteOffset}`);
      const text = (item.fields.text ?? item.payload).slice(0, TEXT_LENGTH);
      return { ...none, text, hasAuthor, problem: why?.detail ?? '' };
    }
    const { text, publishedDay, language } = document;
    return {
      text: text.slice(0, TEXT_LENGTH),
      day: dayText(publishedDay),
      hasAuthor,
      language,
      problem: null,
    };
  });
}
