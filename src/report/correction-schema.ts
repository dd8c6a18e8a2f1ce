import { z } from 'zod';
import { intervalSchema, periodSchema, stratumSchema } from './estimate-schema.ts';

const bounded = z.object({
  value: z.number().describe('Value, −2…2.'),
  interval: intervalSchema.describe('Confidence interval.'),
});

/** Schema of how one target in one stratum is corrected by codings. */
export const correctionSummarySchema = z.object({
  target: z.string().describe('Target id.'),
  stratum: stratumSchema,
  nCoded: z.int().nonnegative().describe('Codings that correct.'),
  lambda: z
    .number()
    .min(0)
    .max(1)
    .describe('How far the annotator’s probabilities are relied on; 0 = the codings alone.'),
  netError: bounded.describe('Net balance of the labels minus that of the codings.'),
  drift: z
    .object({
      period: periodSchema.describe('Stretch of time whose net error differs most from the rest.'),
      difference: bounded.describe('Net error in the stretch minus net error in the rest.'),
      pValue: z.number().min(0).max(1).describe('Adjusted for everything compared (Bonferroni).'),
    })
    .nullable()
    .describe('How the net error moves; null where codings are too few to compare.'),
});
