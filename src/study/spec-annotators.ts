import { z } from 'zod';
import { STANCE_LABELS } from '../domain/stance.ts';
import { DEFAULTS } from './defaults.ts';
import { ENDPOINT } from './spec-endpoint.ts';
import { NAME, TEXT } from './spec-forms.ts';

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
      'Name of the field that holds the label, as under `fields` of a source. Trap: a name that the records of one source lack leaves its mentions without a label; the finding counts them.',
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

const p = DEFAULTS.program;
/** A program that is asked, as written. */
export const PROGRAM = z
  .strictObject({
    kind: z.literal('program').describe('A program of yours, asked by JSON lines.'),
    command: z
      .array(TEXT)
      .min(1)
      .describe(
        'The program and its arguments, a list: `[python3, annotate.py]`. No shell reads them; it runs in the folder of the study file, once in each worker process. Trap: whoever runs the study runs the program; read a study from elsewhere before you run it.',
      ),
    batch: z
      .int()
      .min(1)
      .max(10_000)
      .meta({ default: p.batch })
      .optional()
      .describe(`Mentions asked before their answers are awaited [${p.batch}].`),
    timeoutSeconds: z
      .number()
      .gt(0)
      .max(86_400)
      .meta({ default: p.timeoutSeconds })
      .optional()
      .describe(
        `Longest wait for the answers to one batch [${p.timeoutSeconds}]. Trap: the first wait includes the start of the program.`,
      ),
    name: NAME.meta({ default: p.name })
      .optional()
      .describe(`Name of the annotator in the finding [${p.name}].`),
    version: TEXT.max(64)
      .optional()
      .describe(
        'Version of the annotator; another one annotates anew [a digest of the command and of its script, where that has a path relative to the study file]. Trap: a program that changes under the same version leaves the old labels.',
      ),
  })
  .describe('A program of yours, asked by JSON lines.');

const o = DEFAULTS.onnx;
const labelsOf = (stance: string) =>
  z
    .array(TEXT)
    .optional()
    .describe(`Labels of the model that mean \`${stance}\` [those known by their names].`);
const ONNX = z
  .strictObject({
    kind: z.literal('onnx').describe('A text classifier in ONNX format.'),
    model: TEXT.describe(
      'The folder of the model, relative to the study file: `config.json`, `tokenizer.json` and the ONNX file. With `download: true` a name on the Hugging Face hub, `owner/name`. Trap: a model that was trained on tone says what tone a text has, not what stance.',
    ),
    download: z
      .boolean()
      .meta({ default: o.download })
      .optional()
      .describe(
        `Take \`model\` for a name on the Hugging Face hub, and fetch it once, where it is not on this machine yet [${o.download}]. Nothing else is fetched, and no post leaves the machine.`,
      ),
    revision: z
      .string()
      .regex(/^\w[\w.-]{0,99}$/, {
        error: 'a branch, a tag or a commit: letters, digits, "-", "_" and "." only',
      })
      .meta({ default: o.revision })
      .optional()
      .describe(
        `Branch, tag or commit on the hub [${o.revision}]. Trap: a branch may hold another model tomorrow; what was fetched is kept, but another machine fetches what is there then. Give the commit.`,
      ),
    file: z
      .string()
      .regex(/^\w[\w.-]*(?:\/\w[\w.-]*)*$/, { error: 'a path inside the folder of the model' })
      .optional()
      .describe(
        'The ONNX file in the folder [`onnx/model.onnx`, else `model.onnx`]. Trap: a quantized file such as `onnx/model_quantized.onnx` is faster and answers otherwise; evaluate it by itself.',
      ),
    input: z
      .enum(['pair', 'text'])
      .meta({ default: o.input })
      .optional()
      .describe(
        `What the model reads: \`pair\`, the text and, as a second text, the target as it stands there; \`text\`, the text alone, with \`markers\` around the target [${o.input}]. Trap: a model reads only what it was trained on; the other way gives answers too, and wrong ones.`,
      ),
    markers: z
      .tuple([TEXT, TEXT])
      .optional()
      .describe(
        'What is put before and after each place of the target, with `input: text`: `["[T]", "[/T]"]`, as in the training of the model [nothing]. Trap: without them the model says the same of every target of a text.',
      ),
    labels: z
      .strictObject({
        against: labelsOf('against'),
        neither: labelsOf('neither'),
        favor: labelsOf('favor'),
      })
      .optional()
      .describe(
        'Which labels of the model, by the names in its `config.json`, mean `against`, `neither` and `favor`; the probabilities of several add up [known by their names: `negative`, `neutral`, `positive`, `AGAINST`, `NONE`, `FAVOR`, `1 star` …].',
      ),
    languages: z
      .array(TEXT)
      .min(1)
      .optional()
      .describe(
        'Languages that the model was made for, such as `[ru, en]`; in others it abstains [all]. Trap: the file of a model does not say; without the list it guesses at texts it cannot read.',
      ),
    maxTokens: z
      .int()
      .min(32)
      .max(8192)
      .meta({ default: o.maxTokens })
      .optional()
      .describe(
        `Longest input, in tokens; of a longer text the part around the target is read [${o.maxTokens}, or the limit of the model where that is less].`,
      ),
  })
  .describe('A text classifier in ONNX format.');

/** Who says what stance a mention takes, as written: each kind has keys of its own. */
export const STANCE = z.discriminatedUnion('kind', [LINEAR, COLUMN, PROGRAM, ONNX, ENDPOINT]);

/** Who says which themes a mention has, as written. */
export const THEME_MODEL = z.strictObject({
  model: TEXT.describe(
    'The folder of a model made by `groundswell train --layer themes`, relative to the study file. Trap: for the themes that it knows it alone decides; their terms are not looked for.',
  ),
});
