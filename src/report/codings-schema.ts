import { z } from 'zod';
import { scoreSchema } from './quality-schema.ts';

const count = (description: string) => z.int().nonnegative().describe(description);
const probability = z.number().gt(0).max(1);

const wave = z.object({
  wave: z.string().describe('Name of the wave.'),
  drawnOn: z.string().describe('Day on which it was drawn.'),
  nPopulation: count('Mentions it was drawn from.'),
  nStrata: count('Strata it was drawn from.'),
  nDrawn: count('Mentions drawn.'),
  nCoded: count('Of those drawn: with a label that counts.'),
  nUnclear: count('Of those drawn: looked at by coders none of whom could tell.'),
  nUnmatched: count('Of those coded: not among the mentions of this run, and in no estimate.'),
  smallestProbability: probability.describe('Least probability of a mention to be drawn.'),
  nCoders: count('People who coded.'),
});

/** Schema of what is known of codings by people. */
export const codingsSchema = z.object({
  digest: z.string().describe('SHA-256 over the files of the waves.'),
  waves: z.array(wave).describe('Probability samples that were drawn for coding.'),
  nCoded: count('Codings of mentions of this run, over all waves.'),
  nStrata: count('Strata of all waves.'),
  nCoders: count('People who coded, over all waves.'),
  smallestProbability: probability.describe('Least probability of a mention to be drawn, over all waves.'),
  agreement: z
    .object({
      nShared: count('Mentions that two or more people labelled.'),
      alpha: scoreSchema.describe(
        "Krippendorff's alpha, nominal; null with the reason where it cannot be given.",
      ),
      share: scoreSchema.describe('Share of shared mentions to which all gave the same label.'),
      nNeighbouring: count('Shared mentions on which labels differ by one step: neither beside another.'),
      nOpposite: count('Shared mentions that one person labelled against and another in favour.'),
      confidenceLevel: z.number().gt(0).lt(1).describe('Nominal coverage of the intervals, by document.'),
    })
    .describe('Agreement between people who coded the same mention.'),
});
