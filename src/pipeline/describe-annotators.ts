import { loadStanceAnnotator } from '../annotate/stance/load-annotator.ts';
import type { FindingManifest } from '../domain/finding.ts';
import type { StudyConfig } from '../study/config.ts';
import { nodeNetwork } from './node-network.ts';

/** Names the annotators of a study and what they were trained on. */
export async function describeAnnotators(study: StudyConfig): Promise<FindingManifest['annotators']> {
  const stance = await loadStanceAnnotator(study.annotators.stance, study.folder, {
    network: nodeNetwork,
  });
  const { name, version, trainedOn } = stance;
  return [{ layer: 'stance', kind: study.annotators.stance.kind, name, version, trainedOn }];
}
