import type { EndpointStanceConfig } from '../../../study/config.ts';
import type { StanceEstimator } from '../annotator.ts';
import type { AnswerCache } from './answer-cache.ts';
import { requestTokens } from './endpoint-client.ts';
import { type MentionMaker, userMessage } from './endpoint-prompt.ts';
import { capsBelow, costOf } from './request-budget.ts';
import { tokenEstimate } from './token-estimate.ts';

/** Tokens of an answer to one mention: an id, a label and three numbers. */
const USUAL_ANSWER = 50;

/** Counts what asking would take; nothing is asked. */
export function createEndpointEstimator(
  config: EndpointStanceConfig,
  make: MentionMaker,
  openCache: () => Promise<AnswerCache>,
): StanceEstimator {
  const seen = new Set<string>();
  let [nKept, alone, together, dataTokens] = [0, 0, 0, 0];
  const frame = requestTokens(userMessage([]));
  return {
    add: async (inputs) => {
      const cache = await openCache();
      for (const input of inputs) {
        const mention = make(input);
        if (mention === null) continue;
        if (seen.has(mention.key) || cache.get(mention.key) !== undefined) {
          nKept++;
          continue;
        }
        seen.add(mention.key);
        dataTokens += tokenEstimate(userMessage([['1-abcdef', mention]]));
        if (mention.isSuspicious) alone++;
        else together++;
      }
    },
    total: () => {
      const requests = alone + Math.ceil(together / config.batch);
      const input = requests * frame + dataTokens;
      const output = seen.size * Math.min(USUAL_ANSWER, config.answerTokens);
      return {
        host: new URL(config.url).host,
        model: config.model,
        nAsked: seen.size,
        nKept,
        nRequests: requests,
        inputTokens: input,
        outputTokens: output,
        cost: costOf({ input, output }, config.price),
        currency: config.price?.currency ?? null,
        capsBelow: capsBelow(config, { requests, input, output }),
      };
    },
  };
}
