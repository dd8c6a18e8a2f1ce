import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { loadStudy, outFolder, parseStudyAt } from '../pipeline/load-study.ts';
import type { ParsedStudy } from '../study/parse.ts';

/** The study that is served: its file may be edited, broken or not yet there. */
export interface ServedStudy {
  /** Absolute path of its file, there or not. */
  readonly path: string;
  /** Absolute path of the folder of its file, outside of which nothing is offered. */
  readonly folder: string;
  isThere(): boolean;
  /** @throws {StudyError} where it is not there; StudyProblems where it cannot be read */
  load(): Promise<ParsedStudy>;
  /**
   * Folder of its runs, by its id; of a file that cannot be read, by the id that it had before.
   * @throws {StudyError} where it could never be read
   */
  out(): Promise<string>;
}

/** Keeps the place of a study; nothing is read yet. A text that was parsed is not parsed again: every request asks. */
export function serveStudy({ study, out }: { readonly study: string; readonly out: string | undefined }) {
  const path = resolve(study);
  let known: string | null = null;
  let kept: { readonly text: string; readonly parsed: ParsedStudy } | null = null;
  const load = async (): Promise<ParsedStudy> => {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) return loadStudy(path);
    if (kept?.text !== text) kept = { text, parsed: parseStudyAt(path, text) };
    known = outFolder(out, kept.parsed.config);
    return kept.parsed;
  };
  return {
    path,
    folder: dirname(path),
    isThere: () => existsSync(path),
    load,
    out: async () => {
      try {
        await load();
      } catch (error) {
        if (known === null) throw error;
      }
      return known as string;
    },
  } satisfies ServedStudy;
}
