import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckOutcome, Mismatch } from '../domain/verification.ts';
import { StudyError } from '../errors/errors.ts';
import { INPUT_CACHE_FILE, readInputCache } from './plan-units.ts';
import { CHECKSUMS_FILE, type FileDigest, fileDigest, readChecksums } from './run-checksums.ts';
import { manifestText, type RunManifest } from './run-manifest.ts';

/** A manifest as it was written, and what is wrong with it. */
export interface CheckedManifest {
  /** Null where the file is not as it was written: then nothing that it names can be relied on. */
  readonly manifest: RunManifest | null;
  readonly outcome: CheckOutcome;
}

/**
 * Reads `manifest.json` and compares it with the digest in its last line.
 * @throws {StudyError} `verify/no-run` where there is none, or one of a version that kept no such digest
 */
export async function checkManifest(out: string): Promise<CheckedManifest> {
  const text = await readFile(join(out, 'manifest.json'), 'utf8').catch((cause: unknown) => {
    const problem = 'there is no manifest.json';
    throw new StudyError('verify/no-run', { path: out, problem }, { cause });
  });
  const manifest = parseManifest(text);
  if (manifest === 'older')
    throw new StudyError('verify/no-run', {
      path: out,
      problem: 'its manifest is of a version that kept no digests of the store',
    });
  const mismatches: Mismatch[] =
    manifest === null
      ? [
          {
            check: 'manifest',
            file: 'manifest.json',
            problem: 'it is not as the run wrote it: its digest is another one',
            remedy: 'take the file from a copy of the folder, or make the run again',
          },
        ]
      : [];
  return {
    manifest,
    outcome: {
      check: 'manifest',
      state: manifest === null ? 'differs' : 'agrees',
      detail: manifest === null ? 'manifest.json was changed' : `run ${manifest.runId}`,
      mismatches,
      missing: [],
    },
  };
}

function parseManifest(text: string): RunManifest | 'older' | null {
  try {
    const { digest, ...rest } = JSON.parse(text) as RunManifest;
    if (manifestText(rest) === text) return { ...rest, digest };
    return digest === undefined && `${JSON.stringify(rest, null, 1)}\n` === text ? 'older' : null;
  } catch {
    return null;
  }
}

const REMEDIES = {
  store: 'take the file from a copy of the folder, or remove the folder and run the study again',
  output: 'run the study again: it is made anew from the store',
  cache: 'delete it: the next run makes it anew',
} as const;

/** Compares every file that the manifest names, itself or through the list of checksums, with its digest. */
export async function checkFiles(out: string, manifest: RunManifest): Promise<CheckOutcome> {
  const list = await readFile(join(out, CHECKSUMS_FILE), 'utf8').catch(() => '');
  const store = readChecksums(list);
  const mismatches = [
    ...(await compareFiles(out, manifest.outputs, REMEDIES.output)),
    ...(await compareFiles(out, store, REMEDIES.store)),
    ...(await checkInputCache(out)),
  ];
  return {
    check: 'files',
    state: mismatches.length === 0 ? 'agrees' : 'differs',
    detail: `${manifest.outputs.length + store.length} files of the run`,
    mismatches,
    missing: [],
  };
}

async function compareFiles(
  out: string,
  digests: readonly FileDigest[],
  remedy: string,
): Promise<Mismatch[]> {
  const mismatches: Mismatch[] = [];
  for (const { file, sha256 } of digests) {
    const found = await fileDigest(join(out, file)).catch(() => null);
    if (found === sha256) continue;
    const problem = found === null ? 'it is missing or cannot be read' : 'its bytes are not those of the run';
    mismatches.push({ check: 'files', file, problem, remedy });
  }
  return mismatches;
}

async function checkInputCache(out: string): Promise<Mismatch[]> {
  const path = join(out, 'store', INPUT_CACHE_FILE);
  if (!existsSync(path) || readInputCache(await readFile(path, 'utf8')) !== null) return [];
  const file = `store/${INPUT_CACHE_FILE}`;
  const problem = 'its bytes are not as they were written; no number rests on it';
  return [{ check: 'files', file, problem, remedy: REMEDIES.cache }];
}
