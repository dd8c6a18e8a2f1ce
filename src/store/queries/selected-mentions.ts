import type { Voice } from '../../domain/mention.ts';
import type { StanceLabel } from '../../domain/stance.ts';
import type { Corpus } from '../corpus.ts';
import type { Database } from '../database.ts';
import { quotePath } from '../part.ts';
import { literal } from './observation.ts';

/** A mention with its words, as the store has it: whoever shows it decides what of it may be shown. */
export interface SelectedMention {
  readonly documentId: bigint;
  readonly source: string;
  readonly text: string;
  readonly quoted: string | null;
  readonly sharedHeadline: string | null;
  /** The words matched, which stand at `start` in the first of these texts that has them there. */
  readonly matched: string;
  readonly start: number;
  readonly end: number;
  readonly nSpans: number;
  readonly voice: Voice;
  readonly themes: readonly string[];
  readonly publishedAt: number;
  readonly publishedDay: number;
  readonly precision: string;
  readonly language: string;
  readonly region: string | null;
  readonly url: string | null;
  readonly recordHash: string;
  readonly label: StanceLabel;
  /** Ten-thousandths. */
  readonly against: number;
  readonly neither: number;
  readonly favor: number;
  readonly nCopies: number;
  /** An earlier copy of the text stands in a class in which persons speak. */
  readonly isCopiedFromPerson: boolean;
}

/** What is read of them. */
export interface SelectedRows {
  readonly corpus: Pick<Corpus, 'mention' | 'annotation' | 'document' | 'rawRecord'>;
  /** Clusters of copies. */
  readonly clusters: string;
  /** The index by author, and places of rows in it. */
  readonly index: string;
  readonly places: readonly number[];
  readonly target: string;
  readonly privateSources: readonly string[];
}

/** The mentions at some places of an index, in the order of the places. */
export async function selectedMentions(database: Database, of: SelectedRows): Promise<SelectedMention[]> {
  if (of.places.length === 0) return [];
  const { corpus, places } = of;
  const rows = await database.rows<{ id: string }>(
    'selected-documents',
    `select document_id::varchar as id from read_parquet(${quotePath(of.index)}, file_row_number = true)
     where file_row_number in (${places.join(', ')}) order by list_position([${places.join(', ')}], file_row_number)`,
  );
  const ids = rows.map(({ id }) => `${id}::ubigint`).join(', ');
  const persons = ["''", ...of.privateSources.map(literal)].join(', ');
  const found = await database.rows<SelectedMention>(
    'selected-mentions',
    `with m as materialized (select * from ${corpus.mention} where document_id in (${ids}) and target = ${literal(of.target)}),
     d as materialized (select * from ${corpus.document} where document_id in (${ids})),
     clusters as materialized (select * from ${of.clusters} where cluster_id in (select cluster_id from ${of.clusters} where document_id in (${ids}))),
     firsts as (
       select k.cluster_id, min(c.published_at) as first_at
       from clusters k join ${corpus.document} c using (document_id) where c.source_id in (${persons}) group by all)
     select m.document_id as "documentId", m.source_id as source,
            d.text, d.quoted, d.shared_headline as "sharedHeadline", m.matched,
            m.start_offset::double as start, m.end_offset::double as "end", m.n_spans::double as "nSpans", m.voice, m.themes,
            d.published_at::double as "publishedAt", d.published_day::double as "publishedDay", d.precision, d.language, d.region, d.url,
            lower(hex(r.record_hash)) as "recordHash", a.label,
            a.against::double as against, a.neither::double as neither, a.favor::double as favor,
            (select count(*) from clusters c where c.cluster_id = k.cluster_id)::double as "nCopies",
            coalesce(f.first_at < d.published_at, false) as "isCopiedFromPerson"
     from m join d using (document_id)
     join (select * from ${corpus.annotation} where document_id in (${ids})) a on a.document_id = m.document_id and a.target = m.target
     join (select * from ${corpus.rawRecord} where document_id in (${ids})) r on r.document_id = m.document_id
     left join clusters k on k.document_id = m.document_id
     left join firsts f on f.cluster_id = k.cluster_id`,
  );
  const place = new Map(rows.map(({ id }, i) => [id, i]));
  return found.sort(
    (a, b) => (place.get(String(a.documentId)) ?? 0) - (place.get(String(b.documentId)) ?? 0),
  );
}
