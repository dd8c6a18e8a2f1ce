import type { SourceAdapter } from './adapter.ts';
import { csv } from './csv/adapter.ts';
import { json } from './json/adapter.ts';
import { ndjson } from './ndjson/adapter.ts';
import { telegramDesktop } from './telegram-desktop/adapter.ts';
import { telegramMessages } from './telegram-messages/adapter.ts';

/** Every adapter, one line each, in alphabetical order. */
export const ADAPTERS: readonly SourceAdapter[] = [csv, json, ndjson, telegramDesktop, telegramMessages];
