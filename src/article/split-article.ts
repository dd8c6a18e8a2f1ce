import { hash } from 'node:crypto';
import type { ArticleSentence } from '../domain/checked-article.ts';
import { sentenceStarts } from '../text/sentences.ts';
import { findQuotations } from './find-quotations.ts';
import { findCues } from './sentence-cues.ts';

/** Lines of at least so many characters may have been broken by an editor, and not by the author. */
const LONG_LINE = 50;
const ENDS_PARAGRAPH = /[.!?…。！？；:：»”"」]\s*$/u;
const BEGINS_BLOCK = /^\s*(?:$|[-*+#>|]|\d{1,3}[.)]\s|```|---)/u;
/** `U.S.`, `e.g.`: no end where a small letter follows. */
const ABBREVIATED = /(?:^|[^\p{L}])(?:\p{L}\.){2,}$/u;
/** Marks of Markdown before the words of a line. */
const BLOCK_MARK = /^\s*(?:(?:#{1,6}|>|[-*+]|\d{1,3}[.)])\s+)*/u;
/** A full stop inside quotation marks ends the sentence around them where a new one begins behind it. */
const STOP_IN_MARKS =
  /[.!?…。！？]["”»」』'’](?=\s+["“«„「]?[\p{Lu}\p{Lt}\p{Script=Han}])|[。！？]["”»」』](?=["“「]?\p{L})/gu;

/**
 * The sentences of an article, in order, with their places. A line break inside a paragraph that an editor broke ends none; neither
 * does a full stop inside quotation marks. An id is a digest of the words, so a sentence keeps it wherever it moves.
 */
export function splitArticle(text: string): ArticleSentence[] {
  const joined = joinBrokenLines(text);
  const starts = outsideMarks(joined, [
    ...new Set([
      ...sentenceStarts(joined),
      ...[...joined.matchAll(STOP_IN_MARKS)].map((m) => m.index + m[0].length),
    ]),
  ]);
  const seen = new Map<string, number>();
  let line = 1;
  let counted = 0;
  return starts.flatMap((from, i) => {
    const to = starts[i + 1] ?? text.length;
    const words = joined.slice(from, to);
    const start = from + (BLOCK_MARK.exec(words)?.[0].length ?? 0);
    const end = from + words.trimEnd().length;
    if (start >= end) return [];
    const shown = text.slice(start, end).normalize('NFC').replace(/\s+/gu, ' ');
    if (!/[\p{L}\p{N}]/u.test(shown)) return [];
    for (; counted < start; counted++) if (text[counted] === '\n') line++;
    const digest = sentenceDigest(shown);
    const n = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, n);
    return [
      { id: n === 1 ? digest : `${digest}-${n}`, start, end, line, text: shown, cues: findCues(shown) },
    ];
  });
}

/** What a sentence is called by: eight hexadecimal digits of the SHA-256 of its words in one line. */
function sentenceDigest(shown: string): string {
  return `s${hash('sha256', shown.normalize('NFC').replace(/\s+/gu, ' ').trim(), 'hex').slice(0, 8)}`;
}

/** The same text, as long, with spaces for the line breaks inside paragraphs. */
function joinBrokenLines(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, i) => {
      const next = lines[i + 1];
      if (next === undefined) return line;
      const isBroken = line.length >= LONG_LINE && !ENDS_PARAGRAPH.test(line) && !BEGINS_BLOCK.test(next);
      return `${line}${isBroken && !line.startsWith('#') ? ' ' : '\n'}`;
    })
    .join('');
}

/** Starts that do not lie inside a pair of quotation marks, ascending. */
function outsideMarks(text: string, starts: readonly number[]): number[] {
  const marked = findQuotations(text);
  let next = 0;
  return starts
    .toSorted((a, b) => a - b)
    .filter((start) => {
      while (next < marked.length && (marked[next] as { end: number }).end < start) next++;
      const around = marked[next];
      if (
        ABBREVIATED.test(text.slice(Math.max(0, start - 12), start)) &&
        /^\s*\p{Ll}/u.test(text.slice(start, start + 8))
      )
        return false;
      return around === undefined || start <= around.start - 1 || start > around.end;
    });
}
