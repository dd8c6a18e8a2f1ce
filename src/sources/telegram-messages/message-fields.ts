import { EMPTY_FIELDS } from '../adapter.ts';
import { countOf, identifierOf, textOf, timeOf } from '../decode/cell-values.ts';
import type { NamedValues, ReadFields } from '../decode/field-reader.ts';
import { valueAt } from '../decode/field-reader.ts';
import { isObject } from '../decode/parsed-object.ts';

/** Names under which clients and scrapers write each field, best first. */
const NAMES = {
  id: ['id', 'message_id', 'msg_id'],
  chat: [
    'peer_id.channel_id',
    'peer_id.chat_id',
    'peer_id.user_id',
    'to_id.channel_id',
    'chat.id',
    'chat_id',
    'channel_id',
    'channel',
    'channel_username',
    'chat',
  ],
  text: ['text', 'message', 'caption', 'content', 'raw_text', 'poll.question'],
  quoted: ['quote.text', 'reply_to.quote_text'],
  sharedHeadline: ['media.webpage.title', 'web_page.title', 'webpage.title'],
  publishedAt: ['date', 'timestamp', 'created_at', 'datetime'],
  author: [
    'from_id.user_id',
    'from_id.channel_id',
    'from.id',
    'from_user.id',
    'sender_chat.id',
    'sender_id',
    'from_id',
    'author',
    'user_id',
    'username',
    'channel',
  ],
  url: ['url', 'link', 'permalink'],
  replyTo: [
    'reply_to.reply_to_msg_id',
    'reply_to_message.message_id',
    'reply_to_message_id',
    'reply_to_msg_id',
  ],
  repostChat: [
    'fwd_from.from_id.channel_id',
    'fwd_from.channel_id',
    'forward_origin.chat.id',
    'forward_from_chat.id',
  ],
  repostId: ['fwd_from.channel_post', 'forward_origin.message_id', 'forward_from_message_id'],
  language: ['lang', 'language'],
  reposts: ['forwards', 'forward_count', 'n_forwards'],
  replies: ['replies.replies', 'replies', 'comments', 'reply_count'],
  views: ['views', 'view_count'],
} as const;

const PATHS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  Object.entries(NAMES).map(([field, names]) => [field, names.map((name) => name.split('.'))]),
);

/** The fields of a Telegram message as Telethon, Pyrogram, the Bot API and scrapers built on them write it. */
export function messageFields(message: NamedValues, payload: string): ReadFields {
  const get = (field: keyof typeof NAMES): unknown => firstText(message, PATHS.get(field) ?? []);
  const idOf = (field: keyof typeof NAMES): string | null => identifierOf(get(field), payload);
  const chat = idOf('chat') ?? textOf(message['sender_id']);
  const repostChat = idOf('repostChat');
  const repostId = idOf('repostId');
  return {
    nativeId: inChat(chat, idOf('id')),
    fields: {
      ...EMPTY_FIELDS,
      text: textOf(get('text')),
      quoted: textOf(get('quoted')),
      sharedHeadline: textOf(get('sharedHeadline')),
      publishedAt: timeOf(get('publishedAt')),
      author: idOf('author') ?? chat,
      url: textOf(get('url')) ?? publicAddress(message, idOf('id')),
      replyTo: inChat(chat, idOf('replyTo')),
      repostOf: repostChat === null || repostId === null ? null : inChat(repostChat, repostId),
      language: textOf(get('language')),
      nLikes: reactionCount(message['reactions']),
      nReposts: countOf(get('reposts')),
      nReplies: countOf(get('replies')),
      nViews: countOf(get('views')),
    },
  };
}

/** Message ids count from 1 in every chat. The marks that clients put before a channel's number are left out. */
function inChat(chat: string | null, id: string | null): string | null {
  if (chat === null || id === null) return id;
  return `${chat.replace(/^-100(?=\d{5})/, '').replace(/^@/, '')}/${id}`;
}

function firstText(message: NamedValues, paths: readonly (readonly string[])[]): unknown {
  for (const path of paths) {
    const value = valueAt(message, path);
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) return value;
    if (Array.isArray(value)) return joinedPieces(value);
  }
  return null;
}

/** A text in pieces: strings and entities with a `text`. */
function joinedPieces(pieces: readonly unknown[]): string {
  return pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : isObject(piece) ? (textOf(piece['text']) ?? '') : '',
    )
    .join('');
}

/** Public channels have a name, and with it every message an address. */
function publicAddress(message: NamedValues, id: string | null): string | null {
  const name = textOf(valueAt(message, ['chat', 'username'])) ?? textOf(message['channel_username']);
  return id === null || name === null || !/^@?\w{4,32}$/.test(name)
    ? null
    : `https://t.me/${name.replace(/^@/, '')}/${id}`;
}

/** Reactions of every kind together. */
function reactionCount(reactions: unknown): number | null {
  if (typeof reactions === 'number') return countOf(reactions);
  const list = isObject(reactions) ? (reactions['results'] ?? reactions['reactions']) : reactions;
  if (!Array.isArray(list)) return null;
  let sum = 0;
  for (const reaction of list) if (isObject(reaction)) sum += countOf(reaction['count']) ?? 0;
  return sum;
}
