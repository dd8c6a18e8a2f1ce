import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim } from '../domain/claim.ts';
import type { Estimate } from '../domain/estimate.ts';
import type { Finding } from '../domain/finding.ts';
import { StudyError } from '../errors/errors.ts';
import { numberPlaces } from '../report/number-place.ts';
import type { StudyConfig } from '../study/config.ts';
import { compareFindings, type FindingDifference } from './compare-findings.ts';
import { type RunManifest, STUDY_FILE } from './run-manifest.ts';

/** What a number may change because of. */
export const DIFF_CAUSES = ['data', 'query', 'model', 'code', 'codings'] as const;

/** One of {@link DIFF_CAUSES}. */
export type DiffCause = (typeof DIFF_CAUSES)[number];

/** A thing that two runs have differently; null = one of them has it not. */
export interface Difference {
  readonly cause: DiffCause;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A number that differs between two runs. */
export interface MovedNumber {
  readonly id: string;
  readonly before: Estimate | null;
  readonly after: Estimate | null;
  /** After − before; null where one has no number. */
  readonly change: number | null;
  /** Whether the intervals have no point in common. */
  readonly isApart: boolean;
}

/** A claim whose verdict differs; null = not among the claims of one run. */
interface MovedVerdict {
  readonly claim: string;
  readonly before: Claim['verdict'];
  readonly after: Claim['verdict'];
}

/** What differs between two runs, and because of what. */
export interface RunDiff {
  readonly schema: 'groundswell-diff/1';
  readonly runs: readonly [string, string];
  readonly isSame: boolean;
  readonly causes: readonly Difference[];
  readonly headline: readonly [Finding['headline'], Finding['headline']];
  readonly nNumbers: number;
  /** The most clearly moved first: apart, then by size. */
  readonly numbers: readonly MovedNumber[];
  readonly verdicts: readonly MovedVerdict[];
}

interface Run {
  readonly finding: Finding;
  readonly manifest: RunManifest;
  readonly study: StudyConfig;
}

/**
 * Compares two finished runs by their folders. Only what the runs kept is read; neither study nor sources are needed.
 * @throws {StudyError} `diff/no-run`
 */
export async function diffRuns(folderA: string, folderB: string): Promise<RunDiff> {
  const [a, b] = await Promise.all([readRun(folderA), readRun(folderB)]);
  const { numbers, nNumbers } = movedNumbers(a.finding, b.finding);
  return {
    schema: 'groundswell-diff/1',
    runs: [a.manifest.runId, b.manifest.runId],
    isSame: JSON.stringify(a.finding) === JSON.stringify(b.finding),
    causes: [
      ...dataDifferences(a, b),
      ...queryDifferences(a, b),
      ...modelDifferences(a, b),
      ...codeDifferences(a, b),
      ...attachmentDifferences(a, b),
    ],
    headline: [a.finding.headline, b.finding.headline],
    nNumbers,
    numbers,
    verdicts: movedVerdicts(a.finding, b.finding),
  };
}

async function readRun(folder: string): Promise<Run> {
  const read = async <Part>(file: string): Promise<Part> => {
    const path = join(folder, file);
    try {
      return JSON.parse(await readFile(path, 'utf8')) as Part;
    } catch (cause) {
      const problem = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
      throw new StudyError('diff/no-run', { path, problem }, { cause });
    }
  };
  return {
    finding: await read('finding.json'),
    manifest: await read('manifest.json'),
    study: await read(STUDY_FILE),
  };
}

/** Every name that either side has, with what it stands for there; those alike are left out. */
function differing(
  cause: DiffCause,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Difference[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((what) => {
    const [a, b] = [before.get(what) ?? null, after.get(what) ?? null];
    return a === b ? [] : [{ cause, what, before: a, after: b }];
  });
}

function dataDifferences(a: Run, b: Run): Difference[] {
  const sources = ({ manifest }: Run) =>
    new Map(
      (manifest.sourceRoots ?? []).map((one) => [
        `source ${one.source}`,
        `${one.nRecords} records, root ${one.root.slice(0, 16)}…`,
      ]),
    );
  const files = ({ manifest }: Run) =>
    new Map(
      Map.groupBy(manifest.inputs, ({ source, path }) => `file ${source}: ${path}`)
        .entries()
        .map(([name, slices]) => [
          name,
          slices.map(({ start, end, sha256 }) => `${start}–${end} ${sha256.slice(0, 16)}…`).join(', '),
        ]),
    );
  const records = ({ manifest }: Run) =>
    new Map([['records', `${manifest.nRecords} records, digest ${manifest.recordsDigest.slice(0, 16)}…`]]);
  return [
    ...differing('data', records(a), records(b)),
    ...differing('data', sources(a), sources(b)),
    ...differing('data', files(a), files(b)),
  ];
}

/** Keys of the study that belong to another cause or only say where things are. */
const NOT_QUERY = new Set(['digest', 'folder', 'privacy', 'annotators', 'polls']);

function queryDifferences(a: Run, b: Run): Difference[] {
  const query = ({ study }: Run) =>
    Object.fromEntries(Object.entries(study).filter(([key]) => !NOT_QUERY.has(key)));
  const plan = ({ manifest }: Run) =>
    new Map([['plan declared before measuring', manifest.planDigest ?? '']]);
  return [
    ...differing('query', plan(a), plan(b)),
    ...compareFindings(query(a), query(b), 200).map(
      ({ id, kept, derived }: FindingDifference): Difference => ({
        cause: 'query',
        what: id,
        before: kept === undefined ? null : JSON.stringify(kept),
        after: derived === undefined ? null : JSON.stringify(derived),
      }),
    ),
  ];
}

function modelDifferences(a: Run, b: Run): Difference[] {
  const models = ({ manifest, study }: Run) =>
    new Map([
      ...manifest.annotators.map(
        ({ layer, name, version }) => [`annotator of ${layer}`, `${name} ${version}`] as const,
      ),
      ['how it is asked', JSON.stringify(study.annotators)],
    ]);
  return differing('model', models(a), models(b));
}

function codeDifferences(a: Run, b: Run): Difference[] {
  const code = ({ manifest }: Run) =>
    new Map([
      ['program', manifest.version],
      ...Object.entries(manifest.stages).map(([stage, version]) => [`stage ${stage}`, version] as const),
    ]);
  return differing('code', code(a), code(b));
}

function attachmentDifferences(a: Run, b: Run): Difference[] {
  const files = ({ manifest }: Run) =>
    new Map(
      (manifest.attachments ?? []).map(({ kind, path, sha256 }) => [
        `${kind} ${path}`,
        `${sha256.slice(0, 16)}…`,
      ]),
    );
  return differing('codings', files(a), files(b));
}

function movedNumbers(a: Finding, b: Finding): { numbers: MovedNumber[]; nNumbers: number } {
  const [before, after] = [estimatesOf(a), estimatesOf(b)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const numbers = ids.flatMap((id): MovedNumber[] => {
    const [one, other] = [before.get(id) ?? null, after.get(id) ?? null];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    if (one?.kind !== 'estimate' || other?.kind !== 'estimate')
      return [{ id, before: one, after: other, change: null, isApart: false }];
    const isApart = one.interval.upper < other.interval.lower || other.interval.upper < one.interval.lower;
    return [{ id, before: one, after: other, change: other.value - one.value, isApart }];
  });
  const size = ({ change }: MovedNumber): number => Math.abs(change ?? 0);
  return {
    nNumbers: ids.length,
    numbers: numbers.sort(
      (x, y) => Number(y.isApart) - Number(x.isApart) || size(y) - size(x) || (x.id < y.id ? -1 : 1),
    ),
  };
}

/** Estimates in the foreground by their place; variants come after them and are left out. */
function estimatesOf(finding: Finding): ReadonlyMap<string, Estimate> {
  const estimates = new Map<string, Estimate>();
  for (const { id, estimate } of numberPlaces(finding).values())
    if (estimate !== null && !estimates.has(id)) estimates.set(id, estimate);
  return estimates;
}

function movedVerdicts(a: Finding, b: Finding): MovedVerdict[] {
  const [before, after] = [a, b].map(({ claims }) => new Map(claims.map(({ id, verdict }) => [id, verdict])));
  const ids = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
  return ids
    .map((claim) => ({ claim, before: before?.get(claim) ?? null, after: after?.get(claim) ?? null }))
    .filter((one) => one.before !== one.after);
}
