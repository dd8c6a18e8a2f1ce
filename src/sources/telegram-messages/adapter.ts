import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import type { NamedValues } from '../decode/field-reader.ts';
import type { RecordPaths } from '../decode/json-frames.ts';
import { mappedOver } from '../decode/mapped-over.ts';
import { isObject } from '../decode/parsed-object.ts';
import { readJsonRecords } from '../decode/read-json-records.ts';
import { rejection } from '../decode/rejection.ts';
import { messageFields } from './message-fields.ts';

const OPTIONS = z.strictObject({
  /** Keys that lead to the list of messages, joined by points; `*` = any key. Found by itself where left out. */
  records: z.string().min(1).optional(),
});

/** Parts of an update in which the Bot API wraps a message. */
const UPDATES = ['message', 'channel_post', 'edited_message', 'edited_channel_post'];

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const { records } = OPTIONS.parse(input.options);
  const withMapping = mappedOver(input.fields);
  const paths = records === undefined ? placeOfMessages : [records.split('.')];
  for await (const found of readJsonRecords(input, paths)) {
    const items: SourceItem[] = [];
    for (const each of found) {
      if (each.kind === 'rejected') {
        items.push(each);
        continue;
      }
      const { text: payload, position } = each;
      const message = unwrapped(each.record);
      if (message['_'] === 'MessageService' || isObject(message['action'])) {
        items.push(rejection('no-text', 'a service message, not a post', { excerpt: payload, position }));
      } else {
        const fields = withMapping(messageFields(message, payload), message, payload);
        items.push({ kind: 'record', payload, position, ...fields });
      }
    }
    yield items;
  }
}

/** A list at the top, a list under a usual key, or one message a line. */
function placeOfMessages(head: string): RecordPaths {
  if (/^\s*\[/.test(head)) return [[]];
  const key = /"(messages|result|items|data)"\s{0,20}:\s{0,20}\[\s{0,200}\{/.exec(head)?.[1];
  return key === undefined ? 'document' : [[key]];
}

function unwrapped(record: NamedValues): NamedValues {
  if (record['update_id'] === undefined) return record;
  for (const name of UPDATES) {
    const message = record[name];
    if (isObject(message)) return message;
  }
  return record;
}

/** Messages as Telegram's programming interfaces give them, in a list or one a line. */
export const telegramMessages: SourceAdapter = {
  name: 'telegram-messages',
  version: '2',
  description:
    'Telegram messages saved by Telethon, Pyrogram, the Bot API or a scraper: a JSON list or NDJSON.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: {
    title: 'messages have no title',
    region: 'Telegram does not state it',
    retrievedAt: 'messages do not say when they were read; map it where a scraper adds it',
  },
  read,
};
