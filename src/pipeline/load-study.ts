import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { StudyError } from '../errors/errors.ts';
import { ADAPTERS } from '../sources/registry.ts';
import type { StudyConfig } from '../study/config.ts';
import { type ParsedStudy, parseStudy } from '../study/parse.ts';

/**
 * Reads and parses a study file.
 * @throws {StudyError} `study/not-found`; StudyProblems with every problem of the file
 */
export async function loadStudy(path: string): Promise<ParsedStudy> {
  const absolute = resolve(path);
  const text = await readFile(absolute, 'utf8').catch((cause: unknown) => {
    throw new StudyError('study/not-found', { path }, { cause });
  });
  return parseStudy({ text, path, folder: dirname(absolute), adapters: ADAPTERS });
}

/**
 * Parses the text of a study file that is not written yet, as if it stood at `path`.
 * @throws {StudyProblems} every problem of the text
 */
export function parseStudyAt(path: string, text: string): ParsedStudy {
  return parseStudy({ text, path, folder: dirname(resolve(path)), adapters: ADAPTERS });
}

/** Folder of the results: as given, or `out/<study id>` in the working folder. */
export function outFolder(given: string | undefined, study: StudyConfig): string {
  return resolve(given ?? join('out', study.id));
}

/** File of the author key: as the study says, or one per study in the user's configuration folder. */
export function keyFile(study: StudyConfig, env: Readonly<Record<string, string | undefined>>): string {
  if (study.privacy.keyFile !== null) return resolve(study.folder, study.privacy.keyFile);
  const folder = env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  return join(folder, 'groundswell', 'keys', `${study.id}.key`);
}
