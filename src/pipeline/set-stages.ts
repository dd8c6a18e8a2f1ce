import { assessAnnotator } from '../annotate/assess-annotator.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import {
  EXHIBIT_CANDIDATES,
  EXHIBIT_MINIMUM_PROBABILITY,
  selectExhibits,
} from '../evidence/select-exhibits.ts';
import { writePart } from '../store/part.ts';
import { drawExhibits } from '../store/queries/exhibit-candidates.ts';
import { ANNOTATOR_QUALITY } from '../store/tables.ts';
import { nodeNetwork } from './node-network.ts';
import { writeWhole } from './part-store.ts';
import { prepareObservations } from './prepare-observations.ts';
import type { StageWork } from './run-context.ts';

/** What is known of the annotators' errors → `annotator_quality.parquet`, and `annotator_quality.json` beside it. */
export const assessStage: StageWork = async ({ study }, path) => {
  const rows = await assessAnnotator(study.annotators.stance, study.folder, { network: nodeNetwork });
  await writePart(ANNOTATOR_QUALITY, { rows, path: path.replace('.json', '.parquet') });
  await writeWhole(path, JSON.stringify(rows));
  return rows.length;
};

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
