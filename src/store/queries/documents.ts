import { existsSync } from 'node:fs';
import type { Document } from '../../domain/document.ts';
import type { RecordColumns } from '../../domain/field-mapping.ts';
import type { Database } from '../database.ts';
import { quotePath } from '../part.ts';

/** Reads the documents of one batch back, as annotation needs them. A batch without documents has no file. */
export async function readDocuments(database: Database, path: string): Promise<Document[]> {
  if (!existsSync(path)) return [];
  const rows = await database.rows<Omit<Document, 'columns'> & { readonly columns: string | null }>(
    'documents',
    `select document_id as "documentId", source_id as "sourceId", text, title, quoted,
            shared_headline as "sharedHeadline",
            published_at::double as "publishedAt", precision, published_day as "publishedDay",
            author_key as "authorKey", language, region, region_method as "regionMethod", url,
            reply_to as "replyTo", repost_of as "repostOf", n_likes as "nLikes", n_reposts as "nReposts",
            n_replies as "nReplies", n_views as "nViews",
            record_columns as "columns"
     from read_parquet(${quotePath(path)})`,
  );
  return rows.map((row) => ({
    ...row,
    columns: row.columns === null ? null : (JSON.parse(row.columns) as RecordColumns),
  }));
}
