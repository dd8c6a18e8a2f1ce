import { z } from 'zod';
import { ROLES } from '../../domain/account.ts';
import { CODED_LABELS } from '../../domain/coding.ts';
import { codingsSchema } from '../../report/codings-schema.ts';
import { estimateSchema, periodSchema } from '../../report/estimate-schema.ts';
import { scoreSchema } from '../../report/quality-schema.ts';
import { auditEntrySchema } from '../accounts/audit-log.ts';
import { NO_BODY, type Route } from '../route.ts';
import { runStateSchema } from '../runs/run-state.ts';

const count = z.int().nonnegative();
const label = z.enum([...CODED_LABELS, 'unclear']);
const name = z.string().max(64);
const named = z.object({ id: z.string(), label: z.string() });
const agreement = codingsSchema.shape.agreement.extend({
  pairs: z
    .array(
      z.object({
        coders: z.tuple([z.string(), z.string()]),
        n: count.describe('Mentions that both labelled.'),
        share: scoreSchema,
        kappa: scoreSchema.describe("Cohen's kappa; null with the reason where it cannot be given."),
      }),
    )
    .describe('Each two coders who share mentions.'),
});

const passage = {
  id: z.string(),
  passage: z.string().describe('The words, the target between ⟦ and ⟧.'),
  target: z.string(),
  language: z.string(),
};

const stratum = z.object({
  id: z.string(),
  target: z.string(),
  class: z.string(),
  start: z.string(),
  end: z.string(),
  modelLabel: z.enum(['against', 'neither', 'favor', 'abstain']).nullable(),
  nPopulation: count,
  nDrawn: count,
});

const wave = z.object({
  wave: z.string(),
  drawnOn: z.string(),
  seed: z.int(),
  isAdaptive: z.boolean(),
  isOtherStudy: z.boolean().describe('The study differs from the one that the wave was drawn for.'),
  closedOn: z.string().nullable(),
  nPopulation: count,
  nStrata: count,
  nDrawn: count,
  nCoded: count,
  nUnclear: count,
  nLeft: count.describe('Labels still to be given.'),
  nShared: count.describe('Mentions for two or more coders.'),
  nCoders: count,
  smallestProbability: z.number(),
  nSheets: count,
  sheets: z.array(z.object({ coder: z.string().nullable(), nItems: count, nDone: count })),
  coders: z.array(
    z.object({ coder: z.string(), against: count, neither: count, favor: count, unclear: count }),
  ),
  agreement,
  nDiffering: count,
  nSettled: count,
  strata: z.array(stratum),
});

const ledSchema = z.object({
  waves: z.array(wave),
  /** What a sample can be drawn from. */
  study: z.object({
    seed: z.int(),
    targets: z.array(named.extend({ placebo: z.boolean() })),
    classes: z.array(named),
    events: z.array(named),
  }),
  /** Who can code. */
  coders: z.array(z.string()),
});

const ownSchema = z.object({
  name: z.string(),
  themes: z.array(named),
  waves: z.array(
    z.object({
      wave: z.string(),
      isClosed: z.boolean(),
      items: z.array(
        z.object({ ...passage, label: label.nullable(), themes: z.array(z.string()), isQuoted: z.boolean() }),
      ),
    }),
  ),
});

const drawSchema = z.strictObject({
  n: z.int().min(1).max(100_000),
  seed: z.int().nonnegative(),
  /** Empty = all that are no placebo. */
  targets: z.array(z.string().max(200)).max(100),
  event: z.string().max(200).nullable(),
  coders: z.array(name).min(1).max(20),
  /** Share of the mentions that everybody codes. */
  doubleShare: z.number().min(0).max(1),
  isAdaptive: z.boolean(),
});

const submissionSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  mention: z.string().regex(/^m[0-9a-f]{12}$/),
  label: label.nullable().describe('Null takes a label back.'),
  themes: z.array(z.string().max(200)).max(100),
  isQuoted: z.boolean(),
});

const disagreementSchema = z.object({
  ...passage,
  labels: z.array(z.object({ coder: z.string(), label })),
  settled: label.nullable(),
});

const resultSchema = z.object({
  runId: z.string(),
  period: periodSchema,
  nCoded: count,
  waves: z.array(z.object({ wave: z.string(), nCoded: count })),
  levels: z.array(
    z.object({
      target: z.string(),
      class: z.string(),
      nCoded: count,
      raw: estimateSchema,
      corrected: estimateSchema,
      gains: z.array(z.object({ more: count, width: z.number() })),
    }),
  ),
});

const accountSchema = z.object({
  name: z.string(),
  role: z.enum(ROLES),
  invitedAt: z.string(),
  revokedAt: z.string().nullable(),
});

const ANALYST = ['analyst'] as const;
const CODERS = ['analyst', 'coder'] as const;

