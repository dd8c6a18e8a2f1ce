import { z } from 'zod';
import { ADDRESS_OUTCOMES, DELETION_STANCES, type Deletion } from '../domain/deletion.ts';

const count = (description: string) =>
  z.int().nonnegative().nullable().describe(`${description} Null = withheld.`);
const share = z.number().min(0).max(1);

const estimate = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('estimate'),
    value: z.number().min(-1).max(1).describe('Share 0–1; a difference −1…1.'),
    interval: z.object({ lower: z.number(), upper: z.number(), level: z.number() }),
  }),
  z.object({
    kind: z.literal('not-estimable'),
    reason: z
      .enum(['no-addresses', 'too-few-answers', 'withheld'])
      .describe(
        'No document has an address; fewer than ten are known; it would tell of fewer than ten authors.',
      ),
  }),
]);

/** Schema of `deletion.json`. */
export const deletionSchema = z.object({
  schema: z.literal('groundswell-deletion/1'),
  synthetic: z.boolean().describe('The posts were generated.'),
  study: z.string().describe('Id of the study.'),
  title: z.string().describe('Title of the study.'),
  runId: z.string().describe('Run whose documents were drawn.'),
  seed: z.int().describe('Seed of the draw.'),
  sample: z.int().positive().describe('Documents that were to be drawn.'),
  askedFrom: z.string().nullable().describe('First answer, UTC; null = nothing was asked.'),
  askedTo: z.string().nullable().describe('Last answer, UTC.'),
  confidenceLevel: share.describe('Level of the intervals.'),
  cells: z
    .array(
      z.object({
        class: z.string().describe('Class of sources.'),
        stance: z.enum(DELETION_STANCES).describe('Stance of the documents.'),
        nDocuments: count('Documents of the run.'),
        nAddresses: count('Of them, with an address.'),
        nAsked: count('Of them, drawn and asked for.'),
        nAuthors: count('Authors of those of which something is known.'),
        outcomes: z
          .record(z.enum(ADDRESS_OUTCOMES), z.int().nonnegative())
          .nullable()
          .describe(
            'Documents by what became of their address: it shows the words, it answers without them, it is gone, it asks to log in, nothing was learned. Null = withheld.',
          ),
        rate: estimate.describe('Gone of there, changed and gone.'),
        bounds: z
          .tuple([share, share])
          .nullable()
          .describe('The rate if all that are not known were there, and if all were gone.'),
      }),
    )
    .describe('By class and stance.'),
  pooled: z
    .array(
      z.object({
        stance: z.enum(DELETION_STANCES),
        rate: estimate.describe('Mean of the classes with a rate, by documents with an address.'),
        coverage: share.nullable().describe('Share of the documents with an address that it stands for.'),
      }),
    )
    .describe('All classes.'),
  contrasts: z
    .array(
      z.object({
        class: z.string().nullable().describe('Null = all classes in which both are known.'),
        difference: estimate.describe('Rate of documents against minus rate of documents in favor.'),
      }),
    )
    .describe('Against minus favor.'),
}) satisfies z.ZodType<Deletion>;
