import { z } from 'zod';
import { estimateSchema, intervalSchema } from './estimate-schema.ts';

/** Two classes compared over the same mix of periods. */
export const classContrastSchema = z.object({
  target: z.string().describe('Target id.'),
  classes: z.tuple([z.string(), z.string()]).describe('First and second class.'),
  measure: z.enum(['net-balance', 'theme-share']).describe('What is compared.'),
  theme: z.string().nullable().describe('Id of the theme, or none-of-these; null of net balance.'),
  first: estimateSchema.describe('The first class.'),
  second: estimateSchema.describe('The second class.'),
  difference: estimateSchema.describe('First less second.'),
  ratio: z
    .object({ value: z.number().positive().describe('First over second.'), interval: intervalSchema })
    .nullable()
    .describe('Ratio of the shares; null where one is 0, and of net balance.'),
  nPeriods: z.int().positive().describe('Periods with mentions in both classes.'),
  qValue: z
    .number()
    .min(0)
    .max(1)
    .describe(
      'False discovery rate at which "no difference" is rejected, over all contrasts of this measure.',
    ),
});
