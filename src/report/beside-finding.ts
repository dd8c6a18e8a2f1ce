import type { Deletion } from '../domain/deletion.ts';
import type { Multiverse } from '../domain/multiverse.ts';

/** What was computed after a finding and stands in its report; left out where it is of another run. */
export interface BesideFinding {
  /** The headline under other choices. */
  readonly multiverse?: Multiverse | null;
  /** What a later look at the addresses found. */
  readonly deletion?: Deletion | null;
}
