/** A whole file, or a run of whole lines of one. */
export interface InputSlice {
  /** Relative to the study folder. */
  readonly path: string;
  readonly absolutePath: string;
  /** Byte range `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Number of the first line, from 1. */
  readonly firstLine: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
}

/** What one thread reads at a time: a slice of a large file, or some small files of one source. */
export interface InputUnit {
  readonly sourceId: string;
  readonly slices: readonly InputSlice[];
  readonly bytes: number;
}
