import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { StudyError } from '../../errors/errors.ts';

/** A file in the folder that is served. */
export interface FolderFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

const MOST_FILES = 500;
const DEEPEST = 6;

/** Folders in which nobody keeps posts. */
const PASSED_OVER = new Set(['node_modules', 'out']);

/**
 * The regular files below a folder, in the order of their paths. Hidden ones are passed over, and what a link leads to
 * outside of it.
 */
export async function listFolder(folder: string): Promise<{ files: FolderFile[]; isCut: boolean }> {
  const root = await realpath(folder);
  const files: FolderFile[] = [];
  let isCut = false;
  const walk = async (below: string, depth: number): Promise<void> => {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < DEEPEST && !PASSED_OVER.has(entry.name)) await walk(path, depth + 1);
        else isCut ||= depth >= DEEPEST;
        continue;
      }
      const facts = await factsInside(root, path);
      if (facts === null) continue;
      if (files.length >= MOST_FILES) isCut = true;
      else files.push({ path, bytes: facts.size });
    }
  };
  await walk('', 0);
  return { files, isCut };
}

/**
 * The absolute path of a file in a folder.
 * @throws {StudyError} `server/outside-folder` for any path that leads out of it, by its form or by a link, or to no file
 */
export async function fileInside(folder: string, path: string): Promise<string> {
  const facts = await factsInside(await realpath(folder), path);
  if (facts === null) throw new StudyError('server/outside-folder', { path: path.slice(0, 200) });
  return facts.absolutePath;
}

async function factsInside(
  root: string,
  path: string,
): Promise<{ readonly absolutePath: string; readonly size: number } | null> {
  const parts = path.split(/[\\/]/);
  if (isAbsolute(path) || path.includes('\0') || parts.some((part) => part === '..' || part.startsWith('.')))
    return null;
  const absolutePath = await realpath(join(root, path)).catch(() => null);
  if (absolutePath === null) return null;
  const inner = relative(root, absolutePath);
  if (inner === '' || isAbsolute(inner) || inner.split(sep)[0] === '..') return null;
  const facts = await stat(absolutePath).catch(() => null);
  return facts?.isFile() === true ? { absolutePath, size: facts.size } : null;
}
