import { z } from 'zod';
import { NO_BODY, type Route } from '../route.ts';

const groups = z
  .array(
    z.strictObject({
      /** As the study file names it; empty = it names none. */
      language: z.string().max(40),
      words: z
        .array(
          z
            .string()
            .trim()
            .min(1)
            .max(200)
            .regex(/^[^\r\n]*$/),
        )
        .max(2_000),
    }),
  )
  .max(50);

const edited = { target: z.string().max(64), aliases: groups, exclude: groups };

const problems = z.array(z.object({ message: z.string(), hint: z.string(), line: z.number().nullable() }));

const queriesSchema = z.object({
  file: z.string(),
  /** SHA-256 of the study file. */
  digest: z.string(),
  targets: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      placebo: z.boolean(),
      aliases: groups,
      exclude: groups,
      codeWords: z.array(z.string()),
    }),
  ),
});

const previewSchema = z.object({
  /** Where they are not empty, nothing was looked for. */
  problems,
  warnings: z.array(z.string()),
  preview: z
    .object({
      from: z.enum(['store', 'files']),
      total: z.number().nullable(),
      nDrawn: z.number(),
      nFound: z.number(),
      nGained: z.number(),
      nLost: z.number(),
      series: z.array(z.object({ start: z.string(), drawn: z.number(), found: z.number() })),
      posts: z
        .array(
          z.object({
            id: z.string(),
            day: z.string(),
            source: z.string(),
            language: z.string(),
            before: z.string(),
            marked: z.string(),
            after: z.string(),
          }),
        )
        .nullable(),
    })
    .nullable(),
});

const suggestionsSchema = z.object({
  suggestions: z.array(
    z.object({
      word: z.string(),
      language: z.string(),
      kind: z.enum(['form', 'spelling', 'code-word']),
      nMissed: z.number(),
      nNear: z.number(),
      ambiguous: z.boolean(),
      exclude: z.array(z.string()),
    }),
  ),
});

const diffSchema = z.object({
  lines: z.array(z.object({ kind: z.enum([' ', '-', '+']), text: z.string(), line: z.number() })),
  problems,
});

const queries = {
  method: 'get',
  path: '/api/query',
  summary: 'The words of each target as the study file has them, and the digest of that file.',
  body: NO_BODY,
  result: queriesSchema,
} as const satisfies Route;

const previewQuery = {
  method: 'post',
  path: '/api/query/preview',
  summary: 'What edited words would find in drawn documents, over time and in some posts. Changes nothing.',
  body: z.strictObject({
    ...edited,
    shown: z.enum(['found', 'gained', 'lost']),
    seed: z.int().min(0).max(1_000_000),
  }),
  result: previewSchema,
} as const satisfies Route;

const suggestAliases = {
  method: 'post',
  path: '/api/query/suggestions',
  summary: 'Words of drawn documents that may be missing: forms, spellings and code words. Changes nothing.',
  body: z.strictObject(edited),
  result: suggestionsSchema,
} as const satisfies Route;

const diffQuery = {
  method: 'post',
  path: '/api/query/diff',
  summary: 'The lines of the study file that would change. Changes nothing.',
  body: z.strictObject({ ...edited, digest: z.string() }),
  result: diffSchema,
} as const satisfies Route;

const saveQuery = {
  method: 'put',
  path: '/api/query',
  summary: 'Writes edited words into the study file, where that is still the one of the digest.',
  body: z.strictObject({ ...edited, digest: z.string() }),
  result: z.object({ digest: z.string() }),
} as const satisfies Route;

/** Requests of the query builder. */
export const QUERY_ROUTES = { queries, previewQuery, suggestAliases, diffQuery, saveQuery } as const;

/** Targets with their words. */
export type Queries = z.infer<typeof queriesSchema>;

/** Edited words of a target. */
export type EditedQuery = z.infer<z.ZodObject<typeof edited>>;

/** What edited words find. */
export type PreviewedQuery = z.infer<typeof previewSchema>;

/** Words that may be missing. */
export type Suggestions = z.infer<typeof suggestionsSchema>;

/** Lines that would change. */
export type QueryDiff = z.infer<typeof diffSchema>;
