import { hash } from 'node:crypto';
import { endianness } from 'node:os';
import { BugError, StudyError } from '../../errors/errors.ts';

/** Vectors of the commonest words of one language: near vectors, near meanings. */
export interface WordVectors {
  /** Numbers in a vector. */
  readonly dimensions: number;
  /** Hashes of the words, ascending: `wordHash` of a word, `phraseHash` of a run of ideographs. */
  readonly hashes: Int32Array;
  /** Vector of word `i`: `[i × dimensions, (i + 1) × dimensions)`. Common words have short vectors: they say less. */
  readonly values: Int8Array;
}

/** What a model's card says of the word vectors it was trained with. */
export interface WordVectorsHeader {
  readonly bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
}

/** `GSWV` and the version of the layout. */
const MAGIC = [0x47, 0x53, 0x57, 0x56, 0, 0, 0, 1];

/** Size and checksum of a file of word vectors, for a card. */
export function describeWordVectors(bytes: Uint8Array): WordVectorsHeader {
  return { bytes: bytes.length, sha256: hash('sha256', bytes, 'hex') };
}

/**
 * Opens a file of word vectors by language: eight bytes of magic and version, then the number of languages and of
 * dimensions (32-bit, little-endian), the language (four bytes) and number of words of each, all hashes, and all
 * vectors. The bytes are used in place where they are aligned.
 * @param header - what the model was trained with; null takes the file as it is.
 * @throws StudyError `model/invalid` where the file is of another version, cut short or changed.
 */
export function openWordVectors(
  bytes: Uint8Array,
  header: WordVectorsHeader | null,
  path: string,
): ReadonlyMap<string, WordVectors> {
  const refuse = (problem: string): StudyError => new StudyError('model/invalid', { path, problem });
  if (endianness() !== 'LE') throw new BugError('word vectors are read on little-endian machines only');
  if (header !== null && bytes.length !== header.bytes)
    throw refuse(`it has ${bytes.length} bytes, the model was made with ${header.bytes}`);
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw refuse('it holds no word vectors of this version');
  if (header !== null && hash('sha256', bytes, 'hex') !== header.sha256)
    throw refuse('its checksum is not the one the model was made with');
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.length);
  const [languages, dimensions] = [view.getInt32(8, true), view.getInt32(12, true)];
  const head = Array.from({ length: languages }, (_, i) => ({
    language: String.fromCharCode(...aligned.subarray(16 + i * 8, 20 + i * 8)).trim(),
    words: view.getInt32(20 + i * 8, true),
  }));
  const total = head.reduce((sum, one) => sum + one.words, 0);
  let hashesAt = 16 + languages * 8;
  let valuesAt = hashesAt + total * 4;
  if (valuesAt + total * dimensions !== bytes.length) throw refuse('its parts do not fit');
  const vectors = new Map<string, WordVectors>();
  for (const { language, words } of head) {
    const hashes = new Int32Array(aligned.buffer, aligned.byteOffset + hashesAt, words);
    const values = new Int8Array(aligned.buffer, aligned.byteOffset + valuesAt, words * dimensions);
    vectors.set(language, { dimensions, hashes, values });
    hashesAt += words * 4;
    valuesAt += words * dimensions;
  }
  return vectors;
}

/** Row of a word by its hash; −1 where it has no vector. */
export function rowOfWord({ hashes }: WordVectors, wanted: number): number {
  let [low, high] = [0, hashes.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = hashes[middle] as number;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
