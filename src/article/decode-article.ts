import { isUtf8 } from 'node:buffer';
import { StudyError } from '../errors/errors.ts';

/** Bytes of a long magazine piece, ten times over. */
const ARTICLE_LIMIT_BYTES = 500_000;

/**
 * The text of an article file. A byte order mark is dropped; nothing else is changed, so that offsets hold.
 * @throws {StudyError} `article/unusable`: empty, too large, another encoding, no text
 */
export function decodeArticle(bytes: Uint8Array, path: string): string {
  const fail = (problem: string, remedy: string, line?: number): never => {
    const position = line === undefined ? { path } : { path, line };
    throw new StudyError('article/unusable', { path, problem, remedy }, { position });
  };
  if (bytes.length > ARTICLE_LIMIT_BYTES)
    fail(
      `${bytes.length} bytes; an article has at most ${ARTICLE_LIMIT_BYTES}`,
      'give one article a file; a book or an archive is checked chapter by chapter',
    );
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    fail('the file is UTF-16', 'save it as UTF-8');
  if (!isUtf8(bytes)) {
    const line = firstWrongLine(bytes);
    fail(
      `line ${line} is not UTF-8`,
      'save the file as UTF-8 text; a PDF or a Word file must be exported first',
      line,
    );
  }
  const text = new TextDecoder().decode(bytes);
  const nul = text.indexOf('\0');
  if (nul >= 0)
    fail('it holds binary data', 'export the article as plain text', text.slice(0, nul).split('\n').length);
  if (!/[\p{L}\p{N}]/u.test(text)) fail('it has no words', 'give a file with the text of the article');
  return text;
}

/** UTF-8 never has the byte of a line feed inside a character, so lines can be looked at one by one. */
function firstWrongLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(start, stop))) return line;
    start = stop + 1;
  }
  return line;
}
