import { rename } from 'node:fs/promises';
import { assessAnnotator } from '../annotate/assess-annotator.ts';
import { clusterDuplicates } from '../deduplicate/cluster-duplicates.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import {
  EXHIBIT_CANDIDATES,
  EXHIBIT_MINIMUM_PROBABILITY,
  selectExhibits,
} from '../evidence/select-exhibits.ts';
import { writePart } from '../store/part.ts';
import { drawExhibits } from '../store/queries/exhibit-candidates.ts';
import { createExactCopies, readLinks, readSignatures, readTexts } from '../store/queries/signatures.ts';
import { ANNOTATOR_QUALITY, DOCUMENT_CLUSTER } from '../store/tables.ts';
import { nodeNetwork } from './node-network.ts';
import { writeWhole } from './part-store.ts';
import { prepareObservations } from './prepare-observations.ts';
import type { CorpusContext, StageWork } from './run-context.ts';

/** What is known of the annotators' errors → `annotator_quality.parquet`, and `annotator_quality.json` beside it. */
export const assessStage: StageWork = async ({ study }, path) => {
  const rows = await assessAnnotator(study.annotators.stance, study.folder, { network: nodeNetwork });
  await writePart(ANNOTATOR_QUALITY, { rows, path: path.replace('.json', '.parquet') });
  await writeWhole(path, JSON.stringify(rows));
  return rows.length;
};

/** Shingles of texts that are compared at once: about two million short posts. */
const SHINGLE_BYTES = 600e6;

/** Clusters of copies → `document_cluster.parquet`. */
export async function deduplicateStage({ database, corpus }: CorpusContext, path: string): Promise<number> {
  await createExactCopies(database, corpus.signature);
  const signatures = await readSignatures(database, corpus.signature);
  const links = await readLinks(database, corpus.signature);
  const rows = await clusterDuplicates({
    ...signatures,
    ...links,
    shingleBytes: SHINGLE_BYTES,
    readTexts: (chosen) => readTexts(database, corpus.document, { ids: signatures.documentIds, chosen }),
  });
  await writePart(DOCUMENT_CLUSTER, { rows, path: `${path}.unfinished` });
  await rename(`${path}.unfinished`, path);
  return rows.length;
}

/** Quotes for and against → `exhibit.json`. */
export const evidenceStage: StageWork = async (context, path) => {
  await prepareObservations(context);
  const { study, database, corpus } = context;
  const candidates = await drawExhibits(database, {
    ...corpus,
    perRule: EXHIBIT_CANDIDATES,
    minimumAuthors: CELL_AUTHORS,
    privateClasses: study.classes.flatMap(({ id, speaker }) => (speaker === 'private' ? [id] : [])),
    minimumProbability: EXHIBIT_MINIMUM_PROBABILITY,
    seed: study.seed,
  });
  const exhibits = selectExhibits(candidates, study);
  await writeWhole(path, JSON.stringify(exhibits));
  return exhibits.length;
};
