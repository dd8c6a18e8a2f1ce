import type { Period } from '../domain/estimate.ts';
import type { SourceHealth } from '../domain/finding.ts';
import type { CoverageRow, RejectionRow, SourceCounts } from '../store/queries/coverage.ts';
import type { SourceConfig } from '../study/config.ts';
import { findHoles } from './find-holes.ts';
import { dayOfDate, periodOfDays, type TimeBin } from './time-bins.ts';

/** What the health of the sources is judged by. */
export interface HealthInputs {
  readonly sources: readonly SourceConfig[];
  readonly period: Period;
  readonly bins: readonly TimeBin[];
  readonly coverage: readonly CoverageRow[];
  readonly rejections: readonly RejectionRow[];
  readonly counts: readonly SourceCounts[];
  /** Records the adapters yielded, counted while reading, by source. */
  readonly recordsIn: ReadonlyMap<string, number>;
  readonly nFiles: ReadonlyMap<string, number>;
  readonly missingFields: (adapter: string) => Readonly<Record<string, string>>;
}

/** What came in from each source, what was used, and where collection has holes. */
export function assessHealth(inputs: HealthInputs): SourceHealth[] {
  const span = { start: dayOfDate(inputs.period.start), end: dayOfDate(inputs.period.end) };
  return inputs.sources.map((source) => {
    const covered = inputs.coverage.filter((row) => row.source === source.id);
    const days = covered.flatMap(({ day, nDocuments }) => (day === null ? [] : [{ day, nDocuments }]));
    const rejected = inputs.rejections.filter((row) => row.source === source.id);
    const counts = inputs.counts.find((row) => row.source === source.id);
    const total = (rows: readonly { nDocuments: number }[]): number =>
      rows.reduce((sum, row) => sum + row.nDocuments, 0);
    const inBin = (bin: { start: number; end: number }) =>
      total(days.filter((row) => row.day >= bin.start && row.day < bin.end));
    return {
      source: source.id,
      class: source.class,
      nFiles: inputs.nFiles.get(source.id) ?? 0,
      recordsIn: inputs.recordsIn.get(source.id) ?? 0,
      documents: total(covered),
      rejected: rejected.reduce((sum, row) => sum + row.n, 0),
      rejectedByReason: Object.fromEntries(rejected.map((row) => [row.reason, row.n])),
      documentsUndated: total(covered) - total(days),
      documentsInPeriod: inBin(span),
      nMentions: counts?.nMentions ?? 0,
      nAuthors: counts?.nAuthors ?? 0,
      nCopies: counts?.nCopies ?? 0,
      holes: findHoles(
        days.map((row) => row.day),
        span,
      ).map((hole) => periodOfDays(hole.start, hole.end)),
      coverage: inputs.bins.map((bin) => ({ period: bin.period, nDocuments: inBin(bin) })),
      missingFields: inputs.missingFields(source.adapter),
    };
  });
}
