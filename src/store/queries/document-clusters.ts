import type { Database } from '../database.ts';
import { quotePath } from '../part.ts';

/** Makes the view `document_cluster` over what the search for copies wrote. */
export async function openClusters(database: Database, path: string): Promise<void> {
  await database.run(
    'document-cluster',
    `create temp view document_cluster as select * from read_parquet(${quotePath(path)})`,
  );
}
