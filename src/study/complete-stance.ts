import type { EndpointStanceConfig, StanceConfig } from './config.ts';
import { DEFAULTS } from './defaults.ts';
import type { StudySpec } from './spec.ts';

type StanceSpec = NonNullable<NonNullable<StudySpec['annotators']>['stance']>;

/** Fills the defaults of whoever says what stance a mention takes. */
export function completeStance(spec: StanceSpec | undefined): StanceConfig {
  switch (spec?.kind) {
    case 'column':
      return {
        kind: 'column',
        label: spec.label,
        probabilities: spec.probabilities ?? null,
        target: spec.target ?? null,
        labels: spec.labels ?? {},
      };
    case 'program':
      return {
        kind: 'program',
        command: spec.command,
        batch: spec.batch ?? DEFAULTS.program.batch,
        timeoutSeconds: spec.timeoutSeconds ?? DEFAULTS.program.timeoutSeconds,
        name: spec.name ?? DEFAULTS.program.name,
        version: spec.version ?? null,
      };
    case 'onnx':
      return {
        kind: 'onnx',
        model: spec.model,
        download: spec.download ?? DEFAULTS.onnx.download,
        revision: spec.revision ?? DEFAULTS.onnx.revision,
        file: spec.file ?? null,
        input: spec.input ?? DEFAULTS.onnx.input,
        markers: spec.markers ?? null,
        labels: {
          against: spec.labels?.against ?? [],
          neither: spec.labels?.neither ?? [],
          favor: spec.labels?.favor ?? [],
        },
        languages:
          spec.languages?.map((language) => (language.split('-')[0] as string).toLowerCase()) ?? null,
        maxTokens: spec.maxTokens ?? DEFAULTS.onnx.maxTokens,
      };
    case 'endpoint':
      return completeEndpoint(spec);
    default:
      return { kind: 'linear', model: spec?.model ?? DEFAULTS.stance.model };
  }
}

function completeEndpoint(spec: Extract<StanceSpec, { kind: 'endpoint' }>): EndpointStanceConfig {
  const standard = DEFAULTS.endpoint;
  const { price } = spec;
  return {
    kind: 'endpoint',
    url: spec.url,
    model: spec.model,
    keyVariable: spec.keyVariable ?? null,
    name: spec.name ?? standard.name,
    version: spec.version ?? null,
    batch: spec.batch ?? standard.batch,
    concurrency: spec.concurrency ?? standard.concurrency,
    timeoutSeconds: spec.timeoutSeconds ?? standard.timeoutSeconds,
    retries: spec.retries ?? standard.retries,
    requestsPerMinute: spec.requestsPerMinute ?? null,
    tokensPerMinute: spec.tokensPerMinute ?? null,
    price: price === undefined ? null : { ...price, currency: price.currency ?? standard.currency },
    maxCost: spec.maxCost ?? null,
    maxTokens: spec.maxTokens ?? null,
    maxRequests: spec.maxRequests ?? null,
    maxCharacters: spec.maxCharacters ?? standard.maxCharacters,
    answerTokens: spec.answerTokens ?? standard.answerTokens,
    cache: spec.cache ?? standard.cache,
    request: spec.request ?? {},
  };
}

/** Names of the record's fields that the annotator reads, each once, in order. */
export function stanceColumns(stance: StanceConfig): string[] {
  if (stance.kind !== 'column') return [];
  const { label, target, probabilities } = stance;
  const names = [label, ...(target === null ? [] : [target]), ...Object.values(probabilities ?? {})];
  return [...new Set(names)].sort();
}
