import type { SourceHealth } from '../domain/finding.ts';
import { assessHealth } from '../measure/assess-health.ts';
import { precisionsWithin, timeBins } from '../measure/time-bins.ts';
import { ADAPTERS } from '../sources/registry.ts';
import { coverage, rejections, sourceCounts } from '../store/queries/coverage.ts';
import type { StudyConfig } from '../study/config.ts';
import type { StageContext } from './run-context.ts';

/** What came in from each source, and where collection has holes. After the observations are made. */
export async function measureHealth(context: StageContext): Promise<SourceHealth[]> {
  const { study, database, corpus, batches, nFiles } = context;
  return assessHealth({
    sources: study.sources,
    period: study.period,
    bins: timeBins(study.period, study.bin),
    coverage: await coverage(database, corpus.document, precisionsWithin(study.bin)),
    rejections: await rejections(database, corpus.rejectedRecord),
    counts: await sourceCounts(database),
    recordsIn: batches.recordsIn,
    nFiles,
    missingFields: (name) => ADAPTERS.find((adapter) => adapter.name === name)?.missingFields ?? {},
  });
}

/** Documents of each class in each bin. */
export function collectedByClass(
  study: StudyConfig,
  health: readonly SourceHealth[],
): ReadonlyMap<string, readonly number[]> {
  const bins = timeBins(study.period, study.bin);
  return new Map(
    study.classes.map(({ id }) => {
      const sources = health.filter((source) => source.class === id);
      return [id, bins.map((_, bin) => sources.reduce((n, s) => n + (s.coverage[bin]?.nDocuments ?? 0), 0))];
    }),
  );
}

/** Classes of which documents were collected, in the order of the study. */
export function classesWithin(
  study: StudyConfig,
  collected: ReadonlyMap<string, readonly number[]>,
): readonly string[] {
  return study.classes.map(({ id }) => id).filter((id) => (collected.get(id) ?? []).some((n) => n > 0));
}
