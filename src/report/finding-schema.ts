import { z } from 'zod';
import type { Finding } from '../domain/finding.ts';
import { VOICES } from '../domain/mention.ts';
import { MIX_DIMENSIONS } from '../domain/reference-mix.ts';
import { PRIVACY_PROFILES, SPEAKERS } from '../domain/speaker.ts';
import { changePointSchema, trendSchema } from './change-schema.ts';
import { claimSchema } from './claim-schema.ts';
import { classContrastSchema } from './class-contrast-schema.ts';
import { codingsSchema } from './codings-schema.ts';
import { coordinationSchema } from './coordination-schema.ts';
import { correctionSummarySchema } from './correction-schema.ts';
import { decompositionSchema } from './decomposition-schema.ts';
import { discoveredSchema } from './discovered-schema.ts';
import {
  estimateSchema,
  estimateVariantSchema,
  periodSchema,
  seriesSchema,
  stratumSchema,
} from './estimate-schema.ts';
import { eventTestFields, eventTestSummarySchema } from './event-test-schema.ts';
import { exhibitSchema } from './exhibit-schema.ts';
import { pollSchema } from './poll-schema.ts';
import { qualitySchema } from './quality-schema.ts';
import { regionBalancesSchema } from './region-schema.ts';

const text = (description: string) => z.string().describe(description);
const count = (description: string) => z.int().nonnegative().describe(description);
const labelled = z.object({
  id: text('Id used in the rest of the finding.'),
  label: text('Words shown to a reader.'),
});

const study = z.object({
  id: text('Id of the study file.'),
  title: text('Title of the study.'),
  question: text('The question the study asks.'),
  period: periodSchema.describe('Days the study asks about.'),
  bin: z.enum(['day', 'week', 'month']).describe('Width of the periods of a series.'),
  language: z.enum(['en', 'ru', 'zh']).describe('Language of the renderings.'),
  confidenceLevel: z.number().gt(0).lt(1).describe('Nominal coverage of all intervals, e.g. 0.95.'),
  minimumMentions: count('Cells with fewer mentions are not estimated.'),
  minimumAuthors: count(
    'Cells with fewer authors (groups of copies where authors are not given) are not estimated.',
  ),
  weights: z
    .object({
      copies: z.enum(['each', 'once']).describe('once: a copied text counts once for each target and class.'),
      authorWeekCap: z
        .number()
        .nullable()
        .describe('The most that the mentions of a target by one author in a week count; null = no bound.'),
      sources: z.record(z.string(), z.number()).describe('Source id → factor; others have 1.'),
    })
    .exactOptional()
    .describe('For how much each mention counts in balances and shares.'),
  referenceMix: z
    .record(
      z.string(),
      z.partialRecord(
        z.enum(MIX_DIMENSIONS),
        z.union([z.literal('observed'), z.record(z.string(), z.number())]),
      ),
    )
    .exactOptional()
    .describe('Class → dimension → shares of the fixed mix; observed: those of all mentions of the period.'),
  targets: z
    .array(
      labelled.extend({
        placebo: z.boolean().describe('Measured in the same way and expected not to move.'),
        aliases: z
          .record(z.string(), z.array(z.string()))
          .exactOptional()
          .describe('Language → names by which it is found.'),
        exclude: z
          .record(z.string(), z.array(z.string()))
          .exactOptional()
          .describe('Language → longer words that hold a name and are not it.'),
      }),
    )
    .describe('What stance is measured toward.'),
  classes: z
    .array(
      labelled.extend({
        speaker: z
          .enum(SPEAKERS)
          .exactOptional()
          .describe('Who speaks: an institution, a public channel, or persons.'),
      }),
    )
    .describe('Classes of sources; never pooled.'),
  sources: z
    .array(
      labelled.extend({
        class: text('Class the source belongs to.'),
        adapter: text('Adapter that read the source.'),
      }),
    )
    .describe('Sources the study names.'),
  themes: z.array(labelled).describe('Themes of the codebook.'),
  privacy: z
    .object({
      profile: z.enum(PRIVACY_PROFILES).describe('What is quoted.'),
      privateWords: z
        .enum(['excerpt', 'paraphrase'])
        .describe('What stands for the words of private persons.'),
      retentionDays: z
        .int()
        .positive()
        .nullable()
        .describe('Days after publication for which a record is kept; null: no limit.'),
    })
    .exactOptional()
    .describe('What is shown of the people in the corpus.'),
  configDigest: text('SHA-256 of the complete configuration, without paths.'),
  voices: z
    .array(z.enum(VOICES))
    .exactOptional()
    .describe('Whose words count: the author’s own, quoted ones, the headline of a shared link.'),
});

