import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuthorKey, DocumentId } from '../domain/identifiers.ts';
import { StudyError } from '../errors/errors.ts';
import { createPseudonymizer } from '../normalize/author-key.ts';
import { forgottenDigest } from '../normalize/removal.ts';
import type { StudyConfig } from '../study/config.ts';
import { readAuthorKeys, rotateAuthorKey } from './author-key-file.ts';
import { addCustody } from './custody.ts';
import { addForgotten, readForgotten } from './forgotten-list.ts';
import { emptyStore, readRemoval, removeUnits } from './remove-units.ts';
import type { RunOptions } from './run-context.ts';
import { lockStore } from './store-lock.ts';

/** Who or what is to be forgotten. */
export interface ForgetOptions {
  /** Pseudonyms, sixteen hexadecimal digits. */
  readonly authors: readonly string[];
  /** Handles as `source:handle`, from which the pseudonym is made. */
  readonly handles: readonly string[];
  /** Document ids, sixteen hexadecimal digits. */
  readonly documents: readonly string[];
}

/**
 * Puts authors and documents on the list of the forgotten and removes the units of the store that hold them. The run that
 * follows reads these again without them.
 * @throws {StudyError} `cli/usage` where an id is none or nothing is named
 */
export async function forget(study: StudyConfig, of: ForgetOptions, run: RunOptions): Promise<void> {
  const { current } = await readAuthorKeys(run.keyFile, run.randomBytes);
  const pseudonymize = createPseudonymizer(current);
  const authors = [
    ...of.authors.map((id) => idOf(id) as AuthorKey),
    ...of.handles.map((text) => {
      const [, source = '', handle = ''] = /^([^:]+):(.+)$/s.exec(text) ?? [];
      if (!study.sources.some(({ id }) => id === source))
        throw usage(`"${text}" does not begin with a source of the study and a colon`);
      return pseudonymize(source, handle);
    }),
  ];
  const documents = of.documents.map((id) => idOf(id) as DocumentId);
  if (authors.length + documents.length === 0)
    throw usage('name whom to forget: --author, --handle or --document');
  await addForgotten(study, {
    authors: authors.map((id) => forgottenDigest('author', id)),
    documents: documents.map((id) => forgottenDigest('document', id)),
  });
  await withStore(run, async (storeFolder, temporaryFolder) => {
    await removeUnits(storeFolder, await readRemoval(study, run.now()), temporaryFolder);
  });
  const facts = { authors: authors.length, documents: documents.length };
  await addCustody(run.out, { action: 'forget', command: 'forget', facts }, run);
}

/** Gives a study another key and empties its store, in which all pseudonyms are of the old one. */
export async function rotateKey(study: StudyConfig, run: RunOptions): Promise<void> {
  const { authors } = await readForgotten(study);
  await withStore(run, emptyStore);
  await rotateAuthorKey(run.keyFile, run.randomBytes, authors.length > 0);
  await addCustody(run.out, { action: 'rotate-key', command: 'rotate-key', facts: {} }, run);
}

async function withStore(
  { out }: RunOptions,
  work: (storeFolder: string, temporaryFolder: string) => Promise<void>,
): Promise<void> {
  const storeFolder = join(out, 'store');
  const temporaryFolder = join(storeFolder, 'temporary');
  await mkdir(temporaryFolder, { recursive: true });
  const unlock = await lockStore(storeFolder);
  try {
    await work(storeFolder, temporaryFolder);
  } finally {
    await unlock();
  }
}

function idOf(text: string): bigint {
  if (!/^[0-9a-f]{16}$/i.test(text)) throw usage(`"${text}" is not an id of sixteen hexadecimal digits`);
  return BigInt(`0x${text}`);
}

function usage(problem: string): StudyError {
  return new StudyError('cli/usage', { problem });
}
