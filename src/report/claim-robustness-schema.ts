import { z } from 'zod';
import { CLAIM_VERDICTS } from '../domain/claim.ts';
import type { ClaimRobustness } from '../domain/claim-robustness.ts';
import { intervalSchema } from './estimate-schema.ts';

const count = (description: string) => z.int().nonnegative().describe(description);

/** A claim under every choice that bears on it. */
export const claimRobustnessSchema = z.object({
  claim: z.string().describe('Id of the claim.'),
  agreement: z
    .object({
      nSpecifications: count('Specifications that bear on the claim.'),
      nSupported: count('That support it.'),
      nContradicted: count('That contradict it.'),
      nCannotSeparate: count('That cannot separate it from its opposite.'),
      nUndecided: count('Without a number that decides: too little, nothing collected, withheld.'),
    })
    .describe('How often they say what.'),
  specifications: z
    .array(
      z.object({
        specification: z.string().describe('The choices in words.'),
        isStudy: z.boolean().describe('The choices of the study itself.'),
        verdict: z
          .enum([...CLAIM_VERDICTS, 'withheld'])
          .describe(
            'The verdict, by the rules of the finding; withheld: the number, or how it differs from the study’s own, would tell of too few people.',
          ),
        value: z.number().nullable().describe('The number that decided; null: none.'),
        interval: intervalSchema.nullable().describe('Its interval.'),
      }),
    )
    .describe('What each says.'),
}) satisfies z.ZodType<ClaimRobustness>;
