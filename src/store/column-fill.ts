import type { Column, ColumnValue } from './tables.ts';

/** All values of a column, as the writer of parts takes them. */
type ColumnValues = ColumnValue[] | Int32Array | BigUint64Array;

/**
 * The values of one column while rows come, as plain bytes and numbers wherever that can be: what lies there as objects the
 * collector moves and looks at again and again.
 */
export interface ColumnFill<Row> {
  add(rows: readonly Row[]): void;
  /** The value of one row. */
  at(row: number): ColumnValue;
  /** All values so far. Bytes and numbers are views of this memory: they hold until the next `add`. */
  values(): ColumnValues;
  /** Forgets the values and keeps the memory. */
  clear(): void;
}

/** Makes an empty column; one that is filled again takes no new memory. */
export function createColumnFill<Row>({ type, storage, value }: Column<Row>): ColumnFill<Row> {
  if (storage === 'texts') return fillTexts(value as (row: Row) => string | null);
  if (storage === 'digests') return fillDigests(value as (row: Row) => string);
  if (storage === 'hashes' && type === 'UBIGINT') return fillHashes(value as (row: Row) => bigint);
  if (storage === 'hashes' && type === 'INTEGER') return fillBits(value as (row: Row) => number);
  if (type === 'VARCHAR') return fillWords(value as (row: Row) => string | null);
  if (type === 'UBIGINT') return fillKeys(value as (row: Row) => bigint | null);
  if (type === 'BIGINT') return fillNumbers(value as (row: Row) => number | null, BigInt);
  if (type === 'INTEGER' || type === 'UINTEGER' || type === 'SMALLINT')
    return fillNumbers(value as (row: Row) => number | null, Number);
  return fillValues(value);
}

/** What there is little of: lists, truth values, fractions. */
function fillValues<Row>(value: (row: Row) => ColumnValue): ColumnFill<Row> {
  let kept: ColumnValue[] = [];
  return {
    add: (rows) => {
      for (let i = 0; i < rows.length; i++) kept.push(value(rows[i] as Row));
    },
    at: (row) => kept[row] as ColumnValue,
    values: () => kept,
    clear: () => {
      kept = [];
    },
  };
}

/** A UTF-16 unit takes at most this many bytes of UTF-8. */
const BYTES_PER_UNIT = 3;

/** Texts as UTF-8, one behind the other. */
function fillTexts<Row>(value: (row: Row) => string | null): ColumnFill<Row> {
  let memory = Buffer.alloc(0);
  let used = 0;
  /** Where each text begins, and where it ends; −1 where there is none. */
  const starts = createNumbers();
  const ends = createNumbers();
  const at = (row: number): Uint8Array | null => {
    const [start, end] = [starts.at(row), ends.at(row)];
    return end < 0 ? null : new Uint8Array(memory.buffer, start, end - start);
  };
  return {
    add: (rows) => {
      for (let i = 0; i < rows.length; i++) {
        const text = value(rows[i] as Row);
        starts.push(used);
        if (text !== null) {
          const needed = used + BYTES_PER_UNIT * text.length;
          if (needed > memory.length) memory = grown(memory, needed);
          used += memory.write(text, used);
        }
        ends.push(text === null ? -1 : used);
      }
    },
    at,
    values: () => valuesOf(ends.length(), at),
    clear: () => {
      used = 0;
      starts.clear();
      ends.clear();
    },
  };
}

function valuesOf(n: number, at: (row: number) => ColumnValue): ColumnValue[] {
  const values = new Array<ColumnValue>(n);
  for (let row = 0; row < n; row++) values[row] = at(row);
  return values;
}

/** Twice as much memory as is needed, with what was there. */
function grown(memory: Buffer<ArrayBuffer>, needed: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(2 * needed);
  memory.copy(larger);
  return larger;
}

const DIGEST_BYTES = 32;

/** Digests, given in hexadecimal. */
function fillDigests<Row>(value: (row: Row) => string): ColumnFill<Row> {
  let memory = Buffer.alloc(0);
  let n = 0;
  const at = (row: number): Uint8Array => new Uint8Array(memory.buffer, row * DIGEST_BYTES, DIGEST_BYTES);
  return {
    add: (rows) => {
      const needed = (n + rows.length) * DIGEST_BYTES;
      if (needed > memory.length) memory = grown(memory, needed);
      for (let i = 0; i < rows.length; i++) memory.write(value(rows[i] as Row), n++ * DIGEST_BYTES, 'hex');
    },
    at,
    values: () => valuesOf(n, at),
    clear: () => {
      n = 0;
    },
  };
}

