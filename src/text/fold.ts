/**
 * Folds one UTF-16 unit for matching: case, ё = е, fullwidth = halfwidth, and always one unit, so that offsets
 * in the folded text are offsets in the text.
 */
export function createFold(): (unit: number) => number {
  const table = new Uint16Array(65_536);
  for (let unit = 0; unit < 65_536; unit++) {
    const isSurrogate = unit >= 0xd800 && unit < 0xe000;
    const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
    const lower = isSurrogate ? '' : String.fromCharCode(half).toLowerCase();
    const folded = lower.length === 1 ? lower.charCodeAt(0) : half;
    table[unit] = folded === 0x451 ? 0x435 : folded;
  }
  return (unit) => table[unit] as number;
}

/** Folds every unit of a text. */
export function foldText(text: string, fold: (unit: number) => number): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = fold(text.charCodeAt(i));
  return Buffer.from(units.buffer).toString('utf16le');
}
