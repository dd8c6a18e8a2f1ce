import { z } from 'zod';
import { READINGS } from '../domain/discovered-theme.ts';
import { estimateSchema } from './estimate-schema.ts';
import { themeLifeSchema, themeMonthSchema } from './theme-life-schema.ts';

const learned = {
  target: z.string().describe('Target id.'),
  language: z.string().describe('Primary language subtag: languages are learned apart.'),
  nTexts: z.int().nonnegative().describe('Texts learned from the last time, copies left out.'),
  nAuthors: z.int().nonnegative().describe('Their authors; an unknown one stands for a text.'),
  months: z.array(themeMonthSchema).describe('What each month brought, in order.'),
};

const stability = z
  .object({
    mean: z.number().describe('Mean over the bootstrap samples.'),
    lowest: z.number().describe('The lowest of them.'),
    nBootstraps: z.int().positive().describe('Bootstrap samples of authors.'),
  })
  .describe(
    'Adjusted Rand index with what bootstrap samples show: 1 = the same partition, about 0 = what chance gives.',
  );

const theme = z.object({
  id: z.string().describe('Language and most telling word of the month it began in; it is kept.'),
  name: z.array(z.string()).describe('The words it was named by when it began; they are kept.'),
  ...themeLifeSchema,
  words: z
    .array(
      z.object({
        word: z.string().describe('The form that most texts use.'),
        nAuthors: z
          .int()
          .positive()
          .describe('Authors who use it among the texts learned from; ten or more.'),
        weight: z
          .number()
          .describe('Log of the odds ratio, in the theme to elsewhere, over its standard error.'),
      }),
    )
    .describe(
      'The words that tell the theme from the others in the last month it was learned in, surest first.',
    ),
  since: z
    .string()
    .nullable()
    .describe('First day of the first bin with enough mentions of it in some class; null where none has.'),
});

const level = z.object({
  class: z.string().describe('Class id.'),
  theme: z.string().describe('Theme id; none-of-these = mentions that no theme explains.'),
  share: estimateSchema.describe('Share of the mentions in this language over the whole period.'),
  shares: z.array(estimateSchema).describe('The same in each bin.'),
  balance: estimateSchema.describe('Net balance of the mentions of the theme over the whole period.'),
  balances: z.array(estimateSchema).describe('The same in each bin.'),
});

const overlap = z.object({
  theme: z.string().describe('Theme id, or none-of-these.'),
  codebook: z.string().describe('Id of a theme of the codebook, or none-of-these.'),
  share: estimateSchema.describe(
    'Share of the mentions of the theme that the codebook gives its theme, all classes together.',
  ),
});

/** Themes that the corpus shows, of one target in one language. */
export const discoveredSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('estimate').describe('Themes were found.'),
    ...learned,
    reading: z
      .enum(READINGS)
      .describe('What was read: the sentence that names the target, or its surroundings.'),
    nWords: z.int().positive().describe('Words in use.'),
    stability,
    themes: z.array(theme).describe('The themes.'),
    levels: z.array(level).describe('Share and balance of each theme, and of none, by class.'),
    overlaps: z.array(overlap).describe('How the themes and the codebook cover each other.'),
  }),
  z.object({
    kind: z.literal('not-estimable').describe('No themes can be told.'),
    ...learned,
    reason: z.enum(['too-few-texts', 'too-few-words', 'not-stable']).describe('Why.'),
    stability: stability.nullable().describe('Of the most stable partition tried; null where none was.'),
  }),
]);
