import { z } from 'zod';
import { CLAIM_KINDS, CLAIM_RULES, CLAIM_VERDICTS, type ClaimRule } from '../domain/claim.ts';
import { estimateSchema, intervalSchema } from './estimate-schema.ts';

const text = (description: string) => z.string().describe(description);
const count = (description: string) => z.int().nonnegative().describe(description);
const probability = (description: string) => z.number().min(0).max(1).nullable().describe(description);

const verdict = z
  .enum(CLAIM_VERDICTS)
  .describe(
    'What may be said. supported, contradicted: all claims counted; cannot-separate: the claim and its opposite, a rival or the annotator’s error fit as well; not-estimable: too little for a number; no-data: nothing was collected.',
  );
const rule = z
  .enum(Object.keys(CLAIM_RULES) as [ClaimRule, ...ClaimRule[]])
  .describe('Why the verdict is what it is.');
const threshold = z.number().describe('What the number is compared with.');

const ofClass = { class: text('Class id.'), count: count('How many.') };
const wouldChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z
      .literal('minimum-detectable')
      .describe(
        'A number so far beyond its threshold would have been told from it in four of five such corpora.',
      ),
    value: z.number().nonnegative().describe('Distance, in the unit of the number.'),
  }),
  z.object({ kind: z.literal('more-mentions').describe('So many more mentions.'), ...ofClass }),
  z.object({ kind: z.literal('more-authors').describe('So many more authors.'), ...ofClass }),
  z.object({ kind: z.literal('codings').describe('At most so many codings by people.'), ...ofClass }),
  z.object({
    kind: z.literal('label-error').describe('Labels that lean by more than this.'),
    value: z.number().nonnegative().describe('Distance of the number from the threshold.'),
  }),
  z.object({
    kind: z.literal('missing-class').describe('Documents of a class that has none.'),
    class: text('Class id.'),
  }),
  z.object({
    kind: z.literal('rivals').describe('Something that tells the event from its rivals.'),
    events: z.array(z.string()).describe('Ids of the rivals.'),
  }),
]);

const part = z.object({
  boundTo: text('Where the number stands in the finding: list, event, target, class, measure.'),
  classes: z.array(z.string()).describe('Classes that the number is of; two of a difference.'),
  measure: z
    .enum(['net-balance', 'favor-share', 'against-share', 'neither-share', 'mention-share', 'theme-share'])
    .describe('What the number is; changes, gaps and contributions are of net balance.'),
  estimate: estimateSchema.describe('The number.'),
  threshold,
  ratio: z
    .object({ value: z.number().describe('Ratio.'), interval: intervalSchema.describe('Its interval.') })
    .nullable()
    .exactOptional()
    .describe(
      'Of an omission: how many times as much the other class talks of the theme; null: never in this one.',
    ),
  verdict,
  rule,
});

/** A claim with its verdict. */
export const claimSchema = z.object({
  id: text('Id in the study file.'),
  text: text('The statement, as the study has it.'),
  kind: z.enum(CLAIM_KINDS).describe('What kind of statement it is.'),
  target: z.string().nullable().describe('Target it is about; null: none.'),
  classes: z.array(z.string()).describe('Classes it is about.'),
  verdict: verdict.nullable().describe('The verdict; null of kinds that no number decides.'),
  rule,
  because: text('The rule in words.'),
  effect: estimateSchema.nullable().describe('The number that decided; null: none.'),
  threshold: threshold.nullable().describe('What the effect is compared with; null: no effect.'),
  pFor: probability(
    'Chance of numbers as clear if the claim is false, all claims counted; null: not tested.',
  ),
  pAgainst: probability(
    'Chance of numbers as clear if the claim is true, all claims counted; null: not tested.',
  ),
  nDocuments: z.int().nonnegative().nullable().describe('Mentions behind the effect; null: withheld.'),
  nAuthors: z.int().nonnegative().nullable().describe('Their authors.'),
  nClusters: z.int().nonnegative().nullable().describe('Their groups of copies.'),
  parts: z.array(part).describe('All numbers that the verdict rests on, the deciding one first.'),
  wouldChange: z.array(wouldChange).describe('What would change the verdict.'),
  exhibits: z
    .object({
      for: z
        .array(count('Place among the exhibits of the finding.'))
        .max(2)
        .describe('Quotes that say the same.'),
      against: z.array(count('Place among the exhibits.')).max(2).describe('Quotes that say the opposite.'),
    })
    .exactOptional()
    .describe('Quotes by the rules of all exhibits; absent of claims that are not measured.'),
});
