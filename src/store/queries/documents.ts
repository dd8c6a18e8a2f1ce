import { existsSync } from 'node:fs';
import type { Document } from '../../domain/document.ts';
import type { Database } from '../database.ts';
import { quotePath } from '../part.ts';

/** Reads the documents of one batch back, as annotation needs them. A batch without documents has no file. */
export async function readDocuments(database: Database, path: string): Promise<Document[]> {
  if (!existsSync(path)) return [];
  return database.rows<Document>(
    'documents',
    `select document_id as "documentId", source_id as "sourceId", text, title, quoted,
            published_at::double as "publishedAt", precision, published_day as "publishedDay",
            author_key as "authorKey", language, region, region_method as "regionMethod", url,
            reply_to as "replyTo", repost_of as "repostOf", n_likes as "nLikes", n_reposts as "nReposts",
            n_replies as "nReplies", n_views as "nViews"
     from read_parquet(${quotePath(path)})`,
  );
}
