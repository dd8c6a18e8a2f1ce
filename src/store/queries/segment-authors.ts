import type { CountedSegment } from '../../stats/thin-differences.ts';
import type { Database } from '../database.ts';

/** Who is counted between two days, of one target in one class. */
export interface SegmentRow extends CountedSegment {
  readonly target: string;
  readonly class: string;
}

/**
 * Documents and authors of each target and class between neighbouring cuts, days since 1970-01-01; after `createObservations`. An
 * author that is not known counts as in every number: copies as one, else the document.
 */
export async function segmentAuthors(database: Database, cuts: readonly number[]): Promise<SegmentRow[]> {
  const segments = cuts.slice(1).map((end, i) => `(${cuts[i]}, ${end})`);
  if (segments.length === 0) return [];
  return database.rows<SegmentRow>(
    'segment-authors',
    `select o.target, o.class, s.first_day::double as start, s.end_day::double as "end",
            count(*)::double as "nDocuments", count(distinct o.author)::double as "nAuthors"
     from observation o join (values ${segments.join(', ')}) s(first_day, end_day)
       on o.published_day >= s.first_day and o.published_day < s.end_day
     group by all order by all`,
  );
}
