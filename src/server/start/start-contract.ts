import { z } from 'zod';
import { MAPPABLE_FIELDS } from '../../domain/field-mapping.ts';
import type { Route } from '../route.ts';

const filePath = z.string().min(1).max(1_000);
const words = z.string().max(300);
const day = z.iso.date();

const filesSchema = z.object({
  /** Name of the folder. */
  folder: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), formats: z.array(z.string()) })),
  /** There are more than are listed. */
  isCut: z.boolean(),
});

const fields = z.partialRecord(z.enum(MAPPABLE_FIELDS), z.array(words.min(1)).max(20));

const recognisedSchema = z.object({
  path: z.string(),
  adapter: z.string(),
  candidates: z.array(z.string()),
  columns: z.array(z.object({ name: z.string(), examples: z.array(z.string()), filled: z.number() })),
  fields: z.record(z.string(), z.array(z.string())),
  rows: z.array(
    z.object({
      text: z.string(),
      day: z.string().nullable(),
      hasAuthor: z.boolean(),
      language: z.string().nullable(),
      problem: z.string().nullable(),
    }),
  ),
  nRead: z.number(),
  nUsable: z.number(),
  isWhole: z.boolean(),
  days: z.tuple([z.string(), z.string()]).nullable(),
  rejected: z.array(z.object({ reason: z.string(), n: z.number(), detail: z.string() })),
});

/** A study that is not written yet. */
const newStudySchema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  question: z.string().max(1_000),
  language: z.enum(['en', 'ru', 'zh']),
  period: z.strictObject({ start: day, end: day }),
  bin: z.enum(['day', 'week', 'month']),
  targets: z
    .array(
      z.strictObject({
        label: z.string().trim().min(1).max(200),
        aliases: z.array(words.trim().min(1)).min(1).max(500),
        exclude: z.array(words.trim().min(1)).max(500),
        placebo: z.boolean(),
      }),
    )
    .min(1)
    .max(50),
  sources: z
    .array(
      z.strictObject({
        label: z.string().trim().min(1).max(200),
        paths: z.array(filePath).min(1).max(500),
        adapter: words,
        class: words.min(1),
        timeZone: words.min(1),
        fields,
      }),
    )
    .min(1)
    .max(100),
});

const draftSchema = z.object({
  text: z.string(),
  problems: z.array(z.object({ message: z.string(), hint: z.string(), line: z.number().nullable() })),
  /** Digest of the study file that is there already; null = there is none. */
  existing: z.string().nullable(),
});

const listFiles = {
  method: 'post',
  path: '/api/start/files',
  summary: 'Lists the files of the folder of the study that may hold posts.',
  body: z.strictObject({}),
  result: filesSchema,
} as const satisfies Route;

const recognise = {
  method: 'post',
  path: '/api/start/recognise',
  summary: 'Tells what a file of that folder is, and shows its first records as a run would read them.',
  body: z.strictObject({
    path: filePath,
    adapter: words.nullable(),
    fields: fields.nullable(),
    timeZone: words.min(1),
  }),
  result: recognisedSchema,
} as const satisfies Route;

const draftStudy = {
  method: 'post',
  path: '/api/start/draft',
  summary: 'The study file that would be written, with its problems; writes nothing.',
  body: newStudySchema,
  result: draftSchema,
} as const satisfies Route;

const writeStudy = {
  method: 'post',
  path: '/api/start/study',
  summary:
    'Writes the study file. One that is there is replaced only where `replace` is its digest, and kept beside it as a copy.',
  body: z.strictObject({ study: newStudySchema, replace: z.string().nullable() }),
  result: z.object({ file: z.string(), kept: z.string().nullable() }),
} as const satisfies Route;

/** Requests of the guided start. */
export const START_ROUTES = { listFiles, recognise, draftStudy, writeStudy } as const;

/** Files that may hold posts. */
export type ListedFiles = z.infer<typeof filesSchema>;

/** What a file was taken for. */
export type Recognised = z.infer<typeof recognisedSchema>;

/** A study that is not written yet. */
export type StudyDraft = z.infer<typeof newStudySchema>;

/** The study file that would be written. */
export type DraftedStudy = z.infer<typeof draftSchema>;