const manifest = z.object({
  runId: text('Digest of records, study and stage versions: equal ids mean equal findings.'),
  version: text('Version of Groundswell.'),
  stages: z.record(z.string(), z.string()).describe('Stage → version.'),
  annotators: z
    .array(
      z.object({
        layer: text('What was annotated, e.g. stance.'),
        kind: z
          .enum(['linear', 'column', 'program', 'onnx', 'endpoint'])
          .exactOptional()
          .describe(
            'linear: a model inside Groundswell; column: labels that came with the records; program: a program that was asked; onnx: a classifier in ONNX format; endpoint: a chat model behind an address.',
          ),
        name: text('Name of the annotator.'),
        version: text('Version of the annotator.'),
        trainedOn: z.array(z.string()).describe('Data sets the annotator was trained on.'),
      }),
    )
    .describe('Who annotated.'),
  seed: z.int().describe('Seed of every random choice.'),
  planDigest: text(
    'SHA-256 of what the study declares before measuring: question, period, targets, classes, events, measure.',
  ).exactOptional(),
  recordsDigest: text('SHA-256 over sums of digests of all records used, in no order.'),
  nRecords: count('Records used.'),
  recordsRoot: text('Merkle root (RFC 6962) over the lines "source root" of sourceRoots.').exactOptional(),
  sourceRoots: z
    .array(
      z.object({
        source: text('Source id.'),
        root: text('Merkle root (RFC 6962) over the SHA-256 of its records, in ascending order.'),
        nRecords: count('Records used of this source.'),
      }),
    )
    .describe('Merkle root of the records of each source, by source id.')
    .exactOptional(),
});

const target = text('Target id.');

const headline = z.object({
  target,
  stratum: stratumSchema,
  event: z.string().nullable().describe('Event whose effect is shown; null: a level.'),
  estimate: estimateSchema.describe('Effect of the event (after − before), or a level.'),
});

const variants = z.array(estimateVariantSchema).exactOptional().describe('The same estimated in other ways.');

const level = z.object({
  target,
  stratum: stratumSchema,
  measure: seriesSchema.shape.measure,
  estimate: estimateSchema.describe('The measure over the whole period of the study.'),
  variants,
});

const contrast = z.object({
  event: text('Event id.'),
  label: text('Words shown to a reader.'),
  kind: z
    .enum(['declared', 'rival'])
    .describe('Declared: the study asks about it. Rival: another explanation.'),
  date: periodSchema.describe('Day or days of the event.'),
  expected: z
    .enum(['rise', 'fall', 'none'])
    .nullable()
    .describe('Direction stated before the data were read.'),
  target,
  stratum: stratumSchema,
  isPlacebo: z
    .boolean()
    .exactOptional()
    .describe('The event is not expected to have moved it: a placebo target or class.'),
  windowDays: count('Longest side of the comparison, days.'),
  before: estimateSchema.describe('Net balance before the event.'),
  after: estimateSchema.describe('Net balance after the event.'),
  effect: estimateSchema.describe('After − before, clustered by author and group of copies.'),
  variants: z
    .array(
      estimateVariantSchema.extend({
        test: eventTestSummarySchema
          .exactOptional()
          .describe('The test on labels as they are counted, where that of the event is corrected.'),
      }),
    )
    .exactOptional()
    .describe('The same estimated in other ways.'),
  ...eventTestFields,
});

const voiceCount = z.object({
  target,
  stratum: stratumSchema,
  voice: z.enum(VOICES).describe('Whose words the mention stands in.'),
  nMentions: z
    .int()
    .nonnegative()
    .nullable()
    .describe('Mentions in such words inside the period of the study; null: withheld.'),
  nAgainst: z.int().nonnegative().nullable().describe('Of them labelled against.'),
  nFavor: z.int().nonnegative().nullable().describe('Of them labelled in favour.'),
  nAuthors: z.int().nonnegative().nullable().exactOptional().describe('Their authors.'),
});

