import type { FindingManifest, RecordDigests } from '../domain/finding.ts';
import { createMerkleTree } from '../evidence/merkle-root.ts';
import { recordsDigest } from '../store/corpus.ts';
import { HASH_BYTES, recordHashes } from '../store/queries/record-hashes.ts';
import { writeWhole } from './part-store.ts';
import type { CorpusContext } from './run-context.ts';

/** Roots over the records of a run. */
type RecordRoots = Required<Pick<FindingManifest, 'recordsRoot' | 'sourceRoots'>>;

/** Writes the digest and the roots of the records used. */
export async function digestStage(context: CorpusContext, path: string): Promise<number> {
  const digests = await digestRecords(context);
  await writeWhole(path, JSON.stringify(digests));
  return digests.nRecords;
}

/** The digest and the roots of the records used. */
export async function digestRecords({
  database,
  corpus,
}: Pick<CorpusContext, 'database' | 'corpus'>): Promise<RecordDigests> {
  const { digest, n } = await recordsDigest(database, corpus);
  return { recordsDigest: digest, nRecords: n, ...(await recordRoots({ database, corpus })) };
}

/**
 * Merkle roots of the records used: for each source over its record hashes in ascending order, and for the run over the
 * lines `<source> <root>` in the order of source ids. Hashes are streamed, so memory does not grow with the corpus.
 */
async function recordRoots({
  database,
  corpus,
}: Pick<CorpusContext, 'database' | 'corpus'>): Promise<RecordRoots> {
  const sourceRoots: { source: string; root: string; nRecords: number }[] = [];
  const run = createMerkleTree();
  let source: string | null = null;
  let tree = createMerkleTree();
  const close = (): void => {
    if (source === null) return;
    const root = tree.root();
    sourceRoots.push({ source, root, nRecords: tree.size });
    run.add(Buffer.from(`${source} ${root}`));
  };
  for await (const record of recordHashes(database, corpus)) {
    if (record.source !== source) {
      close();
      source = record.source;
      tree = createMerkleTree();
    }
    for (let at = 0; at < record.hashes.length; at += HASH_BYTES)
      tree.add(record.hashes.subarray(at, at + HASH_BYTES));
  }
  close();
  return { recordsRoot: run.root(), sourceRoots };
}
