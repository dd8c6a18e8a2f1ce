import { readFile } from 'node:fs/promises';
import type { FindingManifest, RecordDigests } from '../domain/finding.ts';
import { createMerkleTree } from '../evidence/merkle-root.ts';
import { recordsDigest } from '../store/corpus.ts';
import { HASH_BYTES, recordHashes } from '../store/queries/record-hashes.ts';
import { writeWhole } from './part-store.ts';
import type { StageContext } from './run-context.ts';
import { runStage } from './run-stage.ts';
import type { Stage } from './stages.ts';

/** Roots over the records of a run. */
type RecordRoots = Required<Pick<FindingManifest, 'recordsRoot' | 'sourceRoots'>>;

/** Not among the stages of the manifest: what it gives stands there itself. */
const DIGEST: Stage = {
  name: 'digest',
  version: '1',
  reads: ['raw_record'],
  writes: ['record_digest'],
  slice: () => null,
};

/** The digest and the roots of the records used, taken once for the same parts. */
export async function keptRecordDigests(stage: StageContext): Promise<RecordDigests> {
  const path = await runStage(DIGEST, stage, {
    file: 'records.json',
    work: async (_, file) => {
      const digests = await digestRecords(stage);
      await writeWhole(file, JSON.stringify(digests));
      return digests.nRecords;
    },
  });
  return JSON.parse(await readFile(path, 'utf8')) as RecordDigests;
}

/** The digest and the roots of the records used. */
export async function digestRecords(
  stage: Pick<StageContext, 'database' | 'corpus'>,
): Promise<RecordDigests> {
  const { digest, n } = await recordsDigest(stage.database, stage.corpus);
  return { recordsDigest: digest, nRecords: n, ...(await recordRoots(stage)) };
}

/**
 * Merkle roots of the records used: for each source over its record hashes in ascending order, and for the run over the
 * lines `<source> <root>` in the order of source ids. Hashes are streamed, so memory does not grow with the corpus.
 */
async function recordRoots({
  database,
  corpus,
}: Pick<StageContext, 'database' | 'corpus'>): Promise<RecordRoots> {
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
