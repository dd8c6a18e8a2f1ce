import type { Database } from '../database.ts';

/** A mention that may be quoted. */
export interface ExhibitCandidate {
  readonly documentId: bigint;
  readonly target: string;
  readonly class: string;
  readonly source: string;
  readonly side: 'against' | 'favor';
  /** Ten-thousandths. */
  readonly probability: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly publishedAt: number;
  readonly precision: string;
  readonly language: string;
  readonly url: string | null;
  readonly recordHash: string;
  readonly nCopies: number;
}

/** What the exhibits are drawn from, and how many. */
export interface ExhibitDraw {
  readonly mention: string;
  readonly annotation: string;
  readonly document: string;
  readonly rawRecord: string;
  readonly perSide: number;
  /** Ten-thousandths: a quote should show what it is shown for. */
  readonly minimumProbability: number;
  readonly seed: number;
}

/**
 * Draws mentions at random within each target, class and side: the order is the MD5 of seed and document id,
 * so a draw can be repeated anywhere. Only own words are shown: what others said stands in no post of theirs. At most one per author and one per cluster of copies.
 */
export async function drawExhibits(database: Database, draw: ExhibitDraw): Promise<ExhibitCandidate[]> {
  return database.rows<ExhibitCandidate>(
    'draw-exhibits',
    `with sided as (
       select o.document_id, o.target, o.class, o.source_id, o.author, o.cluster,
              case when o.favor = 1 then 'favor' else 'against' end as side,
              case when o.favor = 1 then a.favor else a.against end as probability,
              md5('${draw.seed}:' || o.target || ':' || o.document_id::varchar) as draw
       from observation o join ${draw.annotation} a using (document_id, target)
       where o.favor + o.against = 1 and o.voice = 'own'),
     clear as (select * from sided where probability >= ${draw.minimumProbability}),
     one_per_cluster as (
       select * from clear qualify row_number() over (partition by target, class, side, cluster order by draw) = 1),
     one_per_author as (
       select * from one_per_cluster qualify row_number() over (partition by target, class, side, author order by draw) = 1),
     drawn as (
       select * from one_per_author
       qualify row_number() over (partition by target, class, side order by draw) <= ${draw.perSide})
     select d.document_id as "documentId", w.target, w.class, w.source_id as source, w.side,
            w.probability::double as probability, d.text, m.start_offset as start, m.end_offset as "end",
            d.published_at::double as "publishedAt", d.precision, d.language, d.url,
            lower(hex(r.record_hash)) as "recordHash",
            (select count(*) from document_cluster c where c.cluster_id = w.cluster)::double as "nCopies"
     from drawn w
     join ${draw.document} d using (document_id)
     join ${draw.rawRecord} r using (document_id)
     join ${draw.mention} m on m.document_id = w.document_id and m.target = w.target
     order by w.target, w.class, w.side, w.draw`,
  );
}
