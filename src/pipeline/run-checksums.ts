import { hash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { annotationFolder, batchFolder, completeBatches, writeWhole } from './part-store.ts';
import type { UnitTask } from './worker-protocol.ts';

/** Name of the list of digests in the folder of a run, in the form that `sha256sum --check` reads. */
export const CHECKSUMS_FILE = 'checksums.sha256';

/** A file of a run: its path in the run's folder, and the SHA-256 of its bytes, hexadecimal. */
export interface FileDigest {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Digests the parts that a run rests on: they change no more once they are read, so this can go on beside the stages. A file that the list
 * before names, and that was not written since, keeps its digest: damage that no program knows of is then still found.
 */
export async function digestParts(out: string, tasks: readonly UnitTask[]): Promise<FileDigest[]> {
  const paths = new Set<string>();
  for (const { folder } of tasks) {
    paths.add(join(folder.path, 'unit.json'));
    const batches = (await completeBatches(folder)) ?? 0;
    for (let batch = 0; batch < batches; batch++) {
      for (const inFolder of [batchFolder(folder, batch), annotationFolder(folder, batch)]) {
        for (const path of await filesOf(inFolder)) paths.add(path);
      }
    }
  }
  return digestFiles(out, paths);
}

/** Writes the digests of every file of the store that a run rests on: its parts and the outputs of its stages. */
export async function writeChecksums(
  out: string,
  run: { readonly parts: readonly FileDigest[]; readonly sets: readonly string[] },
): Promise<void> {
  const paths = new Set<string>();
  for (const set of run.sets) for (const path of await filesOf(join(out, 'store', set))) paths.add(path);
  const digests = [...run.parts, ...(await digestFiles(out, paths))];
  digests.sort((a, b) => (a.file < b.file ? -1 : 1));
  await writeWhole(
    join(out, CHECKSUMS_FILE),
    digests.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join(''),
  );
}

async function digestFiles(out: string, paths: ReadonlySet<string>): Promise<FileDigest[]> {
  const known = await readKnown(out);
  const digests: FileDigest[] = [];
  for (const path of paths) {
    const file = relative(out, path).split(sep).join('/');
    digests.push({ file, sha256: (await known(file, path)) ?? (await fileDigest(path)) });
  }
  return digests;
}

/** Gives the digest that the list before has of a file written before that list; null where there is none. */
async function readKnown(out: string): Promise<(file: string, path: string) => Promise<string | null>> {
  const list = join(out, CHECKSUMS_FILE);
  const facts = await stat(list).catch(() => null);
  if (facts === null || !(await isAsNamed(out))) return async () => null;
  const digests = new Map(
    readChecksums(await readFile(list, 'utf8')).map(({ file, sha256 }) => [file, sha256]),
  );
  return async (file, path) => {
    const sha256 = digests.get(file);
    return sha256 !== undefined && (await stat(path)).mtimeMs < facts.mtimeMs ? sha256 : null;
  };
}

/** Whether the list is the one that the manifest names: not one that was changed, or left by a run that was killed before its manifest. */
async function isAsNamed(out: string): Promise<boolean> {
  const text = await readFile(join(out, 'manifest.json'), 'utf8').catch(() => '');
  return text.includes(`"sha256": "${await fileDigest(join(out, CHECKSUMS_FILE))}"`);
}

/** Reads what `writeChecksums` wrote. A line of another form is left out: the list's own digest tells that it was changed. */
export function readChecksums(text: string): FileDigest[] {
  return text.split('\n').flatMap((line) => {
    const [, sha256, file] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    return sha256 === undefined || file === undefined ? [] : [{ file, sha256 }];
  });
}

/** SHA-256 of a file of moderate size. */
export async function fileDigest(path: string): Promise<string> {
  return hash('sha256', await readFile(path), 'hex');
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(folder, entry.name)] : []));
}
