import type { RejectionReason } from '../../domain/record.ts';
import type { SourceRejection } from '../adapter.ts';
import { rejection } from '../decode/rejection.ts';

/** One item or entry of a feed, as it stands in the file. */
export interface XmlItem {
  readonly kind: 'item';
  readonly text: string;
  /** Of its start tag, from 1. */
  readonly line: number;
  readonly around: XmlSurroundings;
}

/** What stands around the items of a feed. */
export interface XmlSurroundings {
  /** Name of the outermost element without prefix, in small letters; '' where an item is outermost itself. */
  readonly root: string;
  /** Start tags of the elements around, which declare namespaces, and their end tags. */
  readonly opening: string;
  readonly closing: string;
  /** All from the start of the root to the first item. */
  readonly head: string;
}

interface Tag {
  readonly kind: 'start' | 'end' | 'empty';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Elements that hold the items of some kind of feed. */
const HOLDERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['item', ['rss', 'channel', 'rdf']],
  ['entry', ['feed']],
]);

const ROOTS = ['rss', 'rdf', 'feed'];

/** Start tags around an item that are longer than this, or more than this, are not kept. */
const OPENING_LENGTH = 4096;
const OPENING_TAGS = 8;

/** The head of a feed is looked at as far as this. */
const HEAD_LENGTH = 262_144;

/**
 * Finds the items of a feed in its text, also where the feed is damaged or ends early. An item that is not closed is
 * rejected, and the next is read; of other damage the first is told. Time is linear in the length of the text.
 */
export function* xmlItems(text: string): Iterable<XmlItem | SourceRejection> {
  const reader = new ItemReader(text);
  let tag = nextTag(text, 0);
  while (tag !== null) {
    yield* reader.take(tag);
    tag = nextTag(text, tag.end);
  }
  yield* reader.finish();
}

class ItemReader {
  private readonly text: string;
  private readonly stack: Tag[] = [];
  private item: Tag | null = null;
  private around: XmlSurroundings | null = null;
  private told = false;
  private seen = false;
  private line = 1;
  private nextBreak: number;

  constructor(text: string) {
    this.text = text;
    this.nextBreak = this.breakFrom(0);
  }

  *take(tag: Tag): Iterable<XmlItem | SourceRejection> {
    const { item } = this;
    this.seen = true;
    if (item === null) yield* this.between(tag);
    else if (tag.name === item.name && tag.kind === 'end') yield this.whole(item, tag.end);
    else if (tag.name === item.name && tag.kind === 'start') {
      yield this.unclosed(item, tag, 'the next begins');
      this.item = tag;
    } else if (tag.kind === 'end' && tag.name === this.stack.at(-1)?.name) {
      yield this.unclosed(item, tag, `</${tag.name}>`);
      yield* this.between(tag);
    }
  }

  *finish(): Iterable<SourceRejection> {
    const open = this.item ?? this.stack[0];
    if (this.item !== null)
      yield this.reject('truncated', `the file ends inside <${this.item.name}>`, this.item.start);
    else if (open !== undefined)
      yield* this.tell('truncated', `the file ends before </${open.name}>`, this.text.length);
    else if (!this.seen && this.text.trim() !== '') {
      yield* this.tell('wrong-shape', 'not a feed: no element', 0);
    }
  }

  /** A tag outside of the items. */
  private *between(tag: Tag): Iterable<XmlItem | SourceRejection> {
    const name = localName(tag.name);
    const parent = this.stack.at(-1);
    const holders = HOLDERS.get(name);
    const isItem =
      holders !== undefined && (parent === undefined || holders.includes(localName(parent.name)));
    if (tag.kind === 'end') yield* this.close(tag);
    else if (isItem) {
      if (tag.kind === 'empty') yield this.whole(tag, tag.end);
      else this.item = tag;
    } else {
      if (parent === undefined && !ROOTS.includes(name)) {
        yield* this.tell('wrong-shape', `not a feed: it begins with <${tag.name}>`, tag.start);
      }
      if (parent === undefined) this.around = null;
      if (tag.kind === 'start') this.stack.push(tag);
    }
  }

