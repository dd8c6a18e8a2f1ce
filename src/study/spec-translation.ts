import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';
import { PROGRAM } from './spec-annotators.ts';
import { ENDPOINT } from './spec-endpoint.ts';
import { NAME, TEXT } from './spec-forms.ts';

const d = DEFAULTS.translation;

const name = NAME.meta({ default: d.name })
  .optional()
  .describe(`Name of the translator in the finding and beside every translation [${d.name}].`);

const COLUMN = z
  .strictObject({
    kind: z.literal('column').describe('Translations that stand in the records already.'),
    text: TEXT.describe(
      'Name of the field that holds the translation of the whole text, into the language of the report. Trap: it is shown only beside an exhibit that is the whole text; of a part nobody knows which words of the translation belong to it.',
    ),
    name,
  })
  .describe('Translations that stand in the records already.');

const PROGRAM_TRANSLATOR = z
  .strictObject({
    kind: z.literal('program').describe('A program of yours, asked by JSON lines.'),
    command: PROGRAM.shape.command.describe(
      'The program and its arguments, a list: `[python3, translate.py]`. No shell reads them; it runs in the folder of the study file. Trap: whoever runs the study runs the program; read a study from elsewhere before you run it.',
    ),
    batch: PROGRAM.shape.batch.describe(
      `Exhibits asked before their translations are awaited [${DEFAULTS.program.batch}].`,
    ),
    timeoutSeconds: PROGRAM.shape.timeoutSeconds,
    name,
    version: TEXT.max(64)
      .optional()
      .describe(
        'Version of the translator; another one translates anew [a digest of the command and of its script, where that has a path relative to the study file]. Trap: a program that changes under the same version leaves the old translations.',
      ),
  })
  .describe('A program of yours, asked by JSON lines.');

const e = ENDPOINT.shape;
const ENDPOINT_TRANSLATOR = z
  .strictObject({
    kind: e.kind,
    url: e.url.describe(
      'Address up to the version, `http://127.0.0.1:11434/v1`; `/chat/completions` is added. Only https, or http on this machine. Trap: the words of every exhibit in another language are sent there, as they are published; the report says so.',
    ),
    model: e.model,
    keyVariable: e.keyVariable,
    name,
    version: e.version,
    concurrency: e.concurrency,
    timeoutSeconds: e.timeoutSeconds,
    retries: e.retries,
    requestsPerMinute: e.requestsPerMinute,
    tokensPerMinute: e.tokensPerMinute,
    maxRequests: e.maxRequests.describe(
      'Nothing more is asked after so many requests; the remaining exhibits stay without a translation [no cap]. Trap: of one run; the next goes on where this one stopped.',
    ),
    answerTokens: z
      .int()
      .min(30)
      .max(100_000)
      .meta({ default: d.answerTokens })
      .optional()
      .describe(
        `Most tokens of one translation, sent as \`max_tokens\` [${d.answerTokens}]. Trap: a model that reasons before it answers needs thousands, and they are paid.`,
      ),
    request: e.request,
  })
  .describe('A chat model behind an OpenAI-compatible address, local or hosted.');

/** Who translates exhibits into the language of the report, as written: each kind has keys of its own. */
export const TRANSLATION = z.discriminatedUnion('kind', [COLUMN, PROGRAM_TRANSLATOR, ENDPOINT_TRANSLATOR]);
