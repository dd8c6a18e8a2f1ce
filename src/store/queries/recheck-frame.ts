import type { DeletionStance } from '../../domain/deletion.ts';
import type { Database } from '../database.ts';
import { literal } from './observation.ts';

/** From which documents is drawn. */
export interface RecheckFrame {
  /** Table expressions. */
  readonly mention: string;
  readonly document: string;
  /** Ids of targets: a document belongs to each stance it takes toward one of them. */
  readonly targets: readonly string[];
}

/** Documents of one class with one stance. */
export interface RecheckFrameCell {
  readonly class: string;
  readonly stance: DeletionStance;
  readonly nDocuments: number;
  /** With an address on the web. */
  readonly nAddresses: number;
}

/** A drawn document with its address and the words of the mention. */
export interface DrawnAddress {
  readonly documentId: bigint;
  readonly class: string;
  readonly stance: DeletionStance;
  readonly author: bigint;
  readonly url: string;
  readonly matched: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: string | null;
  readonly sharedHeadline: string | null;
}

const HAS_ADDRESS = `regexp_matches(coalesce(d.url, ''), '^https?://[^/]', 'i')`;

/** Documents by class and stance; after `createObservations`. */
export async function countRecheckFrame(
  database: Database,
  frame: RecheckFrame,
): Promise<RecheckFrameCell[]> {
  return database.rows<RecheckFrameCell>(
    'recheck-frame',
    `with unit as (${units(frame)})
     select u.class, u.stance, count(*)::double as "nDocuments", count_if(${HAS_ADDRESS})::double as "nAddresses"
     from unit u join ${frame.document} d using (document_id)
     group by all order by u.class, u.stance`,
  );
}

/**
 * Draws documents with an address at random within each class and stance: those whose MD5 of seed and id is smallest, so that the draw can
 * be repeated anywhere.
 */
export async function drawAddresses(
  database: Database,
  frame: RecheckFrame,
  draw: {
    readonly seed: number;
    readonly cells: readonly { readonly class: string; readonly stance: string; readonly n: number }[];
  },
): Promise<DrawnAddress[]> {
  const cells = draw.cells.filter(({ n }) => n > 0);
  if (cells.length === 0) return [];
  const wanted = cells.map((one) => `(${literal(one.class)}, ${literal(one.stance)}, ${one.n})`);
  return database.rows<DrawnAddress>(
    'draw-addresses',
    `with unit as (${units(frame)}),
     placed as (
       select u.*, d.url, d.text, d.quoted, d.shared_headline,
              row_number() over (
                partition by u.class, u.stance
                order by md5('recheck:${draw.seed}:' || u.document_id::varchar), u.document_id) as place
       from unit u join ${frame.document} d using (document_id)
       where ${HAS_ADDRESS})
     select p.document_id as "documentId", p.class, p.stance, p.author, p.url, m.matched,
            m.start_offset as start, m.end_offset as "end", p.text, p.quoted, p.shared_headline as "sharedHeadline"
     from placed p
     join (values ${wanted.join(', ')}) w(class, stance, n) on w.class = p.class and w.stance = p.stance and p.place <= w.n
     join ${frame.mention} m on m.document_id = p.document_id and m.target = p.target
     order by p.class, p.stance, p.place`,
  );
}

/** One row per document and stance: of several targets, the first by name. */
function units({ targets }: RecheckFrame): string {
  return `
    select document_id, class, case when favor = 1 then 'favor' when against = 1 then 'against' else 'neither' end as stance,
           min(target) as target, min(author) as author
    from observation
    where annotated = 1 and target in (${["''", ...targets.map(literal)].join(', ')})
    group by 1, 2, 3`;
}
