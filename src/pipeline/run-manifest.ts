import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding, FindingManifest } from '../domain/finding.ts';
import type { InputUnit } from '../domain/input-unit.ts';
import { writeWhole } from './part-store.ts';
import type { ProgressEvent } from './progress.ts';

/** What one run of a stage took and gave. */
interface StageRecord {
  readonly name: string;
  readonly seconds: number;
  /** True when its output was there already. */
  readonly skipped: boolean;
  readonly rows: number;
  /** Seconds of work in the threads, by stage; they add up to more than `seconds` when threads work side by side. */
  readonly threadSeconds?: Readonly<Record<string, number>>;
}

/**
 * `manifest.json`: what a run read, did and wrote. It holds clock times and so differs between runs of the same study;
 * what does not depend on the clock stands in `finding.json` too.
 */
export interface RunManifest extends FindingManifest {
  readonly schema: 'groundswell-manifest/1';
  readonly study: { readonly id: string; readonly configDigest: string };
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  readonly seconds: number;
  readonly threads: number;
  readonly node: string;
  /** Bytes `[start, end)` of each file as read, with their SHA-256 in hexadecimal. */
  readonly inputs: readonly {
    readonly source: string;
    readonly path: string;
    readonly start: number;
    readonly end: number;
    readonly sha256: string;
  }[];
  readonly sources: Finding['health'];
  readonly runs: readonly StageRecord[];
  readonly outputs: readonly { readonly file: string; readonly sha256: string }[];
}

/** What the manifest is made from. */
export interface RunRecord {
  readonly out: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly threads: number;
  readonly units: readonly InputUnit[];
  readonly events: readonly ProgressEvent[];
}

/** Writes `manifest.json` beside the finding. */
export async function writeRunManifest(finding: Finding, run: RunRecord): Promise<void> {
  const outputs = ['finding.json', 'report.html'].map(async (file) => ({
    file,
    sha256: hash('sha256', await readFile(join(run.out, file)), 'hex'),
  }));
  const manifest: RunManifest = {
    schema: 'groundswell-manifest/1',
    ...finding.manifest,
    study: { id: finding.study.id, configDigest: finding.study.configDigest },
    startedAt: new Date(run.startedAt).toISOString(),
    seconds: (run.endedAt - run.startedAt) / 1000,
    threads: run.threads,
    node: process.version,
    inputs: run.units.flatMap(({ sourceId, slices }) =>
      slices.map(({ path, start, end, digest }) => ({ source: sourceId, path, start, end, sha256: digest })),
    ),
    sources: finding.health,
    runs: run.events.flatMap((event) => {
      if (event.kind !== 'stage-end') return [];
      const { kind: _, stage, ...rest } = event;
      return [{ name: stage, ...rest }];
    }),
    outputs: await Promise.all(outputs),
  };
  await writeWhole(join(run.out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
}
