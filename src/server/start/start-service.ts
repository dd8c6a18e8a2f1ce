import { hash } from 'node:crypto';
import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { StudyError, StudyProblems } from '../../errors/errors.ts';
import { parseStudyAt } from '../../pipeline/load-study.ts';
import { formatsOf, recogniseSource } from '../../pipeline/recognise-source.ts';
import { newStudyText } from '../../study/new-study.ts';
import type { ServedStudy } from '../served-study.ts';
import { fileInside, listFolder } from './inside-folder.ts';
import type { DraftedStudy, ListedFiles, Recognised, StudyDraft } from './start-contract.ts';

/** The guided start of a study in the folder that is served. */
export interface StartService {
  files(): Promise<ListedFiles>;
  /** @throws {StudyError} `server/outside-folder`, `server/unknown-file` */
  recognise(asked: {
    readonly path: string;
    readonly adapter: string | null;
    readonly fields: Readonly<Record<string, readonly string[]>> | null;
    readonly timeZone: string;
  }): Promise<Recognised>;
  draft(study: StudyDraft): Promise<DraftedStudy>;
  /** @throws {StudyError} `server/study-exists`; StudyProblems where it could not be run */
  write(
    study: StudyDraft,
    replace: string | null,
  ): Promise<{ readonly file: string; readonly kept: string | null }>;
}

/** Makes the guided start of what is served. */
export function createStartService(served: ServedStudy): StartService {
  const { path, folder } = served;
  return {
    files: async () => {
      const { files, isCut } = await listFolder(folder);
      const known = files.map((file) => ({ ...file, formats: [...formatsOf(file.path)] }));
      return { folder: basename(folder), files: known.filter(({ formats }) => formats.length > 0), isCut };
    },
    recognise: async (asked) => {
      checkTimeZone(asked.timeZone);
      const absolutePath = await fileInside(folder, asked.path);
      const found = await recogniseSource({ ...asked, absolutePath });
      return structuredClone({ path: asked.path, ...found }) as Recognised;
    },
    draft: async (study) => {
      const text = newStudyText(study);
      return { text, problems: problemsOf(path, text), existing: digestOf(await readExisting(path)) };
    },
    write: async (study, replace) => {
      for (const one of study.sources) for (const file of one.paths) await fileInside(folder, file);
      const text = newStudyText(study);
      parseStudyAt(path, text);
      return { file: basename(path), kept: await writeNew(path, text, replace) };
    },
  };
}

/** @throws {StudyError} where no such zone is known */
function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch (cause) {
    throw new StudyError('study/unknown-time-zone', { timeZone, suggestion: null }, { cause });
  }
}

function problemsOf(path: string, text: string): DraftedStudy['problems'] {
  try {
    parseStudyAt(path, text);
    return [];
  } catch (error) {
    if (!(error instanceof StudyProblems)) throw error;
    return error.problems.map(({ message, hint, position }) => ({
      message,
      hint,
      line: position?.line ?? null,
    }));
  }
}

const readExisting = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

const digestOf = (text: string | null): string | null => (text === null ? null : hash('sha256', text, 'hex'));

/** Writes a file that must not be there, or is the one that may be replaced: that is kept as a copy, whose name is returned. */
async function writeNew(path: string, text: string, replace: string | null): Promise<string | null> {
  const exists = (cause?: unknown): StudyError =>
    new StudyError('server/study-exists', { path: basename(path) }, { cause });
  if (replace === null) {
    await writeFile(path, text, { flag: 'wx' }).catch((cause: unknown) => {
      throw (cause as NodeJS.ErrnoException).code === 'EEXIST' ? exists(cause) : cause;
    });
    return null;
  }
  if (digestOf(await readExisting(path)) !== replace) throw exists();
  const kept = `${path}.${replace.slice(0, 8)}.bak`;
  await copyFile(path, kept);
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
  return basename(kept);
}
