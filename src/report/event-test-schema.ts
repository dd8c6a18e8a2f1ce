import { z } from 'zod';
import { estimateSchema, periodSchema } from './estimate-schema.ts';

const count = (description: string) => z.int().nonnegative().describe(description);
const probability = (description: string) => z.number().min(0).max(1).nullable().describe(description);

const pPlacebo = probability('p-value of the step against series without an event; null: not tested.');
const verdict = z
  .enum([
    'supported',
    'contradicted',
    'cannot-separate',
    'other-date',
    'gradual',
    'unconfirmed',
    'no-change-seen',
    'not-tested',
    'not-estimable',
  ])
  .describe(
    'What may be concluded. supported: a change at the date that no other event explains; contradicted: the same, against the expectation; cannot-separate: another event explains it as well; other-date: another date explains the change better; gradual: a steady drift explains it as well; unconfirmed: the labels changed, the corrected numbers do not show that what people say did; no-change-seen; not-tested: too few periods; not-estimable.',
  );
const placebo = z
  .object({
    nSeries: count('Series drawn without an event.'),
    nSeriesAsLarge: count('Of them with a step as large in standard errors.'),
    nDates: count('Other dates of the same series.'),
    nDatesAsLarge: count('Of them with a step as large in standard errors.'),
  })
  .nullable()
  .describe('What the step was compared with; null: not tested.');

/** Fields of an event that its test fills. */
export const eventTestFields = {
  pPlacebo,
  pAdjusted: probability('The same, adjusted for all looks: chance of one false alarm.').exactOptional(),
  qValue: probability(
    'The same, adjusted for all looks: share of false ones among those as clear.',
  ).exactOptional(),
  looks: count('Tests made in the finding.'),
  verdict,
  inseparableFrom: z
    .array(z.string())
    .describe(
      'Ids of other events that explain the change about as well; where it was not tested, of all inside the compared days.',
    ),
  step: estimateSchema.exactOptional().describe('Change of level at the event in the series.'),
  control: z
    .string()
    .nullable()
    .exactOptional()
    .describe('Target or class whose series was subtracted before the test; null: none.'),
  minimumDetectableEffect: z
    .number()
    .positive()
    .nullable()
    .exactOptional()
    .describe('Smallest step that the test would have shown in four of five such series.'),
  placebo: placebo.exactOptional(),
  changeDate: z
    .object({
      date: periodSchema.describe('Period of the series in which a step explains it best.'),
      dateInterval: periodSchema.describe('Periods in which a step explains it about as well.'),
    })
    .nullable()
    .exactOptional()
    .describe('When the series changed most, if it did; null: not tested.'),
};

/** What the test of an event says on labels, where its own is corrected. */
export const eventTestSummarySchema = z.object({
  step: estimateSchema.exactOptional().describe('Change of level at the event in the series.'),
  pPlacebo,
  pAdjusted: probability('The same, adjusted for all looks.'),
  qValue: probability('The same, by the false discovery rate.'),
  verdict,
  minimumDetectableEffect: z
    .number()
    .positive()
    .nullable()
    .describe('Smallest step that would have been seen.'),
  placebo,
});
