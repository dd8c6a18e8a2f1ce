import { evenAllocation } from '../stats/even-allocation.ts';
import {
  countRecheckFrame,
  type DrawnAddress,
  drawAddresses,
  type RecheckFrameCell,
} from '../store/queries/recheck-frame.ts';
import { prepareObservations } from './prepare-observations.ts';
import type { StageContext } from './run-context.ts';

/** Documents whose addresses are asked for, and all from which they were drawn. */
export interface DrawnDocuments {
  readonly frame: readonly RecheckFrameCell[];
  readonly drawn: readonly DrawnAddress[];
}

/** Draws documents of a corpus evenly over classes and stances: the same seed and sample draw the same. */
export async function drawRechecked(
  stage: Pick<StageContext, 'study' | 'database' | 'corpus'>,
  { sample, seed }: { readonly sample: number; readonly seed: number },
): Promise<DrawnDocuments> {
  await prepareObservations(stage);
  const { study, database, corpus } = stage;
  const targets = study.targets.filter(({ placebo }) => !placebo).map(({ id }) => id);
  const tables = { mention: corpus.mention, document: corpus.document, targets };
  const frame = await countRecheckFrame(database, tables);
  const sizes = frame.map(({ nAddresses }) => nAddresses);
  const cells = evenAllocation(sizes, sample).map((n, i) => ({ ...(frame[i] as RecheckFrameCell), n }));
  return { frame, drawn: await drawAddresses(database, tables, { seed, cells }) };
}
