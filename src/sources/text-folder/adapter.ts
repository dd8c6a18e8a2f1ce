import { z } from 'zod';
import type { RecordFields, SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import { isWronglyDecoded } from '../decode/damage.ts';
import type { FieldNames } from '../decode/field-reader.ts';
import { fieldReader } from '../decode/field-reader.ts';
import { DATE_FROM_PATH, pathDate } from '../decode/path-date.ts';
import { readWholeText } from '../decode/read-whole.ts';
import { rejection } from '../decode/rejection.ts';
import { frontMatter } from './front-matter.ts';
import type { Section } from './sections.ts';
import { sectionsOf } from './sections.ts';

const OPTIONS = z.strictObject({
  dateFromPath: DATE_FROM_PATH.default(true),
  /** One record for each heading of this many `#` signs; the whole file is one record where left out. */
  sections: z.number().int().min(1).max(6).optional(),
  /** Only sections under the heading with this text. */
  within: z.string().min(1).optional(),
  /** A link with this text at the end of a record is its address. */
  linkText: z.string().min(1).optional(),
  /** What the text is written in; by the file name where left out. */
  markup: z.enum(['plain', 'html', 'markdown']).optional(),
});

/** Front matter that is read, besides what the study maps. */
const NAMES: FieldNames = {
  id: ['id', 'guid'],
  title: ['title'],
  publishedAt: ['date', 'published', 'datetime', 'created'],
  author: ['author'],
  url: ['url', 'link', 'source'],
  language: ['lang', 'language'],
  region: ['region', 'place'],
};

const WHOLE_TEXT_BYTES = 64 * 1024 * 1024;

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const options = OPTIONS.parse(input.options);
  const { text, cut } = await readWholeText(input, { maximumBytes: WHOLE_TEXT_BYTES });
  const lines = text.split(/\r\n|\n/);
  const head = frontMatter(lines);
  const body = lines.slice(head.nLines);
  const own = fieldReader(input.fields, { names: NAMES })(head.values, '');
  const base: RecordFields = {
    ...own.fields,
    markup: options.markup ?? (/\.(?:md|markdown)(?:\.gz|\.zst)?$/i.test(input.path) ? 'markdown' : 'plain'),
    publishedAt: own.fields.publishedAt ?? pathDate(input.path, options.dateFromPath),
  };
  const whole = { title: null, text: body.join('\n').trim(), source: text.trim(), line: head.nLines + 1 };
  const sections =
    options.sections === undefined
      ? [whole].filter(({ source }) => source !== '')
      : sectionsOf(body, head.nLines + 1, { level: options.sections, within: options.within ?? null });
  const items = sections.map((section, i): SourceItem => {
    const nativeId =
      sections.length > 1 || options.sections !== undefined ? `${input.path}#${i + 1}` : input.path;
    return sectionItem(section, {
      base,
      nativeId: own.nativeId ?? nativeId,
      linkText: options.linkText,
      input,
    });
  });
  if (cut !== null) {
    const last = items.pop();
    items.push(last === undefined ? cut : { ...cut, excerpt: excerptOf(last), position: last.position });
  } else if (items.length === 0 && text.trim() !== '') items.push(noSections(options.sections ?? 0));
  yield items;
}

function sectionItem(
  section: Section,
  context: {
    readonly base: RecordFields;
    readonly nativeId: string;
    readonly linkText: string | undefined;
    readonly input: SourceInput;
  },
): SourceItem {
  const { base, nativeId, linkText, input } = context;
  const position = { line: section.line, byteOffset: null };
  const at = { excerpt: section.source, position };
  if (section.source.length > input.maximumRecordLength) {
    const detail = `a text of ${section.source.length} characters; the limit is ${input.maximumRecordLength}`;
    return rejection('too-long', detail, at);
  }
  if (isWronglyDecoded(section.source)) {
    return rejection('wrong-encoding', 'most letters of the text cannot be decoded', at);
  }
  const link = linkText === undefined ? null : lastLink(section.text, linkText);
  const text = link === null ? section.text : link.before;
  const fields = {
    ...base,
    text: text || null,
    title: section.title || base.title,
    url: link?.url ?? base.url,
  };
  return { kind: 'record', nativeId, payload: section.source, position, fields };
}

/** A link that stands alone in the last line. */
function lastLink(text: string, linkText: string): { readonly before: string; readonly url: string } | null {
  const start = text.lastIndexOf('\n') + 1;
  const line = text.slice(start).trim();
  const opening = `[${linkText}](`;
  if (!line.startsWith(opening) || !line.endsWith(')')) return null;
  return { before: text.slice(0, start).trim(), url: line.slice(opening.length, -1) };
}

function excerptOf(item: SourceItem): string {
  return (item.kind === 'record' ? item.payload : item.excerpt).slice(0, 200);
}

function noSections(level: number): SourceItem {
  const detail = `no section with a heading of level ${level} where one was expected`;
  return rejection('wrong-shape', detail, { position: { line: 1, byteOffset: null } });
}

/** A folder of texts. */
export const textFolder: SourceAdapter = {
  name: 'text-folder',
  version: '1',
  description: 'A folder of dated texts (Markdown, plain text), one record a file or a heading.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: {
    quoted: 'texts mark the words of others in ways of their own; Markdown quotes are found later',
    nLikes: 'texts carry no counts',
    nReposts: 'texts carry no counts',
    nReplies: 'texts carry no counts',
    nViews: 'texts carry no counts',
  },
  read,
};
