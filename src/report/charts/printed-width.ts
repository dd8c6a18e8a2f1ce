/** Rough width of a text in user units at 13 px, on the generous side: East Asian characters are twice as wide. */
export function printedWidth(label: string): number {
  let width = 0;
  for (const character of label) width += characterWidth(character);
  return width;
}

/** The text on at most two lines of the given width, the second cut with an ellipsis where it does not fit. */
export function wrapped(label: string, room: number): string {
  if (printedWidth(label) <= room) return label;
  const words = label.split(/(?<=\s)/);
  let first = '';
  while (words.length > 1 && printedWidth(first + words[0]) <= room) first += words.shift();
  const rest = shortened(words.join(''), room);
  return first === '' ? rest : `${first.trimEnd()}\n${rest}`;
}

function shortened(label: string, room: number): string {
  if (printedWidth(label) <= room) return label;
  let [kept, width] = ['', characterWidth('…')];
  for (const character of label) {
    width += characterWidth(character);
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 14;
  return code < 0x80 ? 9 : 10.2;
}
