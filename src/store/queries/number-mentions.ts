import type { Corpus } from '../corpus.ts';
import type { Database } from '../database.ts';
import type { DaySpan } from './contrast-moments.ts';
import { literal } from './observation.ts';

/** A mention behind a number, without its words or author. */
export interface NumberMention {
  /** Sixteen hexadecimal digits. */
  readonly documentId: string;
  /** SHA-256 of the record as received. */
  readonly recordHash: string;
  readonly source: string;
  readonly class: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly label: 'favor' | 'neither' | 'against';
  /** File of the source and line, where the record was read. */
  readonly path: string;
  readonly line: number | null;
}

/** Whose mentions: a target, some classes (none = all), spans of days. */
export interface MentionFilter {
  readonly target: string;
  readonly classes: readonly string[];
  readonly spans: readonly DaySpan[];
  /** Regions as the posts have them, and whether posts without one belong to it; or all but those [all]. */
  readonly regions?: RegionFilter;
}

/** Posts from some regions, or from all but those; null = without a region. */
export interface RegionFilter {
  readonly names: readonly (string | null)[];
  readonly isExcept: boolean;
}

/** The annotated mentions of a number, by day and document; after `createObservations`. */
export async function numberMentions(
  database: Database,
  { rawRecord }: Pick<Corpus, 'rawRecord'>,
  { target, classes, spans, regions }: MentionFilter,
): Promise<NumberMention[]> {
  const within = spans.map(({ start, end }) => `o.published_day >= ${start} and o.published_day < ${end}`);
  const ofClass = classes.length === 0 ? 'true' : `o.class in (${classes.map(literal).join(', ')})`;
  return database.rows<NumberMention>(
    'number-mentions',
    `select lpad(lower(hex(o.document_id)), 16, '0') as "documentId", lower(hex(r.record_hash)) as "recordHash",
            o.source_id as source, o.class, o.published_day::double as day,
            case when o.favor = 1 then 'favor' when o.against = 1 then 'against' else 'neither' end as label,
            r.path, r.line::double as line
     from observation o join ${rawRecord} r using (document_id)
     where o.annotated = 1 and o.target = ${literal(target)} and ${ofClass} and ${regions === undefined ? 'true' : regionSql(regions)} and (${within.map((one) => `(${one})`).join(' or ')})
     order by o.published_day, "documentId"`,
  );
}

function regionSql({ names, isExcept }: RegionFilter): string {
  const named = names.filter((name) => name !== null).map(literal);
  const inside = named.length === 0 ? 'false' : `coalesce(o.region in (${named.join(', ')}), false)`;
  const all = `(${inside}${names.includes(null) ? ' or o.region is null' : ''})`;
  return isExcept ? `not ${all}` : all;
}
