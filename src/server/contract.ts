import { z } from 'zod';
import { ROLES } from '../domain/account.ts';
import type { BesideFinding } from '../report/beside-finding.ts';
import { deletionSchema } from '../report/deletion-schema.ts';
import { findingSchema } from '../report/finding-schema.ts';
import { firstViewSchema } from '../report/first-view-schema.ts';
import { multiverseSchema } from '../report/multiverse-schema.ts';
import { ARTICLE_ROUTES } from './article/article-contract.ts';
import { CODING_ROUTES } from './coding/contract.ts';
import { EXPLORE_ROUTES } from './explore/contract.ts';
import { QUERY_ROUTES } from './query/query-contract.ts';
import { reportFile } from './report-file.ts';
import { NO_BODY, type Route } from './route.ts';
import { RUN_ROUTES } from './runs/run-contract.ts';
import { START_ROUTES } from './start/start-contract.ts';

/** What the page needs before anything else. */
const sessionSchema = z.object({
  /** How far the study is: no study file, no finding of it, or a finding. */
  stage: z.enum(['no-study', 'no-finding', 'finding']),
  studyId: z.string().nullable(),
  title: z.string().nullable(),
  language: z.enum(['en', 'ru', 'zh']),
  version: z.string(),
  /** The study file is not the one that the finding was made with. */
  isChanged: z.boolean(),
  /** Who asks, and what they may do. */
  user: z.object({ name: z.string(), role: z.enum(ROLES) }),
  /** The run that made the finding: another one, another finding. */
  runId: z.string().nullable(),
});

const session = {
  method: 'get',
  path: '/api/session',
  summary: 'The study that is served, and whether its file has changed since the finding was made.',
  roles: ROLES,
  body: NO_BODY,
  result: sessionSchema,
} as const satisfies Route;

const finding = {
  method: 'get',
  path: '/api/finding',
  summary: 'The finding of the last run, as in finding.json.',
  body: NO_BODY,
  result: findingSchema,
} as const satisfies Route;

const beside = {
  method: 'get',
  path: '/api/beside',
  summary:
    'What was computed after the finding: the headline under other choices, and what a later look at the addresses found; null where it was not.',
  body: NO_BODY,
  result: z.object({
    multiverse: multiverseSchema.nullable().optional(),
    deletion: deletionSchema.nullable().optional(),
  }) as z.ZodType<BesideFinding>,
} as const satisfies Route;

const firstView = {
  method: 'get',
  path: '/api/first-view/:language',
  summary:
    'What a reader sees first of the finding, composed and drawn as in the report: the headline and the index, in en, ru or zh.',
  body: NO_BODY,
  result: firstViewSchema,
} as const satisfies Route;

/** Every request that the server answers. */
export const ROUTES = {
  session,
  firstView,
  finding,
  beside,
  report: reportFile,
  ...EXPLORE_ROUTES,
  ...CODING_ROUTES,
  ...RUN_ROUTES,
  ...START_ROUTES,
  ...QUERY_ROUTES,
  ...ARTICLE_ROUTES,
} as const;

/** The session as the page reads it. */
export type Session = z.infer<typeof sessionSchema>;