/** Requests of the view Code, and of accounts. */
export const CODING_ROUTES = {
  codingWaves: {
    method: 'get',
    path: '/api/coding/waves',
    summary: 'Waves of codings: how they were drawn, who codes, how far they are, how far coders agree.',
    body: NO_BODY,
    result: ledSchema,
  },
  codingDraw: {
    method: 'post',
    path: '/api/coding/waves',
    summary: 'Draws a sample as `groundswell sample` does and gives it to coders.',
    body: drawSchema,
    result: z.object({ wave: z.string() }),
  },
  codingAssign: {
    method: 'post',
    path: '/api/coding/waves/:wave/coders',
    summary: 'Gives the sheets of a wave to coders, in their order.',
    body: z.strictObject({ coders: z.array(name).max(20) }),
    result: z.object({ wave: z.string() }),
  },
  codingOwn: {
    method: 'get',
    path: '/api/coding/own',
    summary: 'The mentions that were given to whoever asks, with what they said of them.',
    roles: CODERS,
    body: NO_BODY,
    result: ownSchema,
  },
  codingRecord: {
    method: 'post',
    path: '/api/coding/waves/:wave/codings',
    summary: 'Codings of one’s own mentions; one that comes twice under the same id counts once.',
    roles: CODERS,
    body: z.strictObject({ codings: z.array(submissionSchema).min(1).max(500) }),
    result: z.object({ accepted: z.array(z.string()), nRepeated: count, nLabels: count }),
  },
  codingDisagreements: {
    method: 'get',
    path: '/api/coding/waves/:wave/disagreements',
    summary: 'Mentions of which coders say different things, with what each said and what was settled.',
    roles: ANALYST,
    body: NO_BODY,
    result: z.array(disagreementSchema),
  },
  codingSettle: {
    method: 'post',
    path: '/api/coding/waves/:wave/settled',
    summary: 'Labels on which coders who differed have settled.',
    body: z.strictObject({ codings: z.array(submissionSchema).min(1).max(500) }),
    result: z.object({ accepted: z.array(z.string()), nRepeated: count, nLabels: count }),
  },
  codingClose: {
    method: 'post',
    path: '/api/coding/waves/:wave/closed',
    summary: 'Ends the coding of a wave, or lets it go on.',
    body: z.strictObject({ isClosed: z.boolean() }),
    result: z.object({ closedOn: z.string().nullable() }),
  },
  codingExport: {
    method: 'get',
    path: '/api/coding/waves/:wave/export.csv',
    summary: 'A wave as CSV: ids, design and labels, no texts.',
    body: NO_BODY,
    result: z.string(),
  },
  codingAgreement: {
    method: 'get',
    path: '/api/coding/waves/:wave/agreement.csv',
    summary: 'How far the coders of a wave agree as CSV: alpha of all, kappa of each two.',
    body: NO_BODY,
    result: z.string(),
  },
  codingMeasure: {
    method: 'post',
    path: '/api/coding/measure',
    summary: 'Starts a run, which measures with the codings at hand; nothing is read or annotated anew.',
    body: z.strictObject({}),
    result: runStateSchema,
  },
  codingResult: {
    method: 'get',
    path: '/api/coding/result',
    summary:
      'Levels counted from labels beside those that codings put right, and what further codings would bring.',
    body: NO_BODY,
    result: resultSchema,
  },
  accounts: {
    method: 'get',
    path: '/api/accounts',
    summary: 'Who has a link.',
    roles: ANALYST,
    body: NO_BODY,
    result: z.array(accountSchema),
  },
  invite: {
    method: 'post',
    path: '/api/accounts',
    summary: 'Gives a person a link; one that they had before ends. The token is told this once.',
    body: z.strictObject({ name, role: z.enum(ROLES) }),
    result: z.object({ token: z.string() }),
  },
  revoke: {
    method: 'post',
    path: '/api/accounts/:name/revoked',
    summary: 'Ends a link.',
    body: z.strictObject({}),
    result: z.object({ isRevoked: z.boolean() }),
  },
  audit: {
    method: 'get',
    path: '/api/audit',
    summary: 'Who did what, the newest first: the last 200 lines.',
    roles: ANALYST,
    body: NO_BODY,
    result: z.array(auditEntrySchema),
  },
} as const satisfies Readonly<Record<string, Route>>;

type Results = {
  readonly [Name in keyof typeof CODING_ROUTES]: z.infer<(typeof CODING_ROUTES)[Name]['result']>;
};

/** What the page reads. */
export type LedCodings = Results['codingWaves'];
/** One wave of {@link LedCodings}. */
export type LedWave = LedCodings['waves'][number];
/** A coder's own mentions. */
export type OwnCodings = Results['codingOwn'];
/** One mention of {@link OwnCodings}. */
export type OwnItem = OwnCodings['waves'][number]['items'][number];
/** A mention of which coders say different things. */
export type Disagreement = Results['codingDisagreements'][number];
/** Levels counted and put right. */
export type CodingResult = Results['codingResult'];
/** Who has a link. */
export type Account = Results['accounts'][number];
/** A line of the log. */
export type AuditEntry = Results['audit'][number];
/** One coding on its way to the server. */
export type Submission = z.infer<typeof submissionSchema>;
/** What may be said of a mention. */
export type Label = z.infer<typeof label>;
/** What is asked for when a sample is drawn. */
export type DrawRequest = z.infer<typeof drawSchema>;
