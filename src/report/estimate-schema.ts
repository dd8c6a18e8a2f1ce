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

/** A confidence interval. */
export const intervalSchema = z
  .object({
    lower: z.number().describe('Lower limit.'),
    upper: z.number().describe('Upper limit.'),
    level: z.number().describe('Nominal coverage, e.g. 0.95.'),
  })
  .describe('Confidence interval.');

const counts = {
  period: periodSchema.describe('Period the number stands for.'),
  nDocuments: z
    .int()
    .nonnegative()
    .describe('Mentions behind the number; of a mention-share: documents collected.'),
  nAuthors: z.int().nonnegative().describe('Different authors; 0 where the sources name none.'),
  nClusters: z.int().nonnegative().describe('Groups of copies.'),
};

/** Correction for classifier error. */
export const correctionSchema = z
  .enum(['none', 'dsl'])
  .describe('Correction for classifier error; none = uncorrected, dsl = by a probability sample of codings.');

/** Mix of sources. */
export const mixSchema = z.enum(['observed', 'fixed']).describe('Mix of sources the number stands for.');
/** Why there is no number. */
export const reasonSchema = z.enum([
  'no-collection',
  'no-mentions',
  'theme-not-known',
  'too-few-mentions',
  'too-few-authors',
  'one-side-empty',
  'reference-not-covered',
  'too-few-periods',
  'too-few-codings',
  'withheld',
]);

const reference = z.object({
  coverage: z
    .number()
    .min(0)
    .max(1)
    .describe(
      'Share of the reference mix that has mentions of its own; the rest is stood for by what is nearest.',
    ),
  designEffect: z
    .number()
    .nonnegative()
    .describe('By how much the reweighting lengthens the variance (Kish).'),
  largestFactor: z.number().nonnegative().describe('Largest factor of a mention, where the mean is 1.'),
  composition: z
    .object({
      value: z.number().describe('Same unit as the number.'),
      standardError: z.number().positive().describe('Standard error.'),
      interval: intervalSchema,
    })
    .nullable()
    .describe(
      'Number at the observed mix minus this one: the part that is composition. Null: nothing is weighted anew, or the number is corrected.',
    ),
});

/** A number with its interval, or the reason why there is none. */
export const estimateSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('estimate').describe('There is a number.'),
    ...counts,
    value: z.number().describe('Share 0–1, or balance −1…1.'),
    standardError: z.number().nonnegative().describe('Standard error, same unit as the value.'),
    interval: intervalSchema,
    effectiveSampleSize: z
      .number()
      .nonnegative()
      .describe('Independent mentions that would be as informative.'),
    method: z.string().describe('Estimator.'),
    correction: correctionSchema,
    mix: mixSchema,
    reference: reference
      .exactOptional()
      .describe(
        'Only at the fixed mix: how far the number stands for it, and how it differs from the other.',
      ),
    errorBand: z
      .object({
        lower: z.number().describe('Lower limit.'),
        upper: z.number().describe('Upper limit.'),
        level: z.number().describe('Nominal coverage, e.g. 0.95.'),
        basis: z
          .enum(['between-domains', 'within-domain'])
          .describe(
            'Whether the spread of the errors between kinds of coded text is in the band, or only their sampling error.',
          ),
      })
      .exactOptional()
      .describe('Range of the true number if the annotator errs in this corpus as it did on coded texts.'),
  }),
  z.object({
    kind: z.literal('not-estimable').describe('There is no number.'),
    period: counts.period,
    nDocuments: z.int().nonnegative().nullable().describe('Mentions behind the cell; null: withheld.'),
    nAuthors: z.int().nonnegative().nullable().describe('Different authors; null: withheld.'),
    nClusters: z.int().nonnegative().nullable().describe('Groups of copies; null: withheld.'),
    reason: reasonSchema.describe('Why there is no number.'),
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
