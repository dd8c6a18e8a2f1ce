import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import {
  type CheckOutcome,
  VERIFICATION_CHECKS,
  type Verification,
  type VerificationCheck,
} from '../domain/verification.ts';
import { SourceError, StudyError, StudyProblems } from '../errors/errors.ts';
import { openCorpus } from '../store/corpus.ts';
import type { StudyConfig } from '../study/config.ts';
import { inCorpusThread } from './corpus-thread.ts';
import { openWorkspace, withCorpus } from './finish-run.ts';
import { unitFolder } from './part-store.ts';
import type { ReportProgress } from './progress.ts';
import { readBatches } from './read-batches.ts';
import { readPolls } from './read-polls.ts';
import type { FinishContext } from './run-context.ts';
import { type ManifestInput, type RunManifest, STUDY_FILE } from './run-manifest.ts';
import { haveThreads } from './side-stage.ts';
import { stageVersions } from './stages.ts';
import { readCodings } from './study-codings.ts';
import { checkCustody } from './verify-custody.ts';
import { checkDeletion } from './verify-deletion.ts';
import { checkFiles, checkManifest } from './verify-files.ts';
import { checkNumbers } from './verify-numbers.ts';
import { checkStored, type StoredAsked, type StoredChecks } from './verify-records.ts';
import { checkSeal } from './verify-seal.ts';
import { checkAttachments, checkSources } from './verify-sources.ts';
import type { UnitTask } from './worker-protocol.ts';

/** What verifying needs from outside. */
export interface VerifyOptions {
  /** Folder of the run; nothing is written there. */
  readonly out: string;
  /** Folder of the study; null = where the manifest says it was. */
  readonly studyFolder: string | null;
  readonly threads: number;
  readonly progress: ReportProgress;
  readonly now: () => number;
}

/**
 * Compares a finished run with what it was made from: its files with their digests, the files of the study with the records
 * of the store, the records with the Merkle roots, the quotes with their documents, and the finding with what the store gives.
 * @throws {StudyError} `verify/no-run`
 */
