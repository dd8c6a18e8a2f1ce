import type { SourceAdapter } from './adapter.ts';

/** Every adapter, one line each. */
export const ADAPTERS: readonly SourceAdapter[] = [];