const health = z.object({
  source: text('Source id.'),
  class: text('Class of the source.'),
  nFiles: count('Files read.'),
  recordsIn: count('Records read: documents + rejected.'),
  documents: count('Records that became documents.'),
  rejected: count('Records that could not be used.'),
  rejectedByReason: z.record(z.string(), z.int().nonnegative()).describe('Reason → records.'),
  documentsUndated: count(
    'Documents whose publication time is known less well than to the bin: they stand in no period.',
  ),
  documentsInPeriod: count('Documents inside the period of the study.'),
  nMentions: z
    .int()
    .nonnegative()
    .nullable()
    .describe('Documents × targets mentioned, inside the period of the study; null: withheld.'),
  nAuthors: z
    .int()
    .nonnegative()
    .nullable()
    .describe('Different authors of these mentions; 0 where the source names none; null: withheld.'),
  nCopies: z
    .int()
    .nonnegative()
    .nullable()
    .describe('These mentions that stand in copies of another document; null: withheld.'),
  holes: z.array(periodSchema).describe('Days without a document that chance does not explain.'),
  coverage: z
    .array(
      z.object({
        period: periodSchema.describe('Period of the series.'),
        nDocuments: count('Documents in the period.'),
      }),
    )
    .describe('Documents per period of the series.'),
  missingFields: z.record(z.string(), z.string()).describe('Field the source does not give → why.'),
});

const LIMIT_CODES = [
  'uncorrected',
  'synthetic',
  'no-population',
  'class-missing',
  'hole',
  'no-authors',
  'few-mentions',
  'sampling-only',
  'rejected',
  'rivals-inside-window',
  'coarse-time',
  'unusable-labels',
  'abstained',
  'unlike-training',
  'placebo-moved',
  'collection-shift',
  'codings-unmatched',
  'codings-incomplete',
  'codings-outgrown',
  'few-codings',
  'pooled-rectifier',
  'tested-on-labels',
  'annotator-drift',
  'untranslated',
] as const;

const limit = z.object({
  code: z.enum(LIMIT_CODES).describe('Kind of limit; renderings put it into words.'),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])).describe('Facts of the limit.'),
});

/** Schema of `finding.json`. Unknown fields are allowed: later versions may add some, none changes its name. */
export const findingSchema: z.ZodType<Finding> = z
  .object({
    schema: z.literal('groundswell-finding/1').describe('Name and version of this format.'),
    synthetic: z.boolean().describe('True when the posts were generated by a program.'),
    study: study.describe('What was asked.'),
    manifest: manifest.describe('What the finding was made from and with.'),
    headline: headline.describe('The first number a reader sees, chosen by a rule fixed before the data.'),
    series: z.array(seriesSchema).describe('One measure of one target in one stratum over time.'),
    levels: z.array(level).exactOptional().describe('Measures over the whole period of the study.'),
    changePoints: z.array(changePointSchema).describe('Lasting changes in the level of a series.'),
    trends: z
      .array(trendSchema)
      .exactOptional()
      .describe('Course of each series of net balance: for display.'),
    events: z.array(contrast).describe('Net balance before and after each event, by target and stratum.'),
    decompositions: z
      .array(decompositionSchema)
      .describe('Changes at declared events split into contributions, one entry a dimension.'),
    classContrasts: z
      .array(classContrastSchema)
      .exactOptional()
      .describe('Every two classes beside each other, over the same mix of periods.'),
    discoveredThemes: z
      .array(discoveredSchema)
      .exactOptional()
      .describe('Themes that the corpus itself shows, by target and language.'),
    regions: z
      .array(regionBalancesSchema)
      .exactOptional()
      .describe('Net balance by region, exploratory; absent where no post has a region.'),
    coordination: coordinationSchema
      .exactOptional()
      .describe('Accounts that act alike, and the headline without them.'),
    claims: z.array(claimSchema).describe('Statements of the study with their verdicts.'),
    exhibits: z.array(exhibitSchema).describe('Quotes for and against, chosen by a stated rule.'),
    voices: z
      .array(voiceCount)
      .exactOptional()
      .describe('Mentions by whose words they stand in, those left out of the measures too.'),
    annotatorQuality: z
      .array(qualitySchema)
      .exactOptional()
      .describe('What is known of the annotators’ errors, by language and domain.'),
    codings: codingsSchema.exactOptional().describe('Mentions that people coded.'),
    polls: z.array(pollSchema).exactOptional().describe('Polls set beside series.'),
    corrections: z
      .array(correctionSummarySchema)
      .exactOptional()
      .describe('What the codings say of the labels, by corrected target and stratum.'),
    health: z.array(health).describe('What each source delivered.'),
    limits: z.array(limit).describe('Reasons to doubt the finding, the gravest first.'),
  })
  .describe('A Groundswell finding. Shares are 0–1 and balances −1…1, never percent; periods are half-open.');
