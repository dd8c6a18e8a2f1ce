import { z } from 'zod';

const count = z.int().nonnegative();

/** Schema of a score with its interval. */
export const scoreSchema = z
  .union([
    z.object({ value: z.number(), lower: z.number(), upper: z.number() }),
    z.object({
      value: z.null(),
      lower: z.null(),
      upper: z.null(),
      reason: z.enum(['no-coded-row', 'never-decided', 'always-abstained', 'no-shared-row', 'one-label']),
    }),
  ])
  .describe('Value with its interval; null with the reason where it cannot be given.');

const assessed = {
  annotator: z.string().describe('Name and version of the annotator.'),
  layer: z.enum(['stance']).describe('What was annotated.'),
  stratum: z
    .object({
      language: z.string().nullable().describe('Language of the coded texts; null: all.'),
      domain: z.string().nullable().describe('Domain of the coded texts; null: all of the language.'),
    })
    .describe('The coded texts that the figures rest on.'),
};

/** Schema of what is known of an annotator's errors in one stratum. */
export const qualitySchema = z.union([
  z.object({
    kind: z.literal('measured').describe('Compared with codings by people.'),
    ...assessed,
    nCoded: count.describe('Mentions coded by people.'),
    nGroups: count.describe('Documents or sentences that they come from.'),
    nAbstained: count.describe('Of the coded mentions, those on which the annotator does not say.'),
    confusion: z
      .array(z.array(count))
      .describe('Rows: the coded label; columns: the annotator’s; both against, neither, favor.'),
    agreement: scoreSchema.describe('Share with the same label; an abstention is a miss.'),
    macroF1: scoreSchema.describe('Mean F1 of the three labels.'),
    calibrationError: z.number().min(0).max(1).describe('Mean distance of probability and share right.'),
    confidenceLevel: z.number().gt(0).lt(1).describe('Nominal coverage of the intervals.'),
  }),
  z.object({
    kind: z.literal('unknown').describe('Nothing is known of the annotator’s errors.'),
    ...assessed,
    reason: z
      .enum(['given-labels', 'no-card'])
      .describe('given-labels: the labels came with the records; no-card: a program without a model card.'),
  }),
]);
