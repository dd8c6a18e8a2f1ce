import { loadStanceAnnotator } from '../annotate/stance/load-annotator.ts';
import { createTargetMatcher } from '../annotate/target-matcher.ts';
import { createThemeAnnotator } from '../annotate/themes/theme-annotator.ts';
import { loadThemeModel } from '../annotate/themes/theme-model.ts';
import { createWhoseWords } from '../annotate/voice/whose-words.ts';
import { PORTION_RECORDS } from '../collect/collect-records.ts';
import { createDocumentSigner } from '../deduplicate/sign-documents.ts';
import { BugError } from '../errors/errors.ts';
import { createPseudonymizer } from '../normalize/author-key.ts';
import { createRemovalCheck } from '../normalize/removal.ts';
import { ADAPTERS } from '../sources/registry.ts';
import { openDatabase } from '../store/database.ts';
import { createLanguageIdentifier } from '../text/language.ts';
import { createZoneOffsets } from '../text/zone-offsets.ts';
import { createBatchTables } from './batch-tables.ts';
import { nodeFiles } from './node-files.ts';
import { nodeNetwork } from './node-network.ts';
import { type BatchDone, processUnit } from './process-unit.ts';
import type { UnitTask, WorkerSetup } from './worker-protocol.ts';

/** Processes units one after another with tools made once. */
export interface UnitProcessor {
  process(task: UnitTask, onBatch: (done: BatchDone) => void): Promise<void>;
  close(): void;
}

/**
 * Makes the tools of one thread: matcher, stance model, language identifier, scratch database. `onAnswered` is called with
 * the number of mentions that a service has just answered.
 */
export async function createUnitProcessor(
  setup: WorkerSetup,
  onAnswered: (mentions: number) => void = () => undefined,
): Promise<UnitProcessor> {
  const { study } = setup;
  const themes = study.annotators.themes;
  const scratch = await openDatabase({
    path: ':memory:',
    threads: 1,
    memoryLimitMb: setup.memoryLimitMb,
    temporaryFolder: setup.temporaryFolder,
  });
  const annotate = {
    targets: study.targets,
    themes: study.themes,
    matcher: createTargetMatcher(study.targets, study.themes),
    whoseWords: createWhoseWords(),
    stance: await loadStanceAnnotator(study.annotators.stance, study.folder, {
      targets: study.targets,
      network: nodeNetwork,
      onAnswered,
    }),
    themeModel: themes === undefined ? null : createThemeAnnotator(await loadThemeModel(themes, study)),
  };
  const identifier = createLanguageIdentifier();
  const [sign, tables] = [createDocumentSigner(), createBatchTables()];
  const former = setup.authorKeys.former.map((key) => createPseudonymizer(key));
  const shared = {
    pseudonymize: createPseudonymizer(setup.authorKeys.current),
    formerPseudonyms: (family: string, handle: string) => former.map((of) => of(family, handle)),
    removal: createRemovalCheck(setup.removal),
    identifyLanguage: (text: string) => identifier.identify(text).language,
    offsetAt: createZoneOffsets(),
  };
  return {
    process: async (task, onBatch) => {
      const source = study.sources.find((s) => s.id === task.unit.sourceId);
      const adapter = ADAPTERS.find((a) => a.name === source?.adapter);
      if (source === undefined || adapter === undefined)
        throw new BugError(`no source ${task.unit.sourceId}`);
      await processUnit(task.unit, task.folder, {
        files: nodeFiles,
        scratch,
        source,
        adapter,
        normalize: { source, ...shared },
        sign,
        annotate: { ...annotate, domain: source.domain },
        tables,
        portionRecords: portionRecords(study),
        now: () => performance.now(),
        onBatch,
      });
    },
    close: () => {
      annotate.stance.close();
      scratch.close();
    },
  };
}

/** What someone else is asked is asked for whole batches: for many at once, and messages count from the beginning of the batch. */
function portionRecords({ annotators: { stance } }: WorkerSetup['study']): number {
  return stance.kind === 'linear' || stance.kind === 'column' ? PORTION_RECORDS : Number.POSITIVE_INFINITY;
}
