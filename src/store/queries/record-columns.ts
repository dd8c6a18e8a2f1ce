import type { Corpus } from '../corpus.ts';
import type { Database } from '../database.ts';

/** The text of a document and the fields of its record that annotators may read. */
export interface ColumnedDocument {
  /** Sixteen hexadecimal digits. */
  readonly documentId: string;
  readonly text: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** The fields of the records of so many documents; those without any are left out. */
export async function recordColumns(
  database: Database,
  { document }: Pick<Corpus, 'document'>,
  ids: readonly string[],
): Promise<ColumnedDocument[]> {
  if (ids.length === 0) return [];
  const list = ids.map((id) => BigInt(`0x${id}`).toString()).join(', ');
  const rows = await database.rows<{ documentId: string; text: string; written: string }>(
    'record-columns',
    `select lpad(lower(hex(document_id)), 16, '0') as "documentId", text, record_columns as written
     from ${document} where document_id in (${list}) and record_columns is not null`,
  );
  return rows.map(({ written, ...row }) => ({
    ...row,
    columns: JSON.parse(written) as Record<string, string>,
  }));
}
