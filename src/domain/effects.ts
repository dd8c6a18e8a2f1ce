/** A file as a glob or a path found it. */
export interface FoundFile {
  /** As the user would write it: relative to the study folder, with forward slashes. */
  readonly path: string;
  readonly absolutePath: string;
  readonly size: number;
  /** Last modification, milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** The file system as the stages see it. */
export interface FileSystem {
  /** Files that match the patterns, sorted by path. */
  find(folder: string, patterns: readonly string[]): Promise<FoundFile[]>;
  /** Bytes `[start, end)` of a file; `end` null = to the end. */
  open(
    absolutePath: string,
    range: { readonly start: number; readonly end: number | null },
  ): AsyncIterable<Uint8Array>;
}

/** The network, the clock and the environment, as an annotator that asks a service sees them. */
export interface Network {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits so many milliseconds; ends early, without an error, when the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}
