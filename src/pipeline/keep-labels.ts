import { join } from 'node:path';
import { type CoderLabels, writeLabels } from '../annotate/coding/coder-labels.ts';
import type { StudyConfig } from '../study/config.ts';
import { writeWhole } from './part-store.ts';
import { waveFolder } from './study-codings.ts';

const CODER_NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** Whether a person may code under this name: it is the name of a file beside the design. */
export function isCoderName(name: string): boolean {
  return CODER_NAME.test(name) && name !== 'design';
}

/** The file in which the labels of one coder are kept. */
export function labelsFile(
  study: Pick<StudyConfig, 'codings' | 'folder'>,
  wave: string,
  coder: string,
): string {
  return join(waveFolder(study, wave), `${coder}.csv`);
}

/** Keeps the labels of a coder, ids and labels only: the file changes whole or not at all. */
export async function keepLabels(path: string, labels: CoderLabels): Promise<void> {
  await writeWhole(path, writeLabels(labels));
}
