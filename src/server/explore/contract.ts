import { z } from 'zod';
import { QUOTATIONS } from '../../domain/exhibit.ts';
import type { ExploreChoices, Explored, ExploredMentions } from '../../domain/explored.ts';
import { VOICES } from '../../domain/mention.ts';
import { SELECTION_MEASURES, WITHHOLDING_RULES } from '../../domain/mention-selection.ts';
import { STANCE_LABELS } from '../../domain/stance.ts';
import { estimateSchema, periodSchema } from '../../report/estimate-schema.ts';
import { NO_BODY, type Route } from '../route.ts';

/** Ids of studies and places of records are short; a longer value is of neither. */
const value = z.string().min(1).max(200);
const date = z.iso.date();
const choice = z.object({ id: z.string(), label: z.string() });

const selectionSchema = z.strictObject({
  target: value,
  class: value.nullable(),
  source: value.nullable(),
  language: value.nullable(),
  region: value.nullable().describe('`-` = not known.'),
  theme: value.nullable().describe('`-` = none of the study’s.'),
  voice: z.enum(VOICES).nullable().describe('Null = those that the study counts.'),
  copies: z.enum(['each', 'once']),
  from: date.nullable(),
  to: date.nullable().describe('The day after the last.'),
});

const number = z.object({
  estimate: estimateSchema,
  withheld: z.enum(WITHHOLDING_RULES).nullable().describe('The rule by which it is withheld.'),
});

const choices = {
  method: 'get',
  path: '/api/explore/choices',
  summary: 'What the mentions of the last run can be selected by.',
  body: NO_BODY,
  result: z.object({
    target: z.array(choice),
    class: z.array(choice),
    source: z.array(choice.extend({ class: z.string() })),
    language: z.array(z.string()),
    region: z.array(z.string()),
    theme: z.array(choice),
    voice: z.array(z.enum(VOICES)),
    countedVoices: z.array(z.enum(VOICES)),
    periods: z.array(periodSchema),
    first: selectionSchema.omit({ from: true, to: true }),
    nMentions: z.int(),
  }) as unknown as z.ZodType<ExploreChoices>,
} as const satisfies Route;

const selections = {
  method: 'post',
  path: '/api/explore/selections',
  summary: 'Numbers of one selection, or of two with the interval of their difference.',
  body: z.strictObject({
    selections: z.array(selectionSchema).min(1).max(2),
    measure: z.enum(SELECTION_MEASURES),
  }),
  result: z.object({
    selections: z.array(
      z.object({ bins: z.tuple([z.int(), z.int()]), series: z.array(number), whole: number }),
    ),
    difference: estimateSchema.nullable(),
    nShared: z.int().nullable().describe('Mentions that stand in both.'),
  }) as unknown as z.ZodType<Explored>,
} as const satisfies Route;

const mentions = {
  method: 'post',
  path: '/api/explore/mentions',
  summary: 'Mentions behind a number of a selection, as far as the study’s privacy lets them be shown.',
  body: z.strictObject({
    selection: selectionSchema,
    at: date.nullable().describe('First day of a period of the study; null = the period of the selection.'),
    label: z.enum(STANCE_LABELS).nullable(),
    offset: z.int().min(0).max(200),
  }),
  result: z.object({
    period: periodSchema,
    mentions: z.array(
      z.object({
        documentId: z.string(),
        recordHash: z.string(),
        source: z.string(),
        class: z.string(),
        publishedAt: z.string(),
        precision: z.string(),
        language: z.string(),
        region: z.string().nullable(),
        voice: z.enum(VOICES),
        themes: z.array(z.string()),
        label: z.enum(STANCE_LABELS),
        probability: z.object({ against: z.number(), neither: z.number(), favor: z.number() }),
        nCopies: z.int(),
        quotation: z.enum([...QUOTATIONS, 'none']),
        words: z
          .object({
            before: z.string(),
            marked: z.string(),
            after: z.string(),
            cut: z.object({ before: z.boolean(), after: z.boolean() }),
          })
          .nullable(),
        url: z.string().nullable(),
      }),
    ),
    nMentions: z.int(),
    nAuthors: z.int(),
    hasMore: z.boolean(),
  }) as unknown as z.ZodType<ExploredMentions>,
} as const satisfies Route;

/** Requests about selections of mentions. */
export const EXPLORE_ROUTES = {
  exploreChoices: choices,
  exploreSelections: selections,
  exploreMentions: mentions,
} as const;
