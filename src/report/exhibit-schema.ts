import { z } from 'zod';
import { QUOTATIONS, SELECTIONS } from '../domain/exhibit.ts';

const text = (description: string) => z.string().describe(description);
const count = (description: string) => z.int().nonnegative().describe(description);
const share = (label: string) => z.number().min(0).max(1).describe(`Share labelled ${label}.`);

/** A quoted post. */
export const exhibitSchema = z.object({
  documentId: text('Document id, 16 hexadecimal digits.'),
  recordHash: text('SHA-256 of the record as received.'),
  target: text('Target id.'),
  class: text('Class of the source.'),
  source: text('Source id.'),
  side: z.enum(['against', 'favor']).describe('Stance the quote is shown for.'),
  rule: text('Rule by which quotes were chosen.'),
  seed: z.int().describe('Seed of the draw.'),
  publishedAt: text('UTC instant of publication, ISO 8601.'),
  precision: text('How exactly the time is known: second, minute, day, month or year.'),
  language: text('BCP 47 language code; und: unknown.'),
  text: text('The words around the mention, ▮ for every identifier removed; empty for a paraphrase.'),
  start: count('Offset of the text in the document, UTF-16 units.'),
  end: count('End of the text in the document, exclusive.'),
  cut: z
    .object({
      before: z.boolean().describe('Words before the text were left out.'),
      after: z.boolean().describe('Words after the text were left out.'),
    })
    .describe('Whether the sentence goes on beyond the text: long sentences are cut.'),
  mention: z
    .object({ start: count('Start of the target inside the text.'), end: count('End, exclusive.') })
    .describe('Where the target stands inside the text.'),
  probability: z.number().min(0).max(1).describe("The annotator's probability of the side shown."),
  nCopies: count('Documents in the same group of copies.'),
  url: z.string().nullable().describe('Address of the post; null: not given or withheld.'),
  selection: z.enum(SELECTIONS).exactOptional().describe('Rule by which it was chosen.'),
  quotation: z
    .enum(QUOTATIONS)
    .exactOptional()
    .describe(
      'verbatim: the sentence; excerpt: at most six words in a row; paraphrase: to be put in other words.',
    ),
  themes: z.array(z.string()).exactOptional().describe('Ids of the themes of the codebook in the document.'),
  cell: z
    .object({ against: share('against'), neither: share('neither'), favor: share('favour') })
    .exactOptional()
    .describe('Labels of the target and class over the whole period: what the exhibit is one of.'),
  translation: z
    .object({
      text: text('The words in the language of the report, ▮ for every identifier removed.'),
      language: text('BCP 47 code of the language of the report.'),
      translator: z
        .object({ name: text('Name of the translator.'), version: text('Version of the translator.') })
        .describe('Whose words they are: not the author’s.'),
    })
    .nullable()
    .exactOptional()
    .describe(
      'A translation of the text; null: the translator gave none; absent: none was wanted. Never words that somebody said.',
    ),
});
