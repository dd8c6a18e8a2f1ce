import { showUnsafeCharacters } from '../escape-html.ts';

/** Columns of the narrowest terminal that plain renderings are made for. */
export const TERMINAL_COLUMNS = 80;

/** A text from a file on one line, without characters that steer a terminal. */
export function terminalLine(text: string): string {
  return showUnsafeCharacters(text).replace(/\s+/g, ' ').trim();
}

/** Columns a text takes: East Asian characters and emoji two, combining marks none. */
export function terminalWidth(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** The text in at most `columns`, cut with an ellipsis where it is longer. */
export function terminalCut(text: string, columns: number): string {
  if (terminalWidth(text) <= columns) return text;
  let [kept, width] = ['', 1];
  for (const character of text) {
    width += columnsOf(character);
    if (width > columns) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Words on lines of at most `columns`; a word longer than a line is broken. */
export function terminalWrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (terminalWidth(longer) <= columns) line = longer;
    else {
      if (line !== '') lines.push(line);
      const pieces = broken(word, columns);
      line = pieces.pop() ?? '';
      lines.push(...pieces);
    }
  }
  return line === '' ? lines : [...lines, line];
}

function broken(word: string, columns: number): string[] {
  const pieces = [''];
  let width = 0;
  for (const character of word) {
    width += columnsOf(character);
    if (width > columns) {
      pieces.push('');
      width = columnsOf(character);
    }
    pieces[pieces.length - 1] += character;
  }
  return pieces;
}

function columnsOf(character: string): number {
  if (/\p{M}|\u200b|\u200d/u.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  const isWide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x1f000;
  return isWide ? 2 : 1;
}
