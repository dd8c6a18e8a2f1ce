import { z } from 'zod';
import { periodSchema } from './estimate-schema.ts';
import type { FirstView } from './first-view.ts';

const drawing = z.object({
  width: z.number(),
  height: z.number(),
  body: z.string().describe('Escaped markup: the inside of an SVG element.'),
  texts: z.array(z.string()).describe('What a reader reads in it.'),
  frame: z
    .object({ left: z.number(), right: z.number(), top: z.number(), bottom: z.number() })
    .describe('The plot inside its margins.'),
});

const panel = z.object({
  label: z.string(),
  description: z.string().describe('For a reader who cannot see the chart.'),
  drawings: z.object({ narrow: drawing, wide: drawing }).describe('For a phone, for a page.'),
});

const labelled = z.object({ label: z.string(), text: z.string() });

const cell = z.object({ text: z.string(), note: z.string().optional(), muted: z.boolean().optional() });

const figure = z.object({
  title: z.string(),
  panels: z.array(panel),
  key: z.array(z.object({ symbol: z.looseObject({ kind: z.string() }), text: z.string() })),
  table: z.object({
    caption: z.string(),
    columns: z.array(z.object({ label: z.string(), numeric: z.boolean() })),
    rows: z.array(z.array(cell)),
  }),
  time: z
    .object({ span: periodSchema, periods: z.array(periodSchema) })
    .optional()
    .describe('Where charts run over time: what they span, and the periods of the rows.'),
});

const block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('paragraph'),
    text: z.string(),
    tone: z.enum(['note', 'warning']).optional(),
  }),
  z.object({ kind: z.literal('figure'), figure }),
]);

/** Schema of what a reader sees first of a finding. */
export const firstViewSchema = z.object({
  runId: z.string(),
  studyId: z.string(),
  language: z.enum(['en', 'ru', 'zh']),
  messages: z.object({
    colon: z.string(),
    dataBehindChart: z.string(),
    hash: z.string(),
    original: z.string(),
  }),
  lead: z.object({
    synthetic: z.object({ title: z.string(), body: z.string() }).nullable(),
    eyebrow: z.string(),
    title: z.string(),
    question: labelled,
    period: labelled,
    subject: z.string(),
    number: z.string(),
    interval: z.string(),
    uncorrected: z.string(),
    isCorrected: z.boolean(),
    sentences: z.array(z.string()),
    chart: panel.nullable(),
  }),
  verdict: z.string().nullable().describe('What may be said of the event of the headline.'),
  section: z.object({ id: z.string(), heading: z.string(), blocks: z.array(block) }),
  colophon: z.string(),
}) as z.ZodType<FirstView>;
