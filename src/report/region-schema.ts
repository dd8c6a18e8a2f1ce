import { z } from 'zod';
import { estimateSchema, periodSchema, stratumSchema } from './estimate-schema.ts';

const p = (description: string) => z.number().min(0).max(1).describe(description);

const region = z.object({
  region: z
    .string()
    .describe(
      'Code of ISO 3166-2:RU or :CN; else as the posts have it; rest: all that are not listed; unknown: posts without a region.',
    ),
  share: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('Share of the mentions of the target in the class; null: withheld.'),
  balance: estimateSchema.describe('Net balance over the whole period.'),
  change: z
    .object({
      before: estimateSchema.describe('Net balance in the first days of the split.'),
      after: estimateSchema.describe('Net balance in the second.'),
      effect: estimateSchema.describe('After − before.'),
    })
    .nullable()
    .describe('Null where there is no split.'),
});

const heterogeneity = z.object({
  nRegions: z.int().min(2).describe('Regions compared; rest and unknown are not.'),
  statistic: z.number().nonnegative().describe('F of Welch’s test, corrected for what regions share.'),
  degrees: z.tuple([z.number(), z.number()]).describe('Its degrees of freedom.'),
  pValue: p('Chance of regions as different if all had one balance.'),
  qValue: p('False discovery rate at which "no difference" is rejected, over all targets and classes.'),
});

const tiers = z.object({
  tiers: z
    .array(
      z.object({
        id: z.string().describe('Id of the tier.'),
        label: z.string().describe('Words shown to a reader.'),
        balance: estimateSchema.describe('Net balance over the whole period.'),
      }),
    )
    .describe('In the order of the study.'),
  perStep: estimateSchema.describe('Difference by step of the order: slope of the balances.'),
  pValue: p('Two-sided p-value of no slope.').nullable(),
  steps: z.array(estimateSchema).describe('Each tier less the one before it.'),
});

/** Net balance of one target in one class by region. */
export const regionBalancesSchema = z.object({
  target: z.string().describe('Target id.'),
  stratum: stratumSchema,
  split: z
    .object({
      event: z.string().nullable().describe('Id of the event between the two; null: halves of the period.'),
      before: periodSchema.describe('First days.'),
      after: periodSchema.describe('Second days.'),
    })
    .nullable()
    .describe('What is compared within a region.'),
  regions: z.array(region).describe('Codes first, in their order; not in the order of their balances.'),
  heterogeneity: heterogeneity
    .nullable()
    .describe('Whether regions differ more than by chance; null where fewer than two can be compared.'),
  tiers: tiers.nullable().describe('Regions in an order of the study; null where it gives none.'),
});
