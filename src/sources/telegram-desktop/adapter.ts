import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import { EMPTY_FIELDS } from '../adapter.ts';
import { countOf, identifierOf, textOf, timeOf } from '../decode/cell-values.ts';
import type { NamedValues, ReadFields } from '../decode/field-reader.ts';
import type { JsonRecord } from '../decode/json-scanner.ts';
import { mappedOver } from '../decode/mapped-over.ts';
import { isObject } from '../decode/parsed-object.ts';
import { readJsonRecords } from '../decode/read-json-records.ts';
import { rejection } from '../decode/rejection.ts';
import { messageText } from './message-text.ts';

const OPTIONS = z.strictObject({
  /** Chat types to read, as the export names them (`public_channel`, `private_group`, …); all if left out. */
  chatTypes: z.array(z.string()).min(1).optional(),
});

/** One exported chat, and the chats of a full account export. */
const PATHS = [['messages'], ['chats', 'list', 'messages'], ['left_chats', 'list', 'messages']];

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const { chatTypes } = OPTIONS.parse(input.options);
  const withMapping = mappedOver(input.fields);
  for await (const found of readJsonRecords(input, PATHS)) {
    const items: SourceItem[] = [];
    for (const each of found) {
      if (each.kind === 'rejected') items.push(each);
      else if (each.record['type'] === 'service') items.push(serviceMessage(each));
      else {
        const chat = each.around.at(-1) ?? {};
        if (chatTypes && !chatTypes.includes(textOf(chat['type']) ?? '')) continue;
        const { text: payload, position } = each;
        const own = messageFields(each.record, chat, payload);
        items.push({ kind: 'record', payload, position, ...withMapping(own, each.record, payload) });
      }
    }
    yield items;
  }
}

/** Who joined, what was pinned: an event of the chat and nobody's words. */
function serviceMessage({ record, text, position }: JsonRecord): SourceItem {
  const action = textOf(record['action']) ?? 'unnamed';
  return rejection('no-text', `a service message (${action}), not a post`, { excerpt: text, position });
}

function messageFields(message: NamedValues, chat: NamedValues, payload: string): ReadFields {
  const chatId = identifierOf(chat['id'], payload);
  const inChat = (id: string | null, of: string | null): string | null =>
    id === null || of === null ? id : `${of}/${id}`;
  const repliedChat = textOf(message['reply_to_peer_id'])?.replace(/^\D+/, '') ?? chatId;
  const { text, quoted } = messageText(message['text'], message['text_entities']);
  const poll = isObject(message['poll']) ? textOf(message['poll']['question']) : null;
  return {
    nativeId: inChat(identifierOf(message['id'], payload), chatId),
    fields: {
      ...EMPTY_FIELDS,
      text: text ?? poll,
      quoted,
      publishedAt: timeOf(message['date_unixtime']) ?? timeOf(message['date']),
      author: textOf(message['from_id']) ?? textOf(message['from']) ?? chatId,
      replyTo: inChat(identifierOf(message['reply_to_message_id'], payload), repliedChat),
      nLikes: reactionCount(message['reactions']),
    },
  };
}

/** Reactions of every kind together: an export does not say which of them are kind. */
function reactionCount(reactions: unknown): number | null {
  if (!Array.isArray(reactions)) return null;
  let sum = 0;
  for (const reaction of reactions) if (isObject(reaction)) sum += countOf(reaction['count']) ?? 0;
  return sum;
}

/** `result.json` of Telegram Desktop's chat export. */
export const telegramDesktop: SourceAdapter = {
  name: 'telegram-desktop',
  version: '1',
  description: 'Telegram Desktop export (result.json) of one chat or of a whole account.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: {
    title: 'messages have no title',
    url: 'an export does not name the public address of a chat',
    repostOf: 'an export names the first author of a forwarded message, not the message',
    language: 'Telegram does not state it',
    region: 'Telegram does not state it',
    retrievedAt: 'an export does not say when it was made',
    nReposts: 'an export leaves out forward counts',
    nReplies: 'an export leaves out comment counts',
    nViews: 'an export leaves out view counts',
  },
  read,
};
