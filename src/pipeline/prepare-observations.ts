import { precisionsWithin, timeBins } from '../measure/time-bins.ts';
import { createObservations } from '../store/queries/observation.ts';
import type { StageContext } from './run-context.ts';

/** Makes the table `observation` by the study. */
export async function prepareObservations({ study, database, corpus }: StageContext): Promise<void> {
  await createObservations(database, {
    mention: corpus.mention,
    annotation: corpus.annotation,
    bins: timeBins(study.period, study.bin),
    precisions: precisionsWithin(study.bin),
    voices: study.measure.voices,
    classOfSource: new Map(study.sources.map((source) => [source.id, source.class])),
    weights: study.weights,
  });
}
