/** What was done to a run, as its log names it. `resume` = a run that goes on where one before it was killed. */
export const CUSTODY_ACTIONS = [
  'run',
  'resume',
  'multiverse',
  'recheck',
  'codings-import',
  'forget',
  'rotate-key',
  'seal',
  'report',
] as const;

/** One of {@link CUSTODY_ACTIONS}. */
type CustodyAction = (typeof CUSTODY_ACTIONS)[number];

/** One line of `custody.jsonl`. It holds no place on a machine and nobody's name. */
export interface CustodyEntry {
  /** Counts from 1. */
  readonly n: number;
  /** SHA-256 of the line before without its line break; of the first, 64 zeros. */
  readonly previous: string;
  /** UTC, ISO 8601. */
  readonly time: string;
  /** Version of the program. */
  readonly version: string;
  readonly action: CustodyAction;
  /** The command with its options, without places on the machine. */
  readonly command: string;
  /** SHA-256 of `manifest.json` before and after; null = there was none. */
  readonly manifestBefore: string | null;
  readonly manifestAfter: string | null;
  /** What else is worth knowing: numbers and digests. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** SHA-256 of this line as it would be without it: nothing after the last line holds it. */
  readonly digest: string;
}

/** How far a log went when a manifest was written. */
export interface CustodyHead {
  readonly lines: number;
  /** SHA-256 of the last line; 64 zeros where there was none. */
  readonly head: string;
}
