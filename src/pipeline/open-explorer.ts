import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  AskedSelection,
  ExploreChoices,
  Explored,
  ExploredMentions,
  SelectionMeasure,
} from '../domain/explored.ts';
import type { MARK_LABELS } from '../domain/mention-selection.ts';
import { SourceError, StudyError } from '../errors/errors.ts';
import { openCorpus } from '../store/corpus.ts';
import { openDatabase } from '../store/database.ts';
import { clustersOf } from '../store/queries/mention-index.ts';
import type { StudyConfig } from '../study/config.ts';
import { exploreMentions, type MentionStore } from './explore-mentions.ts';
import { exploreChoices, exploreSelections, readSelection, selectionStudy } from './explore-selections.ts';
import { openMentionIndex } from './mention-index.ts';
import { withLastRun } from './open-run.ts';
import type { RunOptions } from './run-context.ts';
import { readFinding } from './run-study.ts';

/** Answers about selections of the mentions of one run. */
export interface Explorer {
  choices(): Promise<ExploreChoices>;
  selections(asked: {
    readonly selections: readonly AskedSelection[];
    readonly measure: SelectionMeasure;
  }): Promise<Explored>;
  mentions(asked: {
    readonly selection: AskedSelection;
    /** First day of a period of the study; null = the period of the selection. */
    readonly at: string | null;
    readonly label: (typeof MARK_LABELS)[number] | null;
    readonly offset: number;
  }): Promise<ExploredMentions>;
  close(): void;
}

interface OpenedRun extends MentionStore {
  readonly choices: ExploreChoices;
  /** What tells whether the run is still the one that was opened. */
  readonly made: string;
  /** Folder of the run. */
  readonly out: string;
}

/** Opens the mentions of a study's last run when they are first asked for, and anew after another run. */
export function openExplorer(
  study: () => Promise<StudyConfig>,
  runOf: (study: StudyConfig) => RunOptions,
): Explorer {
  let opened: OpenedRun | null = null;
  const refresh = async (): Promise<OpenedRun> => {
    if (opened !== null && opened.made === (await madeAt(opened.out)) && existsSync(opened.index))
      return opened;
    opened?.database.close();
    opened = null;
    const config = await study();
    opened = await openRun(config, runOf(config));
    return opened;
  };
  // One after another: two requests at the start must not make the index twice.
  let turn: Promise<unknown> = Promise.resolve();
  const current = (): Promise<OpenedRun> => {
    const next = turn.then(refresh);
    turn = next.catch(() => undefined);
    return next;
  };
  return {
    choices: async () => (await current()).choices,
    selections: async ({ selections, measure }) => {
      const { choices, selectionStudy: of } = await current();
      const read = selections.map((one) => readSelection(one, choices));
      return exploreSelections(of, read, measure);
    },
    mentions: async ({ selection, at, label, offset }) => {
      const store = await current();
      const bin = at === null ? null : store.choices.periods.findIndex(({ start }) => start === at);
      const read = readSelection(selection, store.choices);
      return exploreMentions(store, { selection: read, bin, label, offset }).catch((cause: unknown) => {
        throw isVanished(cause) ? gone(store.out, 'parts of its store are gone', cause) : cause;
      });
    },
    close: () => {
      opened?.database.close();
      opened = null;
    },
  };
}

/** When the finding of a folder was written. */
async function madeAt(out: string): Promise<string> {
  const found = await stat(join(out, 'finding.json')).catch(() => null);
  return found === null ? '' : `${found.mtimeMs} ${found.size}`;
}

const MEMORY_LIMIT_MB = 900;

async function openRun(study: StudyConfig, run: RunOptions): Promise<OpenedRun> {
  const made = await madeAt(run.out);
  const finding = await readFinding(run.out);
  if (finding === null) throw new StudyError('report/no-finding', { path: run.out });
  if (finding.study.configDigest !== study.digest)
    throw new StudyError('explore/no-run', {
      path: run.out,
      problem: 'the study file was changed after the run',
    });
  const database = await openDatabase({
    path: ':memory:',
    threads: Math.max(1, run.threads),
    memoryLimitMb: MEMORY_LIMIT_MB,
    temporaryFolder: join(run.out, 'store', 'temporary'),
  });
  try {
    return await withLastRun(study, run, async (stage) => {
      const { index, paths } = await openMentionIndex(stage);
      return {
        study,
        database,
        corpus: await openCorpus(database, stage.batches.parts),
        selectionStudy: selectionStudy(study, finding, index),
        index: paths.author,
        clusters: clustersOf(paths),
        choices: exploreChoices(study, finding, index),
        made,
        out: run.out,
      };
    });
  } catch (cause) {
    database.close();
    throw explained(cause, run.out);
  }
}

/** What is said of samples where there is no run is said of mentions. */
function explained(cause: unknown, path: string): unknown {
  if (isVanished(cause)) return gone(path, 'parts of its store are gone', cause);
  return cause instanceof StudyError && cause.code === 'codings/no-run'
    ? gone(path, 'the study, its annotator or its files have changed since', cause)
    : cause;
}

function isVanished(cause: unknown): boolean {
  return cause instanceof SourceError && /no files found|cannot open/i.test(cause.message);
}

function gone(path: string, problem: string, cause: unknown): StudyError {
  return new StudyError('explore/no-run', { path, problem }, { cause });
}