/** Words of which there are few: each once, and which it is in each row. */
function fillWords<Row>(value: (row: Row) => string | null): ColumnFill<Row> {
  const places = createNumbers();
  const placeOf = new Map<string | null, number>();
  let words: (string | null)[] = [];
  const at = (row: number): string | null => words[places.at(row)] as string | null;
  return {
    add: (rows) => {
      for (let i = 0; i < rows.length; i++) {
        const word = value(rows[i] as Row);
        let place = placeOf.get(word);
        if (place === undefined) {
          place = words.push(word) - 1;
          placeOf.set(word, place);
        }
        places.push(place);
      }
    },
    at,
    values: () => valuesOf(places.length(), at),
    clear: () => {
      places.clear();
      placeOf.clear();
      words = [];
    },
  };
}

/** Hashes of 64 bits, never missing. */
function fillHashes<Row>(value: (row: Row) => bigint): ColumnFill<Row> {
  let hashes = new BigUint64Array(0);
  let n = 0;
  return {
    add: (rows) => {
      if (n + rows.length > hashes.length)
        hashes = enlarged(hashes, new BigUint64Array(2 * (n + rows.length)));
      for (let i = 0; i < rows.length; i++) hashes[n++] = value(rows[i] as Row);
    },
    at: (row) => hashes[row] as bigint,
    values: () => hashes.subarray(0, n),
    clear: () => {
      n = 0;
    },
  };
}

/** Hashes of 32 bits, never missing. */
function fillBits<Row>(value: (row: Row) => number): ColumnFill<Row> {
  let bits = new Int32Array(0);
  let n = 0;
  return {
    add: (rows) => {
      if (n + rows.length > bits.length) bits = enlarged(bits, new Int32Array(2 * (n + rows.length)));
      for (let i = 0; i < rows.length; i++) bits[n++] = value(rows[i] as Row);
    },
    at: (row) => bits[row] as number,
    values: () => bits.subarray(0, n),
    clear: () => {
      n = 0;
    },
  };
}

function enlarged<Values extends { set(other: Values): void }>(values: Values, larger: Values): Values {
  larger.set(values);
  return larger;
}

/** Hashes of 64 bits that may be missing. */
function fillKeys<Row>(value: (row: Row) => bigint | null): ColumnFill<Row> {
  const hashes = fillHashes<Row>((row) => value(row) ?? 0n);
  const missing = fillBits<Row>((row) => (value(row) === null ? 1 : 0));
  let n = 0;
  const at = (row: number): ColumnValue => (missing.at(row) === 1 ? null : hashes.at(row));
  return {
    add: (rows) => {
      hashes.add(rows);
      missing.add(rows);
      n += rows.length;
    },
    at,
    values: () => valuesOf(n, at),
    clear: () => {
      hashes.clear();
      missing.clear();
      n = 0;
    },
  };
}

/** Whole numbers that a number holds exactly. */
function fillNumbers<Row>(
  value: (row: Row) => number | null,
  asStored: (number: number) => number | bigint,
): ColumnFill<Row> {
  const numbers = createNumbers();
  const at = (row: number): ColumnValue => {
    const number = numbers.at(row);
    return Number.isNaN(number) ? null : asStored(number);
  };
  return {
    add: (rows) => {
      for (let i = 0; i < rows.length; i++) numbers.push(value(rows[i] as Row) ?? Number.NaN);
    },
    at,
    values: () => valuesOf(numbers.length(), at),
    clear: () => numbers.clear(),
  };
}

interface Numbers {
  push(number: number): void;
  at(place: number): number;
  length(): number;
  clear(): void;
}

function createNumbers(): Numbers {
  let memory = new Float64Array(1_024);
  let n = 0;
  return {
    push: (number) => {
      if (n === memory.length) memory = enlarged(memory, new Float64Array(2 * n));
      memory[n++] = number;
    },
    at: (place) => memory[place] as number,
    length: () => n,
    clear: () => {
      n = 0;
    },
  };
}
