import { z } from 'zod';
import { STANCE_LABELS } from '../domain/stance.ts';
import { DEFAULTS } from './defaults.ts';
import { TEXT } from './spec-forms.ts';

const LINEAR = z
  .strictObject({
    kind: z
      .literal('linear')
      .optional()
      .describe(`A model of the package or one made by \`groundswell train\` [${DEFAULTS.stance.kind}].`),
    model: TEXT.meta({ default: DEFAULTS.stance.model })
      .optional()
      .describe(
        `Name of a model in the package, or the folder of one made by \`groundswell train\`: a path with a "/", relative to the study file [${DEFAULTS.stance.model}]. Trap: a model is right only about texts like those it was trained on; its card names them.`,
      ),
  })
  .describe('A model that runs inside the program.');

const COLUMN = z
  .strictObject({
    kind: z.literal('column').describe('Labels that stand in the records already.'),
    label: TEXT.describe(
      'Name of the field that holds the label, as under `fields` of a source. Trap: a name that is in no record leaves every mention without a label; the finding counts them.',
    ),
    probabilities: z
      .strictObject({
        against: TEXT.describe('Name of the field with the probability of `against`, 0–1.'),
        neither: TEXT.describe('Name of the field with the probability of `neither`, 0–1.'),
        favor: TEXT.describe('Name of the field with the probability of `favor`, 0–1.'),
      })
      .optional()
      .describe(
        'Names of the fields `against`, `neither` and `favor` that hold probabilities [1 for the label]. Trap: shares, not percent; where the three do not sum to 1 within 0.01, the mention abstains and is counted.',
      ),
    target: TEXT.optional().describe(
      'Name of the field that says which target the label is about, by its id, its label or an alias; other targets of the record abstain [the label holds for every target the text mentions].',
    ),
    labels: z
      .record(z.string(), z.enum(STANCE_LABELS))
      .optional()
      .describe(
        'What each value of the field means: `{"1": favor, "-1": against}` [the values are the labels themselves]. Trap: a value that is not named is counted and abstains.',
      ),
  })
  .describe('Labels that stand in the records already.');

/** Who says what stance a mention takes, as written: each kind has keys of its own. */
export const STANCE = z.discriminatedUnion('kind', [LINEAR, COLUMN]);
