import { z } from 'zod';
import { VOICES } from '../domain/mention.ts';
import type { Multiverse } from '../domain/multiverse.ts';
import { claimRobustnessSchema } from './claim-robustness-schema.ts';
import { estimateSchema, stratumSchema } from './estimate-schema.ts';

const count = (description: string) => z.int().nonnegative().describe(description);
const size = z.number().nullable();

const specification = z.object({
  id: z.string().describe('The choices in words.'),
  estimator: z.string().describe('Estimator.'),
  copies: z.enum(['each', 'once']).describe('Whether each copy of a text counts, or the text once.'),
  authorWeekCap: z.number().nullable().describe('The most that an author counts in a week; null = no bound.'),
  mix: z.enum(['observed', 'fixed']).describe('Mix of sources.'),
  voices: z.array(z.enum(VOICES)).describe('Whose words count.'),
  window: z
    .union([z.number(), z.enum(['day', 'week', 'month'])])
    .nullable()
    .describe(
      'Days on each side of the event, null = the whole period; without an event, the width of the bin.',
    ),
  campaigns: z.enum(['kept', 'removed']).describe('Whether mentions of accounts that act alike count.'),
  leftOut: z.string().nullable().describe('Source that is left out; null = none.'),
  isStudy: z.boolean().describe('The choices of the study itself.'),
  estimate: estimateSchema.describe('The number.'),
});

/** Schema of `multiverse.json`. */
export const multiverseSchema = z.object({
  schema: z.literal('groundswell-multiverse/2'),
  synthetic: z.boolean().describe('The posts were generated.'),
  study: z.string().describe('Id of the study.'),
  title: z.string().describe('Title of the study.'),
  runId: z.string().describe('Run of the finding whose headline this is.'),
  headline: z
    .object({
      target: z.string(),
      stratum: stratumSchema,
      event: z.string().nullable(),
      estimate: estimateSchema,
    })
    .describe('The headline of the finding.'),
  specifications: z.array(specification).describe('All combinations, then one source left out at a time.'),
  summary: z
    .object({
      nSpecifications: count('Specifications.'),
      nEstimable: count('Of them, with a number.'),
      nSameSign: count('With the sign of the study’s own number.'),
      nExcludeZero: count('Whose interval excludes zero on that side.'),
      nExcludeZeroOpposite: count('Whose interval excludes zero on the other side.'),
      minimum: size.describe('Smallest number.'),
      median: size.describe('Middle number.'),
      maximum: size.describe('Largest number.'),
    })
    .describe('How the specifications agree.'),
  choices: z
    .array(
      z.object({
        dimension: z.string(),
        choice: z.string(),
        nEstimable: count('With a number.'),
        nSameSign: count('With the sign of the study’s own number.'),
        nExcludeZero: count('Whose interval excludes zero on that side.'),
        median: size.describe('Middle number of those that make the choice.'),
      }),
    )
    .describe('What each choice does.'),
  claims: z
    .array(claimRobustnessSchema)
    .describe('Claims that numbers decide, under every choice that bears on them.'),
}) satisfies z.ZodType<Multiverse>;
