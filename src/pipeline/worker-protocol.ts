import type { InputUnit } from '../domain/input-unit.ts';
import type { Mismatch } from '../domain/verification.ts';
import type { Removal } from '../normalize/removal.ts';
import type { StudyConfig } from '../study/config.ts';
import type { AuthorKeys } from './author-key-file.ts';
import type { UnitFolder } from './part-store.ts';
import type { BatchDone } from './process-unit.ts';

/** What every worker is started with. */
export interface WorkerSetup {
  readonly study: StudyConfig;
  readonly authorKeys: AuthorKeys;
  readonly removal: Removal;
  readonly memoryLimitMb: number;
  readonly temporaryFolder: string;
}

/** One piece of work. */
export interface UnitTask {
  readonly unit: InputUnit;
  readonly folder: UnitFolder;
}

/** What reading a unit again gave. */
export interface ComparedUnit {
  readonly nRecords: number;
  readonly mismatches: readonly Mismatch[];
}

/** What a worker says back. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'batch'; readonly done: BatchDone }
  | { readonly kind: 'compared'; readonly compared: ComparedUnit }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: SerializedError };

/** An error as it crosses processes. */
export interface SerializedError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly code: string | null;
  readonly parameters: Readonly<Record<string, string | number>> | null;
}
