import { hash } from 'node:crypto';
import type { Network } from '../../domain/effects.ts';
import type { EndpointTranslationConfig } from '../../study/translation-config.ts';
import { createEndpointClient, type EndpointClient } from '../stance/endpoint/endpoint-client.ts';
import { inLanes } from '../stance/endpoint/in-lanes.ts';
import { bareJson } from '../stance/endpoint/read-answers.ts';
import { parsedAnswer, shownValue } from '../stance/stance-answer.ts';
import { passageMessage, TRANSLATION_PROMPT, TRANSLATION_PROMPT_VERSION } from './translation-prompt.ts';
import type { Translator } from './translator.ts';

/** How often a passage is asked before its wrong answers leave it without a translation. */
const ASKS = 2;

/**
 * Asks a chat model, one passage in a request, so that no text can sway another. A service that cannot be reached, refuses, or
 * whose cap is reached is asked nothing more; a wrong answer costs its passage alone.
 */
export function createEndpointTranslator(
  config: EndpointTranslationConfig,
  { to, network }: { readonly to: string; readonly network: Network },
): Translator {
  const { url, model, version, request, concurrency } = config;
  const client = createEndpointClient(config, network, TRANSLATION_PROMPT);
  const stated = version === null ? '' : ` (${version})`;
  return {
    name: config.name,
    version: `${model}${stated} at ${new URL(url).host}, prompt ${TRANSLATION_PROMPT_VERSION}`,
    digest: hash('sha256', JSON.stringify([url, model, version, TRANSLATION_PROMPT, request, to])),
    isAsked: true,
    translate: async (passages, take) => {
      const stop = new AbortController();
      let problem: string | null = null;
      const places = [...passages.entries()];
      await inLanes(places, { lanes: concurrency, stop }, async ([place, passage]) => {
        const asked = { user: passageMessage(passage, to), batch: `exhibit ${place + 1}`, stop: stop.signal };
        const read = await askOnce(client, { ...asked, maxTokens: config.answerTokens });
        if (read.text !== null) take(place, read.text);
        problem ??= read.problem;
      }).catch((error: unknown) => {
        problem = error instanceof Error ? error.message : String(error);
      });
      return problem;
    },
    close: () => undefined,
  };
}

interface Read {
  readonly text: string | null;
  readonly problem: string | null;
}

async function askOnce(
  client: EndpointClient,
  question: Omit<Parameters<EndpointClient['ask']>[0], 'attempt'>,
): Promise<Read> {
  let problem: string | null = null;
  for (let attempt = 0; attempt < ASKS; attempt++) {
    const said = await client.ask({ ...question, attempt });
    if (said.kind === 'stopped') return { text: null, problem: null };
    if (said.kind === 'declined')
      return { text: null, problem: `${question.batch}: it declines to translate` };
    const translation = parsedAnswer(bareJson(said.content))?.['translation'];
    if (typeof translation === 'string') return { text: translation, problem: null };
    if (translation === null) return { text: null, problem: `${question.batch}: it has no translation` };
    problem = `${question.batch}: ${shownValue(said.content)} is no translation`;
  }
  return { text: null, problem };
}
