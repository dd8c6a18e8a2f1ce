import { z } from 'zod';
import { BEHAVIOURS } from '../domain/behaviour.ts';
import { campaignNetworkSchema } from './campaign-network-schema.ts';
import { estimateSchema, periodSchema } from './estimate-schema.ts';

const count = (description: string) => z.int().nonnegative().describe(description);
const withheld = (description: string) =>
  z.int().nonnegative().nullable().describe(`${description}; null: withheld, of too few accounts.`);

const behaviour = z
  .enum(BEHAVIOURS)
  .describe(
    'copied-text: the same long texts on the same days; link, hashtags: within the hour; repost: within the minute; time: posts in the same minutes; one-text: accounts that say little else pass on one text.',
  );

const check = z.object({
  behaviour,
  nAuthors: count('Accounts that did such a thing.'),
  nActions: count(
    'What they did, each account and thing once; of one-text the texts that ten accounts passed on.',
  ),
  threshold: z
    .number()
    .nullable()
    .describe(
      'Strength that a pair must exceed, that of the strongest in 99 shuffled tables: cosine similarity, less where occasions are few; null: no two accounts have enough in common.',
    ),
  nAbove: count('Pairs of accounts above it; of one-text texts.'),
});

const share = z.object({
  id: z.string().describe('Class id, or primary language subtag.'),
  nDocuments: withheld('Documents of the accounts'),
});

const level = z.object({
  target: z.string().describe('Target id.'),
  class: z.string().describe('Class id.'),
  share: estimateSchema.describe('Share of the mentions of the target in the class.'),
  shares: z.array(estimateSchema).describe('The same in each bin.'),
  balance: estimateSchema.describe('Net balance of the mentions of the campaign.'),
});

const campaign = z.object({
  id: z.string().describe('Name in the finding, the largest campaign first.'),
  behaviours: z.array(behaviour).describe('What the accounts do alike.'),
  nAuthors: withheld('Accounts'),
  nDocuments: withheld('Documents that they wrote'),
  nJointActions: withheld('Different things that two or more of them did together'),
  span: periodSchema.describe('From the first to the last of these.'),
  classes: z.array(share).describe('Classes in which they write.'),
  languages: z.array(share).describe('Languages in which they write.'),
  levels: z.array(level).describe('What they say of each target, by class.'),
  network: campaignNetworkSchema,
});

/** Accounts that act alike. No account is named. */
export const coordinationSchema = z.object({
  checks: z.array(check).describe('What was looked at.'),
  campaigns: z.array(campaign).describe('Groups of accounts that act alike.'),
  headlineWithout: estimateSchema
    .nullable()
    .describe(
      'The headline without the mentions of these accounts; null: no campaigns, or too few of their accounts in it.',
    ),
});
