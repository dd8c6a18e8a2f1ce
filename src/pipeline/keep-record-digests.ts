import { readFile } from 'node:fs/promises';
import type { RecordDigests } from '../domain/finding.ts';
import { inCorpusThread } from './corpus-thread.ts';
import { digestStage } from './record-roots.ts';
import type { StageContext, StudyContext } from './run-context.ts';
import { runStage } from './run-stage.ts';
import { beginStage, haveThreads } from './side-stage.ts';
import type { Stage } from './stages.ts';

/** Not among the stages of the manifest: what it gives stands there itself. */
const DIGEST: Stage = {
  name: 'digest',
  version: '1',
  reads: ['raw_record'],
  writes: ['record_digest'],
  slice: () => null,
};

/** The digest and the roots of the records used, taken once for the same parts: beside other work where there are threads for it. */
export function keepRecordDigests(context: StudyContext): {
  readonly read: (stage: StageContext) => Promise<RecordDigests>;
  readonly ended: Promise<unknown>;
} {
  const { recordDigests } = context;
  if (recordDigests !== undefined)
    return { read: () => recordDigests, ended: Promise.allSettled([recordDigests]) };
  const file = 'records.json';
  const begun = haveThreads(context)
    ? beginStage(DIGEST, context, { file, work: (of, path) => inCorpusThread('digest', of, path) })
    : null;
  return {
    read: async (stage) => {
      const path = await (begun?.path() ?? runStage(DIGEST, stage, { file, work: digestStage }));
      return JSON.parse(await readFile(path, 'utf8')) as RecordDigests;
    },
    ended: begun?.ended ?? Promise.resolve(),
  };
}
