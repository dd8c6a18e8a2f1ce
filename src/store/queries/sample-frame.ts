import type { Period } from '../../domain/estimate.ts';
import { PROBABILITY_UNIT, type StanceLabel } from '../../domain/stance.ts';
import type { Database } from '../database.ts';
import { literal } from './observation.ts';

/** The mentions that a sample is drawn from: those of `observation`, whether the annotator abstained or not. */
export interface SampleFrame {
  /** Table expression, see `readParts`. */
  readonly annotation: string;
  readonly targets: readonly string[];
  /** Stretches of days that do not overlap; mentions outside of them are left out. */
  readonly segments: readonly Period[];
}

/** Mentions of a target and class in one segment with one label of the annotator. */
export interface FrameCellRow {
  readonly target: string;
  readonly class: string;
  readonly segment: number;
  readonly modelLabel: StanceLabel;
  readonly nMentions: number;
  /** Mean over the mentions of the variance of a label −1, 0, 1 under the annotator's probabilities. */
  readonly labelVariance: number;
}

/** Counts the mentions of a frame by cell, in the order of the cells' names; after `createObservations`. */
export async function countFrame(database: Database, frame: SampleFrame): Promise<FrameCellRow[]> {
  const unit = PROBABILITY_UNIT;
  return database.rows<FrameCellRow>(
    'count-frame',
    `select target, class, segment, model_label as "modelLabel", count(*)::double as "nMentions",
            sum(case when model_label = 'abstain' then ${Math.round((2 * unit * unit) / 3)}
                     else (p_favor + p_against) * ${unit}::bigint - (p_favor - p_against) * (p_favor - p_against) end)::double
              / ${unit * unit} / count(*) as "labelVariance"
     from (${framed(frame)}) group by all order by target, class, segment, model_label`,
  );
}

/** A mention of a frame and the cell it belongs to. */
export interface FrameMention {
  readonly documentId: bigint;
  readonly target: string;
  readonly class: string;
  readonly segment: number;
  readonly modelLabel: string;
}

/** Streams the mentions of a frame, in no order. */
export async function* frameMentions(database: Database, frame: SampleFrame): AsyncIterable<FrameMention> {
  const sql = `select document_id, target, class, segment, model_label from (${framed(frame)})`;
  for await (const chunk of database.chunks('frame-mentions', sql)) {
    const [ids, targets, classes, segments, labels] = [0, 1, 2, 3, 4].map((i) => chunk.column(i));
    for (let row = 0; row < chunk.rowCount; row++)
      yield {
        documentId: ids?.[row] as bigint,
        target: String(targets?.[row]),
        class: String(classes?.[row]),
        segment: Number(segments?.[row]),
        modelLabel: String(labels?.[row]),
      };
  }
}

function framed({ annotation, targets, segments }: SampleFrame): string {
  const day = (of: string): string => `date ${literal(of)} - date '1970-01-01'`;
  const segment = segments
    .map(
      ({ start, end }, i) =>
        `when o.published_day >= ${day(start)} and o.published_day < ${day(end)} then ${i}`,
    )
    .join(' ');
  return `
    select o.document_id, o.target, o.class, case ${segment} end as segment, a.label as model_label,
           a.against::bigint as p_against, a.favor::bigint as p_favor
    from observation o join ${annotation} a using (document_id, target)
    where o.target in (${targets.map(literal).join(', ')}) and segment is not null`;
}

/** A drawn mention with the text it stands in. */
export interface MentionTextRow {
  readonly documentId: bigint;
  readonly target: string;
  readonly language: string;
  readonly matched: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: string | null;
  readonly sharedHeadline: string | null;
}

/** Texts of some mentions, by target and document. */
export async function mentionTexts(
  database: Database,
  tables: { readonly mention: string; readonly document: string },
  mentions: readonly { readonly documentId: bigint; readonly target: string }[],
): Promise<MentionTextRow[]> {
  const rows = mentions.map(({ documentId, target }) => `(${documentId}::ubigint, ${literal(target)})`);
  return database.rows<MentionTextRow>(
    'mention-texts',
    `select m.document_id as "documentId", m.target, m.language, m.matched, m.start_offset as start,
            m.end_offset as "end", d.text, d.quoted, d.shared_headline as "sharedHeadline"
     from (values ${rows.join(', ')}) k(document_id, target)
     join ${tables.mention} m using (document_id, target)
     join ${tables.document} d using (document_id)
     order by m.target, m.document_id`,
  );
}
