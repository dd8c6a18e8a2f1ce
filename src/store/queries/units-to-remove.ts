import type { Database } from '../database.ts';
import { readParts } from '../part.ts';
import { DOCUMENT } from '../tables.ts';

/** What must not be in the store. */
export interface RemovedDocuments {
  /** SHA-256 of `author ` and `document ` with the printed id, hexadecimal. */
  readonly authors: readonly string[];
  readonly documents: readonly string[];
  /** Milliseconds since 1970; null = no limit. */
  readonly keepFrom: number | null;
}

/** The parts that hold a document that must not be in the store. */
export async function partsWithRemoved(
  database: Database,
  parts: readonly string[],
  { authors, documents, keepFrom }: RemovedDocuments,
): Promise<string[]> {
  const digest = (kind: string, column: string): string =>
    `sha256('${kind} ' || lpad(lower(hex(${column})), 16, '0'))`;
  const listed = (digests: readonly string[]): string => digests.map((one) => `'${one}'`).join(', ');
  const conditions = [
    ...(authors.length === 0 ? [] : [`${digest('author', 'author_key')} in (${listed(authors)})`]),
    ...(documents.length === 0 ? [] : [`${digest('document', 'document_id')} in (${listed(documents)})`]),
    ...(keepFrom === null ? [] : [`published_at < ${keepFrom}`]),
  ];
  if (parts.length === 0 || conditions.length === 0) return [];
  const from = readParts(DOCUMENT, parts).replace(/\)$/, ', filename = true)');
  const rows = await database.rows<{ filename: string }>(
    'parts-with-removed',
    `select distinct filename from ${from} where ${conditions.join(' or ')} order by all`,
  );
  return rows.map(({ filename }) => filename);
}
