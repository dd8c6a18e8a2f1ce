import { precisionsWithin, timeBins } from '../measure/time-bins.ts';
import { createObservations, dropObservations, mentionsOf } from '../store/queries/observation.ts';
import type { StageContext } from './run-context.ts';

/** What is observed of a corpus; left out: everything. */
export interface ObservedPart {
  /** One target in one class alone. */
  readonly of?: { readonly target: string; readonly class: string };
  /** Whether the mentions of accounts in `campaign_author` count [kept]. */
  readonly campaigns?: 'kept' | 'removed';
}

type Observed = Pick<StageContext, 'study' | 'database' | 'corpus'>;

/** Makes the table `observation` by the study where there is none. */
export async function prepareObservations(
  { study, database, corpus }: Observed,
  { of, campaigns = 'kept' }: ObservedPart = {},
): Promise<void> {
  const sources = study.sources.filter((source) => of === undefined || source.class === of.class);
  await createObservations(database, {
    mention: of === undefined ? corpus.mention : mentionsOf(corpus.mention, of.target),
    annotation: corpus.annotation,
    bins: timeBins(study.period, study.bin),
    precisions: precisionsWithin(study.bin),
    voices: study.measure.voices,
    classOfSource: new Map(sources.map((source) => [source.id, source.class])),
    weights: study.weights,
    campaigns,
  });
}

/** Makes it in the place of one that is there. */
export async function renewObservations(context: Observed, part: ObservedPart = {}): Promise<void> {
  await dropObservations(context.database);
  await prepareObservations(context, part);
}
