import { expectedBalance } from '../expected-balance.ts';
import type { CorpusOptions } from '../generate-corpus.ts';
import { type CorpusSink, writePosts } from '../write-posts.ts';
import type { ReferenceDriver } from './reference-driver.ts';
import { REFERENCE, REFERENCE_CORPUS } from './reference-plan.ts';

/** What was planted in the reference corpus. */
export interface ReferenceTruth extends CorpusOptions {
  readonly synthetic: true;
  readonly plan: typeof REFERENCE;
  /** Net balances that the plan lets expect, by target, class and half-year. */
  readonly netBalance: readonly {
    readonly target: string;
    readonly class: string;
    readonly start: string;
    readonly end: string;
    readonly value: number;
  }[];
}

/** Half-years of the period; the last is of two months. */
const HALF_YEARS = [
  '2023-01-01',
  '2023-07-01',
  '2024-01-01',
  '2024-07-01',
  '2025-01-01',
  '2025-03-01',
] as const;

/** Writes the posts of the reference study and gives what was planted in them. */
export async function writeReference(
  options: CorpusOptions,
  sink: CorpusSink<ReferenceDriver>,
): Promise<ReferenceTruth> {
  await writePosts(REFERENCE_CORPUS, options, sink);
  return { synthetic: true, ...options, plan: REFERENCE, netBalance: referenceBalances() };
}

/** Net balances that the plan lets expect; cells without a planned mention are left out. */
function referenceBalances(): ReferenceTruth['netBalance'] {
  const { sources, targetsOf } = REFERENCE_CORPUS;
  const classes = [...new Set(sources.map((source) => source.class))];
  const targets = [...new Set(sources.flatMap((source) => targetsOf(source).map(([target]) => target)))];
  return targets.flatMap((target) =>
    classes.flatMap((name) =>
      HALF_YEARS.slice(1).flatMap((end, i) => {
        const cell = { target, class: name, start: HALF_YEARS[i] as string, end, campaign: false };
        const value = expectedBalance(REFERENCE_CORPUS, cell);
        return value === null ? [] : [{ target, class: name, start: cell.start, end, value }];
      }),
    ),
  );
}
