import { z } from 'zod';
import { type CheckedArticle, SENTENCE_KINDS } from '../../domain/checked-article.ts';
import { NO_BODY, problemSchema, type Route } from '../route.ts';

/** Name of an article: that of its file in the folder `articles`, without its ending. */
const articleName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,79}$/u);

/** The ledger as it stands now: what is edited in it shows in the marks once the article is checked again. */
const openLedgerSchema = z.object({
  digest: z.string(),
  sentences: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      kind: z.enum(SENTENCE_KINDS),
      claim: z.string().nullable(),
      isConfirmed: z.boolean(),
    }),
  ),
});

const shownSchema = z.object({
  name: z.string(),
  text: z.string(),
  /** File of the ledger, as it stands beside the study file. */
  ledger: z.string(),
  /** Null where it cannot be read; then the problem says why. */
  open: openLedgerSchema.nullable(),
  problem: problemSchema.nullable(),
  /** As in `NAME.checked.json`. */
  checked: z.looseObject({
    schema: z.literal('groundswell-article/1'),
    runId: z.string(),
  }) as unknown as z.ZodType<CheckedArticle>,
});

const articles = {
  method: 'get',
  path: '/api/articles',
  summary: 'Names of the articles beside the study file that were checked.',
  body: NO_BODY,
  result: z.object({ names: z.array(z.string()) }),
} as const satisfies Route;

const article = {
  method: 'get',
  path: '/api/articles/:name',
  summary: 'An article with what its last check gave. Changes nothing.',
  body: NO_BODY,
  result: shownSchema,
} as const satisfies Route;

const checkArticle = {
  method: 'post',
  path: '/api/articles',
  summary:
    'Checks an article against the last run, as `groundswell check-article` does. With a text it is put beside the study file first; without one it is checked again.',
  body: z.strictObject({ name: articleName, text: z.string().max(500_000).nullable() }),
  result: shownSchema,
} as const satisfies Route;

const sayOfSentence = {
  method: 'post',
  path: '/api/articles/:name/sentences',
  summary:
    'Says of one sentence what it is: kind, claim, confirmed or not. Written into the ledger that `groundswell check-article` reads; refused where that was edited since `digest`.',
  body: z.strictObject({
    digest: z.string().max(64),
    id: z.string().max(200),
    kind: z.enum(SENTENCE_KINDS),
    claim: z.string().max(200).nullable(),
    confirmed: z.boolean(),
  }),
  result: openLedgerSchema,
} as const satisfies Route;

/** Requests of the article view. */
export const ARTICLE_ROUTES = { articles, article, checkArticle, sayOfSentence } as const;

/** A ledger as the page edits it. */
export type ShownLedger = z.infer<typeof openLedgerSchema>;

/** An article with what its last check gave. */
export type ShownArticle = z.infer<typeof shownSchema>;
