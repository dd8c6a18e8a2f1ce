import { rename } from 'node:fs/promises';
import { clusterDuplicates } from '../deduplicate/cluster-duplicates.ts';
import { dropTables } from '../store/database.ts';
import { writePart } from '../store/part.ts';
import { createExactCopies, readLinks, readSignatures, readTexts } from '../store/queries/signatures.ts';
import { DOCUMENT_CLUSTER } from '../store/tables.ts';
import type { CorpusContext } from './run-context.ts';

/** Shingles of texts that are compared at once: about two million short posts. */
const SHINGLE_BYTES = 600e6;

/** Clusters of copies → `document_cluster.parquet`. */
export async function deduplicateStage(
  { database, corpus, onSpareCore }: CorpusContext,
  path: string,
): Promise<number> {
  await createExactCopies(database, corpus.signature);
  const signatures = await readSignatures(database, corpus.signature);
  const links = await readLinks(database, corpus.signature);
  onSpareCore?.();
  const rows = await clusterDuplicates({
    ...signatures,
    ...links,
    shingleBytes: SHINGLE_BYTES,
    readTexts: (chosen) => readTexts(database, corpus.document, { ids: signatures.documentIds, chosen }),
  });
  await dropTables(database, 'exact_copy', 'wanted');
  await writePart(DOCUMENT_CLUSTER, { rows, path: `${path}.unfinished` });
  await rename(`${path}.unfinished`, path);
  return rows.length;
}
