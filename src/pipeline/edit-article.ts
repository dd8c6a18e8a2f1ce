import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type EditedSentence, editLedger } from '../article/edit-ledger.ts';
import type { SentenceKind } from '../domain/checked-article.ts';
import { StudyError } from '../errors/errors.ts';
import type { StudyConfig } from '../study/config.ts';
import { ledgerPath, parseLedger } from './check-article.ts';
import { writeWhole } from './part-store.ts';

/** The ledger of an article as a person edits it. */
export interface OpenLedger {
  /** Tells one state of the file from another. */
  readonly digest: string;
  readonly sentences: {
    readonly id: string;
    readonly text: string;
    readonly kind: SentenceKind;
    readonly claim: string | null;
    readonly isConfirmed: boolean;
  }[];
}

/** A word on one sentence, by somebody who saw the ledger with this digest. */
export type LedgerEdit = EditedSentence & { readonly digest: string };

/**
 * What the ledger of an article says of its sentences.
 * @throws {StudyProblems} what is wrong with it, with its lines
 */
export async function openLedger(study: StudyConfig, article: string): Promise<OpenLedger> {
  const path = ledgerPath(article);
  return opened(study, path, await readFile(path, 'utf8'));
}

/**
 * Says of one sentence what it is, in the ledger: replaced whole, so that a reader sees the one or the other.
 * @throws {StudyError} `server/study-edited` where it is another by now; StudyProblems where it would say what cannot be
 */
export async function editArticle(
  study: StudyConfig,
  article: string,
  { digest, ...edited }: LedgerEdit,
): Promise<OpenLedger> {
  const path = ledgerPath(article);
  const before = await readFile(path, 'utf8');
  if (digestOf(before) !== digest) throw new StudyError('server/study-edited', { path: basename(path) });
  const after = editLedger(before, edited);
  const ledger = await opened(study, path, after);
  await writeWhole(path, after);
  return ledger;
}

async function opened(study: StudyConfig, path: string, text: string): Promise<OpenLedger> {
  const { ledger } = await parseLedger(text, { path, study, record: null });
  return {
    digest: digestOf(text),
    sentences: ledger.sentences.map(({ id, text: words, kind, claim = null, confirmed = false }) => ({
      ...{ id, text: words, kind, claim },
      isConfirmed: confirmed,
    })),
  };
}

const digestOf = (text: string): string => hash('sha256', text, 'hex');
