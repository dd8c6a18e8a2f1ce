import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SourceError } from '../errors/errors.ts';
import type { StudyConfig } from '../study/config.ts';
import { writeWhole } from './part-store.ts';

const DIGESTS = z.array(z.string().regex(/^[0-9a-f]{64}$/));
const FORM = z.strictObject({
  schema: z.literal('groundswell-forgotten/1'),
  authors: DIGESTS,
  documents: DIGESTS,
});

/** Digests of those who are forgotten, in the folder of the study: a new store does not bring them back. */
export interface ForgottenList {
  readonly authors: readonly string[];
  readonly documents: readonly string[];
}

const FILE = 'forgotten.json';

/**
 * Reads the list; empty where there is none.
 * @throws {SourceError} where it is not as it was written: then nobody may be taken for not forgotten
 */
export async function readForgotten(study: Pick<StudyConfig, 'folder'>): Promise<ForgottenList> {
  const path = join(study.folder, FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return { authors: [], documents: [] };
  try {
    const { authors, documents } = FORM.parse(JSON.parse(text));
    return { authors, documents };
  } catch {
    throw new SourceError('source/unreadable', {
      path,
      problem: 'the list of the forgotten is damaged; take it from a copy, or they would come back',
    });
  }
}

/** Adds to the list, each once, in order. */
export async function addForgotten(study: StudyConfig, more: ForgottenList): Promise<void> {
  const known = await readForgotten(study);
  const joined = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])].sort();
  const list = {
    schema: 'groundswell-forgotten/1',
    authors: joined(known.authors, more.authors),
    documents: joined(known.documents, more.documents),
  };
  await writeWhole(join(study.folder, FILE), `${JSON.stringify(list, null, 1)}\n`);
}
