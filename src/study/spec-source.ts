import { z } from 'zod';
import type { MAPPABLE_FIELDS } from '../domain/field-mapping.ts';
import { DEFAULTS } from './defaults.ts';
import { ID, TEXT, TEXT_OR_LIST } from './spec-forms.ts';

const name = (meaning: string) => TEXT_OR_LIST.optional().describe(meaning);

const FIELDS = z.strictObject({
  id: name('Id of the record within its source. Without one, a record is known by its content.'),
  text: name('Text of the post. Several names are joined by a line break.'),
  title: name('Headline.'),
  publishedAt: name(
    'Time of publication, as a date or a number since 1970. Trap: not the time of collection or of the last edit.',
  ),
  author: name(
    'Handle or number of the author; stored only as a keyed pseudonym. Trap: without it every post counts as an author of its own.',
  ),
  url: name('Address of the post.'),
  region: name('Place, as the platform states it.'),
  language: name('Language, as the platform states it.'),
  replyTo: name('Id of the post this one answers.'),
  repostOf: name('Id of the post this one repeats.'),
  likes: name('Number of likes. Trap: an empty cell is unknown, not 0.'),
  reposts: name('Number of reposts.'),
  replies: name('Number of replies.'),
  views: name('Number of views.'),
  retrievedAt: name('Time of collection.'),
} satisfies Record<(typeof MAPPABLE_FIELDS)[number], z.ZodType>);

/** One source as written: where its records are and how to read them. */
export const SOURCE = z.strictObject({
  id: ID.describe('Short name, used in tables and file names.'),
  label: TEXT.optional().describe('Name for readers [the id].'),
  adapter: TEXT.describe('Format of the files: csv, ndjson, json, …; `groundswell doctor` lists all.'),
  path: TEXT_OR_LIST.describe(
    'Path or glob of the files, relative to the study file; one or a list. Trap: a file named in two sources counts twice.',
  ),
  class: TEXT.describe(
    'Kind of speaker: an id under `classes`. Trap: a source that mixes kinds (a channel and the comments under it) should be two sources.',
  ),
  domain: TEXT.optional().describe(
    'Kind of text, as the card of the stance model names it: `news`, `posts`, … [`news` for classes whose `speaker` is an institution; else `posts`]. Trap: a channel of news in a class of bloggers reads like news; say so.',
  ),
  language: TEXT.optional().describe(
    'Language of the posts as a BCP 47 code, used where it cannot be told from the text [told from the text].',
  ),
  region: TEXT.optional().describe('Place all its speakers belong to [as each record says, else unknown].'),
  timeZone: TEXT.meta({ default: DEFAULTS.source.timeZone })
    .optional()
    .describe(
      `IANA zone in which times without an offset are read and a day begins [${DEFAULTS.source.timeZone}]. Trap: a post of 01:00 in Moscow belongs to the day before in UTC.`,
    ),
  encoding: TEXT.optional().describe(
    'Character encoding: utf-8, windows-1251, gb18030, … [detected]. Trap: short files in old encodings are easily taken for another.',
  ),
  fields: FIELDS.optional().describe(
    'Our field → its name in the record, or a list of names; a dotted name reaches into nested objects [the names of the format].',
  ),
  options: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('Options of the adapter; its README lists them [none].'),
  rejectLimit: z
    .number()
    .min(0)
    .max(1)
    .meta({ default: DEFAULTS.source.rejectLimit })
    .optional()
    .describe(
      `Share of unreadable records above which the run stops, 0–1 [${DEFAULTS.source.rejectLimit}]. Trap: 0.2 is 20 %; a high limit hides a wrong encoding or mapping.`,
    ),
  optional: z
    .boolean()
    .meta({ default: DEFAULTS.source.optional })
    .optional()
    .describe(
      `true = run on when no file matches [${DEFAULTS.source.optional}]. Trap: the class may then be empty.`,
    ),
});
