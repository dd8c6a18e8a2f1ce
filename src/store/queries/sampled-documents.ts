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
  const [known] = await database.rows<{ total: number }>(
    'known-documents',
    `select count(distinct document_id)::double as total from ${table}`,
  );
  const sql = `with drawn as (
         select document_id, md5(${seed} || ':' || document_id) as place from (select distinct document_id from ${table})
         order by place, document_id limit ${most})
     select document_id, published_day, source_id, language, text
     from ${table} join drawn using (document_id)
     order by place, document_id, length(text), text`;
  const documents: SampledDocument[] = [];
  let last: bigint | null = null;
  for await (const chunk of database.chunks('sampled-documents', sql)) {
    const ids = chunk.typedColumn<BigUint64Array>(0);
    const days = chunk.typedColumn<Int32Array>(1);
    const [sources, languages, texts] = [2, 3, 4].map((column) => chunk.column(column) as readonly string[]);
    for (let i = 0; i < chunk.rowCount; i++) {
      const id = ids[i] as bigint;
      // A document may be in several parts; its shortest text counts.
      if (id !== last)
        documents.push({
          id: printId(id as DocumentId),
          text: texts?.[i] ?? '',
          source: sources?.[i] ?? '',
          day: days[i] as number,
          language: languages?.[i] ?? '',
        });
      last = id;
    }
  }
  return { documents, total: known?.total ?? 0 };
}
