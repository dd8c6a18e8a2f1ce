import { UBIGINT, UINTEGER } from '@duckdb/node-api';
import type { Database } from '../database.ts';
import { SIGNATURE_BANDS } from '../tables.ts';

/** Signatures of the distinct texts long enough to compare, by column. */
export interface SignatureColumns {
  /** Document ids, ascending. */
  readonly documentIds: BigUint64Array;
  /** One array of keys per band, in the order of `documentIds`. */
  readonly bands: readonly Uint32Array[];
  /** Shingles of each text. */
  readonly nShingles: Uint32Array;
}

/**
 * Makes the table `exact_copy`: documents whose canonical text others have too, with the smallest id of the group.
 */
export async function createExactCopies(database: Database, signature: string): Promise<void> {
  await database.run(
    'exact-copies',
    `create or replace temp table exact_copy as
     with repeated as (
       select exact_hash, min(document_id) as first_id from ${signature} group by exact_hash having count(*) > 1)
     select s.document_id, r.first_id from ${signature} s join repeated r using (exact_hash)`,
  );
}

/** Reads the signatures of all texts that are not a copy of one with a smaller id. */
export async function readSignatures(database: Database, signature: string): Promise<SignatureColumns> {
  const distinct = `from ${signature} s where n_shingles > 0 and not exists (
    select 1 from exact_copy e where e.document_id = s.document_id and e.first_id <> s.document_id)`;
  const [{ n } = { n: 0 }] = await database.rows<{ n: number }>(
    'count-signatures',
    `select count(*)::double as n ${distinct}`,
  );
  const documentIds = new BigUint64Array(n);
  const bands = Array.from({ length: SIGNATURE_BANDS }, () => new Uint32Array(n));
  const nShingles = new Uint32Array(n);
  const columns = bands.map((_, band) => `band_${band}`).join(', ');
  let row = 0;
  const sql = `select document_id, n_shingles, ${columns} ${distinct} order by document_id`;
  for await (const chunk of database.chunks('read-signatures', sql)) {
    documentIds.set(chunk.typedColumn<BigUint64Array>(0).subarray(0, chunk.rowCount), row);
    nShingles.set(chunk.typedColumn<Uint32Array>(1).subarray(0, chunk.rowCount), row);
    for (let band = 0; band < SIGNATURE_BANDS; band++) {
      // The same bits without a sign.
      bands[band]?.set(chunk.typedColumn<Int32Array>(band + 2).subarray(0, chunk.rowCount), row);
    }
    row += chunk.rowCount;
  }
  return { documentIds, bands, nShingles };
}

/** Texts of a few documents, by their place in the list of all ids. */
export interface TextChunk {
  readonly places: readonly number[];
  readonly texts: readonly string[];
}

/** Streams the texts of the documents in `ids` whose place is in `chosen` with 1, in any order. */
export async function* readTexts(
  database: Database,
  document: string,
  wanted: { readonly ids: BigUint64Array; readonly chosen: Uint8Array },
): AsyncIterable<TextChunk> {
  await database.run('wanted', 'create or replace temp table wanted (document_id ubigint, place uinteger)');
  await database.appendColumns('wanted', [UBIGINT, UINTEGER], idChunks(wanted.ids, wanted.chosen));
  const sql = `select w.place, d.text from ${document} d join wanted w using (document_id)`;
  for await (const chunk of database.chunks('read-texts', sql)) {
    yield {
      places: chunk.column(0) as readonly number[],
      texts: chunk.column(1) as readonly string[],
    };
  }
}

function* idChunks(ids: BigUint64Array, chosen: Uint8Array): Iterable<[bigint[], number[]]> {
  let chunk: [bigint[], number[]] = [[], []];
  for (let place = 0; place < ids.length; place++) {
    if (chosen[place] !== 1) continue;
    chunk[0].push(ids[place] as bigint);
    chunk[1].push(place);
    if (chunk[0].length < 2048) continue;
    yield chunk;
    chunk = [[], []];
  }
  if (chunk[0].length > 0) yield chunk;
}

/** Links that make clusters beside near-duplicates: equal texts and reposts. */
export interface CopyLinks {
  /** [document, first document with the same canonical text]. */
  readonly exact: readonly (readonly [document: bigint, first: bigint])[];
  readonly reposts: readonly RepostLink[];
}

/** A repost and what it reposts, which need not be in the corpus. */
export interface RepostLink {
  readonly document: bigint;
  readonly original: bigint;
  readonly originalIsHere: boolean;
}

/** Reads the links; needs the table `exact_copy`. */
export async function readLinks(database: Database, signature: string): Promise<CopyLinks> {
  const exact: [bigint, bigint][] = [];
  const exactSql = 'select document_id, first_id from exact_copy where document_id <> first_id';
  for await (const chunk of database.chunks('exact-links', exactSql)) {
    const documents = chunk.column(0) as readonly bigint[];
    const firsts = chunk.column(1) as readonly bigint[];
    for (let i = 0; i < chunk.rowCount; i++) exact.push([documents[i] as bigint, firsts[i] as bigint]);
  }
  const reposts = await database.rows<RepostLink>(
    'repost-links',
    `select s.document_id as document, s.repost_of as original, o.document_id is not null as "originalIsHere"
     from ${signature} s left join ${signature} o on o.document_id = s.repost_of
     where s.repost_of is not null`,
  );
  return { exact, reposts };
}
