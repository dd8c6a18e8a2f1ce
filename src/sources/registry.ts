import type { SourceAdapter } from './adapter.ts';
import { json } from './json/adapter.ts';
import { ndjson } from './ndjson/adapter.ts';

/** Every adapter, one line each, in alphabetical order. */
export const ADAPTERS: readonly SourceAdapter[] = [
  json,
  ndjson, //
];
