import { z } from 'zod';
import { type ContributionKind, DIMENSIONS } from '../domain/decomposition.ts';
import { estimateSchema, intervalSchema, periodSchema, stratumSchema } from './estimate-schema.ts';

const KINDS = [
  'mix',
  'within',
  'interaction',
  'entry',
  'remainder',
] as const satisfies readonly ContributionKind[];

const kindSchema = z
  .enum(KINDS)
  .describe(
    'mix = talk moved to or from the level; within = the balance in the level changed; entry = the level is on one side only; remainder = levels with too little to be told apart.',
  );
const dimensionSchema = z.enum(DIMENSIONS).describe('What the change is split by.');
const levelName = z
  .string()
  .describe(
    'Id of the theme, source, region, language or class; none-of-these, unknown, rest, stayed, entered or left.',
  );
const probability = (what: string) => z.number().min(0).max(1).describe(what);

const part = {
  value: z.number().describe('Part of the change of balance.'),
  standardError: z.number().nonnegative().describe('Standard error, same unit as the value.'),
  interval: intervalSchema,
};

const levelSchema = z.object({
  level: levelName,
  shareBefore: estimateSchema.describe('Share of talk before; a mention of several themes counts in parts.'),
  shareAfter: estimateSchema.describe('Share of talk after.'),
  balanceBefore: estimateSchema.describe('Net balance in the level before.'),
  balanceAfter: estimateSchema.describe('Net balance in the level after.'),
  contribution: z.object(part).describe('What the level added to the change: its terms together.'),
  excess: z
    .object(part)
    .describe('Contribution less mean share × change: what the level adds beyond its size.'),
  probabilityFirst: probability('Probability of the largest contribution in the direction of the change.'),
  probabilityFirstThree: probability('Probability of one of the three largest.'),
  qValue: probability(
    'False discovery rate at which "adds nothing" is rejected, over all levels of this dimension in the finding.',
  ),
});

const wordSchema = z.object({
  word: z.string().describe('The form that most authors use.'),
  nAuthorsBefore: z
    .int()
    .nonnegative()
    .nullable()
    .describe('Authors who use it before; where none is known, texts. Null: one to nine, withheld.'),
  nAuthorsAfter: z
    .int()
    .nonnegative()
    .nullable()
    .describe('Authors who use it after; null: one to nine, withheld.'),
  logOdds: z.number().describe('Log of the ratio of its odds among all words, after to before.'),
  standardError: z.number().nonnegative().describe('Standard error of the log odds ratio.'),
  interval: intervalSchema,
  qValue: z.number().min(0).max(1).describe('False discovery rate over the words tested in this level.'),
});

const levelWords = z.object({
  level: levelName,
  nAuthorsBefore: z.int().nonnegative().describe('Authors read before; where none is known, texts.'),
  nAuthorsAfter: z.int().nonnegative().describe('Authors read after.'),
  nTested: z.int().nonnegative().describe('Words that at least ten authors use.'),
  more: z.array(wordSchema).describe('Words used more after, the surest first.'),
  less: z.array(wordSchema).describe('Words used less after, the surest first.'),
});

/** A change of net balance split over the levels of one dimension. */
export const decompositionSchema = z.object({
  target: z.string().describe('Target id.'),
  stratum: stratumSchema,
  event: z.string().nullable().describe('Id of the event whose two sides are compared.'),
  from: periodSchema.describe('Period before.'),
  to: periodSchema.describe('Period after.'),
  dimension: dimensionSchema,
  before: estimateSchema.describe('Net balance before.'),
  after: estimateSchema.describe('Net balance after.'),
  change: estimateSchema.describe('Change of net balance, after − before; the contributions sum to it.'),
  corrected: estimateSchema
    .nullable()
    .describe('The change corrected for classifier error; null without codings.'),
  measurement: z
    .object(part)
    .nullable()
    .describe(
      "Change − corrected: what of the change in the labels is the annotator's error; null without codings. It belongs to no level. Its interval is the widest that the two allow.",
    ),
  contributions: z
    .array(
      z.object({
        dimension: dimensionSchema,
        level: levelName,
        kind: kindSchema,
        ...part,
        probabilityFirst: probability('Probability of the largest term in the direction of the change.'),
      }),
    )
    .describe('Terms that sum to the change.'),
  kinds: z.array(z.object({ kind: kindSchema, ...part })).describe('Terms of each kind together.'),
  levels: z
    .array(levelSchema)
    .describe('Levels, the largest contribution in the direction of the change first.'),
  words: z.array(levelWords).describe('What changed in the words of themes that add to the change.'),
});
