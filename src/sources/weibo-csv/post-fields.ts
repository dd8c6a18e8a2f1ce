import { countOf, textOf } from '../decode/cell-values.ts';
import type { FieldNames, NamedValues, ReadFields } from '../decode/field-reader.ts';

/** Columns of tables of Weibo posts and comments, as crawlers name them. */
export const WEIBO_NAMES: FieldNames = {
  id: ['id', 'mid', 'idstr', '_id', 'comment_id', '微博id', '微博ID', '评论id', 'bid'],
  text: [
    '微博正文',
    '正文',
    '微博内容',
    '评论内容',
    '内容',
    'text_raw',
    'text',
    'content',
    'comments',
    'comment',
    'weibo_content',
  ],
  publishedAt: [
    'created_at',
    '发布时间',
    '完整日期',
    '发布日期',
    '评论时间',
    '日期',
    '时间',
    'publish_time',
    'created_time',
    'date',
  ],
  author: [
    'user_id',
    'uid',
    '用户id',
    '用户ID',
    'user.id',
    'user_name',
    'screen_name',
    '用户昵称',
    '昵称',
    '评论者',
    'nickname',
    'user',
  ],
  url: ['url', 'weibo_url', '微博链接', '链接', 'link'],
  replyTo: ['reply_id', 'rootid', 'root_id', 'weibo_id', 'parent_id'],
  repostOf: ['retweet_id', '源微博id', 'origin_weibo', 'retweeted_status.idstr'],
};

type CountField = 'nLikes' | 'nReposts' | 'nReplies';

/** Columns whose cells need reading: places with a prefix, counts in words. */
const REGION = [
  'region_name',
  'ip',
  'ip属地',
  'IP属地',
  'ip_location',
  '发布位置',
  '位置',
  'geo_info',
  'location',
];
const COUNTS: readonly (readonly [CountField, readonly string[]])[] = [
  ['nLikes', ['attitudes_count', 'like_num', 'like_counts', 'like_count', 'up_num', '点赞数', '赞']],
  ['nReposts', ['reposts_count', 'repost_num', 'forward_num', '转发数', '转发']],
  ['nReplies', ['comments_count', 'comment_num', '评论数', '评论']],
];

const HTML = /<(?:a|span|br|img)\b/i;
const CHAIN = /(?<!:)\/\/(?:<a\b[^<>]{0,300}>)?@/;
const TAG = /<\/?[a-z][^<>]{0,500}>/gi;
const NUMBER = /^(\d{1,9}(?:\.\d{1,3})?)(万|亿)\+?$/;

/**
 * Reads what Weibo writes in its own way: counts such as `1.2万`, places such as `发布于 北京`, and the chain of a
 * repost (`//@name: …`), which is the words of others.
 */
export function weiboFields(own: ReadFields, row: NamedValues): ReadFields {
  const { text, ...fields } = own.fields;
  const cut = text?.search(CHAIN) ?? -1;
  const counts: Partial<Record<CountField, number | null>> = {};
  for (const [field, names] of COUNTS) counts[field] = weiboCount(firstCell(row, names));
  return {
    nativeId: own.nativeId,
    fields: {
      ...fields,
      ...counts,
      text: text === null || cut < 0 ? text : text.slice(0, cut).trim() || null,
      quoted: text === null || cut < 0 ? null : text.slice(cut).replace(TAG, ''),
      markup: text !== null && HTML.test(text) ? 'html' : 'plain',
      url: fields.url ?? postAddress(row),
      region: firstCell(row, REGION)?.replace(/^(?:发布于|来自)\s{0,5}/, '') || null,
    },
  };
}

/** A count as Weibo shows it. The bare words 转发, 评论 and 赞 stand where there is none to show. */
export function weiboCount(cell: string | null): number | null {
  const words = NUMBER.exec(cell?.trim() ?? '');
  if (!words) return countOf(cell);
  return Math.round(Number(words[1]) * (words[2] === '亿' ? 1e8 : 1e4));
}

function firstCell(row: NamedValues, names: readonly string[]): string | null {
  for (const name of names) {
    const cell = textOf(row[name]);
    if (cell !== null) return cell;
  }
  return null;
}

function postAddress(row: NamedValues): string | null {
  const user = firstCell(row, ['user_id', 'uid', '用户id']);
  const bid = firstCell(row, ['bid', 'mblogid']);
  return user === null || bid === null || !/^\d+$/.test(user) || !/^\w+$/.test(bid)
    ? null
    : `https://weibo.com/${user}/${bid}`;
}