  private *close(tag: Tag): Iterable<SourceRejection> {
    if (this.stack.at(-1)?.name === tag.name) {
      this.stack.pop();
      return;
    }
    if (HOLDERS.has(localName(tag.name))) {
      yield this.reject('unparseable', `</${tag.name}> without its beginning`, tag.start);
      return;
    }
    yield* this.tell('unparseable', `not well-formed: </${tag.name}> closes nothing`, tag.start);
    const opened = this.stack.slice(-64).findLastIndex((each) => each.name === tag.name);
    if (opened >= 0) this.stack.length = Math.max(0, this.stack.length - 64) + opened;
  }

  private whole(item: Tag, end: number): XmlItem {
    this.item = null;
    this.around ??= this.surroundings(item);
    return {
      kind: 'item',
      text: this.text.slice(item.start, end),
      line: this.lineAt(item.start),
      around: this.around,
    };
  }

  private unclosed(item: Tag, next: Tag, before: string): SourceRejection {
    this.item = null;
    const excerpt = this.text.slice(item.start, Math.min(next.start, item.start + 200));
    const position = { line: this.lineAt(item.start), byteOffset: null };
    return rejection('unparseable', `<${item.name}> is not closed before ${before}`, { excerpt, position });
  }

  private surroundings(item: Tag): XmlSurroundings {
    const [root] = this.stack;
    const tags = this.stack.length > OPENING_TAGS ? this.stack.slice(0, 1) : this.stack;
    const opening = tags.map(({ start, end }) => this.text.slice(start, end)).join('');
    const isLong = opening.length > OPENING_LENGTH;
    return {
      root: root === undefined ? '' : localName(root.name),
      opening: isLong ? tags.map(({ name }) => `<${name}>`).join('') : opening,
      closing: tags
        .map(({ name }) => `</${name}>`)
        .reverse()
        .join(''),
      head:
        root === undefined || item.start - root.start > HEAD_LENGTH
          ? ''
          : this.text.slice(root.start, item.start),
    };
  }

  /** Damage outside of the items, or a file that is no feed: one word about it is enough. */
  private *tell(reason: RejectionReason, detail: string, at: number): Iterable<SourceRejection> {
    if (!this.told) yield this.reject(reason, detail, at);
    this.told = true;
  }

  private reject(reason: RejectionReason, detail: string, at: number): SourceRejection {
    const position = { line: this.lineAt(at), byteOffset: null };
    return rejection(reason, detail, { excerpt: this.text.slice(at, at + 200), position });
  }

  /** Lines are counted on from place to place. */
  private lineAt(at: number): number {
    while (this.nextBreak < at) {
      this.line++;
      this.nextBreak = this.breakFrom(this.nextBreak + 1);
    }
    return this.line;
  }

  private breakFrom(at: number): number {
    const found = this.text.indexOf('\n', at);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  }
}

/** Parts of XML that hold no tags. A document type ends with its first bracket: what is inside holds none either. */
const SECTIONS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/** The next tag; null where there is none, or a section is not closed. A bracket that begins no tag is text. */
function nextTag(text: string, from: number): Tag | null {
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at)) {
    const section = SECTIONS.find(([opening]) => text.startsWith(opening, at));
    if (section !== undefined) {
      const [opening, closing] = section;
      const end = text.indexOf(closing, at + opening.length);
      if (end < 0) return null;
      at = end + closing.length;
      continue;
    }
    NAME.lastIndex = at;
    const [, slash, name] = NAME.exec(text) ?? [];
    const end = name === undefined ? -1 : endOfTag(text, at + 1);
    if (name !== undefined && end > 0) {
      const kind = slash === '/' ? 'end' : text[end - 2] === '/' ? 'empty' : 'start';
      return { kind, name, start: at, end };
    }
    at++;
  }
  return null;
}

const NAME = /<(\/?)([^\s<>/"'=!?]{1,100})(?=[\s/>])/y;

/** Behind the bracket that closes a tag; -1 where another tag begins first. Brackets in quotes close nothing. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (character === '<') return -1;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return -1;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
