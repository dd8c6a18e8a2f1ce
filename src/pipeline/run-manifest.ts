import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { CustodyHead } from '../domain/custody.ts';
import type { Finding, FindingManifest } from '../domain/finding.ts';
import type { StudyConfig } from '../study/config.ts';
import { custodyHead } from './custody.ts';
import { writeWhole } from './part-store.ts';
import type { ProgressEvent } from './progress.ts';
import { CHECKSUMS_FILE, type FileDigest, fileDigest, writeChecksums } from './run-checksums.ts';
import type { FinishContext } from './run-context.ts';
import { codingsFolder } from './study-codings.ts';
import type { UnitTask } from './worker-protocol.ts';

/** What one run of a stage took and gave. */
interface StageRecord {
  readonly name: string;
  readonly seconds: number;
  /** True when its output was there already. */
  readonly skipped: boolean;
  readonly rows: number;
  /** Folder of what it made, relative to the store. */
  readonly output?: string;
  /** Seconds of work in the threads, by stage; they add up to more than `seconds` when threads work side by side. */
  readonly threadSeconds?: Readonly<Record<string, number>>;
}

/** Bytes `[start, end)` of a file as read, with their SHA-256 in hexadecimal, and where in the store their records are. */
export interface ManifestInput {
  readonly source: string;
  /** Relative to the folder of the study. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly sha256: string;
  /** Key of the unit in the store, and of its annotation. */
  readonly unit: string;
  readonly annotation: string;
}

/** A file beside the sources that the numbers rest on. */
export interface Attachment {
  readonly kind: 'coding' | 'poll';
  /** Relative to the folder of the study. */
  readonly path: string;
  readonly sha256: string;
}

/**
 * `manifest.json`: what a run read, did and wrote. It holds clock times and so differs between runs of the same study;
 * what does not depend on the clock stands in `finding.json` too.
 */
export interface RunManifest extends FindingManifest {
  readonly schema: 'groundswell-manifest/1';
  readonly study: {
    readonly id: string;
    readonly configDigest: string;
    /** Folder of the study as seen from the folder of the run. */
    readonly folder: string;
  };
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  readonly seconds: number;
  readonly threads: number;
  readonly node: string;
  readonly inputs: readonly ManifestInput[];
  /** Codings and polls, which the numbers rest on beside the records. */
  readonly attachments: readonly Attachment[];
  readonly sources: Finding['health'];
  readonly runs: readonly StageRecord[];
  readonly outputs: readonly FileDigest[];
  /** How far the log of what was done to the run went; absent in runs of versions that kept none. */
  readonly custody?: CustodyHead;
  /** SHA-256 of this file as it would be without this line: the last. */
  readonly digest: string;
}

/** What the manifest is made from. */
export interface RunRecord {
  readonly study: StudyConfig;
  readonly context: FinishContext;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly tasks: readonly UnitTask[];
  /** Digests of the parts, which may still be being taken. */
  readonly partDigests: Promise<readonly FileDigest[]>;
  readonly events: readonly ProgressEvent[];
}

/** Name of the study in the folder of the run, complete: every default filled. */
export const STUDY_FILE = 'study-as-run.json';

const OUTPUT_FILES = [
  'finding.json',
  'report.html',
  STUDY_FILE,
  CHECKSUMS_FILE,
  'multiverse.json',
  'multiverse.csv',
  'multiverse.svg',
  'deletion.json',
] as const;

/** Writes `manifest.json` beside the finding, with the study as it was run and the digests of the store. */
export async function writeRunManifest(finding: Finding, run: RunRecord): Promise<void> {
  const { study, context } = run;
  const { out } = context;
  const folder = shown(relative(out, study.folder)) || '.';
  const stages = run.events.flatMap((event) => {
    if (event.kind !== 'stage-end') return [];
    const { kind: _, stage, ...rest } = event;
    return [{ name: stage, ...rest }];
  });
  // Places on this machine are left out; the manifest says where the folder was, seen from here.
  const privacy = { ...study.privacy, keyFile: null };
  await writeWhole(join(out, STUDY_FILE), `${JSON.stringify({ ...study, folder: '.', privacy }, null, 1)}\n`);
  const sets = stages.flatMap(({ output }) => (output === undefined ? [] : [output]));
  await writeChecksums(out, { parts: await run.partDigests, sets });
  await writeManifest(out, {
    schema: 'groundswell-manifest/1',
    ...finding.manifest,
    study: { id: finding.study.id, configDigest: finding.study.configDigest, folder },
    startedAt: new Date(run.startedAt).toISOString(),
    seconds: (run.endedAt - run.startedAt) / 1000,
    threads: context.threads,
    node: process.version,
    inputs: run.tasks.flatMap(describeInputs),
    attachments: describeAttachments(study, context),
    sources: finding.health,
    runs: stages,
    outputs: await digestOutputs(out),
  });
}

/** Digests the outputs of a run again, when one of them was written after its manifest. */
export async function renewOutputs(out: string): Promise<void> {
  const text = await readFile(join(out, 'manifest.json'), 'utf8');
  const { digest: _, ...manifest } = JSON.parse(text) as RunManifest;
  await writeManifest(out, { ...manifest, outputs: await digestOutputs(out) });
}

/** The text of a manifest with its own digest as the last line. */
export function manifestText(manifest: Omit<RunManifest, 'digest'>): string {
  const digest = hash('sha256', `${JSON.stringify(manifest, null, 1)}\n`, 'hex');
  return `${JSON.stringify({ ...manifest, digest }, null, 1)}\n`;
}

async function writeManifest(out: string, manifest: Omit<RunManifest, 'digest'>): Promise<void> {
  const custody = await custodyHead(out);
  await writeWhole(join(out, 'manifest.json'), manifestText({ ...manifest, custody }));
}

async function digestOutputs(out: string): Promise<FileDigest[]> {
  const there = OUTPUT_FILES.filter((file) => existsSync(join(out, file)));
  return Promise.all(there.map(async (file) => ({ file, sha256: await fileDigest(join(out, file)) })));
}

function describeInputs({ unit, folder }: UnitTask): ManifestInput[] {
  return unit.slices.map(({ path, start, end, firstLine, digest }) => ({
    source: unit.sourceId,
    path,
    start,
    end,
    firstLine,
    sha256: digest,
    unit: basename(folder.path),
    annotation: folder.annotateKey,
  }));
}

function describeAttachments(study: StudyConfig, { codings, polls }: FinishContext): Attachment[] {
  const folder = codingsFolder(study);
  return [
    ...codings.files.map(({ path, sha256 }) => ({
      kind: 'coding' as const,
      path: shown(relative(study.folder, join(folder, path))),
      sha256,
    })),
    ...polls.map(({ config, sha256 }) => ({ kind: 'poll' as const, path: config.path, sha256 })),
  ];
}

function shown(path: string): string {
  return path.split(sep).join('/');
}
