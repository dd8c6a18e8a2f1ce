import { z } from 'zod';
import {
  correctionSchema,
  intervalSchema,
  mixSchema,
  periodSchema,
  stratumSchema,
} from './estimate-schema.ts';

/** A lasting change in the level of a series. */
export const changePointSchema = z.object({
  series: z.string().describe('Id of the series.'),
  target: z.string().describe('Target id.'),
  stratum: stratumSchema,
  kind: z.enum(['step', 'slope']).describe('step: from one period to the next; slope: gradually.'),
  date: z.string().describe('First day of the first period at a new level.'),
  until: z.string().describe('Day from which the new level is complete; the date itself for a step.'),
  dateInterval: periodSchema.describe(
    'Days in which the change may have begun, at the confidence level of the study.',
  ),
  size: z
    .object({
      value: z.number().describe('Net balance after − before.'),
      standardError: z.number().positive().describe('Standard error at the given date.'),
      interval: intervalSchema,
      correction: correctionSchema,
      mix: mixSchema,
    })
    .describe('By how much the level moved.'),
  falseAlarmRate: z
    .number()
    .gt(0)
    .lt(1)
    .describe('Share of series without a change that would show any, by simulation.'),
  looks: z.int().nonnegative().describe('Series that were searched for changes in this finding.'),
});

/** What was found of the course of one series besides its changes. */
export const trendSchema = z.object({
  series: z.string().describe('Id of the series.'),
  correction: correctionSchema,
  mix: mixSchema,
  notTested: z
    .enum(['too-few-periods', 'no-variation'])
    .nullable()
    .describe('Why the series was not searched for changes; null: it was.'),
  noise: z
    .object({
      standardDeviation: z
        .number()
        .nonnegative()
        .describe('Of what moves the series besides sampling error.'),
      autocorrelation: z.number().min(0).max(1).describe('Of this movement, from period to period.'),
    })
    .nullable()
    .describe('Noise around the level; null: not searched.'),
  recentChange: z
    .object({
      periods: z.int().positive().describe('Periods that count as recent.'),
      probability: z.number().min(0).max(1).describe('Probability that the present level began in them.'),
    })
    .nullable()
    .describe('Monitoring, from earlier periods alone at each step; null: not estimable.'),
  level: z
    .array(
      z.object({
        period: periodSchema.describe('Period.'),
        value: z.number().describe('Smoothed net balance.'),
        interval: intervalSchema,
      }),
    )
    .describe('Level by period, smoothed: for display only. The last one is the nowcast.'),
});
