/** What a UTF-16 code unit is to the tokenizer. */
export const CHARACTER = { other: 0, space: 1, letter: 2, digit: 3, ideograph: 4 } as const;

/** Class and folded form (lower case, ё as е, full-width forms as half-width) of every UTF-16 code unit. */
export interface CharacterTable {
  readonly classes: Uint8Array;
  readonly folded: Uint16Array;
}

/** Builds the table of the 65,536 code units; takes some milliseconds, so build it once. */
export function createCharacterTable(): CharacterTable {
  const classes = new Uint8Array(65_536);
  const folded = new Uint16Array(65_536);
  for (let unit = 0; unit < 65_536; unit++) {
    folded[unit] = unit;
    if (unit >= 0x3400 && unit <= 0x9fff) classes[unit] = CHARACTER.ideograph;
    else if (unit >= 0xac00 && unit <= 0xd7a3) classes[unit] = CHARACTER.letter;
    else if (unit < 0x2000 || (unit >= 0x3000 && unit < 0x3400) || unit >= 0xf900) classify(unit, classes);
    else if (unit <= 0x200a || unit === 0x2028 || unit === 0x2029) classes[unit] = CHARACTER.space;
    if (classes[unit] === CHARACTER.letter) folded[unit] = fold(unit);
  }
  for (let unit = 0xff01; unit <= 0xff5e; unit++) {
    const narrow = unit - 0xfee0;
    classes[unit] = classes[narrow] as number;
    folded[unit] = folded[narrow] as number;
  }
  return { classes, folded };
}

function classify(unit: number, classes: Uint8Array): void {
  const c = String.fromCharCode(unit);
  if (/\p{L}|\p{M}/u.test(c)) {
    const kana = unit >= 0x3040 && unit < 0x3100;
    classes[unit] = kana || (unit >= 0xf900 && unit < 0xfb00) ? CHARACTER.ideograph : CHARACTER.letter;
  } else if (/\p{Nd}/u.test(c)) classes[unit] = CHARACTER.digit;
  else if (/\s/u.test(c)) classes[unit] = CHARACTER.space;
}

function fold(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  if (lower === 'ё') return 0x435;
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}
