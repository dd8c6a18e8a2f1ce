import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { FileSystem, FoundFile } from '../domain/effects.ts';

/** The machine's own file system. */
export const nodeFiles: FileSystem = {
  find: async (folder, patterns) => {
    const paths = await Promise.all(patterns.map((pattern) => expand(folder, pattern)));
    const unique = [...new Set(paths.flat())].sort();
    const found = await Promise.all(unique.map((path) => describe(folder, path)));
    return found.filter((file) => file !== null);
  },
  open: (absolutePath, range) =>
    createReadStream(absolutePath, {
      start: range.start,
      ...(range.end === null ? {} : { end: Math.max(range.start, range.end - 1) }),
      highWaterMark: 1024 * 1024,
    }),
};

async function expand(folder: string, pattern: string): Promise<string[]> {
  const written = pattern.replaceAll('\\', '/');
  if (!isDynamicPattern(written)) return [resolve(folder, written)];
  return glob(written, { cwd: folder, absolute: true, onlyFiles: true, followSymbolicLinks: true });
}

async function describe(folder: string, path: string): Promise<FoundFile | null> {
  const facts = await stat(path).catch(() => null);
  if (facts === null) return null;
  if (facts.isDirectory()) return null;
  const shown = relative(folder, path).split(sep).join('/');
  return {
    path: isAbsolute(shown) ? path : shown,
    absolutePath: path,
    size: facts.size,
    modifiedAt: facts.mtimeMs,
  };
}
