/** A service with an OpenAI-compatible chat interface. */
export interface EndpointConfig {
  readonly kind: 'endpoint';
  /** Address before `/chat/completions`: https, or http on this machine. */
  readonly url: string;
  readonly model: string;
  /** Environment variable that holds the key; null = none is sent. */
  readonly keyVariable: string | null;
  readonly name: string;
  /** Stated version of the model; null = none. */
  readonly version: string | null;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Longest wait for one answer. */
  readonly timeoutSeconds: number;
  /** How often a request that failed is sent again. */
  readonly retries: number;
  /** Null = no limit. */
  readonly requestsPerMinute: number | null;
  /** Null = no limit. */
  readonly tokensPerMinute: number | null;
  /** Price of a million tokens; null = not known. */
  readonly price: { readonly input: number; readonly output: number; readonly currency: string } | null;
  /** Caps of one run; null = none. */
  readonly maxCost: number | null;
  readonly maxTokens: number | null;
  readonly maxRequests: number | null;
  /** Most tokens of the answer to one text. */
  readonly answerTokens: number;
  /** Further fields of the request body; null leaves one out. */
  readonly request: Readonly<Record<string, unknown>>;
}
