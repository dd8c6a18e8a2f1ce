import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import { htmlEncoding } from '../decode/html-encoding.ts';
import { readHtml } from '../decode/html-tree.ts';
import { readWholeText } from '../decode/read-whole.ts';
import { rejection } from '../decode/rejection.ts';
import { ENGINES } from './engines.ts';
import { readPosts } from './read-posts.ts';

const OPTIONS = z.strictObject({
  /** How numeric dates such as `04-09-2005` begin. Told by the dates of each page where left out. */
  dateOrder: z.enum(['day-first', 'month-first']).optional(),
});

const PAGE_BYTES = 64 * 1024 * 1024;

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const { dateOrder } = OPTIONS.parse(input.options);
  const { text, cut } = await readWholeText(input, { maximumBytes: PAGE_BYTES, named: htmlEncoding });
  if (text.trim() === '') {
    if (cut !== null) yield [cut];
    return;
  }
  const { maximumRecordLength, timeZone } = input;
  const context = {
    maximumRecordLength,
    timeZone,
    dateOrder: dateOrder ?? null,
    url: null,
    retrievedAt: null,
  };
  const items = itemsOf(text, context);
  if (cut === null || items.at(-1)?.kind === 'rejected') yield items;
  else yield [...items.slice(0, -1), { ...cut, position: items.at(-1)?.position ?? cut.position }];
}

function itemsOf(html: string, context: Parameters<typeof readPosts>[1]): readonly SourceItem[] {
  const at = { excerpt: html.trimStart(), position: { line: 1, byteOffset: 0 } };
  const page = readHtml(html);
  if (page === null) return [rejection('wrong-shape', 'a page with elements nested without end', at)];
  const found = readPosts(page, context);
  switch (found.kind) {
    case 'posts':
      return found.items;
    case 'no-posts':
      return [
        rejection('wrong-shape', `a page of ${found.engine} without posts, such as a list of topics`, at),
      ];
    case 'unknown': {
      const known = ENGINES.map(({ name }) => name).join(', ');
      return [rejection('wrong-shape', `not a page of a forum known here (${known})`, at)];
    }
  }
}

/** Saved pages of forum topics. */
export const forum: SourceAdapter = {
  name: 'forum',
  version: '1',
  description: 'Saved topic pages of forums: phpBB, vBulletin, XenForo, SMF, Discuz!; one record a post.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: {
    language: 'pages state the language of their buttons, not of posts',
    region: 'profiles state places in words of their own, and few do',
    repostOf: 'forums know quotes, no reposts',
    nLikes: 'counts of thanks differ by forum and are seldom complete',
    nReposts: 'forums know no reposts',
    nReplies: 'forums count replies to topics, not to posts',
    nViews: 'forums count views of topics, not of posts',
  },
  read,
};
