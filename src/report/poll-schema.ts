import { z } from 'zod';
import { POLL_MEASURES } from '../domain/poll.ts';
import { intervalSchema, periodSchema, reasonSchema, stratumSchema } from './estimate-schema.ts';

const part = (description: string) =>
  z
    .object({
      value: z.number().describe('Number.'),
      standardError: z.number().nonnegative().describe('Standard error.'),
      interval: intervalSchema,
    })
    .describe(description);

const rated = (description: string) =>
  z
    .object({ value: z.number().describe('Number.'), interval: intervalSchema })
    .nullable()
    .describe(description);

const asked = {
  source: z.string().describe('Who asked.'),
  question: z.string().describe('What was asked.'),
};

const wave = z.object({
  ...asked,
  period: periodSchema.describe('Days of fieldwork.'),
  nRespondents: z.int().positive().describe('Respondents.'),
  value: z.number().describe('Share 0–1, or balance −1…1.'),
  interval: intervalSchema.describe('Interval of the poll.'),
  index: part('Mean of the index.').nullable().describe('Mean of the index over the days of fieldwork.'),
  reason: z
    .union([z.literal('outside-period'), reasonSchema])
    .nullable()
    .describe('Why there is no index; null where there is.'),
});

const change = z.object({
  ...asked,
  from: periodSchema.describe('Fieldwork of the earlier wave.'),
  to: periodSchema.describe('Fieldwork of the later wave.'),
  poll: part('Change of the poll.'),
  index: part('Change of the index.'),
  difference: part('Change of the poll minus change of the index.'),
});

/** A poll set beside a series. */
export const pollSchema = z.object({
  id: z.string().describe('Id of the poll.'),
  label: z.string().describe('Words shown to a reader.'),
  target: z.string().describe('Target id.'),
  stratum: stratumSchema,
  measure: z.enum(POLL_MEASURES).describe('What the value is, and the measure of the series.'),
  waves: z.array(wave).describe('By source and question, in order of time.'),
  changes: z.array(change).describe('From one wave to the next of the same source and question.'),
  agreement: z
    .object({
      nWaves: z.int().nonnegative().describe('Waves with an index.'),
      nChanges: z.int().nonnegative().describe('Changes with both numbers.'),
      nSameSign: z.int().nonnegative().describe('Of them, with the same sign.'),
      sameSign: rated('Share of changes with the same sign; null without changes.'),
      nDiffer: z.int().nonnegative().describe('Changes whose difference excludes zero.'),
      spearman: rated('Rank correlation over waves; null with fewer than five.'),
      kendall: rated('Kendall’s τ-b over waves; null with fewer than five.'),
    })
    .describe('How poll and index agree.'),
});
