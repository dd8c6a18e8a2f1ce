import { readFile } from 'node:fs/promises';
import type { RecordDigests } from '../domain/finding.ts';
import { inCorpusThread } from './corpus-thread.ts';
import { digestStage } from './record-roots.ts';
import type { StageContext, StudyContext } from './run-context.ts';
import { runStage } from './run-stage.ts';
import { beginStage, haveThreads, type SideStage } from './side-stage.ts';
import type { Stage } from './stages.ts';

/** Not among the stages of the manifest: what it gives stands there itself. */
const DIGEST: Stage = {
  name: 'digest',
  version: '1',
  reads: ['raw_record'],
  writes: ['record_digest'],
  slice: () => null,
};

/** The digest and the roots of the records used, while and after they are taken. */
interface KeptDigests {
  readonly read: (stage: StageContext) => Promise<RecordDigests>;
  readonly ended: () => Promise<unknown>;
}

/**
 * The digest and the roots of the records used, taken once for the same parts: where there are threads for it, beside other work from the
 * moment on at which that leaves a core.
 */
export function keepRecordDigests(context: StudyContext, spareCore: Promise<void>): KeptDigests {
  const { recordDigests } = context;
  if (recordDigests !== undefined)
    return { read: () => recordDigests, ended: () => Promise.allSettled([recordDigests]) };
  const file = 'records.json';
  let begun: SideStage | null = null;
  const beginning = haveThreads(context)
    ? spareCore.then(() => {
        begun = beginStage(DIGEST, context, { file, work: (of, path) => inCorpusThread('digest', of, path) });
        return begun;
      })
    : null;
  return {
    read: async (stage) => {
      const path = await ((await beginning)?.path() ?? runStage(DIGEST, stage, { file, work: digestStage }));
      return JSON.parse(await readFile(path, 'utf8')) as RecordDigests;
    },
    // Where a run fails before it began, nothing goes on.
    ended: async () => begun?.ended,
  };
}
