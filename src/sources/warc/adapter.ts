import { z } from 'zod';
import type { RejectionReason } from '../../domain/record.ts';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import { EMPTY_FIELDS } from '../adapter.ts';
import { isWronglyDecoded } from '../decode/damage.ts';
import { htmlEncoding } from '../decode/html-encoding.ts';
import { readHtml } from '../decode/html-tree.ts';
import { decodeText } from '../decode/read-whole.ts';
import { rejection } from '../decode/rejection.ts';
import type { DateOrder } from '../forum/post-dates.ts';
import { readPosts } from '../forum/read-posts.ts';
import { readAnswer } from './http-body.ts';
import { readArticle } from './read-article.ts';
import type { WarcRecord } from './read-warc.ts';
import { readWarc } from './read-warc.ts';

const OPTIONS = z.strictObject({
  /** Only pages whose address contains one of these. */
  addresses: z.array(z.string().min(1)).min(1).optional(),
  /** How numeric dates of forums such as `04-09-2005` begin. Told by the dates of each page where left out. */
  dateOrder: z.enum(['day-first', 'month-first']).optional(),
});

/** Types of records that may hold a page. */
const PAGE_TYPES: ReadonlySet<string> = new Set(['response', 'resource', 'conversion']);

/** How the pages of one file are read. */
interface Reading {
  readonly input: SourceInput;
  readonly addresses: readonly string[] | null;
  readonly dateOrder: DateOrder | null;
}

/** A document in an archive. */
interface ArchivedPage {
  readonly bytes: Buffer;
  readonly charset: string | null;
  readonly url: string | null;
  readonly capturedAt: string | null;
  readonly offset: number;
}

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const { addresses = null, dateOrder = null } = OPTIONS.parse(input.options);
  const reading: Reading = { input, addresses, dateOrder };
  let nRecords = 0;
  let isSilent = true;
  for await (const record of readWarc(input, (type) => PAGE_TYPES.has(type))) {
    nRecords++;
    const items = record.kind === 'rejected' ? [record] : itemsOf(record, reading);
    if (items.length > 0) isSilent = false;
    yield items;
  }
  if (isSilent && nRecords > 0) {
    const detail = `no HTML page among the ${nRecords} records of the file`;
    yield [rejection('wrong-shape', detail, { position: { line: null, byteOffset: input.firstByte } })];
  }
}

/** The posts of a record; none where it is by its nature no page. */
function itemsOf(record: WarcRecord, reading: Reading): readonly SourceItem[] {
  const { headers, block, offset } = record;
  if (!PAGE_TYPES.has(headers.get('warc-type')?.toLowerCase() ?? '')) return [];
  const url = headers.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') || null;
  if (reading.addresses?.some((part) => url?.includes(part) === true) === false) return [];
  const reject = (reason: RejectionReason, detail: string): readonly SourceItem[] => {
    const position = { line: null, byteOffset: offset };
    return [rejection(reason, detail, { excerpt: url ?? '', position })];
  };
  const isHttp = /^application\/http\b/i.test(headers.get('content-type') ?? '');
  const answer = isHttp ? readAnswer(block) : null;
  if (isHttp && answer === null) return reject('unparseable', 'the record holds no HTTP response');
  if (answer !== null && (answer.status < 200 || answer.status > 299)) return [];
  const type = (answer ?? record).headers.get('content-type') ?? '';
  if (NO_PAGE.test(type)) return [];
  const body = answer === null ? { bytes: block } : answer.body();
  if ('problem' in body) return reject(body.reason, body.problem);
  const { bytes } = body;
  const what = kindOf(type, bytes.toString('latin1', 0, 1024));
  if (what === 'other' || bytes.length === 0) return [];
  if (what === 'feed') return reject('wrong-shape', 'a feed: save it as a file and read it as a feed');
  if (headers.has('warc-truncated')) return reject('truncated', 'the archiver kept only a part of the page');
  if (headers.has('warc-segment-number')) {
    return reject('truncated', 'a page in several records, which are not joined');
  }
  const charset = /charset\s*=\s*["']?([\w:.-]{2,40})/i.exec(type)?.[1] ?? null;
  return pageItems({ bytes, charset, url, capturedAt: headers.get('warc-date') || null, offset }, reading);
}

/** Types that say for sure that there is no page. Others are looked into, because servers are often wrong. */
const NO_PAGE =
  /^(?:image|video|audio|font|text\/(?:css|javascript|dns|csv|calendar)|application\/(?:[\w.+-]*(?:json|javascript|zip|pdf|font|octet-stream)\b))/i;

function kindOf(type: string, head: string): 'html' | 'feed' | 'other' {
  if (/^(?:\S*;)?\s*application\/(?:rss|atom|rdf)\+xml/i.test(type)) return 'feed';
  const begins = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)?<(?:rss|feed|rdf:RDF)\b/i.test(begins)) return 'feed';
  if (/^(?:text\/html|application\/xhtml)/i.test(type)) return 'html';
  return /^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(begins) ? 'html' : 'other';
}

/** The posts of a forum's page, or the article of any other one. */
function pageItems(archived: ArchivedPage, { input, dateOrder }: Reading): readonly SourceItem[] {
  const { bytes, charset, url, capturedAt, offset } = archived;
  const html = decodeText(bytes, input, (head) => charset ?? htmlEncoding(head)).text;
  const position = { line: null, byteOffset: offset };
  const at = { excerpt: url ?? html, position };
  const page = readHtml(html);
  if (page === null) return [rejection('wrong-shape', 'a page with elements nested without end', at)];
  const { maximumRecordLength, timeZone } = input;
  const context = { maximumRecordLength, timeZone, dateOrder, url, retrievedAt: capturedAt };
  const forum = readPosts(page, context);
  if (forum.kind === 'posts') return forum.items.map((item) => ({ ...item, position }));
  if (forum.kind === 'no-posts') {
    return [
      rejection('wrong-shape', `a page of ${forum.engine} without posts, such as a list of topics`, at),
    ];
  }
  if (html.length > maximumRecordLength) {
    const detail = `a page of ${html.length} characters; the limit is ${maximumRecordLength}`;
    return [rejection('too-long', detail, at)];
  }
  if (isWronglyDecoded(html)) {
    return [rejection('wrong-encoding', 'most letters of the page cannot be decoded', at)];
  }
  const article = readArticle(page);
  if (typeof article === 'string')
    return [rejection('no-text', article.replace(/\s+/g, ' ').slice(0, 200), at)];
  const { title, author, language, publishedAt } = article;
  const fields = {
    ...EMPTY_FIELDS,
    text: article.html,
    markup: 'html' as const,
    title: title === null ? null : title.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    author,
    language,
    url,
    publishedAt,
    retrievedAt: capturedAt,
  };
  return [{ kind: 'record', nativeId: url, payload: html, position, fields }];
}

/** Web archives. */
export const warc: SourceAdapter = {
  name: 'warc',
  version: '1',
  description: 'Pages in web archives (WARC 1.0 and 1.1): articles, and posts of forums.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: {
    region: 'pages do not state it',
    repostOf: 'pages do not state it',
    nLikes: 'counts on pages are drawn by scripts, or differ by site',
    nReposts: 'counts on pages are drawn by scripts, or differ by site',
    nReplies: 'counts on pages are drawn by scripts, or differ by site',
    nViews: 'counts on pages are drawn by scripts, or differ by site',
  },
  read,
};
