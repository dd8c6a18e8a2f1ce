import { z } from 'zod';
import { SENTENCE_CUES, SENTENCE_KINDS } from '../domain/checked-article.ts';
import { DAY, ID, TEXT } from '../study/spec-forms.ts';

const NAMES = z.array(TEXT).min(1);

const SENTENCE = z.strictObject({
  id: TEXT.describe('What the sentence is called: a digest of its words. Leave it as it is.'),
  line: z.int().min(1).optional().describe('Line of the article where it begins.'),
  text: TEXT.describe('Its words, to read beside; the article itself is what is checked.'),
  cues: z.array(z.enum(SENTENCE_CUES)).optional().describe('What in it claims something.'),
  suggested: z
    .strictObject({ kind: z.enum(SENTENCE_KINDS), claim: TEXT.optional() })
    .optional()
    .describe('What the rules suggest. Trap: a suggestion is not a finding.'),
  kind: z
    .enum(SENTENCE_KINDS)
    .describe(
      '`measured`: the study decides it; `quoted`: words of somebody; `third-party`: a fact of others; `inference`: a conclusion, as of causes; `opinion`; `no-claim`. Trap: a cause is an inference even where the change beside it is measured.',
    ),
  claim: TEXT.optional().describe(
    'Id of the claim of the study that says the same. Trap: a claim about one class does not bear a sentence about another.',
  ),
  source: TEXT.optional().describe('Who says it and where, or the id of an entity.'),
  base: TEXT.optional().describe(
    'What a percentage is a share of. Trap: 0.3 % of what A sends is not 0.3 % of what B receives.',
  ),
  original: TEXT.optional().describe(
    'The words in quotation marks in the language in which they were said. Trap: a translation is nobody’s words and is not found.',
  ),
  record: TEXT.optional().describe('Id of the fact of the record that it must agree with.'),
  poll: TEXT.optional().describe(
    'Id of a poll of the study, or the source of one, that bears out what it says of a population. Trap: posts are no poll.',
  ),
  note: TEXT.optional().describe('For whoever reads the result.'),
  confirmed: z
    .boolean()
    .optional()
    .describe('`true` once a person has read the sentence and this entry; without it there is no verdict.'),
});

/** The file beside an article in which a person says what each sentence is. */
export const LEDGER_SPEC = z.strictObject({
  article: TEXT.describe('Name of the article.'),
  study: TEXT.describe('Id of the study.'),
  record: TEXT.optional().describe('Path of the file of recorded facts, from this file.'),
  entities: z
    .array(
      z.strictObject({
        id: ID.describe('Short name.'),
        names: NAMES.describe(
          'Every spelling, in any language. Trap: one firm under three names looks like three sources.',
        ),
      }),
    )
    .optional()
    .describe('People and organisations that go by several names.'),
  classWords: z
    .record(z.string(), NAMES)
    .optional()
    .describe(
      'Class id → words by which the article means it, beside those that are known. Trap: bloggers, experts and officials are no netizens.',
    ),
  sentences: z.array(SENTENCE).describe('The sentences that claim something, in the order of the article.'),
  gone: z
    .array(SENTENCE)
    .optional()
    .describe(
      'Entries that were edited and whose sentence is no longer in the article. Move what still holds, then delete them.',
    ),
});

/** A ledger as written, after its form was checked. */
export type Ledger = z.infer<typeof LEDGER_SPEC>;

/** One sentence of a ledger. */
export type LedgerSentence = z.infer<typeof SENTENCE>;

const FACT = z.strictObject({
  id: ID.describe('Short name.'),
  about: NAMES.optional().describe(
    'Names by which a sentence is recognised as being about it. Without any it holds only for sentences that name its id under `record`.',
  ),
  date: z
    .union([DAY, z.string().regex(/^\d{4}(-\d\d)?$/, { error: 'YYYY, YYYY-MM or YYYY-MM-DD' })])
    .optional()
    .describe('Day, month or year of it. Trap: YYYY-MM agrees with every day of the month.'),
  number: z
    .number()
    .optional()
    .describe('The number on record. A percentage is written as it stands: 0.3 for 0.3 %.'),
  base: TEXT.optional().describe('What the number is a share of.'),
  speaker: TEXT.optional().describe('Who spoke; another name of an entity counts as well.'),
  words: TEXT.optional().describe('What was said, in the language in which it was said.'),
  source: TEXT.describe('Where it is recorded.'),
});

/** What is on record, supplied by the user. */
export const RECORD_SPEC = z.strictObject({
  facts: z.array(FACT).min(1).describe('Facts and quotes with their source.'),
});

/** One fact of a record. */
export type RecordFact = z.infer<typeof FACT>;
