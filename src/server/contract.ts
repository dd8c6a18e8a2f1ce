import { z } from 'zod';
import type { BesideFinding } from '../report/beside-finding.ts';
import { deletionSchema } from '../report/deletion-schema.ts';
import { findingSchema } from '../report/finding-schema.ts';
import { multiverseSchema } from '../report/multiverse-schema.ts';
import { EXPLORE_ROUTES } from './explore/contract.ts';
import { reportFile } from './report-file.ts';
import { NO_BODY, type Route } from './route.ts';

/** What the page needs before anything else. */
const sessionSchema = z.object({
  studyId: z.string(),
  title: z.string(),
  language: z.enum(['en', 'ru', 'zh']),
  version: z.string(),
  /** The study file is not the one that the finding was made with. */
  isChanged: z.boolean(),
});

const session = {
  method: 'get',
  path: '/api/session',
  summary: 'The study that is served, and whether its file has changed since the finding was made.',
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

/** Every request that the server answers. */
export const ROUTES = { session, finding, beside, report: reportFile, ...EXPLORE_ROUTES } as const;

/** The session as the page reads it. */
export type Session = z.infer<typeof sessionSchema>;
