import { relative, sep } from 'node:path';
import type { Exhibit } from '../domain/exhibit.ts';
import type { RecordDigests } from '../domain/finding.ts';
import type { CheckOutcome, Mismatch } from '../domain/verification.ts';
import { quotedDocuments, wrongRecords } from '../store/queries/record-hashes.ts';
import { findIdentifiers, redactRange } from '../text/redact.ts';
import { digestRecords } from './record-roots.ts';
import type { CorpusContext } from './run-context.ts';
import type { RunManifest } from './run-manifest.ts';

const STORE_REMEDY = 'take the store from a copy of the folder, or remove the folder and run the study again';

/** What stored records are held against. */
export interface StoredAsked {
  readonly manifest: RunManifest;
  readonly out: string;
  /** Parts with records, those used and those superseded. */
  readonly parts: readonly string[];
  /** Exhibits of the finding; null where it cannot be read. */
  readonly exhibits: readonly Exhibit[] | null;
}

/** What came of it, and the digests of the records, made anew. */
export interface StoredChecks {
  readonly digests: RecordDigests;
  readonly outcomes: readonly CheckOutcome[];
}

/** Checks the records of the store and the quotes. */
export async function checkStored(context: CorpusContext, asked: StoredAsked): Promise<StoredChecks> {
  const digests = await digestRecords(context);
  const records = await checkRecords(context, digests, asked);
  const quotes = asked.exhibits === null ? [] : [await checkQuotes(context, asked.exhibits)];
  return { digests, outcomes: [records, ...quotes] };
}

/**
 * Hashes every stored record again, and compares the digests of all of them.
 * @param found the digest and the roots, made anew from the store
 */
async function checkRecords(
  { database }: CorpusContext,
  found: RecordDigests,
  { manifest, out, parts }: StoredAsked,
): Promise<CheckOutcome> {
  const mismatches: Mismatch[] = [];
  const differs = (file: string, problem: string): void => {
    mismatches.push({ check: 'records', file, problem, remedy: STORE_REMEDY });
  };
  for (const { part, path, line } of await wrongRecords(database, parts)) {
    const place = line === null ? path : `${path}:${line}`;
    differs(
      relative(out, part).split(sep).join('/'),
      `the record of ${place} does not have the hash beside it`,
    );
  }
  const { recordsDigest: digest, nRecords: n, recordsRoot, sourceRoots } = found;
  if (digest !== manifest.recordsDigest || n !== manifest.nRecords)
    differs(
      'store',
      `its ${n} records have another digest than the ${manifest.nRecords} that the manifest names`,
    );
  const named = new Map(manifest.sourceRoots?.map((one) => [one.source, one]));
  for (const { source, root } of sourceRoots)
    if (named.get(source)?.root !== root)
      differs('store', `the Merkle root of source ${source} is not that of the manifest`);
  for (const source of named.keys())
    if (!sourceRoots.some((one) => one.source === source))
      differs('store', `it has no record of source ${source}, which the manifest names`);
  if (recordsRoot !== manifest.recordsRoot)
    differs('store', 'the Merkle root of all records is not that of the manifest');
  return {
    check: 'records',
    state: mismatches.length === 0 ? 'agrees' : 'differs',
    detail: `${n} records hashed, root ${recordsRoot.slice(0, 16)}…`,
    mismatches,
    missing: [],
  };
}

/** Looks every quote up: it stands in its document, and the document's record has the hash that is printed beside it. */
async function checkQuotes(
  { database, corpus }: CorpusContext,
  exhibits: readonly Exhibit[],
): Promise<CheckOutcome> {
  const found = await quotedDocuments(
    database,
    corpus,
    exhibits.map((exhibit) => exhibit.documentId),
  );
  const byId = new Map(found.map((document) => [document.documentId, document]));
  const mismatches = exhibits.flatMap((exhibit, i): Mismatch[] => {
    const document = byId.get(exhibit.documentId);
    const problem =
      document === undefined
        ? 'no document in the store'
        : redactRange(document.text, findIdentifiers(document.text), exhibit).text !== exhibit.text
          ? 'the words do not stand there'
          : document.recordHash !== exhibit.recordHash || document.payloadHash !== exhibit.recordHash
            ? 'the record has another SHA-256'
            : null;
    if (problem === null) return [];
    return [
      {
        check: 'quotes',
        file: 'finding.json',
        problem: `exhibit ${i + 1}, document ${exhibit.documentId}: ${problem}`,
        remedy: 'run the study again: exhibits are drawn anew from the store',
      },
    ];
  });
  return {
    check: 'quotes',
    state: mismatches.length === 0 ? 'agrees' : 'differs',
    detail: `${exhibits.length} quotes found in their documents, with their records`,
    mismatches,
    missing: [],
  };
}
