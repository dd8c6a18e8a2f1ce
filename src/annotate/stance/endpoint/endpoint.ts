import { join, resolve } from 'node:path';
import type { Network } from '../../../domain/effects.ts';
import { BugError, SourceError } from '../../../errors/errors.ts';
import type { EndpointStanceConfig, TargetConfig } from '../../../study/config.ts';
import { NO_OPINION, type StanceAnnotator, type StanceInput, type StanceResult } from '../annotator.ts';
import { type AnswerCache, openAnswerCache } from './answer-cache.ts';
import { createEndpointClient, type EndpointClient } from './endpoint-client.ts';
import { createEndpointEstimator } from './endpoint-estimate.ts';
import {
  type AskedMention,
  createMentionMaker,
  endpointDigest,
  type MentionMaker,
  PROMPT_VERSION,
  userMessage,
} from './endpoint-prompt.ts';
import { groupMentions } from './group-mentions.ts';
import { inLanes } from './in-lanes.ts';
import { readAnswers } from './read-answers.ts';

/** What an endpoint is asked with beside its options in the study. */
export interface EndpointContext {
  /** Folder of the study. */
  readonly folder: string;
  readonly targets: readonly TargetConfig[];
  readonly network: Network;
  /** Called with the number of mentions whose answers were just kept. */
  readonly onAnswered?: (mentions: number) => void;
}

/** How often the same mention is asked before its wrong answers stop the run. */
const ASKS = 3;

/**
 * Asks a chat model. Answers are kept on disk as they come and never asked again; what is wrong is asked anew, each
 * mention alone, before it stops the run. When something fails, requests under way are awaited and their answers kept.
 * @throws {SourceError} `annotator/…` naming the batch and the mentions in it; StudyError `annotator/cap-reached`
 */
export function createEndpointStanceAnnotator(
  config: EndpointStanceConfig,
  { folder, targets, network, onAnswered = () => undefined }: EndpointContext,
): StanceAnnotator {
  const make = createMentionMaker(config, targets);
  const client = createEndpointClient(config, network);
  let turn: Promise<unknown> = Promise.resolve();
  let opened: Promise<AnswerCache> | null = null;
  const cache = (): Promise<AnswerCache> => {
    opened ??= openCache(config, folder);
    return opened;
  };
  return {
    name: config.name,
    version: endpointVersion(config),
    trainedOn: [],
    annotate: (inputs, batch = 'the batch') => {
      const mine = turn.then(async () =>
        annotateAll(inputs, batch, { config, make, client, cache: await cache(), onAnswered }),
      );
      turn = mine.catch(() => undefined);
      return mine;
    },
    estimate: () => createEndpointEstimator(config, make, cache),
    close: () => undefined,
  };
}

function endpointVersion({ url, model, version }: EndpointStanceConfig): string {
  const stated = version === null ? '' : ` (${version})`;
  return `${model}${stated} at ${new URL(url).host}, prompt ${PROMPT_VERSION}`;
}

function openCache(config: EndpointStanceConfig, folder: string): Promise<AnswerCache> {
  const path = join(resolve(folder, config.cache), `${endpointDigest(config).slice(0, 16)}.ndjson`);
  const { model, version } = config;
  return openAnswerCache(path, { host: new URL(config.url).host, model, version, prompt: PROMPT_VERSION });
}

interface Work {
  readonly config: EndpointStanceConfig;
  readonly make: MentionMaker;
  readonly client: EndpointClient;
  readonly cache: AnswerCache;
  readonly onAnswered: (mentions: number) => void;
}

async function annotateAll(
  inputs: readonly StanceInput[],
  batch: string,
  work: Work,
): Promise<StanceResult[]> {
  const mentions = inputs.map(work.make);
  const groups = groupMentions(mentions, work.config.batch, (key) => work.cache.get(key) !== undefined);
  const stop = new AbortController();
  await inLanes(groups, { lanes: work.config.concurrency, stop }, (group) => {
    const [first, last] = [group[0]?.place ?? 0, group.at(-1)?.place ?? 0];
    const name = `${batch}, ${first === last ? `mention ${first + 1}` : `mentions ${first + 1} to ${last + 1}`}`;
    return judge(
      group.map((one) => one.mention),
      { batch: name, attempt: 0, stop: stop.signal },
      work,
    );
  });
  return mentions.map((one) => {
    const result = one === null ? NO_OPINION : work.cache.get(one.key);
    if (result === undefined) throw new BugError(`no answer was kept for a mention of ${batch}`);
    return result;
  });
}

interface Asking {
  readonly batch: string;
  readonly attempt: number;
  readonly stop: AbortSignal;
}

/** Asks some mentions together and keeps the answers; where those cannot be used, each alone. */
async function judge(mentions: readonly AskedMention[], asking: Asking, work: Work): Promise<void> {
  const { config, client, cache, onAnswered } = work;
  // Ids that no text can guess: it cannot speak of a neighbour by name.
  const named = mentions.map((one, i) => [`${i + 1}-${one.key.slice(0, 6)}`, one] as const);
  const user = userMessage(named);
  const said = await client.ask({ ...asking, user, maxTokens: config.answerTokens * mentions.length });
  if (said.kind === 'stopped') return;
  const ids = named.map(([id]) => id);
  const read = said.kind === 'declined' ? 'it declines to answer' : readAnswers(said.content, ids);
  if (typeof read !== 'string') {
    await cache.add(named.map(([, { key }], i) => [key, read[i] as StanceResult]));
    onAnswered(mentions.length);
    return;
  }
  if (mentions.length > 1) {
    for (const one of mentions) await judge([one], asking, work);
  } else if (said.kind === 'declined') {
    await cache.add(mentions.map(({ key }) => [key, NO_OPINION]));
    onAnswered(mentions.length);
  } else if (asking.attempt + 1 < ASKS) {
    await judge(mentions, { ...asking, attempt: asking.attempt + 1 }, work);
  } else {
    throw new SourceError('annotator/wrong-answer', {
      name: config.name,
      batch: asking.batch,
      problem: read,
    });
  }
}
