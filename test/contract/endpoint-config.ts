import type { EndpointStanceConfig } from '../../src/study/config.ts';
import { DEFAULTS } from '../../src/study/defaults.ts';

/** An endpoint with the defaults of a study, that keeps its answers in a folder. */
export function endpointConfig(
  cache: string,
  more: Partial<EndpointStanceConfig> = {},
): EndpointStanceConfig {
  const { currency: _, ...standard } = DEFAULTS.endpoint;
  return {
    kind: 'endpoint',
    url: 'http://127.0.0.1:9/v1',
    model: 'stub',
    keyVariable: null,
    version: null,
    requestsPerMinute: null,
    tokensPerMinute: null,
    price: null,
    maxCost: null,
    maxTokens: null,
    maxRequests: null,
    request: {},
    ...standard,
    cache,
    ...more,
  };
}
