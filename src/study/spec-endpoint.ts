import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';
import { NAME, TEXT } from './spec-forms.ts';

const d = DEFAULTS.endpoint;

/** Node.js gives an answer no more seconds to begin. */
const LONGEST_WAIT = 300;

const PRICE = z.strictObject({
  input: z.number().min(0).describe('Price of a million tokens sent.'),
  output: z.number().min(0).describe('Price of a million tokens answered.'),
  currency: TEXT.max(8)
    .meta({ default: d.currency })
    .optional()
    .describe(`Only shown beside amounts [${d.currency}].`),
});

const LIMITS = {
  requestsPerMinute: z
    .int()
    .min(1)
    .optional()
    .describe(
      'Requests begun within any minute, at most [no limit]. Trap: it holds for one run; two at once have twice as many.',
    ),
  tokensPerMinute: z
    .int()
    .min(1)
    .optional()
    .describe(
      'Tokens sent and answered within any minute, at most, as estimated before each request [no limit]. Trap: services count their own tokens; leave a margin.',
    ),
  price: PRICE.optional().describe(
    'Price of a million tokens, `input` and `output` [not known: no cost is shown]. Trap: nobody checks it; look it up on the day.',
  ),
  maxCost: z
    .number()
    .gt(0)
    .optional()
    .describe(
      'A run stops before its cost could pass this; needs `price` [no cap]. Trap: of one run: the next has a fresh cap. What was answered is kept and not paid again.',
    ),
  maxTokens: z
    .int()
    .min(1)
    .optional()
    .describe(
      'A run stops before its tokens, sent and answered, could pass this [no cap]. Trap: of one run.',
    ),
  maxRequests: z
    .int()
    .min(1)
    .optional()
    .describe('A run stops after so many requests [no cap]. Trap: requests sent again count.'),
};

/** A service with an OpenAI-compatible chat interface, as written. */
export const ENDPOINT = z
  .strictObject({
    kind: z.literal('endpoint').describe('A chat model behind an OpenAI-compatible address.'),
    url: TEXT.describe(
      'Address up to the version, `http://127.0.0.1:11434/v1`; `/chat/completions` is added. Only https, or http on this machine. Trap: every mention with its text is sent there.',
    ),
    model: TEXT.max(200).describe(
      'Name of the model as the service knows it. Trap: many local servers take any name and answer by the model they have loaded.',
    ),
    keyVariable: TEXT.optional().describe(
      'Name of the environment variable that holds the key [no key is sent]. Trap: the name, never the key itself: studies are passed on.',
    ),
    name: NAME.meta({ default: d.name })
      .optional()
      .describe(`Name of the annotator in the finding [${d.name}].`),
    version: TEXT.max(64)
      .optional()
      .describe(
        'Version of the model behind its name; another one asks anew [none]. Trap: services change models under one name, and nothing shows it here.',
      ),
    batch: z
      .int()
      .min(1)
      .max(50)
      .meta({ default: d.batch })
      .optional()
      .describe(
        `Mentions in one request [${d.batch}]. Trap: more are cheaper, but a text may then sway how its neighbours are judged; with 1 it cannot.`,
      ),
    concurrency: z
      .int()
      .min(1)
      .max(100)
      .meta({ default: d.concurrency })
      .optional()
      .describe(
        `Requests under way at once [${d.concurrency}]. Trap: a local server answers no faster than its own slots allow, and the rest wait toward the timeout.`,
      ),
    timeoutSeconds: z
      .number()
      .gt(0)
      .max(LONGEST_WAIT)
      .meta({ default: d.timeoutSeconds })
      .optional()
      .describe(
        `Longest wait for one answer; ${LONGEST_WAIT} at most [${d.timeoutSeconds}]. Trap: the first one may include the loading of the model; an answer that comes too late is paid all the same.`,
      ),
    retries: z
      .int()
      .min(0)
      .max(20)
      .meta({ default: d.retries })
      .optional()
      .describe(
        `How often a request is sent again after a timeout, a broken connection, 408, 429 or 5xx, each time after twice the wait, or after the time the service names [${d.retries}].`,
      ),
    ...LIMITS,
    maxCharacters: z
      .int()
      .min(200)
      .max(100_000)
      .meta({ default: d.maxCharacters })
      .optional()
      .describe(
        `Longest part of a text that is sent, around the first naming of the target [${d.maxCharacters}]. Trap: what stands further away is not seen.`,
      ),
    answerTokens: z
      .int()
      .min(30)
      .max(100_000)
      .meta({ default: d.answerTokens })
      .optional()
      .describe(
        `Most tokens of the answer to one mention, sent as \`max_tokens\` [${d.answerTokens}]. Trap: a model that reasons before it answers needs thousands, and they are paid.`,
      ),
    cache: TEXT.meta({ default: d.cache })
      .optional()
      .describe(
        `Folder, relative to the study file, that keeps every answer, so that a rerun asks nothing [${d.cache}]. Trap: whoever deletes it pays again.`,
      ),
    request: z
      .record(z.string(), z.unknown())
      .optional()
      .describe(
        'Further fields of the request body, as the service names them: `{reasoning_effort: low}`; null leaves one out, such as `{temperature: null}` [none]. Trap: another value asks anew.',
      ),
  })
  .describe('A chat model behind an OpenAI-compatible address, local or hosted.');
