import { setTimeout } from 'node:timers/promises';
import type { Network } from '../domain/effects.ts';

/** The machine's own network, clock and environment. */
export const nodeNetwork: Network = {
  fetch: (url, init) => fetch(url, init),
  env: process.env,
  now: Date.now,
  sleep: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
};