export async function verifyRun(options: VerifyOptions): Promise<Verification> {
  const { out } = options;
  const { manifest, outcome } = await checkManifest(out);
  if (manifest === null) return conclude(null, [outcome]);
  const files = await checkFiles(out, manifest);
  const temporary = await mkdtemp(join(tmpdir(), 'groundswell-verify-'));
  try {
    const outcomes = await checkContents({ ...options, manifest, temporary, files });
    const custody = await checkCustody(out, manifest);
    return conclude(manifest, [outcome, files, ...outcomes, custody, await checkSeal(out)]);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Of the process that reads the sources again: it holds one part at a time. */
const COMPARE_MEMORY_MB = 400;

interface VerifyContext extends VerifyOptions {
  readonly manifest: RunManifest;
  readonly temporary: string;
  readonly files: CheckOutcome;
}

/** What is in the files: sources, records, quotes, numbers. A damaged store is not read further. */
async function checkContents(context: VerifyContext): Promise<CheckOutcome[]> {
  const { out, manifest, files } = context;
  const damaged = new Set(files.mismatches.map((mismatch) => mismatch.file));
  if (damaged.has(STUDY_FILE)) return [];
  const study = await readStudy(context);
  const tasks = rebuildTasks(manifest.inputs, { study, out });
  const isStoreWhole = ![...damaged].some((file) => file.startsWith('store/parts/'));
  const base = await finishContext(context, { tasks, isStoreWhole });
  const attached = await checkAttachments(study, manifest.attachments);
  const isAttached = attached.mismatches.length + attached.missing.length === 0;
  const asked = {
    study,
    manifest,
    tasks,
    damaged: new Set([...damaged].map((file) => join(out, file))),
    threads: context.threads,
    memoryLimitMb: COMPARE_MEMORY_MB,
    temporaryFolder: base.temporaryFolder,
  };
  // The store is not written to, so all checks go on at a time where there is more than one thread.
  const reading = checkSources(asked, attached);
  const stored = isStoreWhole ? beginStored(study, base, context) : Promise.resolve(null);
  const fromStore = !isStoreWhole
    ? Promise.resolve([])
    : rederive(study, { ...context, base, damaged, isAttached, stored }).then(async (numbers) => [
        numbers,
        await rederiveDeletion(study, base, context),
      ]);
  // All are waited for, also where one fails: the others still use the temporary folder.
  const settled = await Promise.allSettled([reading, stored, fromStore]);
  const failed = settled.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') return [unreadableStore(failed.reason)];
  const [sources, records, numbers] = await Promise.all([reading, stored, fromStore]);
  return [sources, ...(records?.outcomes ?? []), ...numbers];
}

/** Checks records and quotes beside the numbers, where there are threads for it, and else before them. */
async function beginStored(
  study: StudyConfig,
  base: FinishContext,
  { manifest, out }: VerifyContext,
): Promise<StoredChecks> {
  const exhibits = (await readKeptFinding(out))?.exhibits ?? null;
  const parts = base.batches.parts.raw_record;
  const asked: StoredAsked = { manifest, out, parts, exhibits };
  const context = { ...base, study };
  if (haveThreads(context)) return inCorpusThread('check-stored', context, asked);
  const database = await openWorkspace(base);
  try {
    const corpus = await openCorpus(database, base.batches.parts);
    return await checkStored({ study, database, corpus }, asked);
  } finally {
    database.close();
  }
}

/** The digests fit and yet the store cannot be read: it was not written by a run. */
function unreadableStore(error: unknown): CheckOutcome {
  if (!(error instanceof SourceError) || error.code !== 'store/query-failed') throw error;
  const [problem = ''] = error.message.split('\n');
  const remedy = 'take the store from a copy of the folder, or remove the folder and run the study again';
  return {
    check: 'records',
    state: 'differs',
    detail: 'the store cannot be read',
    mismatches: [{ check: 'records', file: 'store', problem, remedy }],
    missing: [],
  };
}

async function rederive(
  study: StudyConfig,
  context: VerifyContext & {
    readonly base: FinishContext;
    readonly damaged: ReadonlySet<string>;
    readonly isAttached: boolean;
    readonly stored: Promise<StoredChecks | null>;
  },
): Promise<CheckOutcome> {
  const { base, manifest, out, damaged, stored } = context;
  const recordDigests = stored.then((checks) => (checks as StoredChecks).digests);
  // Where it fails and nothing asks for it, the failure is told by the check of the records.
  recordDigests.catch(() => undefined);
  if (!haveThreads({ ...base, study })) await Promise.allSettled([stored]);
  const notChecked = (detail: string): CheckOutcome => uncheckedBecause('numbers', detail);
  const other = otherVersion(manifest);
  if (other !== null) return notChecked(other);
  if (!context.isAttached) return notChecked('codings or polls are not as they were');
  try {
    const codings = await readCodings(study);
    const polls = await readPolls(study);
    return await checkNumbers(
      study,
      { ...base, recordDigests, codings, polls, keptStore: join(out, 'store') },
      { out, damaged },
    );
  } catch (error) {
    // A model or a program in the folder of the study, which is not here.
    if (error instanceof StudyError || error instanceof StudyProblems) return notChecked(error.message);
    throw error;
  }
}

/** What a later look at the addresses gave. A change of its bytes is known from its digest; here its numbers are made again. */
async function rederiveDeletion(
  study: StudyConfig,
  base: FinishContext,
  { manifest, out }: VerifyContext,
): Promise<CheckOutcome> {
  const other = otherVersion(manifest);
  return other === null
    ? checkDeletion((work) => withCorpus(study, base, work), { study, out, runId: manifest.runId })
    : uncheckedBecause('deletion', other);
}

/** Why numbers of a run cannot be made again by this program; null = they can. */
function otherVersion(manifest: RunManifest): string | null {
  const versions = stageVersions();
  const other = Object.keys({ ...versions, ...manifest.stages }).find(
    (stage) => versions[stage] !== manifest.stages[stage],
  );
  return other === undefined
    ? null
    : `the run was made by Groundswell ${manifest.version}, whose stage "${other}" is another: verify it with that version`;
}

async function readStudy({ out, studyFolder, manifest }: VerifyContext): Promise<StudyConfig> {
  const study = JSON.parse(await readFile(join(out, STUDY_FILE), 'utf8')) as StudyConfig;
  return { ...study, folder: studyFolder ?? resolve(out, manifest.study.folder) };
}

async function readKeptFinding(out: string): Promise<Finding | null> {
  const text = await readFile(join(out, 'finding.json'), 'utf8').catch(() => '');
  try {
    return JSON.parse(text) as Finding;
  } catch {
    return null;
  }
}

/** The units of a run, as its manifest names them. */
function rebuildTasks(
  inputs: readonly ManifestInput[],
  { study, out }: { readonly study: StudyConfig; readonly out: string },
): UnitTask[] {
  const units = Map.groupBy(inputs, ({ source, unit, annotation }) => `${source} ${unit} ${annotation}`);
  return [...units.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const slices = group.map(({ path, start, end, firstLine, sha256 }) => ({
      path,
      absolutePath: resolve(study.folder, path),
      start,
      end,
      firstLine,
      digest: sha256,
    }));
    const bytes = slices.reduce((sum, slice) => sum + slice.end - slice.start, 0);
    const folder = unitFolder(join(out, 'store'), first.unit, first.annotation);
    return [{ unit: { sourceId: first.source, slices, bytes }, folder }];
  });
}

const NO_PARTS = {
  parts: { raw_record: [], rejected_record: [], document: [], signature: [], mention: [], annotation: [] },
  recordsIn: new Map<string, number>(),
  keys: [],
};

async function finishContext(
  { manifest, temporary, threads, progress, now }: VerifyContext,
  { tasks, isStoreWhole }: { readonly tasks: readonly UnitTask[]; readonly isStoreWhole: boolean },
): Promise<FinishContext> {
  const files = Map.groupBy(manifest.inputs, (input) => input.source);
  return {
    out: join(temporary, 'out'),
    threads,
    keyFile: '',
    progress,
    now,
    randomBytes: (n) => new Uint8Array(n),
    version: manifest.version,
    batches: isStoreWhole ? await readBatches(tasks) : NO_PARTS,
    nFiles: new Map(
      [...files].map(([source, inputs]) => [source, new Set(inputs.map(({ path }) => path)).size]),
    ),
    storeFolder: join(temporary, 'store'),
    temporaryFolder: join(temporary, 'spill'),
    codings: { digest: null, waves: [], files: [] },
    polls: [],
  };
}

/** Adds the checks that were not made, and says what the whole amounts to. */
function conclude(manifest: RunManifest | null, outcomes: readonly CheckOutcome[]): Verification {
  const made = new Map(outcomes.map((outcome) => [outcome.check, outcome]));
  const checks = VERIFICATION_CHECKS.map((check) => made.get(check) ?? notMade(check));
  const rest = checks.filter(({ check }) => check !== 'sources');
  const sources = made.get('sources');
  return {
    schema: 'groundswell-verification/1',
    isVerified: rest.every(({ state }) => state === 'agrees') && sources?.state !== 'differs',
    runId: manifest?.runId ?? null,
    manifestDigest: manifest?.digest ?? null,
    recordsRoot: manifest?.recordsRoot ?? null,
    checks,
  };
}

function notMade(check: VerificationCheck): CheckOutcome {
  return uncheckedBecause(check, 'what it rests on is damaged');
}

function uncheckedBecause(check: VerificationCheck, detail: string): CheckOutcome {
  return { check, state: 'not-checked', detail, mismatches: [], missing: [] };
}
