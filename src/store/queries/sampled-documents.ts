import { type DocumentId, printId } from '../../domain/identifiers.ts';
import type { Database } from '../database.ts';
import { quotePath } from '../part.ts';

/** A document as a query is tried on it. */
export interface SampledDocument {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly language: string;
}

/** Documents drawn from parts, in an order that follows from the seed and their ids alone, and how many there are. */
export async function sampledDocuments(
  database: Database,
  parts: readonly string[],
  { seed, most }: { readonly seed: number; readonly most: number },
): Promise<{ readonly documents: readonly SampledDocument[]; readonly total: number }> {
  if (parts.length === 0) return { documents: [], total: 0 };
  const table = `read_parquet([${parts.map(quotePath).join(', ')}])`;
  const [{ n } = { n: 0 }] = await database.rows<{ n: number }>(
    'count-documents',
    `select count(distinct document_id)::double as n from ${table}`,
  );
  const rows = await database.rows<Omit<SampledDocument, 'id'> & { readonly id: bigint }>(
    'sampled-documents',
    `with drawn as (
       select document_id from (select distinct document_id from ${table})
       order by md5(${seed} || ':' || document_id), document_id limit ${most})
     select document_id as id, text, source_id as source, published_day as day, language
     from ${table} semi join drawn using (document_id)
     qualify row_number() over (partition by document_id order by length(text), text) = 1
     order by md5(${seed} || ':' || document_id), document_id`,
  );
  return { documents: rows.map((row) => ({ ...row, id: printId(row.id as DocumentId) })), total: n };
}
