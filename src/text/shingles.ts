import { mix32 } from './hash-units.ts';

/**
 * Makes canonical units of texts. Holds a table of 65,536 units, so make one and keep it. The units are a view of its
 * memory: they hold until the next text.
 */
export type Canonicalizer = (text: string) => Uint16Array;

/** Makes shingle hashes of canonical units; they hold until the next text. */
export type Shingler = (units: Uint16Array) => Uint32Array;

const SPACE = 0x20;
const CYRILLIC_FIRST = 0x400;
const CYRILLIC_LAST = 0x52f;

/** Latin letters that look like Cyrillic ones: the cheapest disguise of a copy. */
const LOOK_ALIKES = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
  m: 'м',
  t: 'т',
  b: 'в',
  h: 'н',
};

/**
 * Reduces a text to what its copies share: lower case, ё = е, letters and digits only, one space between words, Latin
 * look-alikes inside Cyrillic words made Cyrillic. Texts with equal units are exact copies.
 * @returns UTF-16 units
 */
export function createCanonicalizer(): Canonicalizer {
  const fold = foldTable();
  const alike = new Uint16Array(128);
  for (const [latin, cyrillic] of Object.entries(LOOK_ALIKES)) {
    alike[latin.charCodeAt(0)] = cyrillic.charCodeAt(0);
  }
  let units = new Uint16Array(4_096);
  return (text) => {
    if (text.length > units.length) units = new Uint16Array(text.length * 2);
    let n = 0;
    let word = 0;
    let scripts = 0;
    const closeWord = (): void => {
      if (scripts === 3)
        for (let i = word; i < n; i++) units[i] = alike[units[i] as number] || (units[i] as number);
      scripts = 0;
    };
    for (let i = 0; i < text.length; i++) {
      const unit = fold[text.charCodeAt(i)] as number;
      if (unit === 0) {
        if (n > 0 && units[n - 1] !== SPACE) {
          closeWord();
          units[n++] = SPACE;
          word = n;
        }
        continue;
      }
      if (unit < 0x80) scripts |= 1;
      else if (unit >= CYRILLIC_FIRST && unit <= CYRILLIC_LAST) scripts |= 2;
      units[n++] = unit;
    }
    closeWord();
    return units.subarray(0, n > 0 && units[n - 1] === SPACE ? n - 1 : n);
  };
}

/** Unit → lower case, 0 for everything that is no letter or digit. */
function foldTable(): Uint16Array {
  const table = new Uint16Array(65_536);
  const isWord = /[\p{L}\p{N}]/u;
  for (let unit = 0; unit < 65_536; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue;
    const lower = String.fromCharCode(unit).toLowerCase();
    if (!isWord.test(lower)) continue;
    const folded = lower.length === 1 ? lower.charCodeAt(0) : unit;
    table[unit] = folded === 0x451 ? 0x435 : folded;
  }
  return table;
}

/** A 64-bit hash of canonical units, in two 32-bit lanes that mix differently. */
export function exactHash(units: Uint16Array): bigint {
  let a = 0x9e3779b1;
  let b = 0x85ebca77;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as number;
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995);
    b = (b << 13) | (b >>> 19);
  }
  const high = BigInt(mix32(a ^ units.length));
  const low = BigInt(mix32(b + Math.imul(units.length, 0x27d4eb2f)));
  return (high << 32n) | low;
}

/** Characters in a shingle: five in scripts with spaces, three in Chinese and Japanese, where words have about two. */
const SHINGLE_UNITS = 5;
const SHINGLE_UNITS_UNSPACED = 3;

/** Longest text compared, in canonical units. */
const LONGEST = 4_000;

/** Odd, so that no unit is lost; its powers carry a unit along the window. */
const BASE = 0x01000193;

/**
 * Hashes of all runs of a few characters, in order of the text, repeats included, by a rolling polynomial (Karp and
 * Rabin 1987) whose bits are then mixed. Character shingles survive inflection, typing errors and missing spaces better
 * than word shingles.
 */
export function createShingler(): Shingler {
  const hashes = new Uint32Array(LONGEST);
  return (units) => {
    const width = isUnspaced(units) ? SHINGLE_UNITS_UNSPACED : SHINGLE_UNITS;
    const length = Math.min(units.length, LONGEST);
    let leaving = 1;
    for (let i = 0; i < width; i++) leaving = Math.imul(leaving, BASE);
    let h = 0;
    for (let i = 0; i < length; i++) {
      h = Math.imul(h, BASE) + (units[i] as number);
      if (i >= width) h -= Math.imul(units[i - width] as number, leaving);
      h |= 0;
      if (i >= width - 1) hashes[i - width + 1] = mix32(h);
    }
    return hashes.subarray(0, Math.max(0, length - width + 1));
  };
}

function isUnspaced(units: Uint16Array): boolean {
  const n = Math.min(units.length, 64);
  for (let i = 0; i < n; i++)
    if ((units[i] as number) >= 0x3040 && (units[i] as number) < 0xa000) return true;
  return false;
}
