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
  const rows = await database.rows<Row>(
    'sampled-documents',
    `with known as materialized (select distinct document_id from ${table}),
       drawn as (
         select document_id, md5(${seed} || ':' || document_id) as place from known order by place, document_id limit ${most})
     select document_id as id, text, source_id as source, published_day as day, language,
       (select count(*) from known)::double as total
     from ${table} join drawn using (document_id)
     order by place, document_id, length(text), text`,
  );
  const documents: SampledDocument[] = [];
  let last: bigint | null = null;
  for (const { total: _, id, ...document } of rows) {
    if (id !== last) documents.push({ id: printId(id as DocumentId), ...document });
    last = id;
  }
  return { documents, total: rows[0]?.total ?? 0 };
}

/** A document in one part; it may be in several, and its shortest text counts. */
interface Row extends Omit<SampledDocument, 'id'> {
  readonly id: bigint;
  readonly total: number;
}
