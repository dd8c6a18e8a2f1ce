import { z } from 'zod';
import type { RecordPosition } from '../../domain/record.ts';
import type { SourceAdapter, SourceInput, SourceItem, SourceRejection } from '../adapter.ts';
import { textOf } from '../decode/cell-values.ts';
import { isWronglyDecoded } from '../decode/damage.ts';
import type { NamedValues } from '../decode/field-reader.ts';
import { firstCharacter } from '../decode/first-character.ts';
import { mappedOver } from '../decode/mapped-over.ts';
import { readJsonRecords } from '../decode/read-json-records.ts';
import { readWholeText } from '../decode/read-whole.ts';
import { rejection } from '../decode/rejection.ts';
import type { FeedFacts } from './item-fields.ts';
import { UNKNOWN_FEED } from './item-fields.ts';
import type { ParseResult } from './parse-items.ts';
import { feedFacts, parsedJsonItem, parsedXmlItems } from './parse-items.ts';
import type { XmlItem, XmlSurroundings } from './xml-items.ts';
import { xmlItems } from './xml-items.ts';

const OPTIONS = z.strictObject({});

const WHOLE_FEED_BYTES = 256 * 1024 * 1024;

/** Items that are read together, and characters of them. */
const BATCH = { items: 200, length: 1_000_000 };

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const isJson = (await firstCharacter(input)) === '{';
  yield* isJson ? readJsonFeed(input) : readXmlFeed(input);
}

async function* readXmlFeed(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const { text, cut } = await readWholeText(input, {
    maximumBytes: WHOLE_FEED_BYTES,
    named: declaredEncoding,
  });
  const read = xmlItemReader(input);
  let batch: (XmlItem | SourceRejection)[] = [];
  let length = 0;
  for (const found of xmlItems(text)) {
    batch.push(found);
    length += found.kind === 'item' ? found.text.length : 0;
    if (batch.length < BATCH.items && length < BATCH.length) continue;
    yield read(batch);
    batch = [];
    length = 0;
  }
  yield [...read(batch), ...(cut === null ? [] : [cut])];
}

/** Reads items in the order they are given, those of one feed together. */
function xmlItemReader(
  input: SourceInput,
): (found: readonly (XmlItem | SourceRejection)[]) => readonly SourceItem[] {
  const asItem = itemMaker(input);
  const facts = new WeakMap<XmlSurroundings, FeedFacts>();
  return (found) => {
    const checked = found.map((each) =>
      each.kind === 'item' ? (refusal(each, input.maximumRecordLength) ?? each) : each,
    );
    const parsed = new Map<XmlItem, ParseResult>();
    const items = checked.filter((each) => each.kind === 'item');
    for (const [around, together] of Map.groupBy(items, (item) => item.around)) {
      const feed = facts.get(around) ?? feedFacts(around);
      facts.set(around, feed);
      parsedXmlItems(together, feed).forEach((result, i) => {
        parsed.set(together[i]!, result);
      });
    }
    return checked.map((each) => {
      if (each.kind === 'rejected') return each;
      return asItem(parsed.get(each) ?? null, each.text, { line: each.line, byteOffset: null });
    });
  };
}

/** Makes a record of what an item holds, or a rejection where it holds nothing. */
function itemMaker(
  input: SourceInput,
): (parsed: ParseResult, payload: string, position: RecordPosition) => SourceItem {
  const withMapping = mappedOver(input.fields);
  return (parsed, payload, position) => {
    const at = { excerpt: payload, position };
    if (typeof parsed === 'string') return rejection('unparseable', parsed, at);
    if (parsed === null) return rejection('wrong-shape', 'an item that holds nothing', at);
    const { nativeId, fields } = withMapping(parsed, parsed.item as NamedValues, payload);
    return { kind: 'record', nativeId, payload, position, fields };
  };
}

function refusal({ text, line }: XmlItem, limit: number): SourceRejection | null {
  const at = { excerpt: text, position: { line, byteOffset: null } };
  if (text.length > limit) {
    return rejection('too-long', `an item of ${text.length} characters; the limit is ${limit}`, at);
  }
  if (!isWronglyDecoded(text)) return null;
  return rejection('wrong-encoding', 'most letters of the item cannot be decoded', at);
}

async function* readJsonFeed(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const asItem = itemMaker(input);
  for await (const found of readJsonRecords(input, [['items']])) {
    yield found.map((each) => {
      if (each.kind === 'rejected') return each;
      const feed = { ...UNKNOWN_FEED, language: textOf(each.around[0]?.['language']) };
      return asItem(parsedJsonItem(each.record, feed), each.text, each.position);
    });
  }
}

/**
 * The encoding in an XML declaration. UTF-8 is told by the bytes better, as is UTF-16: a declaration that can be read
 * in single bytes is not written in it.
 */
function declaredEncoding(head: string): string | null {
  const name =
    /^\s{0,99}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ?? null;
  return name !== null && /^utf-?(?:8|16)/i.test(name) ? null : name;
}

/** Feeds saved as files. */
export const feed: SourceAdapter = {
  name: 'feed',
  version: '1',
  description: 'Feeds of news and blogs saved as files: RSS 0.9 to 2.0, RDF, Atom, JSON Feed.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: {
    quoted: 'items do not mark the words of others; block quotes in HTML are found later',
    retrievedAt: 'a feed does not say when it was read',
    repostOf: 'an item taken from elsewhere names the other feed, not the item',
    region: 'feeds give points on the map, and for few items',
    nLikes: 'feeds do not count likes',
    nReposts: 'feeds do not count reposts',
    nViews: 'feeds do not count views',
  },
  read,
};
