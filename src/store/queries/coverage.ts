import type { TimePrecision } from '../../domain/document.ts';
import type { Database } from '../database.ts';

/** Documents of one source on one day; null = the day is not known. */
export interface CoverageRow {
  readonly source: string;
  readonly day: number | null;
  readonly nDocuments: number;
}

/** Documents per source and day, all days; the day is known where the time has one of the precisions. */
export async function coverage(
  database: Database,
  document: string,
  precisions: readonly TimePrecision[],
): Promise<CoverageRow[]> {
  const known = precisions.map((one) => `'${one}'`).join(', ');
  return database.rows<CoverageRow>(
    'coverage',
    `select source_id as source, case when precision in (${known}) then published_day end as day, count(*)::double as "nDocuments"
     from ${document} group by all order by all`,
  );
}

/** What a source gave inside the study's period. */
export interface SourceCounts {
  readonly source: string;
  readonly nMentions: number;
  readonly nAuthors: number;
  readonly nCopies: number;
}

/** Mentions, known authors and copies per source, from the table `observation`. */
export async function sourceCounts(database: Database): Promise<SourceCounts[]> {
  return database.rows<SourceCounts>(
    'source-counts',
    `select source_id as source, count(*)::double as "nMentions",
            count(distinct author_key)::double as "nAuthors",
            count_if(cluster <> document_id)::double as "nCopies"
     from observation group by all order by all`,
  );
}

/** Rejected records of one source by reason. */
export interface RejectionRow {
  readonly source: string;
  readonly reason: string;
  readonly n: number;
}

/** Rejections per source and reason. */
export async function rejections(database: Database, rejected: string): Promise<RejectionRow[]> {
  return database.rows<RejectionRow>(
    'rejections',
    `select source_id as source, reason, count(*)::double as n from ${rejected} group by all order by all`,
  );
}
