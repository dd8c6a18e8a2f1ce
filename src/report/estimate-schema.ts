import { z } from 'zod';

/** Half-open period of ISO dates. */
export const periodSchema = z.object({
  start: z.string().describe('First day, ISO date.'),
  end: z.string().describe('Day after the last, ISO date.'),
});

/** Dimension → value. */
export const stratumSchema = z
  .record(z.string(), z.string())
  .describe('Dimension → value, e.g. {"class": "public"}; empty = everything collected.');

const counts = {
  period: periodSchema.describe('Period the number stands for.'),
  nDocuments: z
    .int()
    .nonnegative()
    .describe('Mentions behind the number; of a mention-share: documents collected.'),
  nAuthors: z.int().nonnegative().describe('Different authors; 0 where the sources name none.'),
  nClusters: z.int().nonnegative().describe('Groups of copies.'),
};

const correctionSchema = z.enum(['none']).describe('Correction for classifier error; none = uncorrected.');
const mixSchema = z.enum(['observed', 'fixed']).describe('Mix of sources the number stands for.');

/** A number with its interval, or the reason why there is none. */
export const estimateSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('estimate').describe('There is a number.'),
    ...counts,
    value: z.number().describe('Share 0–1, or balance −1…1.'),
    standardError: z.number().nonnegative().describe('Standard error, same unit as the value.'),
    interval: z
      .object({
        lower: z.number().describe('Lower limit.'),
        upper: z.number().describe('Upper limit.'),
        level: z.number().describe('Nominal coverage, e.g. 0.95.'),
      })
      .describe('Confidence interval.'),
    effectiveSampleSize: z
      .number()
      .nonnegative()
      .describe('Independent mentions that would be as informative.'),
    method: z.string().describe('Estimator.'),
    correction: correctionSchema,
    mix: mixSchema,
  }),
  z.object({
    kind: z.literal('not-estimable').describe('There is no number.'),
    ...counts,
    reason: z
      .enum([
        'no-collection',
        'no-mentions',
        'too-few-mentions',
        'too-few-authors',
        'one-side-empty',
        'too-few-periods',
      ])
      .describe('Why there is no number.'),
  }),
]);

/** One number estimated in another way. */
export const estimateVariantSchema = z.object({
  correction: correctionSchema,
  mix: mixSchema,
  estimate: estimateSchema.describe('The number.'),
});

const seriesVariant = z.object({
  correction: correctionSchema,
  mix: mixSchema,
  estimates: z.array(estimateSchema).describe('One entry a period, in order of time.'),
});

/** One measure of one target in one stratum over time. */
export const seriesSchema = z.object({
  id: z.string().describe('Id of the series.'),
  target: z.string().describe('Target id.'),
  stratum: stratumSchema,
  measure: z
    .enum(['net-balance', 'favor-share', 'against-share', 'neither-share', 'mention-share'])
    .describe('What is measured.'),
  estimates: z.array(estimateSchema).describe('One entry a period, in order of time.'),
  variants: z.array(seriesVariant).exactOptional().describe('The same estimated in other ways.'),
});
