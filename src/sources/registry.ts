import type { SourceAdapter } from './adapter.ts';
import { csv } from './csv/adapter.ts';
import { feed } from './feed/adapter.ts';
import { forum } from './forum/adapter.ts';
import { fourCat } from './four-cat/adapter.ts';
import { json } from './json/adapter.ts';
import { ndjson } from './ndjson/adapter.ts';
import { parquet } from './parquet/adapter.ts';
import { reddit } from './reddit/adapter.ts';
import { telegramDesktop } from './telegram-desktop/adapter.ts';
import { telegramMessages } from './telegram-messages/adapter.ts';
import { textFolder } from './text-folder/adapter.ts';
import { twitter } from './twitter/adapter.ts';
import { vk } from './vk/adapter.ts';
import { warc } from './warc/adapter.ts';
import { weiboCsv } from './weibo-csv/adapter.ts';
import { youtube } from './youtube/adapter.ts';

/** Every adapter, one line each, in alphabetical order. */
export const ADAPTERS: readonly SourceAdapter[] = [
  csv,
  feed,
  forum,
  fourCat,
  json,
  ndjson,
  parquet,
  reddit,
  telegramDesktop,
  telegramMessages,
  textFolder,
  twitter,
  vk,
  warc,
  weiboCsv,
  youtube,
];
